//! HS-026: the message about a deadline that can't be meant as it is written.
//!
//! Owns which hint goes with which fault. Must not know whose deadline it is.

use super::DeadlineFault;
use crate::diag::{Diagnostic, Place};
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
