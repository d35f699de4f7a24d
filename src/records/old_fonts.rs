//! Texts in fonts of old encodings: one message for each sheet, however many cells have them.
//!
//! Owns the message and how its cells are listed. Must not know which cells are read. `read` joins the messages of a
//! sheet with it.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Flaw, SeenSheet};
use crate::diag::{Diagnostic, Place, column_letters};
use crate::vietnamese::old_encoding::OldEncoding;

/// The code of the message.
const CODE: &str = "SL-090";
/// Stretches of cells that are listed.
const LISTED: usize = 8;

/// The message about one cell, its text given in Unicode.
pub(super) fn old_font(text: &str, encoding: OldEncoding) -> Diagnostic {
    Diagnostic::error(CODE).with("value", text.replace('\n', " ")).with("encoding", encoding.name())
}

/// The messages about the headings of a sheet.
pub(super) fn of_headings(cells: &SeenSheet, rows: &[u32], place: &Place) -> Vec<Diagnostic> {
    let of_rows = rows.iter().filter_map(|row| Some((*row, cells.rows.get(row)?)));
    let headings = of_rows.flat_map(|(row, cells)| cells.iter().map(move |(column, cell)| (row, *column, cell)));
    let message = |(row, column, cell): (u32, u32, &super::cells::SeenCell)| match cell.flaw {
        Some(Flaw::OldFont(encoding)) => Some(old_font(&cell.text, encoding).at(&place.at_cell(row, column))),
        _ => None,
    };
    headings.filter_map(message).collect()
}

/// The messages of a sheet, those about old fonts joined to one in the place of the first.
pub(super) fn joined(messages: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let Some(first) = messages.iter().position(|message| message.code == CODE) else { return messages };
    let (old, mut rest): (Vec<_>, Vec<_>) = messages.into_iter().partition(|message| message.code == CODE);
    let mut columns: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for cell in old.iter().filter_map(|message| message.place.cell) {
        columns.entry(cell.column).or_default().insert(cell.row);
    }
    let count: usize = columns.values().map(BTreeSet::len).sum();
    let stretches: Vec<String> =
        columns.iter().flat_map(|(column, rows)| stretches(&column_letters(*column), rows)).collect();
    let mut listed = stretches[..stretches.len().min(LISTED)].join(", ");
    if stretches.len() > LISTED {
        listed.push_str(", …");
    }
    let argument = |message: &Diagnostic, wanted: &str| {
        let found = message.arguments.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let encodings: BTreeSet<String> = old.iter().map(|message| argument(message, "encoding")).collect();
    let encodings: Vec<String> = encodings.into_iter().collect();
    let message = Diagnostic::error(CODE).at(&old[0].place).with("count", count).with("cells", listed);
    let message = message.with("encoding", encodings.join(", ")).with("value", argument(&old[0], "value"));
    rest.insert(first, message);
    rest
}

/// `B4:B9`, `B12`
fn stretches(column: &str, rows: &BTreeSet<u32>) -> Vec<String> {
    let mut stretches: Vec<(u32, u32)> = Vec::new();
    for &row in rows {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => stretches.push((row, row)),
        }
    }
    let written = |(first, last): (u32, u32)| {
        if first == last { format!("{column}{first}") } else { format!("{column}{first}:{column}{last}") }
    };
    stretches.into_iter().map(written).collect()
}
