//! HS-056: a new deadline lies before the original one.
//!
//! Why: an extension gives more time, so one of the two days is mistyped. Source: workbook contract, Nhiệm vụ, Hạn ban
//! đầu, Hạn mới. Wrong: Hạn ban đầu 30/5/2026, Hạn mới 30/4/2026. Right: Hạn mới 30/6/2026.

use super::TaskFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// A new deadline lies before the original one.
pub(super) struct ExtensionBeforeOriginal;

impl Rule<TaskFacts<'_>> for ExtensionBeforeOriginal {
    fn code(&self) -> &'static str {
        "HS-056"
    }

    fn check(&self, facts: &TaskFacts, out: &mut Diagnostics) {
        for task in facts.assignments {
            if let (Some(original), Some(new)) = (&task.original_deadline, &task.new_deadline)
                && new.value < original.value
            {
                let cell = original.at.cell.map(|cell| cell.to_string()).unwrap_or_default();
                out.report(Diagnostic::warning(self.code()).at(&new.at).with("cell", cell));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{NewDeadline, OriginalDeadline};
    use crate::dossier::rules::made::Made;

    fn told(cells: super::super::made::Row) -> Vec<(String, Option<&'static str>)> {
        Made::programme("quý II năm 2026", &[]).task(cells).cells_and_hints("HS-056")
    }

    #[test]
    fn an_extension_that_shortens_is_told() {
        let cells = [(OriginalDeadline, "30/5/2026"), (NewDeadline, "30/4/2026")];
        assert_eq!(told(&cells), [("C2".into(), None)]);
    }

    #[test]
    fn one_that_gives_time_is_silent() {
        assert!(told(&[(OriginalDeadline, "30/4/2026"), (NewDeadline, "30/5/2026")]).is_empty());
        assert!(told(&[(OriginalDeadline, "30/4/2026"), (NewDeadline, "30/4/2026")]).is_empty());
        assert!(told(&[(OriginalDeadline, ""), (NewDeadline, "30/5/2026")]).is_empty());
    }
}
