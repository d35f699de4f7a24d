//! The villages side by side, one indicator at a time.
//!
//! Owns the totals, with the number of villages they cover, and the ranks. Rates and ranges have no total. Must not
//! print. `list`, the tables and the charts take them from here.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::comparison::Comparison;
use super::ratio::{percent_of, shared_ranks};
use crate::dossier::measurement::{Direction, FigureType, Measurement, Target};
use crate::dossier::period::Period;
use crate::dossier::register::Register;
use crate::dossier::village_indicators::IndicatorKey;
use crate::dossier::{Indicator, Village, VillageIndicator};

/// The villages of one indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageFigures {
    /// The indicator's name; its code as typed where Chỉ tiêu does not have it.
    pub name: String,
    /// Its unit of measure; `None` where none is given.
    pub measure: Option<String>,
    /// Which figure is the better.
    pub direction: Direction,
    /// The type of figure.
    pub figure_type: FigureType,
    /// The villages, in the order of the sheet Thôn; never empty.
    pub rows: Vec<VillageFigure>,
    /// The total of all villages; `None` for rates and ranges, which have no sum.
    pub total: Option<VillageTotal>,
}

/// One village of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageFigure {
    /// Its row, and those of its predecessors.
    pub row: VillageIndicator,
    /// Its figures compared.
    pub comparison: Comparison,
    /// Its rank, 1 for the best; `None` for a village that has not reported, and without a plan.
    pub rank: Option<u32>,
}

/// The total of all villages of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageTotal {
    /// The sum of all plans that are amounts; `None` where no village has one.
    pub planned: Option<Decimal>,
    /// The sum of all that was reached; `None` where no village has reported.
    pub actual: Option<Decimal>,
    /// Decimals of both sums.
    pub decimals: u32,
    /// What was reached in hundredths of the whole plan, that of villages without a report included; unrounded. `None`
    /// where a village has no amount as its plan, or one below 0: the share would not match the sums printed beside it.
    pub percent: Option<Decimal>,
    /// The same share of the plans of the villages that reported.
    pub percent_of_reporting: Option<Decimal>,
    /// The plans of the villages that reported.
    pub planned_of_reporting: Option<Decimal>,
}

impl VillageFigures {
    /// Whether any village has a figure of a year ago.
    #[must_use]
    pub fn has_past(&self) -> bool {
        self.rows.iter().any(|village| village.comparison.base.is_some())
    }

    /// How many villages reported.
    #[must_use]
    pub fn reporting(&self) -> usize {
        self.rows.iter().filter(|village| village.comparison.actual.is_some()).count()
    }
}

/// The rows, and an empty one for each current village that has none for an indicator of villages: without it nobody
/// would notice that the village is missing. Where a row covers several villages at once, it is not known which are
/// missing, so none is added.
pub(super) fn with_unreported(rows: &[VillageIndicator], current: &[&Village]) -> Vec<VillageIndicator> {
    let names: BTreeMap<&str, &Village> =
        current.iter().filter_map(|village| Some((village.name.as_deref()?, *village))).collect();
    let mut by_indicator: BTreeMap<IndicatorKey, Vec<&VillageIndicator>> = BTreeMap::new();
    for row in rows {
        by_indicator.entry(row.indicator_key()).or_default().push(row);
    }
    let mut all = rows.to_vec();
    for rows in by_indicator.values() {
        let reporting: BTreeSet<&str> = rows.iter().map(|row| row.village.as_str()).collect();
        if reporting.iter().all(|village| names.contains_key(village)) {
            let missing = names.iter().filter(|(name, _)| !reporting.contains(*name));
            all.extend(missing.map(|(name, village)| unreported_row(rows[0], name, village)));
        }
    }
    all
}

fn unreported_row(of_indicator: &VillageIndicator, name: &str, village: &Village) -> VillageIndicator {
    let Measurement { direction, figure_type, .. } = of_indicator.measurement;
    VillageIndicator {
        at: village.at.clone(),
        village: name.to_owned(),
        summed: Vec::new(),
        summed_at: Vec::new(),
        code: of_indicator.code.clone(),
        indicator: of_indicator.indicator,
        measurement: Measurement { direction, figure_type, ..Measurement::default() },
    }
}

/// The villages of every indicator: first the indicators of Chỉ tiêu in its order, then the others in the order of
/// their rows.
pub(super) fn gather(
    rows: &[VillageIndicator],
    indicators: &[Indicator],
    period: Option<Period>,
    register: &Register,
) -> Vec<VillageFigures> {
    let mut by_indicator: BTreeMap<IndicatorKey, Vec<&VillageIndicator>> = BTreeMap::new();
    let mut order: Vec<IndicatorKey> = Vec::new();
    for row in rows {
        let key = row.indicator_key();
        let of_indicator = by_indicator.entry(key.clone()).or_default();
        if of_indicator.is_empty() {
            order.push(key);
        }
        of_indicator.push(row);
    }
    // Indicators of Chỉ tiêu are sorted by their index; a stable sort leaves the others in their order.
    order.sort_by_key(|key| match key {
        IndicatorKey::Known(index) => *index,
        IndicatorKey::Typed(_) => usize::MAX,
    });
    let names: BTreeMap<&str, usize> =
        register.units().iter().enumerate().map(|(index, unit)| (unit.name.as_str(), index)).collect();
    let figures = |key: &IndicatorKey| {
        let mut rows = by_indicator.remove(key)?;
        rows.sort_by_key(|row| names.get(row.village.as_str()).copied().unwrap_or(usize::MAX));
        let known = match key {
            IndicatorKey::Known(index) => indicators.get(*index),
            IndicatorKey::Typed(_) => None,
        };
        Some(of_indicator(&rows, known, period))
    };
    let mut figures = figures;
    order.iter().filter_map(&mut figures).collect()
}

fn of_indicator(rows: &[&VillageIndicator], known: Option<&Indicator>, period: Option<Period>) -> VillageFigures {
    let first = rows[0];
    let (direction, figure_type) = (first.measurement.direction, first.measurement.figure_type);
    let comparisons: Vec<Comparison> = rows.iter().map(|row| Comparison::of(&row.measurement, period)).collect();
    let keys: Vec<Option<Decimal>> = comparisons.iter().map(|figures| rank_key(figures, direction)).collect();
    let ranks = shared_ranks(&keys);
    let has_total = figure_type != FigureType::Rate && direction != Direction::Within;
    let total = has_total.then(|| total(&comparisons, direction));
    let villages = rows.iter().zip(comparisons).zip(ranks);
    VillageFigures {
        name: known.and_then(|known| known.name.clone()).unwrap_or_else(|| first.code.value.clone()),
        measure: known.and_then(|known| known.measure.clone()),
        direction,
        figure_type,
        rows: villages
            .map(|((row, comparison), rank)| VillageFigure { row: (*row).clone(), comparison, rank })
            .collect(),
        total,
    }
}

/// What a village is ranked by: its share of the plan; where a share has no meaning, its distance on the better side.
fn rank_key(figures: &Comparison, direction: Direction) -> Option<Decimal> {
    let planned = figures.plan.as_ref()?.0.amount()?.value;
    let actual = figures.measured.as_ref()?.value;
    match direction {
        // A share of a negative plan would rank the worst first.
        Direction::Higher => figures.percent.filter(|_| planned > Decimal::ZERO).or(figures.gap),
        Direction::Lower => planned.checked_sub(actual),
        Direction::Within => None,
    }
}

fn total(figures: &[Comparison], direction: Direction) -> VillageTotal {
    let planned = |figures: &Comparison| Some(figures.plan.as_ref()?.0.amount()?.value);
    let actual = |figures: &Comparison| Some(figures.actual.as_ref()?.value);
    let plans = sum(figures.iter().filter_map(planned));
    let reached = sum(figures.iter().filter_map(actual));
    let reporting = || figures.iter().filter(|figures| actual(figures).is_some());
    let planned_of_reporting = sum(reporting().filter_map(planned));
    let is_planned = |figures: &Comparison| planned(figures).is_some_and(|planned| planned >= Decimal::ZERO);
    let share = |whole: Option<Decimal>, is_known: bool| {
        let says_something = |whole: &Decimal| direction == Direction::Higher && is_known && *whole > Decimal::ZERO;
        percent_of(reached?, whole.filter(says_something)?)
    };
    VillageTotal {
        planned: plans,
        actual: reached,
        decimals: figures.iter().flat_map(decimals).max().unwrap_or_default(),
        percent: share(plans, figures.iter().all(is_planned)),
        percent_of_reporting: share(planned_of_reporting, reporting().all(is_planned)),
        planned_of_reporting,
    }
}

fn decimals(figures: &Comparison) -> impl Iterator<Item = u32> {
    let planned = figures.plan.as_ref().and_then(|(target, _): &(Target, _)| target.amount());
    planned.into_iter().chain(figures.actual.as_ref()).map(|amount| amount.decimals)
}

/// The sum; `None` where there is nothing to sum, and where it overflows.
fn sum(mut amounts: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let first = amounts.next()?;
    amounts.try_fold(first, Decimal::checked_add)
}
