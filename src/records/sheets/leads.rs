//! Registers without a column of units in the lead.
//!
//! Owns the error about them (SL-086). Must not ask about a sheet with the name of the contract, whose tasks may be prose.
//! `choose` calls it when the units of whole sheets are given.

use super::{FoundSheet, RecognizedBy};
use crate::contract::{Field, SheetKind};
use crate::diag::Diagnostic;
use crate::vietnamese::fold;

/// Reports every register of tasks that has no column of leads, and no other word of whose they are.
pub(super) fn ask_for_leads(sheets: &mut [FoundSheet]) {
    for sheet in sheets.iter_mut().filter(|sheet| sheet.lacks_leads()) {
        let reading = &sheet.reading;
        let row = reading.header_rows.last().copied().unwrap_or(1);
        let first = reading.headings.keys().next().copied().unwrap_or(1);
        let headings: Vec<String> =
            reading.headings.values().map(|heading| format!("«{}»", heading.replace('\n', " "))).collect();
        let unread = reading.unread_columns.iter().find_map(|column| reading.headings.get(column));
        let key = unread.map_or_else(|| "tiêu đề cột".to_owned(), |heading| fold::key(heading));
        let message = Diagnostic::error("SL-086").at(&reading.at.at_cell(row, first));
        let message = message.with("headings", headings.join(", ")).with("key", key);
        // The question about unknown columns is the same one.
        sheet.messages.retain(|message| message.code != "SL-056");
        sheet.messages.push(message);
    }
}

impl FoundSheet {
    fn lacks_leads(&self) -> bool {
        let Some(rows) = &self.rows else { return false };
        let is_register = rows.is_register && rows.by == RecognizedBy::Headings;
        is_register
            && rows.is_of(SheetKind::Assignments)
            && !self.reading.columns.contains_key(&Field::Lead)
            && rows.records.iter().all(|record| record.cell(Field::Lead).is_none())
    }
}
