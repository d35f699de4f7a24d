//! The words for an indicator compared with its plan, and with the same period a year ago.
//!
//! Owns the words of verdicts and differences. Rates differ by percentage points; part of a year's plan is named so.
//! Must not compute: the dossier does.

use rust_decimal::Decimal;

use crate::dossier::figures::{Change, Comparison, Figures, NO_BASE, NO_COMPARISON, POINTS, PlanOf, Verdict, printed};
use crate::dossier::{Direction, FigureType, Measurement};

/// The direction of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// More.
    Up,
    /// Less.
    Down,
    /// The same.
    Level,
}

impl Sign {
    fn of(amount: Decimal) -> Self {
        if amount.is_zero() {
            Self::Level
        } else if amount.is_sign_negative() {
            Self::Down
        } else {
            Self::Up
        }
    }
}

/// The verdict on an indicator against its plan, for a cell. Only where more is better, a plan is exceeded.
pub(crate) fn verdict(direction: Direction, comparison: &Comparison) -> &'static str {
    let is_year = matches!(comparison.plan, Some((_, PlanOf::Year)));
    match (comparison.verdict, is_year) {
        (Verdict::Exceeded | Verdict::Met, false) if direction != Direction::Higher => "Đạt yêu cầu",
        (Verdict::Exceeded | Verdict::Met, true) if direction != Direction::Higher => "Đạt yêu cầu của kế hoạch năm",
        (Verdict::Exceeded, false) => "Vượt",
        (Verdict::Exceeded, true) => "Đã vượt kế hoạch năm",
        (Verdict::Met, false) => "Đạt",
        (Verdict::Met, true) => "Đã đạt kế hoạch năm",
        (Verdict::NotMet, _) => "Không đạt",
        (Verdict::Unjudged, true) => "Đánh giá cuối năm",
        (Verdict::Unjudged, false) => "Chưa giao kế hoạch",
        (Verdict::NotReported, _) => "Chưa có số liệu",
    }
}

/// The judgement of an indicator at the end of its sentence: `vượt kế hoạch`; where more is not better, `đạt yêu cầu`.
pub(crate) fn judgement(figures: &Measurement, comparison: &Comparison) -> &'static str {
    let is_year = matches!(comparison.plan, Some((_, PlanOf::Year)));
    let is_more_better = figures.direction == Direction::Higher;
    match (comparison.verdict, is_year) {
        (Verdict::Exceeded, false) if is_more_better => "vượt kế hoạch",
        (Verdict::Exceeded, true) if is_more_better => "đã vượt kế hoạch năm",
        (Verdict::Met, false) if is_more_better => "đạt kế hoạch",
        (Verdict::Met, true) if is_more_better => "đã đạt kế hoạch năm",
        (Verdict::NotMet, _) if is_more_better => "không đạt kế hoạch",
        (Verdict::Exceeded | Verdict::Met, false) => "đạt yêu cầu",
        (Verdict::Exceeded | Verdict::Met, true) => "đạt yêu cầu của kế hoạch năm",
        (Verdict::NotMet, _) => "không đạt yêu cầu",
        (Verdict::Unjudged, true) => "đánh giá vào cuối năm",
        (Verdict::Unjudged, false) => "chưa giao kế hoạch",
        (Verdict::NotReported, _) => "chưa có số liệu",
    }
}

/// The distance from the plan, where there is no share of it: of a rate `cao hơn kế hoạch 3,00 điểm phần trăm`, of a
/// figure that is better when lower `thấp hơn mức kế hoạch 1 vụ`; `None` for other figures.
pub(crate) fn against_plan(figures: &Measurement, comparison: &Comparison, measure: &str) -> Option<String> {
    let gap = comparison.gap?;
    let is_rate = figures.figure_type == FigureType::Rate;
    // A sum that is low so far says nothing of the whole year.
    if !is_rate && comparison.verdict == Verdict::Unjudged {
        return None;
    }
    let plan = match (is_rate, comparison.plan.as_ref()?.1) {
        (true, PlanOf::Period) => "kế hoạch",
        (true, PlanOf::Year) => "kế hoạch năm",
        (false, PlanOf::Period) => "mức kế hoạch",
        (false, PlanOf::Year) => "mức kế hoạch năm",
    };
    let measure = if is_rate { POINTS } else { measure };
    let decimals = [comparison.measured.as_ref(), comparison.plan.as_ref().and_then(|(target, _)| target.amount())];
    let decimals = decimals.into_iter().flatten().map(|amount| amount.decimals).max().unwrap_or_default();
    Some(match Sign::of(gap) {
        Sign::Up => format!("cao hơn {plan} {} {measure}", printed(gap, decimals)),
        Sign::Down => format!("thấp hơn {plan} {} {measure}", printed(gap.abs(), decimals)),
        Sign::Level => format!("bằng {plan}"),
    })
}

/// The difference from a year ago, for a cell: `tăng 50`, `giảm 0,75 điểm phần trăm`, `không so sánh`; `None` where no
/// result was reported.
pub(crate) fn change(figures: &Measurement, comparison: &Comparison) -> Option<String> {
    comparison.actual.as_ref()?;
    let Some(change) = comparison.change else { return Some(NO_COMPARISON.to_owned()) };
    let points = if figures.figure_type == FigureType::Rate { format!(" {POINTS}") } else { String::new() };
    Some(match amount(change) {
        None => "không đổi".to_owned(),
        Some(words) if change.is_new => format!("{words}; mới phát sinh"),
        Some(words) => format!("{words}{points}"),
    })
}

/// The difference in hundredths of the base, for a cell: a dash where the base is 0, and for rates; `None` where there
/// is no difference to print.
pub(crate) fn change_percent(comparison: &Comparison, figures: &Figures) -> Option<String> {
    let percent = comparison.change?.percent;
    Some(percent.map_or_else(|| NO_BASE.to_owned(), |percent| figures.plain_percent(percent)))
}

/// The difference in a sentence: `tăng 50 tấn (7,69%) so với cùng kỳ năm trước`, of a year
/// `so với năm trước`; `None` where there is none to print.
pub(crate) fn in_a_sentence(
    figures: &Measurement,
    comparison: &Comparison,
    measure: &str,
    all: &Figures,
) -> Option<String> {
    let past = past(all);
    let change = comparison.change?;
    if change.is_new {
        return Some(format!("{past} chưa có"));
    }
    let Some(words) = amount(change) else { return Some(format!("bằng {past}")) };
    if figures.figure_type == FigureType::Rate {
        return Some(format!("{words} {POINTS} so với {past}"));
    }
    let percent = change.percent.map(|percent| format!(" ({})", all.percent(percent.abs()))).unwrap_or_default();
    let measure = if measure.is_empty() { String::new() } else { format!(" {measure}") };
    Some(format!("{words}{measure}{percent} so với {past}"))
}

/// The time that figures are compared with.
pub(crate) fn past(figures: &Figures) -> &'static str {
    if figures.is_of_a_year() { "năm trước" } else { "cùng kỳ năm trước" }
}

/// `tăng 50`, `giảm 0,75`; `None` where nothing changed.
fn amount(change: Change) -> Option<String> {
    let size = printed(change.amount.abs(), change.decimals);
    match Sign::of(change.amount) {
        Sign::Up => Some(format!("tăng {size}")),
        Sign::Down => Some(format!("giảm {size}")),
        Sign::Level => None,
    }
}
