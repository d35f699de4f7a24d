//! Deadlines: the wording a clerk typed, its kind, and the last day that still meets it.
//!
//! Owns turning a wording into a day, by the period and the office's reading of "trước ngày". Must not know what is
//! late, nor what day it is. Figures compute with the day; documents print the wording.

mod point;
mod reported;
#[cfg(test)]
mod tests;
mod wording;

use chrono::{Datelike, Days, NaiveDate};

use crate::settings::DayOfBefore;
use crate::vietnamese::date::{self, CalendarFault};
use crate::vietnamese::fold;
use crate::vietnamese::phrase::{PhraseReader, pieces};

use super::period::{Period, YearPart};
use point::Point;
pub(super) use reported::{mistyped, tell_unstated};
use wording::Wording;

/// How many years a deadline may lie outside the years of the period before its year counts as mistyped.
const YEARS_OF_REACH: i32 = 2;

/// The year assumed where the period is not known: a leap year, so that it has every day of the calendar.
const LEAP_YEAR: i32 = 2000;

/// The kind of limit that a wording sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadlineKind {
    /// Up to and including a day: `30/11/2025`, `chậm nhất ngày`.
    Exact,
    /// Before a day or a month: `trước ngày 30/11/2025`.
    Before,
    /// At any time in a month, quarter, half or year.
    Within,
    /// From one point to another.
    Range,
    /// No end: `thường xuyên`, `hằng tháng`.
    Standing,
    /// An end that depends on something else: `theo chỉ đạo`.
    Relative,
    /// Not understood, or empty.
    Unknown,
}

impl DeadlineKind {
    /// The stable id for scripts (`deadline.kind` in the JSON of `check`).
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Before => "before",
            Self::Within => "within",
            Self::Range => "range",
            Self::Standing => "standing",
            Self::Relative => "relative",
            Self::Unknown => "unknown",
        }
    }
}

/// A deadline: printed by its wording, computed by its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The text as typed; for a date cell, the day with slashes; empty for an empty cell.
    pub wording: String,
    /// The kind of limit.
    pub kind: DeadlineKind,
    /// The last day that still meets it; `None` for a standing, relative or unknown deadline, and for one that may be
    /// of several years.
    pub last_day: Option<NaiveDate>,
    /// What it leaves to be understood.
    pub unstated: Unstated,
}

/// What a wording leaves to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unstated {
    /// Nothing, or what the period says for certain: `trong quý` in a quarter.
    Nothing,
    /// The year of a day: it is the period's.
    Year,
    /// The year, and several years of the period have its day.
    YearOfSeveral,
    /// Which month or quarter: `cuối tháng` in a quarter, `đầu tháng`.
    Part,
}

impl Deadline {
    /// Whether the cell only says that there is none yet: `…`, `chưa rõ`, `đang xác định`, `không`.
    #[must_use]
    pub fn is_left_open(&self) -> bool {
        #[rustfmt::skip]
        const OPEN: [&str; 10] = [
            "chua ro", "dang xac dinh", "chua xac dinh", "khong xac dinh", "khong", "khong co", "ko", "ko co", "chua co",
            "n a",
        ];
        let words = self.wording.trim_matches(|letter: char| !letter.is_alphanumeric());
        self.kind == DeadlineKind::Unknown && (words.is_empty() || OPEN.contains(&fold::key(words).as_str()))
    }

    /// Whether its last day lies more than two years outside the years of the period: clerks' registers hold
    /// `19/09/2029` for 2025. It may be meant, so it is a warning, not an error.
    #[must_use]
    pub fn is_far_from(&self, period: &Period) -> bool {
        let reach = period.first_day().year() - YEARS_OF_REACH..=period.year() + YEARS_OF_REACH;
        self.last_day.is_some_and(|day| !reach.contains(&day.year()))
    }
}

/// Why a wording can't be meant as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadlineFault {
    /// A number that no calendar has.
    Calendar(CalendarFault),
    /// A span that ends before it starts.
    EndsBeforeStart,
}

impl From<CalendarFault> for DeadlineFault {
    fn from(fault: CalendarFault) -> Self {
        Self::Calendar(fault)
    }
}

/// The words in which a deadline is printed: those that the cell shows, on one line.
///
/// A day shown in figures alone is printed as the decree has it, even if the format of the cell uses the American order,
/// or hides it; an hour is kept: `17 giờ 00 ngày 31/7/2026`. A day whose format has words (`ngày 5 tháng 9`) keeps them.
#[must_use]
pub fn printed_wording(shown: &str, as_date: Option<NaiveDate>) -> String {
    match as_date {
        Some(day) if !shown.chars().any(char::is_alphabetic) => match date::time_shown(shown) {
            Some(time) => format!("{} ngày {}", time.in_words(), date::slashed(day)),
            None => date::slashed(day),
        },
        _ => shown.replace('\n', " "),
    }
}

/// The words that an abbreviation of a standing deadline stands for: «TX», «T.xuyên», «H.tháng».
pub(super) fn written_out(wording: &str) -> Option<&'static str> {
    const SHORT: [(&str, &[&str]); 6] = [
        ("thường xuyên", &["tx", "t x", "txuyen", "t xuyen", "th xuyen", "thg xuyen", "tg xuyen"]),
        ("hằng tháng", &["h thang", "hg thang", "hang th"]),
        ("hằng quý", &["h quy", "hg quy"]),
        ("hằng tuần", &["h tuan", "hg tuan"]),
        ("hằng năm", &["h nam", "hg nam"]),
        ("cả năm", &["c nam"]),
    ];
    const LONGEST: usize = 12;
    if wording.len() > LONGEST || !wording.starts_with(['t', 'T', 'h', 'H', 'c', 'C']) {
        return None;
    }
    let key = fold::key(wording);
    SHORT.into_iter().find(|(_, short)| short.contains(&key.as_str())).map(|(full, _)| full)
}

/// Reads a deadline from its wording, or from the day that a date cell holds (`as_date`); the wording is what the cell
/// shows.
///
/// A year left out is taken from the period, unless several of its years have such a day. A part of a year gives its last day. So does a piece of a month (`đầu
/// tháng 11`, `tuần 3 tháng 11`): it has no agreed end, but it is over when the month is. A bare `trong quý` or `cuối
/// năm` means the quarter or year in which the period ends. "Before" an hour of a day includes the day itself. A
/// wording understood only in part is [`DeadlineKind::Unknown`], which is no fault. Without a period, a wording that
/// takes its year from it keeps its kind and has no last day.
///
/// # Errors
/// A [`DeadlineFault`] where something has the form of a date and cannot be one.
pub fn read(
    wording: &str,
    as_date: Option<NaiveDate>,
    period: Option<&Period>,
    before: DayOfBefore,
) -> Result<Deadline, DeadlineFault> {
    if let Some(day) = as_date {
        let (wording, kind) = (printed_wording(wording, as_date), DeadlineKind::Exact);
        return Ok(Deadline { wording, kind, last_day: Some(day), unstated: Unstated::Nothing });
    }
    let pieces = pieces(wording);
    let phrase = PhraseReader::new(&pieces);
    wording::check_dates(phrase)?;
    let limit = Wording::of(phrase);
    let (kind, last_day) = resolve(&limit, period, before)?;
    let unstated = period.map_or(Unstated::Nothing, |period| limit.unstated(period));
    let last_day = last_day.filter(|_| unstated != Unstated::YearOfSeveral);
    Ok(Deadline { wording: wording.to_owned(), kind, last_day, unstated })
}

fn resolve(
    wording: &Wording,
    period: Option<&Period>,
    before: DayOfBefore,
) -> Result<(DeadlineKind, Option<NaiveDate>), DeadlineFault> {
    let stand_in = Period::of_year(YearPart::Whole, LEAP_YEAR);
    let last_day = match (last_day(wording, period.unwrap_or(&stand_in), before), period) {
        // 31/02 is no day in any year; everything else that depends on the year is left open.
        (Err(fault @ DeadlineFault::Calendar(CalendarFault::NoSuchDay)), None) => return Err(fault),
        (_, None) if wording.needs_period() => None,
        (last_day, _) => last_day?,
    };
    Ok((wording.kind(), last_day))
}

fn last_day(wording: &Wording, period: &Period, before: DayOfBefore) -> Result<Option<NaiveDate>, DeadlineFault> {
    Ok(match wording {
        Wording::Before(point) => Some(last_day_before(point, period, before)?),
        Wording::UpTo(point) | Wording::Range(None, point) => Some(point.days_by(period)?.1),
        Wording::Range(Some(start), end) => Some(last_day_of_range(start, end, period)?),
        Wording::Sometime(unit) => unit.covering(period).map(Period::last_day),
        Wording::Standing | Wording::Relative | Wording::Unknown => None,
    })
}

/// The setting is about days only: before a month is always before its first day.
fn last_day_before(point: &Point, period: &Period, before: DayOfBefore) -> Result<NaiveDate, DeadlineFault> {
    let (first, last) = point.days_by(period)?;
    let day_before = first - Days::new(1);
    Ok(match point {
        Point::Day { is_reached: false, .. } if before == DayOfBefore::Excluded => day_before,
        Point::Part { is_reached: false, .. } => day_before,
        Point::Day { .. } | Point::Part { .. } | Point::Running(_) => last,
    })
}

/// If only one end has a year, the other takes the nearest that keeps the order. Otherwise each takes its own year or
/// the period's.
fn last_day_of_range(start: &Point, end: &Point, period: &Period) -> Result<NaiveDate, DeadlineFault> {
    let (first, last) = match (start.has_year(), end.has_year()) {
        (true, false) => {
            let first = start.days_by(period)?.0;
            let last = end.days(first.year(), period)?.1;
            (first, if last < first { end.days(first.year() + 1, period)?.1 } else { last })
        }
        (false, true) => {
            let last = end.days_by(period)?.1;
            let first = start.days(last.year(), period)?.0;
            (if last < first { start.days(last.year() - 1, period)?.0 } else { first }, last)
        }
        _ => (start.days_by(period)?.0, end.days_by(period)?.1),
    };
    if last < first {
        return Err(DeadlineFault::EndsBeforeStart);
    }
    Ok(last)
}

#[cfg(test)]
mod hour_tests {
    use super::*;

    #[test]
    fn midnight_is_no_hour() {
        let day = NaiveDate::from_ymd_opt(2025, 9, 5);
        assert_eq!(printed_wording("05/9/2025 00:00", day), "05/9/2025");
        assert_eq!(printed_wording("9/5/25 17:00", day), "17 giờ 00 ngày 05/9/2025");
        assert_eq!(printed_wording("05/9/2025 08:05:30", day), "08 giờ 05 ngày 05/9/2025");
    }
}
