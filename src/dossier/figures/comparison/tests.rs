//! Indicators of domain 5.4 and the cases of the contract, each as a clerk would fill it in.

use super::*;
use crate::diag::Place;

fn decimal(plain: &str) -> Decimal {
    Decimal::from_str_exact(plain).expect("a test writes numbers")
}

fn amount(plain: &str) -> Amount {
    let value = decimal(plain);
    Amount { value, decimals: value.scale(), at: Place::default() }
}

fn figures(direction: Direction, figure_type: FigureType) -> Measurement {
    Measurement { direction, figure_type, ..Measurement::default() }
}

fn planned(plain: &str) -> Target {
    Target::Amount(amount(plain))
}

fn base(plain: &str) -> Base {
    Base { amount: amount(plain), summands: Vec::new() }
}

fn compared(figures: &Measurement, period: &str) -> Comparison {
    Comparison::of(figures, Some(Period::parse(period).expect("a period")))
}

const HALF: &str = "6 tháng đầu năm 2026";
const SECOND_HALF: &str = "6 tháng cuối năm 2026";
const YEAR: &str = "năm 2026";

#[test]
fn in_mid_year_the_plan_of_the_year_gives_a_share_but_no_verdict() {
    let figures = Measurement {
        planned_year: Some(planned("2000")),
        actual: Some(amount("700")),
        same_period: Some(base("650")),
        ..Measurement::default()
    };
    let half = compared(&figures, HALF);
    assert_eq!((half.percent, half.verdict), (Some(decimal("35")), Verdict::Unjudged));
    let change = half.change.expect("a base");
    assert_eq!((change.amount, change.is_new), (decimal("50"), false));
    assert_eq!(change.percent.map(|percent| percent.round_dp(2)), Some(decimal("7.69")));
    assert_eq!(compared(&figures, YEAR).verdict, Verdict::NotMet);
}

#[test]
fn a_plan_of_the_year_can_be_met_early() {
    let figures =
        Measurement { planned_year: Some(planned("2000")), cumulative: Some(amount("2000")), ..Measurement::default() };
    assert_eq!(compared(&figures, HALF).verdict, Verdict::Met);
}

#[test]
fn an_upper_bound_can_be_missed_but_not_met_before_the_year_ends() {
    let lower = |reached: &str| Measurement {
        planned_year: Some(planned("20")),
        cumulative: Some(amount(reached)),
        ..figures(Direction::Lower, FigureType::Cumulative)
    };
    assert_eq!(compared(&lower("12"), HALF).verdict, Verdict::Unjudged);
    assert_eq!(compared(&lower("21"), HALF).verdict, Verdict::NotMet);
    assert_eq!(compared(&lower("12"), SECOND_HALF).verdict, Verdict::Exceeded);
    assert_eq!(compared(&lower("12"), HALF).percent, None);
}

#[test]
fn a_rate_below_its_bound_is_met_in_mid_year_and_exceeded_at_the_end() {
    let poverty = Measurement {
        planned_year: Some(planned("3.20")),
        actual: Some(amount("2.90")),
        ..figures(Direction::Lower, FigureType::Rate)
    };
    assert_eq!(compared(&poverty, HALF).verdict, Verdict::Met);
    assert_eq!(compared(&poverty, SECOND_HALF).verdict, Verdict::Exceeded);
}

#[test]
fn rates_differ_by_percentage_points() {
    let poverty = Measurement {
        planned: Some(planned("2.50")),
        actual: Some(amount("2.10")),
        same_period: Some(base("2.85")),
        ..figures(Direction::Lower, FigureType::Rate)
    };
    let poverty = compared(&poverty, HALF);
    assert_eq!((poverty.percent, poverty.gap, poverty.verdict), (None, Some(decimal("-0.40")), Verdict::Exceeded));
    let change = poverty.change.expect("a base");
    assert_eq!((change.amount, change.percent, change.decimals), (decimal("-0.75"), None, 2));
}

#[test]
fn a_change_from_zero_is_new_and_has_no_percentage() {
    let of = |actual: &str, before: Option<Base>| {
        let figures = Measurement { actual: Some(amount(actual)), same_period: before, ..Measurement::default() };
        compared(&figures, HALF).change
    };
    assert_eq!(of("3", Some(base("0"))).map(|change| (change.percent, change.is_new)), Some((None, true)));
    assert_eq!(of("0", Some(base("0"))).map(|change| change.is_new), Some(false));
    assert_eq!(of("3", None), None);
}

#[test]
fn a_range_is_met_and_never_exceeded() {
    let of = |reached: &str| {
        let target = Target::Range { low: amount("45"), high: amount("50") };
        let within = figures(Direction::Within, FigureType::PointInTime);
        compared(&Measurement { planned: Some(target), actual: Some(amount(reached)), ..within }, HALF)
    };
    assert_eq!(["45", "50", "44.9", "51"].map(|reached| of(reached).verdict), {
        use Verdict::{Met, NotMet};
        [Met, Met, NotMet, NotMet]
    });
    assert_eq!(of("47").percent, None);
}

#[test]
fn the_plan_of_the_period_comes_first_and_is_compared_with_its_own_figure() {
    let figures = Measurement {
        planned_year: Some(planned("2000")),
        planned: Some(planned("900")),
        actual: Some(amount("900")),
        cumulative: Some(amount("1500")),
        ..Measurement::default()
    };
    let half = compared(&figures, SECOND_HALF);
    assert_eq!((half.percent, half.verdict), (Some(decimal("100")), Verdict::Met));
    let by_year = compared(&Measurement { planned: None, ..figures }, SECOND_HALF);
    assert_eq!((by_year.percent, by_year.verdict), (Some(decimal("75")), Verdict::NotMet));
    assert_eq!(by_year.actual, Some(amount("900")));
}

#[test]
fn a_missing_figure_is_not_a_zero() {
    let not_reported = Measurement { planned: Some(planned("10")), ..Measurement::default() };
    let not_reported = compared(&not_reported, HALF);
    assert_eq!((not_reported.verdict, not_reported.percent), (Verdict::NotReported, None));
    let without_plan = Measurement { actual: Some(amount("10")), ..Measurement::default() };
    assert_eq!(compared(&without_plan, HALF).verdict, Verdict::Unjudged);
    let of_nothing = Measurement { planned: Some(planned("0")), actual: Some(amount("2")), ..Measurement::default() };
    let of_nothing = compared(&of_nothing, HALF);
    assert_eq!((of_nothing.verdict, of_nothing.percent), (Verdict::Exceeded, None));
}

#[test]
fn a_negative_plan_has_no_share() {
    let figures = Measurement { planned: Some(planned("-5")), actual: Some(amount("3")), ..Measurement::default() };
    let compared = compared(&figures, HALF);
    assert_eq!((compared.percent, compared.verdict), (None, Verdict::Exceeded));
}

#[test]
fn in_the_last_part_of_a_year_its_plan_is_judged_but_stays_a_plan_of_the_year() {
    let figures =
        Measurement { planned_year: Some(planned("20")), cumulative: Some(amount("18")), ..Measurement::default() };
    let last = compared(&figures, SECOND_HALF);
    assert_eq!((last.plan.map(|(_, of)| of), last.verdict), (Some(PlanOf::Year), Verdict::NotMet));
    assert_eq!(compared(&figures, YEAR).plan.map(|(_, of)| of), Some(PlanOf::Period));
}
