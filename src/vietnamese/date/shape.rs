//! The forms of a date within a phrase, and the typing errors found in them.
//!
//! Owns finding dates among other words. Must not know the year where none is written, nor what a day is used for.
//! [`super::parse`] reads whole texts of these forms; periods and deadlines read phrases that contain one.

use chrono::{Datelike, NaiveDate};

use crate::vietnamese::phrase::PhraseReader;

/// Years accepted as meant; any other is a typing error.
pub(super) const MEANT_YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// A number that no calendar has, in a text with the form of a date or a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarFault {
    /// The calendar has no such day: `31/02/2026`.
    NoSuchDay,
    /// The year has no thirteenth month: `tháng 13/2025`.
    NoSuchMonth,
    /// The year has no fifth quarter: `quý V`.
    NoSuchQuarter,
    /// The year is not four digits between 1900 and 2199: `30/9/206`.
    YearMistyped,
    /// No clock has the hour: `25 giờ`, `17h75`.
    NoSuchHour,
    /// The day falls on another day of the week: `thứ Ba, ngày 15/3/2027`, a Monday.
    OtherWeekday(NaiveDate),
}

/// A day of the month, with or without a year; it exists in at least one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDate {
    day: u32,
    month: u32,
    year: Option<i32>,
}

impl WrittenDate {
    /// The year; `None` where none is written.
    #[must_use]
    pub fn year(self) -> Option<i32> {
        self.year
    }

    /// The day, in its own year, or in the given year where none is written.
    ///
    /// # Errors
    /// [`CalendarFault::NoSuchDay`] where the year does not have the day: 29/02.
    pub fn in_year(self, year: i32) -> Result<NaiveDate, CalendarFault> {
        NaiveDate::from_ymd_opt(self.year.unwrap_or(year), self.month, self.day).ok_or(CalendarFault::NoSuchDay)
    }

    /// The day in its own year; where none is written, the last one that is not after `end`.
    ///
    /// # Errors
    /// [`CalendarFault::NoSuchDay`], as above.
    pub fn up_to(self, end: NaiveDate) -> Result<NaiveDate, CalendarFault> {
        let same_year = self.in_year(end.year())?;
        if same_year > end { self.in_year(end.year() - 1) } else { Ok(same_year) }
    }
}

/// A text with the form of a date: its numbers are not checked yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateShape<'a> {
    day: &'a str,
    month: &'a str,
    year: Option<&'a str>,
    is_announced: bool,
}

impl<'a> DateShape<'a> {
    /// Consumes a date; `None`, and nothing is consumed, where the phrase has none here.
    ///
    /// Day and month without a year are a date only with a slash or in words: `10-12` may be a range of days or months,
    /// `1.2` a number.
    pub fn take(phrase: &mut PhraseReader<'a>) -> Option<Self> {
        phrase.attempt(|phrase| {
            let is_announced = phrase.accept("ngay");
            let shape = phrase.attempt(year_first).or_else(|| phrase.attempt(day_first))?;
            let needs_no_year = is_announced || shape.sign != Some('.');
            let shape = Self { is_announced, ..shape.date };
            (shape.has_year() || needs_no_year).then_some(shape)
        })
    }

    /// Whether a year is written.
    #[must_use]
    pub fn has_year(&self) -> bool {
        self.year.is_some()
    }

    /// Whether it can only be a date, wherever it is: it has a year, or `ngày` before it.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.has_year() || self.is_announced
    }

    /// Another day of the same month.
    #[must_use]
    pub fn on_day(self, day: &'a str) -> Self {
        Self { day, ..self }
    }

    /// The checked date.
    ///
    /// # Errors
    /// [`CalendarFault::YearMistyped`], or else [`CalendarFault::NoSuchDay`].
    pub fn checked(&self) -> Result<WrittenDate, CalendarFault> {
        /// A leap year: where none is written, 29/02 may be meant.
        const LEAP_YEAR: i32 = 2000;
        let year = self.year.map(checked_year).transpose()?;
        let day = self.day.parse().map_err(|_| CalendarFault::NoSuchDay)?;
        let month = self.month.parse().map_err(|_| CalendarFault::NoSuchDay)?;
        let written = WrittenDate { day, month, year };
        written.in_year(LEAP_YEAR).map(|_| written)
    }
}

/// The year that four digits mean.
///
/// # Errors
/// [`CalendarFault::YearMistyped`] where there are not four digits or the year is outside 1900 to 2199.
pub fn checked_year(digits: &str) -> Result<i32, CalendarFault> {
    match digits.parse() {
        Ok(year) if digits.len() == 4 && MEANT_YEARS.contains(&year) => Ok(year),
        _ => Err(CalendarFault::YearMistyped),
    }
}

/// A date and the sign between its day and its month; `None` for a date in words.
struct SignedShape<'a> {
    date: DateShape<'a>,
    sign: Option<char>,
}

/// `2025-11-30`: four digits at the beginning can only be a year.
fn year_first<'a>(phrase: &mut PhraseReader<'a>) -> Option<SignedShape<'a>> {
    let year = phrase.number().filter(|digits| digits.len() == 4)?;
    let sign = phrase.sign(&['-', '/', '.'])?;
    let month = phrase.number().filter(|digits| digits.len() <= 2)?;
    phrase.sign(&[sign])?;
    let day = phrase.number().filter(|digits| digits.len() <= 2)?;
    let date = DateShape { day, month, year: Some(year), is_announced: false };
    Some(SignedShape { date, sign: Some(sign) })
}

/// `30/11/2025`, `30 tháng 11 năm 2025`, or either without the year.
fn day_first<'a>(phrase: &mut PhraseReader<'a>) -> Option<SignedShape<'a>> {
    let day = phrase.number()?;
    let sign = phrase.sign(&['/', '-', '.']);
    if sign.is_none() && !phrase.accept("thang") {
        return None;
    }
    let month = phrase.number()?;
    let year = phrase.attempt(|phrase| year_after(phrase, sign));
    // A third digit is a typing error only where slashes and a year leave no doubt: 12.000.000 is an amount, 48/2019
    // the number of a document.
    let longest = if sign == Some('/') && year.is_some() { 3 } else { 2 };
    let is_date = day.len() <= longest && month.len() <= longest && (sign != Some('-') || year.is_some());
    let date = DateShape { day, month, year, is_announced: false };
    is_date.then_some(SignedShape { date, sign })
}

/// The year after a month: after `năm`, or after the sign between day and month (a slash for a date in words).
fn year_after<'a>(phrase: &mut PhraseReader<'a>, sign: Option<char>) -> Option<&'a str> {
    if phrase.accept("nam") {
        return phrase.number();
    }
    let sign = phrase.sign(&[sign.unwrap_or('/')])?;
    // 2.1.12 is a clause; with other signs, two digits are an abbreviated year.
    let shortest = if sign == '.' { 3 } else { 2 };
    phrase.number().filter(|digits| digits.len() >= shortest)
}
