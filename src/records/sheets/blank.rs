//! Sheets of a register that have a header and no task yet: the months to come, a village that has no work of its own.
//!
//! Owns leaving them aside where other sheets have tasks (SL-014, a note). Must not touch a sheet with the contract's
//! name, or one with rows that were not understood. `choose` calls it before the sheets of a kind are compared.

use super::{FoundSheet, RecognizedBy};
use crate::contract::SheetKind;
use crate::diag::Diagnostic;
use crate::records::types::Skipped;

/// Leaves aside the sheets of assignments without any, where another sheet has some.
pub(super) fn leave_blank_sheets_aside(sheets: &mut [FoundSheet]) {
    let has_tasks = |sheet: &FoundSheet| sheet.rows.as_ref().is_some_and(|rows| rows.is_of(SheetKind::Assignments));
    if !sheets.iter().any(has_tasks) {
        return;
    }
    for sheet in sheets.iter_mut().filter(|sheet| sheet.is_blank_register()) {
        sheet.leave_aside(Skipped::Empty, Diagnostic::note("SL-014").hint("others"));
    }
}

impl FoundSheet {
    /// Whether it is a register of tasks of which only the header is filled, and the rows above it.
    fn is_blank_register(&self) -> bool {
        let Some(rows) = &self.rows else { return false };
        let header = self.reading.header_rows.last().copied().unwrap_or(0);
        let ledger = &self.reading.ledger;
        rows.kind == SheetKind::Assignments
            && rows.by != RecognizedBy::Name
            && rows.records.is_empty()
            && ledger.groups + ledger.refused == 0
            && ledger.other <= header
    }
}
