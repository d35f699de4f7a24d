//! A point of a deadline: a day, a part of a year, or the end of what is running.
//!
//! Owns the forms of a point in a phrase, and the days it covers. Must not know the words around it. `wording` finds
//! points; [`super::read`] computes their days.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use crate::dossier::period::{PartShape, Period, YearPart};
use crate::vietnamese::date::{CalendarFault, ClockTime, DateShape};
use crate::vietnamese::phrase::PhraseReader;

/// Words for a piece of a month. Its last day is not agreed on, but it is surely over when the month is.
const PIECES_OF_MONTH: [&str; 6] = ["dau", "giua", "tuan dau", "tuan cuoi", "nua dau", "nua cuoi"];

/// A point as the clerk wrote it; its numbers are not checked yet.
#[derive(Clone, Copy, Debug)]
pub(super) enum Point<'a> {
    /// A day of the calendar.
    Day {
        /// The day; its year may be left out.
        date: DateShape<'a>,
        /// The day of the week typed with it.
        weekday: Option<Weekday>,
        /// Whether an hour of the day is set, or its end: "before" it still includes the day itself.
        is_reached: bool,
    },
    /// A month, a quarter, several months, a year.
    Part {
        /// The part; its year may be left out.
        shape: PartShape<'a>,
        /// Whether its end, or a piece of it, is meant: "before" that lies within the part itself.
        is_reached: bool,
    },
    /// `cuối năm`, `trong quý`: the year, quarter or month in which the period ends.
    Running(DateUnit),
}

/// What may be running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateUnit {
    Month,
    Quarter,
    Year,
    Period,
}

impl<'a> Point<'a> {
    /// Consumes a point; `None`, and nothing is consumed, where the phrase has none here.
    pub(super) fn take(phrase: &mut PhraseReader<'a>) -> Option<Self> {
        phrase.attempt(day).or_else(|| phrase.attempt(part)).or_else(|| phrase.attempt(running_end))
    }

    /// Whether a year is written, or none is needed.
    pub(super) fn has_year(&self) -> bool {
        match self {
            Self::Day { date, .. } => date.has_year(),
            Self::Part { shape, .. } => shape.has_year(),
            Self::Running(_) => true,
        }
    }

    /// Whether it is the end of the unit in which the period ends.
    pub(super) fn is_running(&self) -> bool {
        matches!(self, Self::Running(_))
    }

    /// Whether it is a day without a year.
    pub(super) fn is_bare_day(&self) -> bool {
        matches!(self, Self::Day { date, .. } if !date.has_year())
    }

    /// Whether it is the end of some month or quarter, of which the period has several.
    pub(super) fn lacks_part(&self, period: &Period) -> bool {
        matches!(self, Self::Running(unit) if *unit != DateUnit::Year && unit.covering(period).is_none())
    }

    /// Whether its days depend on the period.
    pub(super) fn needs_period(&self) -> bool {
        self.is_running() || !self.has_year()
    }

    /// Whether no year is written, and several years of the period have its last day.
    pub(super) fn may_be_of_several_years(&self, period: &Period) -> bool {
        let window = period.first_day()..=period.last_day();
        let is_long = period.last_day() - period.first_day() > TimeDelta::days(366);
        match self {
            Self::Running(unit) => is_long && *unit != DateUnit::Period,
            _ if self.has_year() => false,
            _ => {
                let lies_inside = |year: &i32| self.days(*year, period).is_ok_and(|(_, last)| window.contains(&last));
                (period.first_day().year()..=period.year()).filter(lies_inside).nth(1).is_some()
            }
        }
    }

    /// Its first and last day, in its own year, or in the given year where none is written.
    pub(super) fn days(&self, year: i32, period: &Period) -> Result<(NaiveDate, NaiveDate), CalendarFault> {
        let covered = match self {
            Self::Day { date, weekday, .. } => {
                let day = date.checked()?.in_year(year)?;
                if weekday.is_some_and(|weekday| weekday != day.weekday()) {
                    return Err(CalendarFault::OtherWeekday(day));
                }
                return Ok((day, day));
            }
            Self::Part { shape, .. } => shape.in_year(year)?,
            Self::Running(unit) => unit.running_at_end_of(period),
        };
        Ok((covered.first_day(), covered.last_day()))
    }

    /// Its first and last day; a missing year is the one that puts the last day into the period, or else the period's
    /// own.
    pub(super) fn days_by(&self, period: &Period) -> Result<(NaiveDate, NaiveDate), CalendarFault> {
        let window = period.first_day()..=period.last_day();
        let lies_inside = |year: &i32| self.days(*year, period).is_ok_and(|(_, last)| window.contains(&last));
        let mut years = period.first_day().year()..=period.year();
        let year = years.find(lies_inside).unwrap_or(period.year());
        self.days(year, period)
    }
}

impl DateUnit {
    /// Consumes the word of a unit.
    pub(super) fn take(phrase: &mut PhraseReader) -> Option<Self> {
        match phrase.word()? {
            "thang" => Some(Self::Month),
            "quy" => Some(Self::Quarter),
            "nam" => Some(Self::Year),
            "ky" => Some(Self::Period),
            _ => None,
        }
    }

    /// The unit in which the whole period lies; `None` where the period has several, and for the year and the period
    /// itself, of which no part is meant.
    pub(super) fn covering(self, period: &Period) -> Option<Period> {
        match self {
            Self::Month | Self::Quarter => {
                Some(self.running_at_end_of(period)).filter(|unit| unit.first_day() <= period.first_day())
            }
            Self::Year => None,
            Self::Period => Some(*period),
        }
    }

    fn running_at_end_of(self, period: &Period) -> Period {
        let last = period.last_day();
        match self {
            Self::Month => Period::of_year(YearPart::Month(last.month()), last.year()),
            Self::Quarter => Period::of_year(YearPart::Quarter(last.month().div_ceil(3)), last.year()),
            Self::Year => Period::of_year(YearPart::Whole, last.year()),
            Self::Period => *period,
        }
    }
}

/// `30/11/2025`, `17 giờ 00 ngày 30/11`, `hết ngày 30/11`, `30/11/2025 17:00`, `thứ Hai, ngày 30/11`.
fn day<'a>(phrase: &mut PhraseReader<'a>) -> Option<Point<'a>> {
    let is_whole_day = phrase.accept("het");
    let time = ClockTime::take(phrase);
    phrase.sign(&[',']);
    let weekday = phrase.attempt(weekday);
    phrase.sign(&[',']);
    let date = DateShape::take(phrase)?;
    phrase.accept("t");
    let time = time.or_else(|| phrase.attempt(time_behind));
    let weekday = weekday.or_else(|| phrase.attempt(weekday_behind));
    // Before 0 giờ is before the day.
    let is_within_day = time.is_some_and(|time| !time.is_midnight());
    Some(Point::Day { date, weekday, is_reached: is_whole_day || is_within_day })
}

/// `tháng 11/2025`, `cuối quý IV`, `hết năm 2025`, `tuần 3 tháng 11`.
fn part<'a>(phrase: &mut PhraseReader<'a>) -> Option<Point<'a>> {
    let is_piece = phrase.accept_any(&PIECES_OF_MONTH) || phrase.attempt(week_of_month).is_some();
    let is_end = !is_piece && phrase.accept_any(&["cuoi", "het"]);
    let shape = PartShape::take(phrase)?;
    let is_known = shape.is_month() || !is_piece;
    is_known.then_some(Point::Part { shape, is_reached: is_piece || is_end })
}

/// `cuối năm`, `hết quý`.
fn running_end<'a>(phrase: &mut PhraseReader<'a>) -> Option<Point<'a>> {
    phrase.require(&["cuoi", "het"])?;
    DateUnit::take(phrase).map(Point::Running)
}

/// `tuần 3`, `tuần thứ 3`, `tuần III`.
fn week_of_month(phrase: &mut PhraseReader) -> Option<()> {
    phrase.require(&["tuan"])?;
    phrase.accept("thu");
    phrase.number().map(|_| ()).or_else(|| phrase.require(&["i", "ii", "iii", "iv", "v"]))
}

/// An hour behind its day: `lúc 17h00`, `, 17:00`.
fn time_behind(phrase: &mut PhraseReader) -> Option<ClockTime> {
    phrase.sign(&[',']);
    ClockTime::take(phrase)
}

/// A day of the week behind its day: `(thứ Hai)`.
fn weekday_behind(phrase: &mut PhraseReader) -> Option<Weekday> {
    phrase.sign(&['(', ','])?;
    let weekday = weekday(phrase)?;
    phrase.sign(&[')']);
    Some(weekday)
}

/// `thứ Hai`, `thứ 2`, `chủ nhật`, `CN`.
fn weekday(phrase: &mut PhraseReader) -> Option<Weekday> {
    if phrase.accept_any(&["chu nhat", "cn"]) {
        return Some(Weekday::Sun);
    }
    phrase.require(&["thu"])?;
    let name = phrase.number().or_else(|| phrase.word())?;
    Some(match name {
        "2" | "hai" => Weekday::Mon,
        "3" | "ba" => Weekday::Tue,
        "4" | "tu" => Weekday::Wed,
        "5" | "nam" => Weekday::Thu,
        "6" | "sau" => Weekday::Fri,
        "7" | "bay" => Weekday::Sat,
        _ => return None,
    })
}
