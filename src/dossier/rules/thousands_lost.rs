//! HS-153: a measured figure is about a thousandth of its plan, and has decimals: 1,171 against 1.200.
//!
//! Why: a dot or a comma between thousands was read as a decimal mark; the paper would print a share near zero. Source:
//! workbook contract, reading rules, numbers. Of things that are counted, HS-147 asks.

use rust_decimal::Decimal;

use super::fraction_of_count::{as_held, in_thousands};
use super::{FiguresOfRow, ResultFacts};
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::amounts::THOUSANDS;
use crate::dossier::{Amount, MeasureKind};

/// A measured figure is about a thousandth of its plan, and has decimals.
pub(super) struct ThousandsLost;

impl Rule<ResultFacts<'_>> for ThousandsLost {
    fn code(&self) -> &'static str {
        "HS-153"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for measured in facts.measured().filter(|measured| measured.kind == MeasureKind::Amount) {
            let Some(greatest) = greatest(&measured) else { continue };
            for (_, amount) in measured
                .figures
                .figures()
                .filter(|(_, amount)| !amount.value.fract().is_zero() || amount.decimals == THOUSANDS)
            {
                let Some((thousands, words)) = in_thousands(amount).filter(|_| is_thousandth(amount, greatest)) else {
                    continue;
                };
                let message = Diagnostic::warning(self.code()).at(&amount.at).also_at(&greatest.at);
                let message = message.with("indicator", &measured.name).with("value", as_held(amount));
                let message = message.with("greatest", as_held(greatest));
                out.report(message.with("thousands", thousands).with("words", words));
            }
        }
    }
}

/// The greatest figure of the row.
fn greatest<'a>(measured: &FiguresOfRow<'a>) -> Option<&'a Amount> {
    measured.figures.figures().map(|(_, amount)| amount).max_by_key(|amount| amount.value)
}

/// Whether the other figure is some hundreds or thousands of times as great, and near the figure in thousands.
fn is_thousandth(amount: &Amount, greatest: &Amount) -> bool {
    let times = |times: i64| amount.value.checked_mul(Decimal::from(times));
    times(250).is_some_and(|limit| limit <= greatest.value) && times(4000).is_some_and(|limit| greatest.value <= limit)
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, Indicator, Measure, Planned};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_thousandth_of_the_plan_is_reported() {
        let cells = |planned, actual| {
            let row = [(Code, "CT-1"), (Indicator, "Lúa"), (Measure, "tấn"), (Planned, planned), (Actual, actual)];
            TestWorkbook::default().row(SheetKind::Indicators, &row).cells_and_hints("HS-153")
        };
        assert_eq!(cells("1.200", "1,171"), [("E2".into(), None)]);
        assert_eq!(cells("1.200", "1,2"), [("E2".into(), None)]);
        assert!(cells("12,0", "6,8").is_empty());
        assert!(cells("100", "6,8").is_empty());
        assert!(cells("1.200", "1.171").is_empty());
    }
}
