//! Days as Excel counts them, and how we write them.
//!
//! Owns both epochs, 1900 with its false 29 February and 1904, and which parts of a moment a number format shows. Must
//! not know other numbers. `seen` calls it.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::vietnamese::date;

/// Seconds of a day.
const DAY_SECONDS: f64 = 86_400.0;
/// Serial numbers from here on count a 29 February 1900 that never existed.
const AFTER_FALSE_LEAP_DAY: f64 = 60.0;
/// Days between the two epochs.
const DAYS_TO_1904: f64 = 1_462.0;

/// The parts of a moment that a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShownMoment {
    /// The day.
    Day,
    /// The day and the time.
    DayAndTime,
    /// Month and year only: the clerk typed "11/2025".
    Month,
    /// The year only.
    Year,
    /// The time only.
    Time,
}

impl ShownMoment {
    /// The parts that a format code shows; a code without date letters is one of Excel's own short dates.
    pub(super) fn from_code(code: &str) -> Self {
        let letters = date_letters(code);
        let has = |letter| letters.contains(letter);
        let has_time = has('h') || has('s');
        match (has('d'), has('y'), has('m'), has_time) {
            (true, _, _, true) => Self::DayAndTime,
            (false, true, true, _) | (false, false, true, false) => Self::Month,
            (false, true, false, _) => Self::Year,
            (false, false, _, true) => Self::Time,
            (true, _, _, false) | (false, false, false, false) => Self::Day,
        }
    }
}

/// The moment of a serial number; `None` outside Excel's calendar. Seconds are rounded.
pub(super) fn moment(serial: f64, is_1904: bool) -> Option<(NaiveDate, NaiveTime)> {
    let serial = if is_1904 { serial + DAYS_TO_1904 } else { serial };
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let days = if serial < AFTER_FALSE_LEAP_DAY { serial + 1.0 } else { serial };
    #[allow(clippy::cast_possible_truncation, reason = "within Excel's calendar, checked above")]
    let seconds = (days * DAY_SECONDS).round() as i64;
    let start = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day of the calendar").and_time(NaiveTime::MIN);
    let moment = start.checked_add_signed(chrono::Duration::try_seconds(seconds)?)?;
    Some((moment.date(), moment.time()))
}

/// Month and year, a zero before months 1 and 2 only.
pub(super) fn month_text(day: NaiveDate) -> String {
    format!("{}/{}", date::month_number(day.month()), day.year())
}

/// The date letters of a format code, in lower case, without those in quotes or brackets and without escaped ones.
fn date_letters(code: &str) -> String {
    let mut letters = String::new();
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => drop(characters.by_ref().find(|next| *next == '"')),
            '[' => drop(characters.by_ref().find(|next| *next == ']')),
            '\\' | '_' | '*' => drop(characters.next()),
            ';' => break,
            _ if "dmyhsDMYHS".contains(character) => letters.push(character.to_ascii_lowercase()),
            _ => {}
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(serial: f64, is_1904: bool) -> String {
        moment(serial, is_1904).map(|(day, _)| date::slashed(day)).unwrap_or_default()
    }

    #[test]
    fn both_epochs_give_the_same_day() {
        assert_eq!(day(46_027.0, false), "05/01/2026");
        assert_eq!(day(44_565.0, true), "05/01/2026");
    }

    #[test]
    fn days_to_9_and_months_to_2_have_a_leading_zero() {
        assert_eq!(day(46_090.0, false), "09/3/2026");
        assert_eq!(day(46_022.0, false), "31/12/2025");
        assert_eq!(day(45_717.0, false), "01/3/2025");
    }

    #[test]
    fn early_1900_counts_from_its_own_epoch() {
        assert_eq!(day(1.0, false), "01/01/1900");
        assert_eq!(day(59.0, false), "28/02/1900");
        assert_eq!(day(61.0, false), "01/3/1900");
    }

    #[test]
    fn serial_numbers_outside_the_calendar_are_no_days() {
        assert_eq!(moment(-1.0, false), None);
        assert_eq!(moment(2_958_466.0, false), None);
        assert_eq!(moment(f64::NAN, false), None);
    }

    #[test]
    fn a_format_shows_day_month_or_time() {
        assert_eq!(ShownMoment::from_code("dd/mm/yyyy"), ShownMoment::Day);
        assert_eq!(ShownMoment::from_code("mmm-yy"), ShownMoment::Month);
        assert_eq!(ShownMoment::from_code("d-mmm"), ShownMoment::Day);
        assert_eq!(ShownMoment::from_code("h:mm AM/PM"), ShownMoment::Time);
        assert_eq!(ShownMoment::from_code("m/d/yy h:mm"), ShownMoment::DayAndTime);
        assert_eq!(ShownMoment::from_code("\"tháng \"m\" năm \"yyyy"), ShownMoment::Month);
        assert_eq!(ShownMoment::from_code("[$-42A]yyyy"), ShownMoment::Year);
        assert_eq!(ShownMoment::from_code("General"), ShownMoment::Day);
    }
}
