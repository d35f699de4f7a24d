//! HS-151: the plan of the year is below that of the period.
//!
//! Why: the year contains the period, so one of the two is wrong, or they changed places. Source: workbook contract,
//! Chỉ tiêu, Kế hoạch năm and Kế hoạch kỳ. Not reported for rates and figures as of a day, which rise and fall.

use super::ResultFacts;
use super::fraction_of_count::as_held;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{FigureType, MeasureKind, Target};

/// The plan of the year is below that of the period.
pub(super) struct YearBelowPeriod;

impl Rule<ResultFacts<'_>> for YearBelowPeriod {
    fn code(&self) -> &'static str {
        "HS-151"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for measured in facts.measured() {
            let figures = measured.figures;
            let amount = |plan: &'_ Option<Target>| plan.as_ref().and_then(Target::amount).cloned();
            let (Some(year), Some(period)) = (amount(&figures.planned_year), amount(&figures.planned)) else {
                continue;
            };
            let is_summed = figures.figure_type == FigureType::Cumulative && measured.kind != MeasureKind::Difference;
            if year.value < period.value && is_summed {
                let message = Diagnostic::warning(self.code()).at(&year.at).also_at(&period.at);
                let message = message.with("indicator", &measured.name).with("year", as_held(&year));
                out.report(message.with("period", as_held(&period)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Direction, FigureType, Indicator, Measure, Planned, PlannedYear};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn a_year_below_its_period_is_reported() {
        let cells = |direction, figure_type, year, period| {
            let row = [
                (Code, "CT-1"),
                (Indicator, "Số hộ"),
                (Measure, "hộ"),
                (Direction, direction),
                (FigureType, figure_type),
                (PlannedYear, year),
                (Planned, period),
            ];
            TestWorkbook::default().row(SheetKind::Indicators, &row).cells_and_hints("HS-151")
        };
        assert_eq!(cells("", "Lũy kế", "100", "210"), [("F2".into(), None)]);
        assert_eq!(cells("Càng thấp càng tốt", "Lũy kế", "3", "10"), [("F2".into(), None)]);
        assert!(cells("Càng thấp càng tốt", "Thời điểm", "58", "63").is_empty());
        assert!(cells("", "Lũy kế", "300", "210").is_empty());
    }
}
