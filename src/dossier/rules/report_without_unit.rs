//! HS-142: of several reports on one task, one does not say whose it is.
//!
//! Why: the results of the units are printed beside one another, each with its unit; this one has none. Source: workbook
//! contract, Kết quả, Đơn vị báo cáo.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// Of several reports on one task, one does not say whose it is.
pub(super) struct ReportWithoutUnit;

impl Rule<ResultFacts<'_>> for ReportWithoutUnit {
    fn code(&self) -> &'static str {
        "HS-142"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for (task, answer) in facts.assignments.iter().zip(&facts.answers.answers) {
            let reports = || answer.results.iter().chain(&answer.others).map(|&index| &facts.completions[index]);
            let Some(named) = reports().find(|report| report.unit.is_some()) else { continue };
            for report in reports().filter(|report| report.unit.is_none()) {
                let message = Diagnostic::warning(self.code()).at(&report.unit_at).also_at(&named.unit_at);
                out.report(message.with("task", task.short_name()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Lead, Outcome, State, Unit};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_report_beside_others_needs_a_unit() {
        let workbook = || {
            let workbook = TestWorkbook::default().task(&[(Code, "NV-1"), (Lead, "Phòng Kinh tế")]);
            workbook.result(&[(Code, "NV-1"), (Unit, ""), (State, "HT"), (Outcome, "Đã xong")])
        };
        assert!(workbook().messages("HS-142").is_empty());
        let two = workbook().result(&[(Code, "NV-1"), (Unit, "Phòng Kinh tế"), (State, "HT")]);
        assert_eq!(two.cells_and_hints("HS-142"), [("B2".into(), None)]);
    }
}
