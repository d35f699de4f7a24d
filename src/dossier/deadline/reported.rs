//! The messages about a deadline: one that can't be meant as it is written (HS-026), one without its year (HS-188).
//!
//! Owns which hint goes with which fault, and the wording that a mistyped year likely stands for. Must not know whose
//! deadline it is.

use chrono::Datelike;

use super::{Deadline, DeadlineFault, Unstated};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::dossier::period::{LikelyYears, Period, likely_wording};
use crate::vietnamese::date::{self, CalendarFault};
use crate::vietnamese::fold;
use crate::vietnamese::numerals::roman;

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
        DeadlineFault::Calendar(CalendarFault::NoSuchHour) => message.hint("no_such_hour"),
        DeadlineFault::Calendar(CalendarFault::OtherWeekday(day)) => {
            message.with("day", date::slashed(day)).with("weekday", date::weekday(day)).hint("other_weekday")
        }
        DeadlineFault::Calendar(CalendarFault::YearMistyped) => {
            match period.and_then(|period| likely_wording(wording, LikelyYears::around(period))) {
                Some(likely) => message.with("likely", likely).hint("likely"),
                None => message.hint("year_mistyped"),
            }
        }
        DeadlineFault::EndsBeforeStart => message.hint("ends_before_start"),
    }
}

/// Tells what a wording leaves to be understood, and how it was: the year of a day (HS-251), which month or quarter is
/// meant (HS-252), or which of several years (HS-188).
pub(in crate::dossier) fn tell_unstated(deadline: &Deadline, at: &Place, period: &Period, out: &mut Diagnostics) {
    let wording = &deadline.wording;
    match (deadline.unstated, deadline.last_day) {
        (Unstated::Nothing, _) | (Unstated::Year, None) => {}
        (Unstated::Year, Some(day)) => {
            let message = Diagnostic::note("HS-251").at(at).with("text", wording);
            out.report(message.with("day", date::slashed(day)));
        }
        (Unstated::YearOfSeveral, _) => {
            let message = Diagnostic::warning("HS-188").at(at).with("text", wording).with("period", period.name());
            out.report(message.with("first", period.first_day().year()).with("last", period.year()));
        }
        (Unstated::Part, day) => {
            let message = Diagnostic::warning("HS-252").at(at).with("text", wording);
            let message = message.with("period", period.name()).with("example", example(wording, period));
            out.report(match day {
                Some(day) => message.with("day", date::slashed(day)),
                None => message.hint("unknown"),
            });
        }
    }
}

/// The wording with the last month or quarter of the period: `cuối tháng 3/2027`.
fn example(wording: &str, period: &Period) -> String {
    let (wording, last) = (wording.trim_end_matches(['.', ',', ';', ' ']), period.last_day());
    let key = fold::key(wording);
    if key.ends_with(" thang") {
        format!("{wording} {}/{}", date::month_number(last.month()), last.year())
    } else if key.ends_with(" quy") {
        let quarter = usize::try_from(last.month().div_ceil(3)).unwrap_or_default();
        format!("{wording} {} năm {}", roman(quarter), last.year())
    } else {
        format!("trước ngày {}", date::slashed(last))
    }
}
