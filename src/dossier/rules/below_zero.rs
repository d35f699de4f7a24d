//! HS-148: a figure is below zero where none can be: a count, a share.
//!
//! Why: a dash typed before a figure makes it negative, and the paper would print −171 households. Source: workbook
//! contract, Chỉ tiêu; Kết quả, Tỷ lệ (%). A growth or a difference may be below zero; of money it is only a warning.

use rust_decimal::Decimal;

use super::ResultFacts;
use super::fraction_of_count::as_held;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{Amount, MeasureKind};

/// A figure is below zero where none can be.
pub(super) struct BelowZero;

impl Rule<ResultFacts<'_>> for BelowZero {
    fn code(&self) -> &'static str {
        "HS-148"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for measured in facts.measured() {
            for (_, amount) in measured.figures.figures().filter(|(_, amount)| amount.value < Decimal::ZERO) {
                let message = match measured.kind {
                    MeasureKind::Difference => continue,
                    MeasureKind::Amount => Diagnostic::warning(self.code()),
                    MeasureKind::Count | MeasureKind::Share | MeasureKind::Fulfilment => Diagnostic::error(self.code()),
                };
                out.report(worded(message, amount).with("indicator", &measured.name));
            }
        }
        for report in facts.completions {
            if let Some(value) = report.percent.filter(|percent| *percent < Decimal::ZERO) {
                let percent = Amount { value, decimals: 0, at: report.percent_at.clone() };
                let name = report.task_short_name();
                out.report(worded(Diagnostic::warning(self.code()), &percent).with("indicator", name));
            }
        }
    }
}

fn worded(message: Diagnostic, amount: &Amount) -> Diagnostic {
    let positive = Amount { value: amount.value.abs(), ..amount.clone() };
    message.at(&amount.at).with("value", as_held(amount)).with("positive", as_held(&positive))
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, Indicator, Measure};
    use crate::contract::SheetKind;
    use crate::diag::Severity;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn severities(name: &str, measure: &str, actual: &str) -> Vec<Severity> {
        let row = [(Code, "CT-1"), (Indicator, name), (Measure, measure), (Actual, actual)];
        let found = TestWorkbook::default().row(SheetKind::Indicators, &row).messages("HS-148");
        found.iter().map(|message| message.severity).collect()
    }

    #[test]
    fn what_cannot_be_below_zero_is_an_error() {
        assert_eq!(severities("Số hộ dùng nước sạch", "hộ", "-171"), [Severity::Error]);
        assert_eq!(severities("Tỷ lệ hộ nghèo", "%", "-2,1"), [Severity::Error]);
        assert_eq!(severities("Thu ngân sách", "triệu đồng", "-12"), [Severity::Warning]);
    }

    #[test]
    fn a_growth_may_be_below_zero() {
        assert!(severities("Tốc độ tăng thu nhập", "%", "-1,5").is_empty());
        assert!(severities("Số hộ dùng nước sạch", "hộ", "0").is_empty());
    }
}
