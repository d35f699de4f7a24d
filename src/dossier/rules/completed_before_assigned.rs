//! HS-088: a task was done before it was given.
//!
//! Why: a month or a year was mistyped, and the task counts as done in time. Source: workbook contract, Kết quả, Ngày hoàn
//! thành; Nhiệm vụ, Ngày giao. Wrong: given 12/01/2026, done 28/3/2025. Right: done 28/3/2026.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::State;
use crate::vietnamese::date;

/// A task was done before it was given.
pub(super) struct CompletedBeforeAssigned;

impl Rule<ResultFacts<'_>> for CompletedBeforeAssigned {
    fn code(&self) -> &'static str {
        "HS-088"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for (task, answer) in facts.assignments.iter().zip(&facts.answers.answers) {
            let Some(assigned) = &task.assigned_on else { continue };
            for report in answer.results.iter().map(|&index| &facts.completions[index]) {
                let day = report.completed_on.filter(|day| *day < assigned.value && report.state == State::Done);
                let Some(day) = day else { continue };
                let message = Diagnostic::warning(self.code()).at(&report.completed_at).also_at(&assigned.at);
                let message = message.with("day", date::slashed(day));
                out.report(message.with("assigned", date::slashed(assigned.value)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{AssignedOn, Code, CompletedOn, State};
    use crate::dossier::rules::made::Made;

    #[test]
    fn the_day_it_was_given_is_the_first() {
        let told = |day| {
            let made = Made::default().task(&[(Code, "NV-1"), (AssignedOn, "12/01/2026")]);
            made.result(&[(Code, "NV-1"), (State, "HT"), (CompletedOn, day)]).cells_and_hints("HS-088")
        };
        assert_eq!(told("28/3/2025"), [("C2".into(), None)]);
        assert!(told("12/01/2026").is_empty() && told("").is_empty());
    }
}
