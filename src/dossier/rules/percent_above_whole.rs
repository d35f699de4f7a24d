//! HS-066: more than the whole is done.
//!
//! Why: of a task no more than all of it can be done; a figure of another column, or a cell that holds 8500 %, is meant.
//! Source: workbook contract, Kết quả, Tỷ lệ (%). Wrong: «850%». Right: «85%».

use rust_decimal::Decimal;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::figures::printed;

/// More than the whole is done.
pub(super) struct PercentAboveWhole;

impl Rule<ResultFacts<'_>> for PercentAboveWhole {
    fn code(&self) -> &'static str {
        "HS-066"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions {
            // Beside a figure given, the share may well be above the whole.
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
    use crate::dossier::rules::made::Made;

    #[test]
    fn above_the_whole_is_told_and_the_whole_is_not() {
        let told = |percent| {
            let row = [(Code, "NV-1"), (State, "Đang thực hiện"), (Percent, percent)];
            Made::default().result(&row).cells_and_hints("HS-066")
        };
        assert_eq!(told("100,5%"), [("C2".into(), None)]);
        assert!(told("100%").is_empty() && told("").is_empty());
    }
}
