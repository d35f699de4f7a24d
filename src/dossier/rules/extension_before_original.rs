//! HS-056: a new deadline is before the original one.
//!
//! Why: an extension gives more time, so one of the two days is mistyped. Source: workbook contract, Nhiệm vụ, Hạn ban
//! đầu, Hạn mới.

use super::TaskFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// A new deadline is before the original one.
pub(super) struct ExtensionBeforeOriginal;

impl Rule<TaskFacts<'_>> for ExtensionBeforeOriginal {
    fn code(&self) -> &'static str {
        "HS-056"
    }

    fn check(&self, facts: &TaskFacts, out: &mut Diagnostics) {
        for task in facts.assignments {
            if let (Some(original), Some(new)) = (&task.original_deadline, &task.new_deadline)
                && new.value.day < original.value.day
            {
                out.report(Diagnostic::warning(self.code()).at(&new.at).with("cell", original.at.cell_name()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{NewDeadline, OriginalDeadline};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn suggestions(cells: super::super::test_workbook::Row) -> Vec<(String, Option<&'static str>)> {
        TestWorkbook::programme("quý II năm 2026", &[]).task(cells).cells_and_hints("HS-056")
    }

    #[test]
    fn an_extension_that_shortens_is_reported() {
        let cells = [(OriginalDeadline, "30/5/2026"), (NewDeadline, "30/4/2026")];
        assert_eq!(suggestions(&cells), [("C2".into(), None)]);
    }

    #[test]
    fn a_real_extension_is_not_reported() {
        assert!(suggestions(&[(OriginalDeadline, "30/4/2026"), (NewDeadline, "30/5/2026")]).is_empty());
        assert!(suggestions(&[(OriginalDeadline, "30/4/2026"), (NewDeadline, "30/4/2026")]).is_empty());
        assert!(suggestions(&[(OriginalDeadline, ""), (NewDeadline, "30/5/2026")]).is_empty());
    }
}
