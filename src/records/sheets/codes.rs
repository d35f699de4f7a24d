//! Gives codes to the tasks of registers that have none.
//!
//! Owns the codes: the sheet and the row, with the file where two sheets have one name. Must not touch a sheet of the
//! contract without results: its tasks need no code. The results beside a task get the same code.

use super::{FoundSheet, RecognizedBy, sheet_name};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Place};
use crate::records::types::{Cell, CellValue, Cells, Located, Record};
use crate::vietnamese::fold;

/// Gives every task of these registers a code, and says so once (SL-081).
pub(super) fn give_codes(sheets: &mut [FoundSheet]) {
    let needing: Vec<usize> = (0..sheets.len()).filter(|&at| sheets[at].needs_codes()).collect();
    let places: Vec<Place> = needing.iter().map(|&at| sheets[at].reading.at.clone()).collect();
    let (mut first, mut count) = (None, 0_usize);
    for (&at, place) in needing.iter().zip(&places) {
        let alike = places.iter().filter(|other| fold::exact(sheet_name(other)) == fold::exact(sheet_name(place)));
        let file = place.file.as_deref().filter(|_| alike.count() > 1);
        let Some(rows) = &mut sheets[at].rows else { continue };
        for record in rows.records.iter_mut().filter(|record| record.cell(Field::Code).is_none()) {
            let code = code(file, sheet_name(place), record.row);
            first.get_or_insert_with(|| (at, record.place_of(Field::Content), code.clone()));
            count += 1;
            give(record, code);
        }
    }
    if let Some((at, place, code)) = first {
        sheets[at].messages.push(Diagnostic::note("SL-081").at(&place).with("count", count).with("code", code));
    }
}

impl FoundSheet {
    /// Whether its tasks are found by nothing but their codes, and some have none.
    fn needs_codes(&self) -> bool {
        let Some(rows) = &self.rows else { return false };
        let is_register = rows.is_register && rows.by != RecognizedBy::Beginning;
        let has_codes = self.reading.columns.contains_key(&Field::Code);
        rows.kind == SheetKind::Assignments && (is_register && !has_codes || !rows.results.records.is_empty())
    }
}

/// `Phân công dòng 7`; `thang-3.xlsx Phân công dòng 7` where another file has a sheet of the name.
fn code(file: Option<&str>, sheet: &str, row: u32) -> String {
    let words = [file, Some(sheet)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    format!("{words} dòng {row}")
}

fn give(record: &mut Record, code: String) {
    let value = Cell { text: code, value: CellValue::Text };
    let code = (Field::Code, Located { value, at: record.place_of(Field::Content) });
    let cells = record.cells.iter().map(|(field, cell)| (field, cell.clone())).chain([code]);
    record.cells = cells.collect::<Cells>();
}
