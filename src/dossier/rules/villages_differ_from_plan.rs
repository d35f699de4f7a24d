//! HS-075: the villages' plans do not add up to the commune's.
//!
//! Why: the same plan is printed in two annexes; the reader adds up. Source: domain 5.1, invariants. Wrong: plans 120, 80
//! and 95 of villages, 300 of the commune. Right: 295, or the five that are left over are somebody's.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{FigureType, Target};

/// The villages' plans do not add up to the commune's.
pub(super) struct VillagesDifferFromPlan;

impl Rule<ResultFacts<'_>> for VillagesDifferFromPlan {
    fn code(&self) -> &'static str {
        "HS-075"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let mut sums: BTreeMap<usize, Option<(Decimal, u32)>> = BTreeMap::new();
        for row in facts.village_indicators {
            let Some(index) = row.indicator else { continue };
            let sum = sums.entry(index).or_insert(Some((Decimal::ZERO, 0)));
            // Of a village without a plan nothing is known: the sum says nothing then.
            let plan = row.measurement.planned.as_ref().and_then(Target::amount);
            *sum = sum
                .zip(plan)
                .and_then(|((sum, decimals), plan)| Some((sum.checked_add(plan.value)?, decimals.max(plan.decimals))));
        }
        for (index, sum) in sums {
            let known = &facts.indicators[index];
            let figures = &known.measurement;
            let plans = [&figures.planned, &figures.planned_year].into_iter().flatten();
            let plans: Vec<_> = plans.filter_map(Target::amount).collect();
            let (Some((sum, decimals)), Some(first)) = (sum, plans.first()) else { continue };
            // Villages' plans may be of the period or of the year.
            if figures.figure_type != FigureType::Rate && plans.iter().all(|plan| plan.value != sum) {
                let message = Diagnostic::warning(self.code()).at(&first.at).with("plan", first.printed());
                let message = message.with("indicator", known.name.as_deref().unwrap_or_default());
                out.report(message.with("sum", crate::dossier::figures::printed(sum, decimals)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, FigureType, Indicator, Measure, Planned, PlannedYear, Village};
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
}
