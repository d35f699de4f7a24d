//! HS-088: a task was done before it was assigned.
//!
//! Why: a month or a year was mistyped, and the task counts as done in time. Source: workbook contract, Kết quả, Ngày
//! hoàn thành; Nhiệm vụ, Ngày giao.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::State;
use crate::vietnamese::date;

/// A task was done before it was assigned.
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
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_day_before_the_day_of_assignment_is_reported() {
        let cells_and_hints = |day| {
            let workbook = TestWorkbook::default().task(&[(Code, "NV-1"), (AssignedOn, "12/01/2026")]);
            workbook.result(&[(Code, "NV-1"), (State, "HT"), (CompletedOn, day)]).cells_and_hints("HS-088")
        };
        assert_eq!(cells_and_hints("28/3/2025"), [("C2".into(), None)]);
        assert!(cells_and_hints("12/01/2026").is_empty() && cells_and_hints("").is_empty());
    }
}
