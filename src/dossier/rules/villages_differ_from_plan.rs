//! HS-075: the villages' plans, or what all of them reached, do not add up to the commune's.
//!
//! Why: the same figure is printed in two annexes; the reader adds up. Source: domain 5.1, invariants. Wrong: plans 120, 80
//! and 95 of villages, 300 of the commune. Right: 295, or the five that are left over are somebody's.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::ResultFacts;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::{Amount, FigureType, Measurement, Target, VillageIndicator};

/// The villages' plans, or what all of them reached, do not add up to the commune's.
pub(super) struct VillagesDifferFromPlan;

impl Rule<ResultFacts<'_>> for VillagesDifferFromPlan {
    fn code(&self) -> &'static str {
        "HS-075"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let mut rows: BTreeMap<usize, Vec<&VillageIndicator>> = BTreeMap::new();
        for row in facts.village_indicators {
            if let Some(index) = row.indicator {
                rows.entry(index).or_default().push(row);
            }
        }
        for (index, rows) in rows {
            let figures = &facts.indicators[index].measurement;
            let mut tell = |field: Field, of_commune: &[&Amount], sum: Option<Sum>| {
                let (Some(sum), Some(first)) = (sum, of_commune.first()) else { return };
                // Villages' figures may be of the period or of the year.
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
                tell(Field::Planned, &plans, sum(&rows, |of| of.planned.as_ref()?.amount()));
            }
            let is_whole = || facts.standing_villages.iter().all(|name| rows.iter().any(|row| row.village == **name));
            // What was reached so far is another time than the villages' where the commune has no figure of the period.
            if figures.figure_type == FigureType::Cumulative && figures.actual.is_some() && is_whole() {
                let reached: Vec<&Amount> = [&figures.actual, &figures.cumulative].into_iter().flatten().collect();
                tell(Field::Actual, &reached, sum(&rows, |of| of.actual.as_ref()));
            }
        }
    }
}

/// What the villages have together.
struct Sum<'a> {
    value: Decimal,
    decimals: u32,
    /// The first of the cells.
    at: &'a Place,
}

/// Of a village without a figure nothing is known: the sum says nothing then.
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
    use crate::dossier::rules::made::Made;

    fn made(of_period: &str, of_year: &str, figure_type: &str, villages: [&str; 2]) -> Made {
        let known = [
            (Code, "CT-1"),
            (Indicator, "Hộ dùng nước sạch"),
            (Measure, "hộ"),
            (Planned, of_period),
            (PlannedYear, of_year),
            (FigureType, figure_type),
        ];
        let made = Made::default().row(SheetKind::Indicators, &known);
        villages.into_iter().zip(["Thôn Đông", "Thôn Tây"]).fold(made, |made, (plan, village)| {
            let row = [(Village, village), (Code, "CT-1"), (Planned, plan), (Actual, "")];
            made.row(SheetKind::VillageIndicators, &row)
        })
    }

    #[test]
    fn a_sum_that_is_neither_plan_is_told_at_the_plan() {
        assert_eq!(made("300", "600", "", ["120", "80"]).cells_and_hints("HS-075"), [("D2".into(), None)]);
        assert!(made("200", "600", "", ["120", "80"]).told("HS-075").is_empty());
        assert!(made("100", "200", "", ["120", "80"]).told("HS-075").is_empty());
    }

    #[test]
    fn a_village_without_a_plan_and_rates_say_nothing() {
        assert!(made("300", "", "", ["120", ""]).told("HS-075").is_empty());
        assert!(made("95", "", "Tỷ lệ", ["90", "98"]).told("HS-075").is_empty());
    }

    fn reached(of_period: &str, so_far: &str, villages: [&str; 2]) -> Vec<(String, Option<&'static str>)> {
        let known = [(Code, "CT-1"), (Indicator, "Hộ"), (Actual, of_period), (Cumulative, so_far)];
        let made = Made::default().row(SheetKind::Indicators, &known);
        let made = villages.into_iter().zip(["Thôn Đông", "Thôn Tây"]).fold(made, |made, (reached, village)| {
            let row = [(Village, village), (Code, "CT-1"), (Actual, reached)];
            made.row(SheetKind::VillageIndicators, &row)
        });
        made.cells_and_hints("HS-075")
    }

    #[test]
    fn what_all_villages_reached_is_what_the_commune_did() {
        assert_eq!(reached("20", "", ["12", "6"]), [("C2".into(), None)]);
        assert!(reached("18", "", ["12", "6"]).is_empty());
        assert!(reached("9", "18", ["12", "6"]).is_empty());
        assert!(reached("", "20", ["12", "6"]).is_empty());
        assert!(reached("20", "", ["12", ""]).is_empty());
    }
}
