//! Every figure of a cycle, computed once: documents, tables, charts and lists take them from here.
//!
//! Owns the figures of tasks, indicators and villages on a day. Must not know a wording or a page. Each figure can show
//! the formula and the cells behind it.

mod answers;
mod comparison;
mod list;
mod progress;
mod ratio;
mod tally;
mod units;
mod villages;

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amounts::{Amount, with_decimals};
use super::assignments::Assignment;
use super::completions::Completion;
use super::indicators::Indicator;
use super::measurement::UnreadFigure;
use super::period::Period;
use super::register::Register;
use super::village_indicators::VillageIndicator;
use super::villages::Village;
use crate::settings::Settings;
use crate::vietnamese::number;

pub(super) use answers::TaskAnswers;
pub use comparison::{Change, Comparison, PlanOf, Verdict};
pub use list::{Figure, NO_BASE, NO_COMPARISON, NOT_REPORTED, POINTS};
use progress::Judged;
pub use progress::{Class, Progress};
pub use tally::{Count, Rate, Tally};
pub use units::UnitFigures;
pub use villages::{VillageFigure, VillageFigures, VillageTotal};

/// The figures of a cycle on a day.
#[derive(Clone, Debug)]
pub struct Figures {
    as_of: NaiveDate,
    is_of_a_year: bool,
    percent_decimals: u32,
    assignments: Arc<[Assignment]>,
    completions: Arc<[Completion]>,
    progress: Vec<Progress>,
    whole: Tally,
    units: Vec<UnitFigures>,
    indicators: Arc<[Indicator]>,
    comparisons: Vec<Comparison>,
    villages: Arc<[VillageFigures]>,
}

/// The sources of the figures.
#[derive(Clone, Debug)]
pub(super) struct Sources<'a> {
    /// The tasks, in order.
    pub(super) assignments: Arc<[Assignment]>,
    /// The results, in order.
    pub(super) completions: Arc<[Completion]>,
    /// What was reported of each task.
    pub(super) answers: TaskAnswers,
    /// The indicators, in order.
    pub(super) indicators: Arc<[Indicator]>,
    /// The figures of the villages side by side.
    pub(super) villages: Arc<[VillageFigures]>,
    /// The known units.
    pub(super) register: &'a Register,
    /// The period, where it is known.
    pub(super) period: Option<Period>,
}

impl Figures {
    /// Computes all figures as of a day.
    pub(super) fn of(sources: Sources, as_of: NaiveDate, settings: &Settings) -> Self {
        let Sources { assignments, completions, answers, indicators, villages, register, period } = sources;
        let judged = Judged { as_of, due_soon_days: settings.due_soon_days, period_end: period.map(Period::last_day) };
        let tasks = assignments.iter().zip(answers.answers);
        let progress = tasks.map(|(task, answer)| Progress::of(task, answer, judged));
        let progress: Vec<Progress> = progress.collect();
        let mut whole = Tally::default();
        for task in &progress {
            whole.add(task);
        }
        Self {
            as_of,
            is_of_a_year: period.is_some_and(Period::is_whole_year),
            percent_decimals: settings.percent_decimals,
            units: units::gather(&assignments, &progress, register),
            comparisons: indicators.iter().map(|known| Comparison::of(&known.measurement, period)).collect(),
            villages,
            assignments,
            completions,
            progress,
            whole,
            indicators,
        }
    }

    /// The day that they are as of.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Whether their period is a whole year: what is compared is then the year before, not the same period of it.
    #[must_use]
    pub fn is_of_a_year(&self) -> bool {
        self.is_of_a_year
    }

    /// Every task and its progress, in the order of the rows.
    #[must_use]
    pub fn tasks(&self) -> impl ExactSizeIterator<Item = (&Assignment, &Progress)> {
        self.assignments.iter().zip(&self.progress)
    }

    /// A task and its progress, by its index in the order of the rows, 0-based; `None` beyond the last.
    #[must_use]
    pub fn task(&self, index: usize) -> Option<(&Assignment, &Progress)> {
        Some((self.assignments.get(index)?, self.progress.get(index)?))
    }

    /// The results, which the progress of the tasks has indices into.
    #[must_use]
    pub fn completions(&self) -> &[Completion] {
        &self.completions
    }

    /// The counts of all tasks.
    #[must_use]
    pub fn whole(&self) -> &Tally {
        &self.whole
    }

    /// The units that lead tasks, in the order of the register; tasks without a lead come last.
    #[must_use]
    pub fn units(&self) -> &[UnitFigures] {
        &self.units
    }

    /// Every indicator and its comparison, in the order of the rows.
    #[must_use]
    pub fn indicators(&self) -> impl ExactSizeIterator<Item = (&Indicator, &Comparison)> {
        self.indicators.iter().zip(&self.comparisons)
    }

    /// The villages of each indicator.
    #[must_use]
    pub fn villages(&self) -> &[VillageFigures] {
        &self.villages
    }

    /// How many indicators have one of these verdicts.
    #[must_use]
    pub fn count_indicators(&self, verdicts: &[Verdict]) -> usize {
        self.comparisons.iter().filter(|comparison| verdicts.contains(&comparison.verdict)).count()
    }

    /// The cells that should hold figures and were not understood.
    pub fn unread(&self) -> impl Iterator<Item = &UnreadFigure> {
        let of_indicators = self.indicators.iter().map(|known| &known.measurement);
        let of_villages = self.villages.iter().flat_map(|villages| &villages.rows).map(|row| &row.row.measurement);
        of_indicators.chain(of_villages).flat_map(|figures| &figures.unread)
    }

    /// A percentage as it is printed, `81,25%`: rounded half away from zero, no blank before the sign.
    #[must_use]
    pub fn percent(&self, percent: Decimal) -> String {
        format!("{}%", self.plain_percent(percent))
    }

    /// A percentage without its sign, for columns headed by it.
    #[must_use]
    pub fn plain_percent(&self, percent: Decimal) -> String {
        printed(percent, self.percent_decimals)
    }
}

/// The figures of the villages side by side, from the rows about them and the villages that were not merged into another,
/// in the order of their sheet.
pub(super) fn of_villages(
    (rows, current): (&[VillageIndicator], &[&Village]),
    indicators: &[Indicator],
    period: Option<Period>,
    register: &Register,
) -> Vec<VillageFigures> {
    villages::gather(&villages::with_unreported(rows, current), indicators, period, register)
}

/// A decimal as it is printed: rounded half away from zero, dots between thousands, a comma before decimals.
#[must_use]
pub fn printed(figure: Decimal, decimals: u32) -> String {
    number::printed(&with_decimals(figure, decimals))
}

impl Amount {
    /// The amount as it is printed: with as many decimals as its cell shows.
    #[must_use]
    pub fn printed(&self) -> String {
        printed(self.value, self.decimals)
    }
}
