//! What the cells of all sheets have in common: a line, paragraphs.
//!
//! Owns turning a cell into one of these. Must not know any sheet, nor days: `days` reads those. The files that parse a
//! sheet call it.

use crate::contract::Field;
use crate::diag::{Diagnostics, Reported};
use crate::records::Record;
use crate::vietnamese::fold;

/// The only number that a text holds: 15 in `15/KH-UBND`, `3 bản`.
pub(super) fn only_number(text: &str) -> Option<u32> {
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let (first, next) = (numbers.next()?, numbers.next());
    let number = first.parse().ok().filter(|number| *number > 0)?;
    (next.is_none() && !text.trim_start().starts_with(['-', '–'])).then_some(number)
}

/// The number that a text of an item most likely means: the only one, `05` of `05/KH-UBND ngày 03/01/2027`, `ba bản`.
pub(super) fn likely_number(text: &str) -> Option<u32> {
    const WORDS: [&str; 10] = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];
    let symbol = || text.split_once('/').filter(|(_, sign)| sign.starts_with(char::is_alphabetic))?.0.parse().ok();
    let in_words = || {
        let key = fold::key(text);
        let first = key.split(' ').next()?;
        let place = WORDS.iter().position(|word| *word == first)?;
        u32::try_from(place + 1).ok().filter(|_| key.split(' ').count() < 3)
    };
    only_number(text).or_else(symbol).or_else(in_words)
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
