//! HS-089: villages lead a task together, and some of them have not reported on it.
//!
//! Why: what one has done is not what all have done; a village without a report has not done it. Source: workbook
//! contract, Kết quả; domain 0, a missing report is the worst failure.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// Villages lead a task together, and some of them have not reported on it.
pub(super) struct VillageAwaited;

impl Rule<ResultFacts<'_>> for VillageAwaited {
    fn code(&self) -> &'static str {
        "HS-089"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for (task, answer) in facts.assignments.iter().zip(&facts.answers.answers) {
            let first = answer.results.first().filter(|_| !answer.awaited.is_empty());
            let Some(first) = first.map(|&index| &facts.completions[index]) else { continue };
            let message = Diagnostic::warning(self.code()).at(&first.state_at).with("task", task.short_name());
            out.report(message.with("villages", answer.awaited.join("; ")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Lead, Name, State, Unit};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn workbook(reporting: &[&str]) -> TestWorkbook {
        let villages = [("D", "Thôn Đông"), ("T", "Thôn Tây")];
        let workbook = villages.iter().fold(TestWorkbook::default(), |workbook, &(code, name)| {
            workbook.row(SheetKind::Villages, &[(Code, code), (Name, name)])
        });
        let workbook = workbook.task(&[(Code, "NV-1"), (Lead, "Các thôn")]);
        reporting
            .iter()
            .fold(workbook, |workbook, name| workbook.result(&[(Code, "NV-1"), (Unit, name), (State, "Hoàn thành")]))
    }

    #[test]
    fn the_villages_without_a_report_are_reported() {
        let messages = workbook(&["Thôn Đông"]).messages("HS-089");
        assert_eq!(messages.len(), 1);
        let villages =
            messages[0].arguments.iter().find(|(name, _)| *name == "villages").map(|(_, value)| value.as_str());
        assert_eq!(villages, Some("Thôn Tây"));
    }

    #[test]
    fn no_village_is_reported_where_all_or_one_row_for_all_reported() {
        for reporting in [&["Thôn Đông", "Thôn Tây"][..], &["Các thôn"], &[""], &[]] {
            assert!(workbook(reporting).messages("HS-089").is_empty(), "{reporting:?}");
        }
    }
}
