//! What the cells of all sheets have in common: a day, a line, paragraphs.
//!
//! Owns turning a located cell into one of these, with the message where it can't. Must not know any sheet. The files
//! that parse a sheet call it.

use chrono::NaiveDate;

use crate::contract::Field;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Cell, CellValue, Located, Record};
use crate::vietnamese::date::{self, DateFault};

/// The day in a row's field; `Ok(None)` where the cell is blank.
pub(super) fn day_of(record: &Record, field: Field, out: &mut Diagnostics) -> Result<Option<NaiveDate>, Reported> {
    located_day_of(record, field, out).map(|day| day.map(|day| day.value))
}

/// The day in a row's field and its cell; `Ok(None)` where the cell is blank.
pub(super) fn located_day_of(
    record: &Record,
    field: Field,
    out: &mut Diagnostics,
) -> Result<Option<Located<NaiveDate>>, Reported> {
    let Some(cell) = record.cell(field) else { return Ok(None) };
    day(cell, out).map(|value| Some(Located { value, at: cell.at.clone() }))
}

/// The day in a row's field; `None` where the cell is blank or holds no day. The latter is reported.
pub(super) fn known_day(record: &Record, field: Field, out: &mut Diagnostics) -> Option<NaiveDate> {
    day_of(record, field, out).ok().flatten()
}

/// As [`known_day`], with its cell.
pub(super) fn known_located_day(record: &Record, field: Field, out: &mut Diagnostics) -> Option<Located<NaiveDate>> {
    located_day_of(record, field, out).ok().flatten()
}

/// The day in a filled cell, a true date or text.
pub(super) fn day(cell: &Located<Cell>, out: &mut Diagnostics) -> Result<NaiveDate, Reported> {
    if let CellValue::Date(date) = cell.value.value {
        return Ok(date);
    }
    date::parse(&cell.value.text).map_err(|fault| bad_day(&cell.value.text, fault, &cell.at, out))
}

/// Reports a text that should be a day.
pub(super) fn bad_day(text: &str, fault: DateFault, at: &Place, out: &mut Diagnostics) -> Reported {
    let message = Diagnostic::error("HS-006").at(at).with("text", text);
    if let Some(likely) = likely_day(text) {
        return out.fail(message.with("likely", date::slashed(likely)).hint("likely"));
    }
    out.fail(match fault {
        DateFault::NotADate => message,
        DateFault::NoSuchDay => message.hint("no_such_day"),
        DateFault::YearMistyped => message.hint("year_mistyped"),
        DateFault::NoYear => message.hint("no_year"),
    })
}

/// The only number that a text holds: 15 in `15/KH-UBND`, `3 bản`.
pub(super) fn only_number(text: &str) -> Option<u32> {
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let (first, next) = (numbers.next()?, numbers.next());
    let number = first.parse().ok().filter(|number| *number > 0)?;
    (next.is_none() && !text.trim_start().starts_with(['-', '–'])).then_some(number)
}

/// The day that a mistyped one likely means: `18/01/27`, `01/18/2027`.
fn likely_day(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let year = if year.len() == 2 { format!("20{year}") } else { (*year).to_owned() };
    let as_typed = date::parse(&format!("{day}/{month}/{year}"));
    as_typed.or_else(|_| date::parse(&format!("{month}/{day}/{year}"))).ok()
}

/// The paragraphs of a filled field; empty where the cell is blank.
pub(super) fn paragraphs(record: &Record, field: Field) -> Vec<String> {
    record.cell(field).map(|cell| cell.value.text.split('\n').map(str::to_owned).collect()).unwrap_or_default()
}

/// The text of a filled field on one line; `None` where the cell is blank.
pub(super) fn line(record: &Record, field: Field) -> Option<String> {
    record.cell(field).map(|cell| cell.value.text.replace('\n', " "))
}

/// The text of a field that is required in its sheet.
///
/// Where it is missing, its column is missing too, which `records` has reported: the row is left out without another
/// message.
pub(super) fn needed_line(record: &Record, field: Field, out: &Diagnostics) -> Result<String, Reported> {
    line(record, field).ok_or_else(|| already_reported(out))
}

/// The proof of an error that `records` reported.
pub(super) fn already_reported(out: &Diagnostics) -> Reported {
    out.checkpoint().expect_err("records reports a missing column and refuses a row without a required cell")
}
