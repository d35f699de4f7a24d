//! HS-264: all figures of a share are fractions: 0,8; 0,75; 0,784 for 80, 75 and 78,4 %.
//!
//! Why: Excel holds 80 % as 0,8; a row typed or pasted so prints shares below one percent. Source: workbook contract,
//! Chỉ tiêu. Where other figures of the row are percentages, HS-082 asks.

use rust_decimal::Decimal;

use super::ResultFacts;
use super::fraction_of_count::as_held;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::figures::printed;
use crate::dossier::{Amount, Direction, MeasureKind};

/// All figures of a share are fractions.
pub(super) struct ShareBelowOne;

impl Rule<ResultFacts<'_>> for ShareBelowOne {
    fn code(&self) -> &'static str {
        "HS-264"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for indicator in facts.indicators.iter().filter(|indicator| indicator.kind == MeasureKind::Share) {
            let figures: Vec<&Amount> = indicator.measurement.figures().map(|(_, amount)| amount).collect();
            let is_fraction = |amount: &&Amount| amount.value >= Decimal::new(1, 1) && amount.value <= Decimal::ONE;
            let is_sought = indicator.measurement.direction == Direction::Higher;
            let (true, [first, _, ..]) = (is_sought && figures.iter().all(is_fraction), figures.as_slice()) else {
                continue;
            };
            let hundredths = (first.value * Decimal::ONE_HUNDRED).normalize();
            let message = Diagnostic::warning(self.code()).at(&first.at);
            let message = message.with("indicator", indicator.name.as_deref().unwrap_or_default());
            let message = message.with("value", as_held(first));
            out.report(message.with("hundredths", printed(hundredths, hundredths.scale())));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, Indicator, Measure, Planned};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_row_of_fractions_is_reported() {
        let cells = |planned, actual| {
            let row = [
                (Code, "CT-1"),
                (Indicator, "Tỷ lệ hồ sơ nộp trực tuyến"),
                (Measure, "%"),
                (Planned, planned),
                (Actual, actual),
            ];
            TestWorkbook::default().row(SheetKind::Indicators, &row).cells_and_hints("HS-264").len()
        };
        assert_eq!(cells("0,75", "0,784"), 1);
        assert_eq!(cells("75", "78,4"), 0);
        assert_eq!(cells("0,02", "0,03"), 0);
    }
}
