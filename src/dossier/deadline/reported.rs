//! The messages about a deadline: one that can't be meant as it is written (HS-026), one without its year (HS-188).
//!
//! Owns which hint goes with which fault, and the wording that a mistyped year likely stands for. Must not know whose
//! deadline it is.

use chrono::Datelike;

use super::DeadlineFault;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::dossier::period::Period;
use crate::vietnamese::date::CalendarFault;

/// The message about a wording with this fault.
pub(in crate::dossier) fn mistyped(
    wording: &str,
    fault: DeadlineFault,
    at: &Place,
    period: Option<&Period>,
) -> Diagnostic {
    let message = Diagnostic::error("HS-026").at(at).with("text", wording);
    match fault {
        DeadlineFault::Calendar(CalendarFault::NoSuchDay) => message,
        DeadlineFault::Calendar(CalendarFault::NoSuchMonth) => message.hint("no_such_month"),
        DeadlineFault::Calendar(CalendarFault::NoSuchQuarter) => message.hint("no_such_quarter"),
        DeadlineFault::Calendar(CalendarFault::YearMistyped) => {
            match period.and_then(|period| likely_wording(wording, period)) {
                Some(likely) => message.with("likely", likely).hint("likely"),
                None => message.hint("year_mistyped"),
            }
        }
        DeadlineFault::EndsBeforeStart => message.hint("ends_before_start"),
    }
}

/// The wording with the year that was likely meant, one of the period or next to it: `30/9/206` is `30/9/2026`.
fn likely_wording(wording: &str, period: &Period) -> Option<String> {
    let (start, typed) = mistyped_year(wording)?;
    let (first, last) = (period.first_day().year(), period.year());
    let fits = |years: std::ops::RangeInclusive<i32>| {
        let mut fitting = years.map(|year| year.to_string()).filter(|year| is_slip_of(typed, year));
        let found = fitting.next();
        found.filter(|_| fitting.next().is_none())
    };
    let year = fits(first..=last).or_else(|| fits(first - 1..=last + 1))?;
    Some(format!("{}{year}{}", &wording[..start], &wording[start + typed.len()..]))
}

/// The last number in the place of a year, `206` in `30/9/206` and `năm 206`, and where it begins.
fn mistyped_year(wording: &str) -> Option<(usize, &str)> {
    let is_digit = |character: char| character.is_ascii_digit();
    let end = wording.rfind(is_digit)? + 1;
    let start = wording[..end]
        .rfind(|character| !is_digit(character))
        .map_or(0, |at| at + wording[at..].chars().next().map_or(0, char::len_utf8));
    let before = wording[..start].trim_end();
    let is_in_place = before.ends_with(['/', '-', '.']) || before.to_lowercase().ends_with("năm");
    is_in_place.then_some((start, &wording[start..end]))
}

/// Whether a number is a year with one slip: a digit left out, a digit too many, two of them exchanged, or the century
/// left out.
fn is_slip_of(typed: &str, year: &str) -> bool {
    let lacks_one = |long: &str, short: &str| {
        (0..long.len())
            .any(|at| long[..at] == short[..at.min(short.len())] && long[at + 1..] == short[at.min(short.len())..])
    };
    match typed.len() {
        2 => year.ends_with(typed),
        3 => lacks_one(year, typed),
        5 => lacks_one(typed, year),
        4 => (0..3).any(|at| {
            let mut digits = typed.as_bytes().to_vec();
            digits.swap(at, at + 1);
            digits == year.as_bytes()
        }),
        _ => false,
    }
}

/// Asks for the year of a deadline that several years of the period have.
pub(in crate::dossier) fn missing_year(wording: &str, at: &Place, period: &Period, out: &mut Diagnostics) {
    let message = Diagnostic::warning("HS-188").at(at).with("text", wording).with("period", period.name());
    out.report(message.with("first", period.first_day().year()).with("last", period.year()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wording: &str, expected: Option<&str>) {
        let period = Period::parse("6 tháng cuối năm 2026").expect("a period");
        assert_eq!(likely_wording(wording, &period).as_deref(), expected, "{wording}");
    }

    #[test]
    fn a_year_with_one_slip_is_suggested() {
        for typed in ["206", "226", "20226", "22026", "2206", "26", "0226"] {
            check(&format!("trước ngày 30/9/{typed}"), Some("trước ngày 30/9/2026"));
        }
        check("quý IV/206 ", Some("quý IV/2026 "));
        check("30 tháng 9 năm 207.", Some("30 tháng 9 năm 2027."));
        check("30/9/27", Some("30/9/2027"));
    }

    #[test]
    fn other_numbers_are_not_guessed() {
        for wording in ["30/9/2", "30/9/199", "30/9/202611", "30/9/6202", "206 hộ", "đợt 206", ""] {
            check(wording, None);
        }
    }
}
