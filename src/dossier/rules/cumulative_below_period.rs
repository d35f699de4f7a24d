//! HS-150: the sum from the beginning of the year is below what was reached in the period alone.
//!
//! Why: the year contains the period, so one of the two is wrong; both are printed. Source: workbook contract, Chỉ tiêu,
//! Thực hiện kỳ and Lũy kế. Not reported for rates and figures as of a day, which are not summed.

use super::ResultFacts;
use super::fraction_of_count::as_held;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{FigureType, MeasureKind};

/// The sum from the beginning of the year is below what was reached in the period alone.
pub(super) struct CumulativeBelowPeriod;

impl Rule<ResultFacts<'_>> for CumulativeBelowPeriod {
    fn code(&self) -> &'static str {
        "HS-150"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for measured in facts.measured() {
            let figures = measured.figures;
            let is_summed = figures.figure_type == FigureType::Cumulative && measured.kind != MeasureKind::Difference;
            let (Some(actual), Some(cumulative)) = (&figures.actual, &figures.cumulative) else { continue };
            if is_summed && cumulative.value < actual.value {
                let message = Diagnostic::warning(self.code()).at(&cumulative.at).also_at(&actual.at);
                let message = message.with("indicator", &measured.name).with("cumulative", as_held(cumulative));
                out.report(message.with("actual", as_held(actual)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, Cumulative, FigureType, Indicator, Measure};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_sum_below_its_part_is_reported() {
        let cells = |figure_type, actual, cumulative| {
            let row = [
                (Code, "CT-1"),
                (Indicator, "Số hộ"),
                (Measure, "hộ"),
                (FigureType, figure_type),
                (Actual, actual),
                (Cumulative, cumulative),
            ];
            TestWorkbook::default().row(SheetKind::Indicators, &row).cells_and_hints("HS-150")
        };
        assert_eq!(cells("Lũy kế", "171", "100"), [("F2".into(), None)]);
        assert!(cells("Lũy kế", "171", "171").is_empty());
        assert!(cells("Thời điểm", "171", "100").is_empty());
    }
}
