//! Counts of tasks, and the rates made of them.
//!
//! Owns what is counted, which tasks each count includes, and that the classes add up to the total. Must not print.

use rust_decimal::Decimal;

use super::progress::{Class, Progress};
use super::ratio::percent_of;

/// Something that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// Every task but the cancelled ones.
    Total,
    /// Done, whenever.
    Done,
    /// Done by the original deadline.
    DoneOnTime,
    /// Done after the original deadline.
    DoneLate,
    /// Done, but a day is missing to judge it.
    DoneUnjudged,
    /// Open and within the deadline, or without one.
    InProgress,
    /// Open and past the deadline.
    Overdue,
    /// In progress, with a deadline that is near.
    DueSoon,
    /// Without an end.
    Standing,
    /// Not reported.
    NotReported,
    /// Reported as not achieved.
    NotDone,
    /// Given up.
    Cancelled,
    /// Open, and due in what is left of the period.
    DueInPeriod,
    /// Goes on in the next period.
    Carried,
}

impl Count {
    /// Every count, in the order of the reports.
    pub const ALL: [Self; 14] = [
        Self::Total,
        Self::Done,
        Self::DoneOnTime,
        Self::DoneLate,
        Self::DoneUnjudged,
        Self::InProgress,
        Self::DueSoon,
        Self::Overdue,
        Self::Standing,
        Self::NotReported,
        Self::NotDone,
        Self::Cancelled,
        Self::DueInPeriod,
        Self::Carried,
    ];

    /// The stable id for scripts.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Total => "assigned.total",
            Self::Done => "assigned.done",
            Self::DoneOnTime => "assigned.done_on_time",
            Self::DoneLate => "assigned.done_late",
            Self::DoneUnjudged => "assigned.done_unjudged",
            Self::InProgress => "assigned.in_progress",
            Self::Overdue => "assigned.overdue",
            Self::DueSoon => "assigned.due_soon",
            Self::Standing => "assigned.standing",
            Self::NotReported => "assigned.not_reported",
            Self::NotDone => "assigned.not_done",
            Self::Cancelled => "assigned.cancelled",
            Self::DueInPeriod => "assigned.due_in_period",
            Self::Carried => "assigned.carried",
        }
    }

    /// Whether a task is counted here.
    #[must_use]
    pub fn includes(self, task: &Progress) -> bool {
        match self {
            Self::Total => task.class != Class::Cancelled,
            Self::Done => matches!(task.class, Class::DoneOnTime | Class::DoneLate | Class::DoneUnjudged),
            Self::DoneOnTime => task.class == Class::DoneOnTime,
            Self::DoneLate => task.class == Class::DoneLate,
            Self::DoneUnjudged => task.class == Class::DoneUnjudged,
            Self::InProgress => task.class == Class::InProgress,
            Self::Overdue => task.class == Class::Overdue,
            Self::DueSoon => task.due_within.is_some(),
            Self::Standing => task.class == Class::Standing,
            Self::NotReported => task.class == Class::NotReported,
            Self::NotDone => task.class == Class::NotDone,
            Self::Cancelled => task.class == Class::Cancelled,
            Self::DueInPeriod => task.is_due_in_period,
            Self::Carried => task.is_carried,
        }
    }
}

/// A rate of tasks, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// Done, among the tasks with an end.
    Done,
    /// On time, among those done and judged.
    OnTime,
}

impl Rate {
    /// Both, in the order of the reports.
    pub const ALL: [Self; 2] = [Self::Done, Self::OnTime];

    /// The stable id for scripts.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Done => "rate.done",
            Self::OnTime => "rate.on_time",
        }
    }
}

/// The counts of the tasks of some scope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [u32; Count::ALL.len()],
}

impl Tally {
    /// Counts one more task.
    pub(super) fn add(&mut self, task: &Progress) {
        for (count, number) in Count::ALL.into_iter().zip(&mut self.counts) {
            *number += u32::from(count.includes(task));
        }
    }

    /// The count of one kind.
    #[must_use]
    pub fn count(&self, count: Count) -> u32 {
        let counted = Count::ALL.into_iter().zip(self.counts).find(|(known, _)| *known == count);
        counted.map_or(0, |(_, number)| number)
    }

    /// Numerator and denominator of a rate.
    #[must_use]
    pub fn parts(&self, rate: Rate) -> (u32, u32) {
        match rate {
            Rate::Done => (self.count(Count::Done), self.count(Count::Total) - self.count(Count::Standing)),
            Rate::OnTime => {
                let on_time = self.count(Count::DoneOnTime);
                (on_time, on_time + self.count(Count::DoneLate))
            }
        }
    }

    /// A rate, unrounded; `None` where its base is 0.
    #[must_use]
    pub fn rate(&self, rate: Rate) -> Option<Decimal> {
        let (part, whole) = self.parts(rate);
        percent_of(part.into(), whole.into())
    }

    /// Whether nothing was reported of any task that can be done: such a unit is neither counted as 0 nor ranked.
    #[must_use]
    pub fn has_no_reports(&self) -> bool {
        let can_be_done = self.parts(Rate::Done).1;
        can_be_done > 0 && self.count(Count::NotReported) == can_be_done
    }
}
