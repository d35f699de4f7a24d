//! HS-288: all figures of a row in small units have decimals, one of them three: 1,2 and 1,171 million.
//!
//! Why: where both the plan and the result had a dot between thousands, both are a thousandth, and no other figure shows it.
//! Source: workbook contract, reading rules, numbers. In thousand millions, hectares and tonnes such figures are common.

use rust_decimal::Decimal;

use super::ResultFacts;
use super::fraction_of_count::{as_held, in_thousands};
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{Amount, MeasureKind};
use crate::vietnamese::fold;

/// All figures of a row in small units have decimals, one of them three.
pub(super) struct SmallAmounts;

/// Units of which a commune never measures a fraction of a thousand, folded.
const SMALL_UNITS: [&str; 12] =
    ["trieu dong", "trieu", "tr dong", "nghin dong", "ngan dong", "dong", "kg", "kilogam", "m2", "m3", "met", "kwh"];

impl Rule<ResultFacts<'_>> for SmallAmounts {
    fn code(&self) -> &'static str {
        "HS-288"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for measured in facts.measured().filter(|measured| measured.kind == MeasureKind::Amount) {
            let figures: Vec<&Amount> = measured.figures.figures().map(|(_, amount)| amount).collect();
            let is_small = |amount: &&Amount| amount.value < Decimal::ONE_HUNDRED && !amount.value.fract().is_zero();
            if figures.len() < 2
                || !SMALL_UNITS.contains(&fold::key(measured.measure).as_str())
                || !figures.iter().all(is_small)
            {
                continue;
            }
            let exact = figures.iter().find(|amount| amount.value.normalize().scale() == 3);
            let Some((amount, (thousands, words))) = exact.and_then(|amount| Some((amount, in_thousands(amount)?)))
            else {
                continue;
            };
            let message = Diagnostic::warning(self.code()).at(&amount.at).with("indicator", &measured.name);
            let message = message.with("value", as_held(amount)).with("measure", measured.measure);
            out.report(message.with("thousands", thousands).with("words", words));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, Indicator, Measure, Planned};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_small_units_with_three_decimals_are_reported() {
        let cells = |measure, planned, actual| {
            let row = [(Code, "CT-1"), (Indicator, "Thu"), (Measure, measure), (Planned, planned), (Actual, actual)];
            TestWorkbook::default().row(SheetKind::Indicators, &row).cells_and_hints("HS-288")
        };
        assert_eq!(cells("triệu đồng", "1,2", "1,171"), [("E2".into(), None)]);
        assert!(cells("tỷ đồng", "1,2", "1,171").is_empty());
        assert!(cells("triệu đồng", "1.200", "1.171").is_empty());
        assert!(cells("triệu đồng", "12,5", "11,7").is_empty());
        assert!(cells("ha", "1,2", "1,171").is_empty());
    }
}
