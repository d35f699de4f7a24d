//! The days of Thông tin chung against the period: when the paper is issued, and when units report.
//!
//! Owns how far from the period each may lie. Must not know how a day is read: `cells` and `deadline` do. `general`
//! calls it with what it has read. The day of the figures of a report is judged by HS-155.

use chrono::{Days, NaiveDate};

use super::deadline;
use super::period::Period;
use crate::contract::GeneralKey;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Concern, Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Cell, CellValue, Located};
use crate::settings::DayOfBefore;
use crate::vietnamese::text::lower;
use crate::vietnamese::{capitals, date};

/// Days after its period within which a paper may still be issued, and before it, a plan.
const YEAR: Days = Days::new(366);
/// Days after the period within which its figures may be closed.
const QUARTER: Days = Days::new(92);

/// What is judged.
pub(super) struct DaysOfPaper<'a> {
    pub(super) kind: DocumentKind,
    pub(super) period: Period,
    pub(super) issued_on: Option<(&'a Place, NaiveDate)>,
    pub(super) figures_as_of: Option<(&'a Place, NaiveDate)>,
    pub(super) report_deadline: Option<&'a Located<Cell>>,
}

/// Whether the room for the day of issue is left as in the form: `…/…/2027`, `ngày     tháng 3 năm 2027`.
pub(super) fn is_left_blank(key: GeneralKey, text: &str) -> bool {
    let mut words = text.split_whitespace().map(lower);
    let has_no_day = words.next().as_deref() == Some("ngày") && words.next().as_deref() == Some("tháng");
    key == GeneralKey::IssuedOn && (has_no_day || text.contains('…') || text.contains(".."))
}

/// Reports every `HS-182`.
///
/// # Errors
/// `HS-026` where Hạn báo cáo names a day that no calendar has.
pub(super) fn check(days: &DaysOfPaper, out: &mut Diagnostics) -> Result<(), Reported> {
    let (first, last) = (days.period.first_day(), days.period.last_day());
    let is_report = days.kind == DocumentKind::Report;
    let is_plan = matches!(days.kind, DocumentKind::Programme | DocumentKind::Plan);
    if let Some((at, day)) = days.issued_on {
        // What happened is reported once its period has begun; what is planned, before it is over.
        let earliest = if is_report { first } else { first - YEAR };
        let latest = if is_plan { last } else { last + YEAR };
        report(days, GeneralKey::IssuedOn, at, day, (earliest, latest), out);
    } else if let Some((at, day)) = days.figures_as_of.filter(|_| !is_report) {
        // It gives the year of a paper without a day.
        report(days, GeneralKey::FiguresAsOf, at, day, (first - YEAR, last + QUARTER), out);
    }
    let Some(cell) = days.report_deadline else { return Ok(()) };
    match deadline::read(&cell.value.text, date_of(cell), Some(&days.period), DayOfBefore::Included) {
        Ok(deadline) => {
            deadline::tell_unstated(&deadline, &cell.at, &days.period, out);
            if let Some(day) = deadline.last_day {
                report(days, GeneralKey::ReportDeadline, &cell.at, day, (first, last + YEAR), out);
            }
            Ok(())
        }
        Err(fault) => {
            let message = deadline::mistyped(&cell.value.text, fault, &cell.at, Some(&days.period));
            Err(out.fail(message.concerning(Concern::Paper)))
        }
    }
}

/// Hạn báo cáo as it is printed in a sentence.
pub(super) fn report_deadline(cell: &Located<Cell>) -> String {
    capitals::in_a_sentence(&deadline::printed_wording(&cell.value.text, date_of(cell)))
}

fn date_of(cell: &Located<Cell>) -> Option<NaiveDate> {
    match cell.value.value {
        CellValue::Date(day) => Some(day),
        _ => None,
    }
}

fn report(
    days: &DaysOfPaper,
    item: GeneralKey,
    at: &Place,
    day: NaiveDate,
    (earliest, latest): (NaiveDate, NaiveDate),
    out: &mut Diagnostics,
) {
    if earliest <= day && day <= latest {
        return;
    }
    let message = Diagnostic::warning("HS-182").at(at).with("item", item.title()).with("day", date::slashed(day));
    let message = message.with("period", days.period.name());
    out.report(match days.period.likely_day(day) {
        Some(likely) => message.with("likely", date::slashed(likely)).hint("likely"),
        None => message,
    });
}
