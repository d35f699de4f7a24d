//! HS-060: a task has more than one unit in the lead.
//!
//! Why: where two lead, nobody is answerable for the task, and its result is counted only once. Source: domain of the
//! cycle, one lead per task; the others coordinate. In one cell it is an error, unless the heading or the clerk's answer
//! says that the first leads; a task of several rows has the units of all, with a warning.

use crate::diag::{Concern, Diagnostic, Diagnostics, Rule};
use crate::dossier::Assignment;

/// A task has more than one unit in the lead.
pub(super) struct SeveralLeads;

impl Rule<[Assignment]> for SeveralLeads {
    fn code(&self) -> &'static str {
        "HS-060"
    }

    fn check(&self, assignments: &[Assignment], out: &mut Diagnostics) {
        for task in assignments.iter().filter(|task| task.lead.len() > 1) {
            let names: Vec<&str> = task.lead.iter().map(|party| party.text.as_str()).collect();
            let message = match &task.undecided_leads {
                Some(heading) => Diagnostic::error(self.code()).with("heading", heading.replace('"', " ")),
                None => Diagnostic::warning(self.code()).hint("rows"),
            };
            let message = message.at(&task.lead_at).with("units", names.join("; "));
            out.report(message.concerning(Concern::Row));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_second_lead_is_reported() {
        let count = |lead: &str| {
            let workbook = TestWorkbook::programme("6 tháng đầu năm 2026", &[]).task(&[(Field::Lead, lead)]);
            workbook.messages("HS-060").len()
        };
        assert_eq!(["Phòng Kinh tế", "Phòng Kinh tế; Trạm Y tế xã", "Các thôn"].map(count), [0, 1, 0]);
    }
}
