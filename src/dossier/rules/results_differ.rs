//! HS-069: several report one task, and not the same of it.
//!
//! Why: what one has done and another has not is not done: the task counts as open by its deadline. Source: workbook
//! contract, Kết quả; domain 5.3. Wrong: «Thôn Đông» «Hoàn thành», «Thôn Tây» «Đang thực hiện», both of «NV-02», which
//! «Các thôn» lead. Right: as it is, where it is true; or one row of the lead.

use std::collections::BTreeSet;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// Several report one task, and not the same of it.
pub(super) struct ResultsDiffer;

impl Rule<ResultFacts<'_>> for ResultsDiffer {
    fn code(&self) -> &'static str {
        "HS-069"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for (task, answer) in facts.assignments.iter().zip(&facts.answers.answers) {
            let reports: Vec<_> = answer.results.iter().map(|&index| &facts.completions[index]).collect();
            let states: BTreeSet<_> = reports.iter().map(|report| report.state).collect();
            let [first, others @ ..] = reports.as_slice() else { continue };
            let units: BTreeSet<_> = reports.iter().map(|report| &report.unit).collect();
            // Two rows of one unit are a mistake that HS-054 has told.
            if states.len() < 2 || units.len() < 2 {
                continue;
            }
            let message = Diagnostic::warning(self.code()).at(&first.state_at).with("task", task.spoken());
            out.report(others.iter().fold(message, |message, report| message.also_at(&report.state_at)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Lead, State, Unit};
    use crate::dossier::rules::made::Made;

    fn made(lead: &str, [first, second]: [&str; 2]) -> Made {
        let made = Made::default().task(&[(Code, "NV-1"), (Lead, lead)]);
        let made = made.result(&[(Code, "NV-1"), (Unit, "Thôn Đông"), (State, first)]);
        made.result(&[(Code, "NV-1"), (Unit, "Thôn Tây"), (State, second)])
    }

    #[test]
    fn villages_of_which_one_is_not_ready_are_told() {
        assert_eq!(made("Các thôn", ["HT", "Đang thực hiện"]).cells_and_hints("HS-069"), [("C2".into(), None)]);
        assert!(made("Các thôn", ["HT", "Hoàn thành"]).told("HS-069").is_empty());
    }

    #[test]
    fn two_rows_of_one_unit_are_not_several() {
        let made = Made::default().task(&[(Code, "NV-1"), (Lead, "Thôn Đông")]);
        let row = |state| [(Code, "NV-1"), (Unit, "Thôn Đông"), (State, state)];
        let made = made.result(&row("HT")).result(&row("Đang thực hiện"));
        assert!(made.told("HS-069").is_empty());
        assert_eq!(made.told("HS-054").len(), 1);
    }

    #[test]
    fn the_leads_own_word_is_the_only_one_that_counts() {
        assert!(made("Thôn Đông", ["HT", "Đang thực hiện"]).told("HS-069").is_empty());
    }
}
