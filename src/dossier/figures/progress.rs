//! The progress of each task on a day: its state, as reported, and whether it is in time.
//!
//! Owns the classes; a task has the first class that fits. Timeliness is judged by the original deadline; an extension
//! is shown separately and changes no class. Must not count: `tally` does.

use chrono::NaiveDate;

use super::answers::Answer;
use crate::dossier::deadline::DeadlineKind;
use crate::dossier::state::State;
use crate::dossier::{Assignment, Completion, TimedDay};

/// The class of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Given up: outside every total.
    Cancelled,
    /// Without an end: outside every rate.
    Standing,
    /// Done by its deadline.
    DoneOnTime,
    /// Done after its deadline.
    DoneLate,
    /// Done, but a day is missing, so it can't be judged whether in time.
    DoneUnjudged,
    /// Nothing was reported of it.
    NotReported,
    /// Reported as not achieved.
    NotDone,
    /// Open, its deadline past.
    Overdue,
    /// Open, its deadline ahead, or without one.
    InProgress,
}

/// The progress of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Its class.
    pub class: Class,
    /// The last day of the original deadline; `None` where there is none.
    pub due: Option<NaiveDate>,
    /// The day of the extension; `None` where there is none.
    pub extended_to: Option<TimedDay>,
    /// The day it was done; `None` for a task that is not done, and where no day is given.
    pub completed_on: Option<NaiveDate>,
    /// The reports that count: indices into the completions, 0-based; empty where nobody reported.
    pub results: Vec<usize>,
    /// The other reports, which are printed with these: of units that help.
    pub others: Vec<usize>,
    /// The days left, 0 or more, where it is in progress and its deadline is near; `None` for every other task.
    pub due_within: Option<i64>,
    /// Whether it is open, and falls due in what is left of the period.
    pub is_due_in_period: bool,
    /// Whether it goes on in the next period: it is open and not due before, or a report says so.
    pub is_carried: bool,
}

/// The day that tasks are judged on, and what is near it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged {
    /// The day itself.
    pub(super) as_of: NaiveDate,
    /// A deadline within this many days is near.
    pub(super) due_soon_days: u32,
    /// The last day of the period; `None` where it is not known.
    pub(super) period_end: Option<NaiveDate>,
}

impl Progress {
    /// The progress of a task on a day, given what was reported of it.
    pub(super) fn of(task: &Assignment, answer: Answer, on: Judged) -> Self {
        let Judged { as_of, due_soon_days, period_end } = on;
        let due = task.due();
        let class = class(task, &answer, due, as_of);
        let days_left = due.map(|due| (due - as_of).num_days());
        let is_near = days_left.is_some_and(|days| (0..=i64::from(due_soon_days)).contains(&days));
        let is_done = matches!(class, Class::DoneOnTime | Class::DoneLate | Class::DoneUnjudged);
        let is_open = matches!(class, Class::InProgress | Class::Overdue | Class::NotReported | Class::NotDone);
        let extended_to = task.new_deadline.as_ref().map(|day| day.value);
        let is_before_the_end = extended_to.map(|extended| extended.day).or(due).is_some_and(|due| {
            // On the last day nothing is left of the period: what is open then goes on.
            period_end.is_some_and(|end| as_of < end && (as_of..=end).contains(&due))
        });
        let is_due_in_period = is_open && class != Class::NotDone && is_before_the_end && answer.goes_on != Some(true);
        Self {
            class,
            due,
            extended_to,
            is_due_in_period,
            completed_on: answer.completed_on.filter(|_| is_done),
            due_within: days_left.filter(|_| class == Class::InProgress && is_near),
            is_carried: answer.goes_on.unwrap_or(is_open && !is_due_in_period) && class != Class::Cancelled,
            results: answer.results,
            others: answer.others,
        }
    }

    /// Whether it is past its deadline and not known to be done: such tasks are listed together.
    #[must_use]
    pub fn is_late_on(&self, as_of: NaiveDate) -> bool {
        let is_past = self.due.is_some_and(|due| due < as_of);
        matches!(self.class, Class::Overdue | Class::NotReported) && is_past
    }

    /// Days after the original deadline, from 1 on: for a task done late, until it was done; for one listed as late,
    /// until the day of the figures. `None` for every other task.
    #[must_use]
    pub fn days_late(&self, as_of: NaiveDate) -> Option<i64> {
        self.days_after(self.due?, as_of)
    }

    /// Days after the extension, from 1 on; `None` without one, and as long as it is met.
    #[must_use]
    pub fn days_late_extended(&self, as_of: NaiveDate) -> Option<i64> {
        self.days_after(self.extended_to?.day, as_of)
    }

    /// Whether it is past its original deadline and within its extension: done within it, or still open.
    #[must_use]
    pub fn is_within_extension(&self, as_of: NaiveDate) -> bool {
        let is_late = self.extended_to.is_some() && self.days_late(as_of).is_some();
        is_late && self.days_late_extended(as_of).is_none()
    }

    /// Days until the original deadline, 0 on the day itself; `None` for a task that is neither in progress nor silent,
    /// and for one that has no deadline.
    #[must_use]
    pub fn days_left(&self, as_of: NaiveDate) -> Option<i64> {
        let days = (self.due? - as_of).num_days();
        (matches!(self.class, Class::InProgress | Class::NotReported) && days >= 0).then_some(days)
    }

    fn days_after(&self, limit: NaiveDate, as_of: NaiveDate) -> Option<i64> {
        let end = match self.class {
            Class::DoneLate => self.completed_on?,
            Class::Overdue | Class::NotReported => as_of,
            _ => return None,
        };
        Some((end - limit).num_days()).filter(|days| *days > 0)
    }

    /// What was reported of it by those whose reports count, in order.
    pub fn reports<'a>(&self, completions: &'a [Completion]) -> impl Iterator<Item = &'a Completion> {
        self.results.iter().map(|&index| &completions[index])
    }

    /// Everything that was reported of it: first the reports that count.
    pub fn all_reports<'a>(&self, completions: &'a [Completion]) -> impl Iterator<Item = &'a Completion> {
        self.results.iter().chain(&self.others).map(|&index| &completions[index])
    }
}

impl Assignment {
    /// The last day of its original deadline: Hạn ban đầu, or else Thời hạn; `None` where it has none.
    #[must_use]
    pub fn due(&self) -> Option<NaiveDate> {
        let original = self.original_deadline.as_ref().map(|original| original.value.day);
        original.or_else(|| self.deadline.as_ref().and_then(|deadline| deadline.last_day))
    }
}

fn class(task: &Assignment, answer: &Answer, due: Option<NaiveDate>, as_of: NaiveDate) -> Class {
    let is_standing = task.deadline.as_ref().is_some_and(|deadline| deadline.kind == DeadlineKind::Standing);
    match answer.state {
        State::Cancelled => Class::Cancelled,
        _ if is_standing => Class::Standing,
        State::Standing => Class::Standing,
        State::Done => match (answer.completed_on, due) {
            (Some(completed), Some(due)) if completed <= due => Class::DoneOnTime,
            (Some(_), Some(_)) => Class::DoneLate,
            _ => Class::DoneUnjudged,
        },
        State::NotReported => Class::NotReported,
        State::NotDone => Class::NotDone,
        _ if due.is_some_and(|due| due < as_of) => Class::Overdue,
        _ => Class::InProgress,
    }
}
