//! One indicator's figures compared: with its plan, and with the same period a year ago.
//!
//! Owns which plan a period is judged by, which figure is the better, and what can't be decided. Must not print. A part
//! of a year is never judged by the plan of the year as if it were the whole.

use rust_decimal::Decimal;

use super::ratio::percent_of;
use crate::contract::Field;
use crate::dossier::amounts::Amount;
use crate::dossier::measurement::{Base, Direction, FigureType, Measurement, Target};
use crate::dossier::period::Period;

/// Which plan an indicator is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanOf {
    /// Kế hoạch kỳ, or the plan of the year where the period is the whole year.
    Period,
    /// Kế hoạch năm, where the period is a part of the year: before the year ends only the share can be given.
    Year,
}

/// The verdict on an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Strictly better than planned.
    Exceeded,
    /// As planned.
    Met,
    /// Worse than planned.
    NotMet,
    /// There is no plan, or the year is not over.
    Unjudged,
    /// What was reached is not reported.
    NotReported,
}

/// An indicator's figures side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The plan it is compared with, and the time it is for; `None` where there is none.
    pub plan: Option<(Target, PlanOf)>,
    /// What was reached in the period, or else so far this year.
    pub actual: Option<Amount>,
    /// What is compared with the plan: what was reached in the time that the plan is for.
    pub measured: Option<Amount>,
    /// The figure of the same period a year ago.
    pub base: Option<Base>,
    /// Share of the plan, in hundredths, unrounded; `None` where a share has no meaning.
    pub percent: Option<Decimal>,
    /// The distance from the plan, above 0 where higher: of a rate in percentage points; of a figure that is better when
    /// lower, which has no share, in its unit. `None` for other figures.
    pub gap: Option<Decimal>,
    /// The verdict by its plan.
    pub verdict: Verdict,
    /// The difference from the same period a year ago: above 0 is more.
    pub change: Option<Change>,
}

/// A difference from the same period a year ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The difference; of rates in percentage points.
    pub amount: Decimal,
    /// Its decimals.
    pub decimals: u32,
    /// In hundredths of the base, unrounded; `None` for rates, and where the base is 0.
    pub percent: Option<Decimal>,
    /// Whether there was nothing a year ago and there is something now.
    pub is_new: bool,
    /// Whether there was nothing a year ago, so that no share can be computed.
    pub has_no_base: bool,
}

impl Comparison {
    /// Compares; `period` decides whether the plan of the year applies to it.
    #[must_use]
    pub fn of(figures: &Measurement, period: Option<Period>) -> Self {
        let plan = plan(figures, period);
        let (by_period, so_far) = (figures.actual.as_ref(), figures.cumulative.as_ref());
        let actual = by_period.or(so_far).cloned();
        let is_year_plan = figures.planned.is_none();
        let measured = if is_year_plan { so_far.or(by_period) } else { by_period.or(so_far) }.cloned();
        let is_final = is_final(figures, period);
        let compared = Compared { figures, plan: plan.as_ref(), measured: measured.as_ref(), is_final };
        let change = actual.as_ref().zip(figures.same_period.as_ref());
        Self {
            percent: compared.percent(),
            gap: compared.gap(),
            verdict: compared.verdict(),
            change: change.and_then(|(actual, base)| change_of(actual, base, figures.figure_type)),
            base: figures.same_period.clone(),
            plan,
            actual,
            measured,
        }
    }
}

/// The plan, and whether it is for the time that the figures cover. A plan of the period that can't be read is not
/// replaced by the plan of the year.
fn plan(figures: &Measurement, period: Option<Period>) -> Option<(Target, PlanOf)> {
    if let Some(planned) = &figures.planned {
        return Some((planned.clone(), PlanOf::Period));
    }
    let year = figures.planned_year.clone().filter(|_| !figures.is_unread(Field::Planned))?;
    let is_whole_year = period.is_some_and(Period::is_whole_year);
    Some((year, if is_whole_year { PlanOf::Period } else { PlanOf::Year }))
}

/// Whether the figures are final for the year.
fn is_final(figures: &Measurement, period: Option<Period>) -> bool {
    let Some(period) = period.filter(|period| period.ends_a_year()) else { return false };
    let is_of_whole_year = figures.cumulative.is_some() || figures.figure_type != FigureType::Cumulative;
    period.is_whole_year() || is_of_whole_year
}

struct Compared<'a> {
    figures: &'a Measurement,
    plan: Option<&'a (Target, PlanOf)>,
    measured: Option<&'a Amount>,
    is_final: bool,
}

impl Compared<'_> {
    fn amounts(&self) -> Option<(Decimal, Decimal)> {
        Some((self.measured?.value, self.plan?.0.amount()?.value))
    }

    /// A share has a meaning only where more is better, the figures can be summed and the plan is above 0.
    fn percent(&self) -> Option<Decimal> {
        let says_something =
            self.figures.direction == Direction::Higher && self.figures.figure_type != FigureType::Rate;
        let (measured, planned) = self.amounts().filter(|_| says_something)?;
        percent_of(measured, planned).filter(|_| planned > Decimal::ZERO)
    }

    fn gap(&self) -> Option<Decimal> {
        let has_no_share = self.figures.figure_type == FigureType::Rate || self.figures.direction == Direction::Lower;
        let (measured, planned) = self.amounts().filter(|_| has_no_share)?;
        measured.checked_sub(planned)
    }

    fn verdict(&self) -> Verdict {
        let Some(measured) = self.measured else { return Verdict::NotReported };
        let Some((target, plan_of)) = self.plan else { return Verdict::Unjudged };
        let verdict = judged(measured.value, target, self.figures.direction);
        if *plan_of == PlanOf::Period || self.is_final {
            return verdict;
        }
        match verdict {
            _ if !self.holds_before_the_end(verdict, measured.value, target) => Verdict::Unjudged,
            // What holds on a day may change by the end of the year: the plan is met, but not yet exceeded.
            Verdict::Exceeded if self.figures.figure_type != FigureType::Cumulative => Verdict::Met,
            verdict => verdict,
        }
    }

    /// Whether a verdict in the middle of the year can't change any more: a sum that only grows will not fall below
    /// what it has reached.
    fn holds_before_the_end(&self, verdict: Verdict, measured: Decimal, target: &Target) -> bool {
        let is_met = matches!(verdict, Verdict::Met | Verdict::Exceeded);
        if self.figures.figure_type != FigureType::Cumulative {
            return is_met;
        }
        match (self.figures.direction, target) {
            (Direction::Higher, _) => is_met,
            (Direction::Lower, _) => !is_met,
            (Direction::Within, Target::Range { high, .. }) => measured > high.value,
            (Direction::Within, Target::Amount(_)) => false,
        }
    }
}

fn judged(measured: Decimal, target: &Target, direction: Direction) -> Verdict {
    let better = |planned: Decimal| match direction {
        Direction::Higher | Direction::Within => measured.cmp(&planned),
        Direction::Lower => planned.cmp(&measured),
    };
    match target {
        Target::Range { low, high } if (low.value..=high.value).contains(&measured) => Verdict::Met,
        Target::Range { low, high } => match direction {
            // A range counts as its nearer bound where one side is the better one.
            Direction::Higher if measured > high.value => Verdict::Exceeded,
            Direction::Lower if measured < low.value => Verdict::Exceeded,
            _ => Verdict::NotMet,
        },
        Target::Amount(planned) => match better(planned.value) {
            std::cmp::Ordering::Equal => Verdict::Met,
            std::cmp::Ordering::Greater if direction != Direction::Within => Verdict::Exceeded,
            _ => Verdict::NotMet,
        },
    }
}

fn change_of(actual: &Amount, base: &Base, figure_type: FigureType) -> Option<Change> {
    let amount = actual.value.checked_sub(base.amount.value)?;
    let is_rate = figure_type == FigureType::Rate;
    let base_value = base.amount.value;
    // Measured against the absolute base: from -5 to -10 is a fall.
    let percent = percent_of(amount, base_value.abs()).filter(|_| !is_rate);
    let decimals = actual.decimals.max(base.amount.decimals);
    let has_no_base = base_value.is_zero();
    Some(Change { amount, decimals, percent, is_new: !is_rate && has_no_base && !amount.is_zero(), has_no_base })
}

#[cfg(test)]
mod tests;
