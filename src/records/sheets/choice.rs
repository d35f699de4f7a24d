//! Chooses the sheets that count, over all sheets of all files.
//!
//! Owns the order of trust: names of the contract, then beginnings of names, then headings; sheets with the same rows
//! count once; of sheets with unlike headings none is certain. Must not know cells. A sheet left aside keeps its ledger.

use std::collections::BTreeSet;

use super::answers::id;
use super::periods::ask_about_periods;
use super::{FoundSheet, ReadRows, RecognizedBy, sheet_name};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Place};
use crate::records::types::{Ledger, Record, Skipped};

/// Headings that may differ between sheets of one register, on either side.
const FEW_HEADINGS: usize = 1;

/// Leaves aside the sheets that do not count, each with a message at it.
pub(super) fn choose_sheets(sheets: &mut [FoundSheet]) {
    for kind in SheetKind::ALL {
        let filled = |sheet: &FoundSheet| sheet.rows.as_ref().is_some_and(|rows| rows.is_of(kind));
        let all: Vec<usize> = (0..sheets.len()).filter(|&at| filled(&sheets[at])).collect();
        if all.len() > 1 {
            choose_among(sheets, &all, kind);
        }
    }
}

/// Chooses among sheets of one kind, all with rows.
fn choose_among(sheets: &mut [FoundSheet], all: &[usize], kind: SheetKind) {
    let by = |sheets: &[FoundSheet], at: usize| sheets[at].rows.as_ref().map(|rows| rows.by);
    let Some(best) = all.iter().filter_map(|&at| by(sheets, at)).min() else { return };
    let (surest, others): (Vec<usize>, Vec<usize>) = all.iter().partition(|&&at| by(sheets, at) == Some(best));
    let mut counting: Vec<usize> = Vec::new();
    for at in surest {
        if !leave_copy_aside(sheets, at, &counting) {
            counting.push(at);
        }
    }
    let Some(first) = counting.first().map(|&at| sheets[at].reading.at.clone()) else { return };
    for at in others {
        if leave_copy_aside(sheets, at, &counting) {
            continue;
        }
        // A name that begins like the contract's may be more of the same; headings alone are those of many tables.
        let message = match by(sheets, at) {
            Some(RecognizedBy::Beginning) => Diagnostic::warning("SL-061"),
            _ => Diagnostic::note("SL-042").hint("beside"),
        };
        let name = sheet_name(&sheets[at].reading.at);
        let message =
            message.with("sheet", name).with("other", shown(&first, &sheets[at].reading.at)).with("kind", id(kind));
        sheets[at].leave_aside(Skipped::Beside, message);
    }
    if best != RecognizedBy::Name {
        ask_about_unlike(sheets, &counting, kind);
        ask_about_periods(sheets, &counting, kind);
    }
}

/// Leaves a sheet aside that has the same rows as one of these; `false` where it has rows of its own.
fn leave_copy_aside(sheets: &mut [FoundSheet], at: usize, counting: &[usize]) -> bool {
    let twin = counting.iter().copied().find(|&other| have_same_rows(&sheets[other], &sheets[at]));
    let Some(twin) = twin else { return false };
    let other = shown(&sheets[twin].reading.at, &sheets[at].reading.at);
    sheets[at].leave_aside(Skipped::Copied, Diagnostic::note("SL-060").with("other", other));
    true
}

/// Asks about sheets without a name of the contract whose headings differ: they may be of something else.
fn ask_about_unlike(sheets: &mut [FoundSheet], counting: &[usize], kind: SheetKind) {
    let Some((&first, others)) = counting.split_first() else { return };
    let fields = |at: usize| fields(&sheets[at]);
    let unlike: Vec<usize> = others.iter().copied().filter(|&at| !are_alike(&fields(first), &fields(at))).collect();
    if unlike.is_empty() {
        return;
    }
    let places: Vec<Place> = [first].into_iter().chain(unlike).map(|at| sheets[at].reading.at.clone()).collect();
    let lines: Vec<String> =
        places.iter().map(|place| format!("\"{}\" = \"{}\"", sheet_name(place), id(kind))).collect();
    let mut message = Diagnostic::error("SL-062").with("kind", kind.title()).with("lines", lines.join("; "));
    for place in &places[1..] {
        message = message.also_at(place);
    }
    sheets[first].messages.push(message.at(&places[0]));
}

impl ReadRows {
    pub(super) fn is_of(&self, kind: SheetKind) -> bool {
        self.kind == kind && !self.records.is_empty()
    }
}

impl FoundSheet {
    /// Drops what was read, and says why.
    pub(super) fn leave_aside(&mut self, why: Skipped, message: Diagnostic) {
        let reading = &mut self.reading;
        self.rows = None;
        let Ledger { rows, blank, .. } = reading.ledger;
        reading.ledger = Ledger { rows, blank, other: rows - blank, ..Ledger::default() };
        (reading.kind, reading.skipped) = (None, Some(why));
        reading.header_rows.clear();
        reading.columns.clear();
        reading.indicators.clear();
        reading.results.clear();
        reading.unread_columns.clear();
        reading.struck_codes.clear();
        // What is wrong in its rows is of no account any more.
        self.messages = vec![message.at(&reading.at)];
    }
}

/// Whether two sheets have the same cells in the same order.
fn have_same_rows(one: &FoundSheet, other: &FoundSheet) -> bool {
    fn results(rows: &ReadRows) -> impl Iterator<Item = &Record> {
        rows.results.records.iter().map(|(_, record)| record)
    }
    let (Some(one), Some(other)) = (&one.rows, &other.rows) else { return false };
    one.records.len() == other.records.len()
        && one.results.records.len() == other.results.records.len()
        && one.records.iter().zip(&other.records).all(is_same_row)
        && results(one).zip(results(other)).all(is_same_row)
}

fn is_same_row((one, other): (&Record, &Record)) -> bool {
    let cells = |record: &Record| record.cells.iter().count();
    cells(one) == cells(other)
        && one
            .cells
            .iter()
            .zip(other.cells.iter())
            .all(|((field, cell), (same, twin))| field == same && cell.value.text == twin.value.text)
}

fn fields(sheet: &FoundSheet) -> BTreeSet<Field> {
    sheet.reading.columns.keys().copied().filter(|field| *field != Field::Ordinal).collect()
}

/// Whether two tables have the same columns, but for one that either has beside.
fn are_alike(one: &BTreeSet<Field>, other: &BTreeSet<Field>) -> bool {
    one.difference(other).count() <= FEW_HEADINGS && other.difference(one).count() <= FEW_HEADINGS
}

/// A sheet as a message at another sheet names it, with its file where that differs.
pub(super) fn shown(place: &Place, beside: &Place) -> String {
    let (name, file) = (sheet_name(place), place.file.as_deref().unwrap_or_default());
    if place.file == beside.file { format!("«{name}»") } else { format!("«{name}» ({file})") }
}
