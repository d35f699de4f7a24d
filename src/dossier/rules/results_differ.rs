//! HS-069: several units report on one task with different states.
//!
//! Why: a task that one has done and another has not is not done: it counts as open, by its deadline. Source: workbook
//! contract, Kết quả; domain 5.3.

use std::collections::BTreeSet;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// Several units report on one task with different states.
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
            // Two rows of one unit are a mistake that HS-054 has reported.
            if states.len() < 2 || units.len() < 2 {
                continue;
            }
            let message = Diagnostic::warning(self.code()).at(&first.state_at).with("task", task.short_name());
            out.report(others.iter().fold(message, |message, report| message.also_at(&report.state_at)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Lead, State, Unit};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn workbook(lead: &str, [first, second]: [&str; 2]) -> TestWorkbook {
        let workbook = TestWorkbook::default().task(&[(Code, "NV-1"), (Lead, lead)]);
        let workbook = workbook.result(&[(Code, "NV-1"), (Unit, "Thôn Đông"), (State, first)]);
        workbook.result(&[(Code, "NV-1"), (Unit, "Thôn Tây"), (State, second)])
    }

    #[test]
    fn villages_with_different_states_are_reported() {
        assert_eq!(workbook("Các thôn", ["HT", "Đang thực hiện"]).cells_and_hints("HS-069"), [("C2".into(), None)]);
        assert!(workbook("Các thôn", ["HT", "Hoàn thành"]).messages("HS-069").is_empty());
    }

    #[test]
    fn two_rows_of_one_unit_are_reported_only_as_duplicates() {
        let workbook = TestWorkbook::default().task(&[(Code, "NV-1"), (Lead, "Thôn Đông")]);
        let row = |state| [(Code, "NV-1"), (Unit, "Thôn Đông"), (State, state)];
        let workbook = workbook.result(&row("HT")).result(&row("Đang thực hiện"));
        assert!(workbook.messages("HS-069").is_empty());
        assert_eq!(workbook.messages("HS-054").len(), 1);
    }

    #[test]
    fn only_the_report_of_the_lead_counts() {
        assert!(workbook("Thôn Đông", ["HT", "Đang thực hiện"]).messages("HS-069").is_empty());
    }
}
