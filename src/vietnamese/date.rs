//! Days of the calendar as clerks type them and as the decree writes them.
//!
//! Owns the forms of a date, the typing errors found in them, and the rule of the leading zero. Must not know what a
//! day is used for. Periods, deadlines and every printed date are built on it.

mod clock;
mod form;
mod shape;

use chrono::{Datelike, NaiveDate};

use super::phrase::{PhraseReader, pieces};

pub use clock::ClockTime;
pub use form::{DaysMeant, days_in_form};
pub use shape::{CalendarFault, DateShape, WrittenDate, checked_year};

/// Why a text is not a day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// The text does not have the form of a date.
    NotADate,
    /// The calendar has no such day: `31/02/2026`, `05/13/2026`.
    NoSuchDay,
    /// The year is not four digits between 1900 and 2199: `206`, `20226`, `25`.
    YearMistyped,
    /// Day and month are given without a year.
    NoYear,
    /// No clock has the hour: `25 giờ`.
    NoSuchHour,
}

impl From<CalendarFault> for DateFault {
    fn from(fault: CalendarFault) -> Self {
        match fault {
            CalendarFault::NoSuchDay
            | CalendarFault::NoSuchMonth
            | CalendarFault::NoSuchQuarter
            | CalendarFault::OtherWeekday(_) => Self::NoSuchDay,
            CalendarFault::YearMistyped => Self::YearMistyped,
            CalendarFault::NoSuchHour => Self::NoSuchHour,
        }
    }
}

/// The day that a text names, with its year.
///
/// It reads `30/11/2025`, `30-11-2025`, `30.11.2025`, `2025-11-30` and `30 tháng 11 năm 2025`, with or without `ngày`
/// before it, in any case, with any blanks.
///
/// # Errors
/// A [`DateFault`]; a day without a year is one too.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::date;
/// assert_eq!(date::parse("Ngày 30 tháng 11 năm 2025"), date::parse("30/11/2025"));
/// assert_eq!(date::parse("30/9/206"), Err(date::DateFault::YearMistyped));
/// ```
pub fn parse(text: &str) -> Result<NaiveDate, DateFault> {
    let written = written(text)?;
    let year = written.year().ok_or(DateFault::NoYear)?;
    Ok(written.in_year(year)?)
}

/// The day and the hour that a text names: `17 giờ 00 ngày 31/7/2026`, `31/7/2026 17:00`; like [`parse`] where it has no
/// hour.
///
/// # Errors
/// As [`parse`], and [`DateFault::NoSuchHour`].
pub fn parse_with_hour(text: &str) -> Result<(NaiveDate, Option<ClockTime>), DateFault> {
    let pieces = pieces(text);
    let mut phrase = PhraseReader::new(&pieces);
    let before = ClockTime::take(&mut phrase);
    phrase.sign(&[',']);
    let shape = DateShape::take(&mut phrase).ok_or(DateFault::NotADate)?;
    phrase.sign(&[',']);
    phrase.accept("t");
    let time = before.or_else(|| ClockTime::take(&mut phrase));
    if !phrase.is_done() {
        return Err(DateFault::NotADate);
    }
    let written = shape.checked()?;
    if let Some(time) = time {
        time.check()?;
    }
    let year = written.year().ok_or(DateFault::NoYear)?;
    Ok((written.in_year(year)?, time))
}

/// The day with slashes, by the rule of the leading zero: `05/01/2026`, `09/3/2026`.
#[must_use]
pub fn slashed(date: NaiveDate) -> String {
    format!("{}/{}/{}", day_number(date.day()), month_number(date.month()), date.year())
}

/// The day in words, by the rule of the leading zero: `ngày 05 tháng 01 năm 2026`.
#[must_use]
pub fn in_words(date: NaiveDate) -> String {
    format!("ngày {} tháng {} năm {}", day_number(date.day()), month_number(date.month()), date.year())
}

/// The hour that a date cell shows, `31/7/2026 17:00`; `None` for midnight, which is no hour that anybody set.
#[must_use]
pub fn time_shown(shown: &str) -> Option<ClockTime> {
    let time = shown.split_whitespace().find(|part| part.contains(':'))?;
    let mut parts = time.split(':').map(|part| part.parse::<u32>().ok());
    let time = ClockTime::new(parts.next()??, parts.next()??);
    (!time.is_midnight()).then_some(time)
}

/// The day of the week, as in a sentence: `thứ Hai`, `Chủ nhật`.
#[must_use]
pub fn weekday(date: NaiveDate) -> &'static str {
    const NAMES: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
    NAMES[date.weekday().num_days_from_monday() as usize]
}

/// A day of the month, 1-based, with a leading zero below 10 (DD-03): PL1 II.4.
#[must_use]
pub fn day_number(day: u32) -> String {
    format!("{day:02}")
}

/// A month, 1-based, with a leading zero for 1 and 2 only (DD-03): PL1 II.4.
///
/// The zero prevents forgery: only before 1 and 2 could somebody add a digit and make another month.
#[must_use]
pub fn month_number(month: u32) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

fn written(text: &str) -> Result<WrittenDate, DateFault> {
    let pieces = pieces(text);
    let mut phrase = PhraseReader::new(&pieces);
    let shape = DateShape::take(&mut phrase).ok_or(DateFault::NotADate)?;
    if !phrase.is_done() {
        return Err(DateFault::NotADate);
    }
    Ok(shape.checked()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a test names a day of the calendar")
    }

    fn check(text: &str, expected: Result<NaiveDate, DateFault>) {
        assert_eq!(parse(text), expected, "{text}");
    }

    #[test]
    fn a_day_is_read_in_every_shape() {
        for text in [
            "30/11/2025",
            "30-11-2025",
            "30.11.2025",
            "2025-11-30",
            "2025/11/30",
            " 30 / 11 / 2025 ",
            "ngày 30/11/2025",
            "NGÀY\u{a0}30/11/2025.",
            "ngày 30 tháng 11 năm 2025",
            "Ngay 30 thang 11 nam 2025",
            "30 tháng 11 năm 2025",
            "ngày 30 tháng 11/2025",
            "30/11 năm 2025",
            "30–11–2025",
            "nga\u{300}y 30/11/2025",
        ] {
            check(text, Ok(day(2025, 11, 30)));
        }
        check("05/01/2026", Ok(day(2026, 1, 5)));
        check("5/1/2026", Ok(day(2026, 1, 5)));
        check("29/02/2024", Ok(day(2024, 2, 29)));
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_reported() {
        for text in [
            "31/02/2026",
            "29/02/2025",
            "31/4/2025",
            "00/11/2025",
            "30/13/2025",
            "300/11/2025",
            "2025-02-30",
            "31/02",
            "ngày 30 tháng 13 năm 2025",
        ] {
            check(text, Err(DateFault::NoSuchDay));
        }
    }

    #[test]
    fn a_mistyped_year_is_reported() {
        for text in ["30/9/206", "30/9/20226", "30/9/25", "30/9/1899", "30/9/2200", "30-9-206", "30 tháng 9 năm 206"]
        {
            check(text, Err(DateFault::YearMistyped));
        }
    }

    #[test]
    fn a_day_without_its_year_is_refused() {
        for text in ["30/11", "ngày 30/11", "ngày 30 tháng 11", "ngày 30.11", "29/02"] {
            check(text, Err(DateFault::NoYear));
        }
    }

    #[test]
    fn texts_that_only_look_like_a_date_are_refused() {
        for text in [
            "",
            "ngày",
            "30",
            "11/2025",
            "1.2",
            "10-12",
            "12.000.000",
            "1.2.3",
            "48/2019/QĐ-UBND",
            "30/11-2025",
            "30/11/2025 và",
            "tháng 11 năm 2025",
            "ngày … tháng … năm 2025",
        ] {
            check(text, Err(DateFault::NotADate));
        }
    }

    #[test]
    fn a_start_without_a_year_is_before_its_end() {
        let start = written("15/12").expect("a date");
        assert_eq!(start.up_to(day(2026, 6, 14)), Ok(day(2025, 12, 15)));
        assert_eq!(start.up_to(day(2026, 12, 15)), Ok(day(2026, 12, 15)));
    }

    #[test]
    fn days_below_10_and_months_1_and_2_have_a_leading_zero() {
        assert_eq!(slashed(day(2026, 1, 5)), "05/01/2026");
        assert_eq!(slashed(day(2026, 3, 9)), "09/3/2026");
        assert_eq!(slashed(day(2025, 11, 30)), "30/11/2025");
        assert_eq!(in_words(day(2026, 1, 5)), "ngày 05 tháng 01 năm 2026");
        assert_eq!(in_words(day(2025, 10, 6)), "ngày 06 tháng 10 năm 2025");
        assert_eq!([1, 2, 3, 9, 10, 12].map(month_number), ["01", "02", "3", "9", "10", "12"]);
        assert_eq!([1, 9, 10, 31].map(day_number), ["01", "09", "10", "31"]);
    }

    proptest! {
        #[test]
        fn a_printed_day_can_be_parsed(days in 0..109_572_u64) {
            let date = day(1900, 1, 1) + chrono::Days::new(days);
            prop_assert_eq!(parse(&slashed(date)), Ok(date));
            prop_assert_eq!(parse(&in_words(date)), Ok(date));
            prop_assert_eq!(parse(&in_words(date).to_uppercase()), Ok(date));
            prop_assert_eq!(parse(&date.to_string()), Ok(date));
            prop_assert_eq!(parse(&date.format("%d-%m-%Y").to_string()), Ok(date));
        }

        #[test]
        fn a_day_is_the_same_in_every_shape(
            days in 0..109_572_u64,
            shape in prop::sample::select(vec![
                "%d/%m/%Y", "%-d/%-m/%Y", "%d-%m-%Y", "%-d-%-m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d", "%Y.%-m.%-d",
                "%d / %m / %Y", "%d–%m–%Y", "%-d tháng %-m năm %Y", "%d tháng %m năm %Y", "%d tháng %m/%Y", "%d/%m năm %Y",
            ]),
            front in "(ngày |Ngày\u{a0}|NGÀY )?",
            end in "[.;,]?",
        ) {
            let date = day(1900, 1, 1) + chrono::Days::new(days);
            let typed = format!("{front}{}{end}", date.format(shape));
            prop_assert_eq!(parse(&typed), Ok(date), "{}", typed);
            prop_assert_eq!(parse(&typed).map(slashed), Ok(slashed(date)));
        }

        #[test]
        fn leading_zeros_follow_the_decree(days in 0..109_572_u64) {
            let date = day(1900, 1, 1) + chrono::Days::new(days);
            let written = slashed(date);
            let parts: Vec<&str> = written.split('/').collect();
            prop_assert_eq!(parts[0].len(), 2);
            prop_assert_eq!(parts[1].starts_with('0'), date.month() < 3);
            prop_assert_eq!(in_words(date), format!("ngày {} tháng {} năm {}", parts[0], parts[1], parts[2]));
        }

        #[test]
        fn any_three_numbers_are_a_day_or_a_fault(first in 0..400_u32, second in 0..400_u32, year in 0..30_000_i32) {
            let expected = NaiveDate::from_ymd_opt(year, second, first).filter(|_| shape::MEANT_YEARS.contains(&year));
            prop_assert_eq!(parse(&format!("{first}/{second}/{year}")).ok(), expected);
        }

        #[test]
        fn any_text_can_be_parsed(text in "\\PC*", tail in "[0-9/. ngàythámnăm-]{0,24}") {
            let _ = parse(&text);
            let _ = parse(&tail);
        }
    }
}
