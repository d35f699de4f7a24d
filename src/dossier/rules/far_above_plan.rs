//! HS-152: what was reached is several times the plan.
//!
//! Why: a digit too many, or a figure of another village or column, multiplies the share; the paper then says «vượt».
//! Source: workbook contract, Chỉ tiêu and Chỉ tiêu thôn. Of a plan of a few, several times as many is common.

use rust_decimal::Decimal;

use super::fraction_of_count::as_held;
use super::{FiguresOfRow, ResultFacts};
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::figures::printed;
use crate::dossier::{Amount, MeasureKind, Target};

/// What was reached is several times the plan.
pub(super) struct FarAbovePlan;

/// How many times the plan is more than any office exceeds one by.
const TIMES: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

impl Rule<ResultFacts<'_>> for FarAbovePlan {
    fn code(&self) -> &'static str {
        "HS-152"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for measured in facts.measured() {
            let Some((plan, reached)) = compared(&measured) else { continue };
            let is_far = TIMES.checked_mul(plan.value).is_some_and(|limit| reached.value >= limit);
            if !is_far || plan.value <= Decimal::ZERO || reached.value - plan.value < Decimal::TEN {
                continue;
            }
            let message = Diagnostic::warning(self.code()).at(&reached.at).also_at(&plan.at);
            let message = message.with("indicator", &measured.name).with("plan", as_held(plan));
            let message = message.with("reached", as_held(reached));
            out.report(match likely(plan.value, reached.value, measured.kind) {
                Some(likely) => message.with("likely", likely).hint("likely"),
                None => message,
            });
        }
    }
}

/// The plan, and what is compared with it.
fn compared<'a>(measured: &FiguresOfRow<'a>) -> Option<(&'a Amount, &'a Amount)> {
    let figures = measured.figures;
    if matches!(measured.kind, MeasureKind::Share | MeasureKind::Difference) {
        return None;
    }
    let of_year = figures.planned_year.as_ref().zip(figures.cumulative.as_ref().or(figures.actual.as_ref()));
    let of_period = figures.planned.as_ref().zip(figures.actual.as_ref().or(figures.cumulative.as_ref()));
    let (plan, reached) = of_period.or(of_year)?;
    Some((Target::amount(plan)?, reached))
}

/// The figure without a digit, or with its dot as a decimal mark, where that is near the plan.
fn likely(plan: Decimal, reached: Decimal, kind: MeasureKind) -> Option<String> {
    let is_near = |figure: &Decimal| *figure * Decimal::TWO >= plan && *figure <= plan * Decimal::TWO;
    let is_whole = |figure: &Decimal| kind != MeasureKind::Count || figure.fract().is_zero();
    let candidates = [reached / Decimal::TEN, reached / Decimal::ONE_THOUSAND];
    let figure = candidates.into_iter().find(|figure| is_near(figure) && is_whole(figure))?.normalize();
    Some(printed(figure, figure.scale()))
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, Indicator, Measure, Planned, Village};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn found(measure: &str, planned: &str, actual: &str) -> Vec<(String, Option<&'static str>)> {
        let workbook = TestWorkbook::default()
            .row(SheetKind::Indicators, &[(Code, "CT-1"), (Indicator, "Kết quả"), (Measure, measure)]);
        let row = [(Village, "Thôn Đông"), (Code, "CT-1"), (Planned, planned), (Actual, actual)];
        workbook.row(SheetKind::VillageIndicators, &row).cells_and_hints("HS-152")
    }

    #[test]
    fn a_village_at_many_times_its_plan_is_reported() {
        assert_eq!(found("hộ", "20", "180"), [("D2".into(), Some("likely"))]);
        assert_eq!(found("hộ", "20", "216"), [("D2".into(), None)]);
        assert_eq!(found("ha", "2", "1.171"), [("D2".into(), Some("likely"))]);
    }

    #[test]
    fn a_plan_of_a_few_may_be_exceeded() {
        assert!(found("mô hình", "1", "6").is_empty());
        assert!(found("hộ", "20", "27").is_empty());
        assert!(found("hộ", "0", "27").is_empty());
    }
}
