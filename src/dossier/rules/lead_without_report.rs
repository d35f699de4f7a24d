//! HS-090: other units report on a task, its lead does not.
//!
//! Why: the figures count the other unit's report for the lead, and use it for the lead's rate. Source: workbook
//! contract, Kết quả: one row for each task and reporting unit.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// Other units report on a task, its lead does not.
pub(super) struct LeadWithoutReport;

impl Rule<ResultFacts<'_>> for LeadWithoutReport {
    fn code(&self) -> &'static str {
        "HS-090"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for (task, answer) in facts.assignments.iter().zip(&facts.answers.answers) {
            let Some(lead) = task.lead.first().filter(|_| task.lead.iter().all(|lead| !lead.is_collective)) else {
                continue;
            };
            let reports = answer.results.iter().map(|&index| &facts.completions[index]);
            let units: Option<Vec<&str>> = reports.clone().map(|report| report.unit.as_deref()).collect();
            let is_of_others =
                |units: &Vec<&str>| units.iter().all(|unit| task.lead.iter().all(|lead| lead.unit != *unit));
            let Some(unit) = units.filter(is_of_others).and_then(|units| units.first().copied()) else { continue };
            let Some(first) = reports.clone().next() else { continue };
            let message = Diagnostic::warning(self.code()).at(&first.state_at).with("task", task.short_name());
            out.report(message.with("lead", lead.text.as_str()).with("unit", unit));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Lead, State, Unit};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn workbook(reporting: &[&str]) -> TestWorkbook {
        let workbook = TestWorkbook::default().task(&[(Code, "NV-1"), (Lead, "Phòng Kinh tế")]);
        reporting
            .iter()
            .fold(workbook, |workbook, name| workbook.result(&[(Code, "NV-1"), (Unit, name), (State, "Hoàn thành")]))
    }

    #[test]
    fn a_report_of_another_unit_instead_of_the_lead_is_reported() {
        assert_eq!(workbook(&["Phòng Văn hóa - Xã hội"]).cells_and_hints("HS-090"), [("C2".into(), None)]);
    }

    #[test]
    fn a_report_of_the_lead_or_without_a_unit_is_not_reported() {
        for reporting in [&["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"][..], &[""], &[]] {
            assert!(workbook(reporting).messages("HS-090").is_empty(), "{reporting:?}");
        }
    }
}
