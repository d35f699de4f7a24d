//! HS-066: more than 100% of a task is done.
//!
//! Why: a task can't be done by more than 100%; a figure of another column was typed, or the cell holds 8500 %. Source:
//! workbook contract, Kết quả, Tỷ lệ (%).

use rust_decimal::Decimal;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::figures::printed;

/// More than 100% of a task is done.
pub(super) struct PercentAboveWhole;

impl Rule<ResultFacts<'_>> for PercentAboveWhole {
    fn code(&self) -> &'static str {
        "HS-066"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions {
            // Where a figure is planned, the share may exceed 100%.
            let Some(percent) = report.percent.filter(|_| report.target.is_none()) else { continue };
            if percent > Decimal::ONE_HUNDRED {
                let text = printed(percent, percent.normalize().scale());
                out.report(Diagnostic::warning(self.code()).at(&report.percent_at).with("percent", text));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Percent, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn above_100_percent_is_reported_and_100_percent_is_not() {
        let cells_and_hints = |percent| {
            let row = [(Code, "NV-1"), (State, "Đang thực hiện"), (Percent, percent)];
            TestWorkbook::default().result(&row).cells_and_hints("HS-066")
        };
        assert_eq!(cells_and_hints("100,5%"), [("C2".into(), None)]);
        assert!(cells_and_hints("100%").is_empty() && cells_and_hints("").is_empty());
    }
}
