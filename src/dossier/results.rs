//! The outcome of the cycle: results, indicators and villages, read together, and the figures made from them.
//!
//! Owns the order in which these sheets are read. Must not know which paper prints them. Mistakes in them concern
//! figures only, and hold back whatever needs figures.

use std::sync::Arc;

use chrono::NaiveDate;

use super::assignments::Assignment;
use super::completions::{self, Completion};
use super::figures::{self, Figures, Sources, TaskAnswers, VillageFigures};
use super::indicators::{self, Indicator};
use super::period::Period;
use super::register::Register;
use super::rules;
use super::successors::Successors;
use super::task_index::Tasks;
use super::village_indicators;
use super::villages::{self, Village};
use crate::contract::SheetKind;
use crate::diag::{Diagnostic, Diagnostics};
use crate::records::{Located, Records};
use crate::settings::Settings;

/// The facts of these sheets, as far as they were understood.
pub(super) struct Results {
    /// The results, in order of the rows.
    pub(super) completions: Arc<[Completion]>,
    /// The indicators, in order of the rows.
    pub(super) indicators: Arc<[Indicator]>,
    /// The villages, in order of the rows.
    pub(super) villages: Vec<Village>,
    /// The figures of the villages side by side, which depend on no day.
    pub(super) village_figures: Arc<[VillageFigures]>,
    /// The figures; `None` where the day to count them on is not known.
    pub(super) figures: Option<Arc<Figures>>,
    /// The message for each cell that should hold a figure and was not understood, as long as no paper prints it.
    pub(super) unread: Vec<Diagnostic>,
}

/// What the counting needs besides the results.
#[derive(Clone, Copy, Debug)]
pub(super) struct CountBasis<'a> {
    /// The tasks, in order.
    pub(super) assignments: &'a Arc<[Assignment]>,
    /// The period; `None` where it is not known.
    pub(super) period: Option<Period>,
    /// The day of the figures; `None` where it is not known.
    pub(super) as_of: Option<NaiveDate>,
    /// Ngày chốt số liệu, where no other day was asked for.
    pub(super) closing_day: Option<&'a Located<NaiveDate>>,
    /// The house style of the office.
    pub(super) settings: &'a Settings,
}

/// Reads the sheets and counts. What is wrong is reported; what was understood is kept.
pub(super) fn gather(records: &Records, basis: CountBasis, register: &mut Register, out: &mut Diagnostics) -> Results {
    let CountBasis { assignments, period, as_of, closing_day, settings } = basis;
    // Tasks are looked up for results alone.
    let has_results = !records.rows(SheetKind::Completions).is_empty();
    let tasks = if has_results { Tasks::of(assignments) } else { Tasks::default() };
    let completions: Arc<[Completion]> =
        completions::check(records, (assignments, &tasks), period.as_ref(), register, out).into();
    let indicators: Arc<[Indicator]> = indicators::check(records, register, out).into();
    let villages = villages::check(records, period.as_ref(), out);
    let successors = Successors::of(&villages, register, out);
    let village_indicators = village_indicators::check(records, register, &successors, &indicators, out);
    let is_current = |name: &str| successors.of_name(name, register).is_empty();
    let current: Vec<&Village> = villages
        .iter()
        .filter(|village| village.is_of_period && village.name.as_deref().is_some_and(is_current))
        .collect();
    let current_villages: Vec<&str> = current.iter().filter_map(|village| village.name.as_deref()).collect();
    let answers = TaskAnswers::of(assignments, &tasks, &completions, &current_villages);
    let facts = rules::ResultFacts {
        assignments,
        tasks: &tasks,
        sheets: &records.sheets,
        completions: &completions,
        answers: &answers,
        indicators: &indicators,
        village_indicators: &village_indicators,
        current_villages: &current_villages,
        has_results: !records.rows(SheetKind::Completions).is_empty(),
        period,
        as_of,
        closing_day,
    };
    rules::check_results(&facts, out);
    let village_rows = (village_indicators.as_slice(), current.as_slice());
    let village_figures: Arc<[VillageFigures]> =
        figures::of_villages(village_rows, &indicators, period, register).into();
    let sources = || Sources {
        assignments: assignments.clone(),
        completions: completions.clone(),
        answers: answers.clone(),
        indicators: indicators.clone(),
        villages: village_figures.clone(),
        register,
        period,
    };
    let figures = as_of.map(|day| Arc::new(Figures::of(sources(), day, settings)));
    let of_indicators = indicators.iter().flat_map(|indicator| &indicator.measurement.unread);
    let of_villages = village_indicators.iter().flat_map(|row| &row.measurement.unread);
    let unread = of_indicators.chain(of_villages).flat_map(|unread| unread.warnings.iter().cloned()).collect();
    Results { completions, indicators, villages, village_figures, figures, unread }
}
