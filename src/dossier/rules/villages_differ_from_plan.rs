//! HS-075: the villages' plans, or what all of them reached, do not add up to the commune's.
//!
//! Why: the same figure is printed in two annexes, and readers add it up. Source: domain 5.1, invariants.

use rust_decimal::Decimal;

use super::ResultFacts;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::{Amount, FigureType, MeasureKind, Measurement, Target, VillageIndicator};

/// The villages' plans, or what all of them reached, do not add up to the commune's.
pub(super) struct VillagesDifferFromPlan;

impl Rule<ResultFacts<'_>> for VillagesDifferFromPlan {
    fn code(&self) -> &'static str {
        "HS-075"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for (index, rows) in facts.rows_of_villages() {
            let figures = &facts.indicators[index].measurement;
            let mut compare = |field: Field, of_commune: &[&Amount], sum: Option<Sum>| {
                let (Some(sum), Some(first)) = (sum, of_commune.first()) else { return };
                // The villages' figures may be of the period or of the year.
                if of_commune.iter().any(|amount| amount.value == sum.value) {
                    return;
                }
                let message = Diagnostic::warning(self.code()).at(&first.at).also_at(sum.at);
                let message = message.with("indicator", facts.indicators[index].name.as_deref().unwrap_or_default());
                let message =
                    message.with("column", SheetKind::VillageIndicators.heading(field)).with("plan", first.printed());
                out.report(message.with("sum", crate::dossier::figures::printed(sum.value, sum.decimals)));
            };
            if figures.figure_type != FigureType::Rate {
                let plans = [&figures.planned, &figures.planned_year].into_iter().flatten();
                let plans: Vec<&Amount> = plans.filter_map(Target::amount).collect();
                compare(Field::Planned, &plans, sum(&rows, |of| of.planned.as_ref()?.amount()));
            }
            let is_whole = || facts.current_villages.iter().all(|name| rows.iter().any(|row| row.village == **name));
            // Without a figure of the period, the commune's figure is of a longer time than the villages' figures.
            // Of figures as of a day, only things that are counted add up.
            let is_summed = figures.figure_type == FigureType::Cumulative
                || figures.figure_type == FigureType::PointInTime && facts.indicators[index].kind == MeasureKind::Count;
            if is_summed && figures.actual.is_some() && is_whole() {
                let reached: Vec<&Amount> = [&figures.actual, &figures.cumulative].into_iter().flatten().collect();
                compare(Field::Actual, &reached, sum(&rows, |of| of.actual.as_ref()));
            }
        }
    }
}

/// The sum of the villages' figures.
struct Sum<'a> {
    value: Decimal,
    decimals: u32,
    /// The cell of the first summand.
    at: &'a Place,
}

/// The sum; `None` where any village has no figure.
fn sum<'a>(rows: &[&'a VillageIndicator], of: impl Fn(&'a Measurement) -> Option<&'a Amount>) -> Option<Sum<'a>> {
    let amounts: Vec<&Amount> = rows.iter().map(|row| of(&row.measurement)).collect::<Option<_>>()?;
    let value = amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount.value))?;
    let decimals = amounts.iter().map(|amount| amount.decimals).max()?;
    Some(Sum { value, decimals, at: &amounts.first()?.at })
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{
        Actual, Code, Cumulative, FigureType, Indicator, Measure, Planned, PlannedYear, Village,
    };
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn workbook(of_period: &str, of_year: &str, figure_type: &str, villages: [&str; 2]) -> TestWorkbook {
        let known = [
            (Code, "CT-1"),
            (Indicator, "Hộ dùng nước sạch"),
            (Measure, "hộ"),
            (Planned, of_period),
            (PlannedYear, of_year),
            (FigureType, figure_type),
        ];
        let workbook = TestWorkbook::default().row(SheetKind::Indicators, &known);
        villages.into_iter().zip(["Thôn Đông", "Thôn Tây"]).fold(workbook, |workbook, (plan, village)| {
            let row = [(Village, village), (Code, "CT-1"), (Planned, plan), (Actual, "")];
            workbook.row(SheetKind::VillageIndicators, &row)
        })
    }

    #[test]
    fn a_sum_that_equals_neither_plan_is_reported_at_the_plan() {
        assert_eq!(workbook("300", "600", "", ["120", "80"]).cells_and_hints("HS-075"), [("D2".into(), None)]);
        assert!(workbook("200", "600", "", ["120", "80"]).messages("HS-075").is_empty());
        assert!(workbook("100", "200", "", ["120", "80"]).messages("HS-075").is_empty());
    }

    #[test]
    fn a_village_without_a_plan_and_rates_are_not_reported() {
        assert!(workbook("300", "", "", ["120", ""]).messages("HS-075").is_empty());
        assert!(workbook("95", "", "Tỷ lệ", ["90", "98"]).messages("HS-075").is_empty());
    }

    fn reached(of_period: &str, so_far: &str, villages: [&str; 2]) -> Vec<(String, Option<&'static str>)> {
        let known = [(Code, "CT-1"), (Indicator, "Hộ"), (Actual, of_period), (Cumulative, so_far)];
        let workbook = TestWorkbook::default().row(SheetKind::Indicators, &known);
        let workbook =
            villages.into_iter().zip(["Thôn Đông", "Thôn Tây"]).fold(workbook, |workbook, (reached, village)| {
                let row = [(Village, village), (Code, "CT-1"), (Actual, reached)];
                workbook.row(SheetKind::VillageIndicators, &row)
            });
        workbook.cells_and_hints("HS-075")
    }

    #[test]
    fn a_sum_that_differs_from_the_communes_figure_is_reported() {
        assert_eq!(reached("20", "", ["12", "6"]), [("C2".into(), None)]);
        assert!(reached("18", "", ["12", "6"]).is_empty());
        assert!(reached("9", "18", ["12", "6"]).is_empty());
        assert!(reached("", "20", ["12", "6"]).is_empty());
        assert!(reached("20", "", ["12", ""]).is_empty());
    }
}
