//! The messages about a deadline: one that can't be meant as it is written (HS-026), one without its year (HS-188).
//!
//! Owns which hint goes with which fault. Must not know whose deadline it is.

use chrono::Datelike;

use super::DeadlineFault;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::dossier::period::Period;
use crate::vietnamese::date::CalendarFault;

/// The message about a wording with this fault.
pub(in crate::dossier) fn mistyped(wording: &str, fault: DeadlineFault, at: &Place) -> Diagnostic {
    let message = Diagnostic::error("HS-026").at(at).with("text", wording);
    match fault {
        DeadlineFault::Calendar(CalendarFault::NoSuchDay) => message,
        DeadlineFault::Calendar(CalendarFault::NoSuchMonth) => message.hint("no_such_month"),
        DeadlineFault::Calendar(CalendarFault::NoSuchQuarter) => message.hint("no_such_quarter"),
        DeadlineFault::Calendar(CalendarFault::YearMistyped) => message.hint("year_mistyped"),
        DeadlineFault::EndsBeforeStart => message.hint("ends_before_start"),
    }
}

/// Asks for the year of a deadline that several years of the period have.
pub(in crate::dossier) fn missing_year(wording: &str, at: &Place, period: &Period, out: &mut Diagnostics) {
    let message = Diagnostic::warning("HS-188").at(at).with("text", wording).with("period", period.name());
    out.report(message.with("first", period.first_day().year()).with("last", period.year()));
}
