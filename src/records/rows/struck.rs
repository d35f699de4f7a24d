//! Rows that are struck out: left out, and told.
//!
//! Owns which row counts as struck out, and the messages about struck letters. Must not know what a row is otherwise.
//! `sorting` leaves the rows out, and the messages go to `out`.

use super::row_view::RowView;
use crate::diag::{CellRef, Concern, Diagnostic, Diagnostics, Place};
use crate::records::cells::SeenCell;

/// Rows that a message lists; of more, only the number is said.
const MOST_LISTED: usize = 20;

impl RowView<'_> {
    /// Whether the row is struck out: every required cell that it fills; where it fills none, every cell that is read.
    /// Someone who gives up a task strikes its words out, and seldom the empty cells beside them.
    pub(super) fn is_struck_out(&self) -> bool {
        let layout = self.sheet.layout;
        let columns = self.required().filter_map(|column| layout.columns.get(&column.field));
        let needed: Vec<&SeenCell> = columns.filter_map(|column| self.cells.get(column)).collect();
        let is_struck = |cell: &SeenCell| cell.is_struck;
        if needed.is_empty() {
            !self.cells.is_empty() && self.cells.values().all(is_struck)
        } else {
            needed.into_iter().all(is_struck)
        }
    }

    /// Reports the struck cells of a row that is read all the same.
    pub(super) fn report_struck_cells(&self, out: &mut Diagnostics) {
        // In nearly every row nothing is struck out.
        if !self.cells.values().any(|cell| cell.is_struck) {
            return;
        }
        let read: Vec<u32> = self.sheet.layout.read_columns().collect();
        let struck = self.cells.iter().filter(|(column, cell)| cell.is_struck && read.contains(column));
        let mut places = struck.map(|(&column, _)| self.sheet.place.at_cell(self.row, column));
        let Some(first) = places.next() else { return };
        let cell = first.cell.map_or_else(String::new, |cell| cell.to_string());
        let message = Diagnostic::warning("SL-049").at(&first).with("cell", cell).concerning(Concern::Row);
        out.report(places.fold(message, |message, further| message.also_at(&further)));
    }
}

impl RowView<'_> {
    /// SL-058: reports the cells that are read without their struck words.
    pub(super) fn report_struck_words(&self, out: &mut Diagnostics) {
        if !self.cells.values().any(|cell| cell.with_struck.is_some()) {
            return;
        }
        let read: Vec<u32> = self.sheet.layout.read_columns().collect();
        for (&column, cell) in self.cells.iter().filter(|(column, _)| read.contains(column)) {
            let Some(whole) = &cell.with_struck else { continue };
            let message = Diagnostic::warning("SL-058").at(&self.sheet.place.at_cell(self.row, column));
            let message = message.with("typed", whole.replace('\n', " ")).with("read", cell.text.replace('\n', " "));
            out.report(message.concerning(Concern::Row));
        }
    }
}

/// Reports rows by their numbers, at the first of them.
pub(super) fn report_rows(message: Diagnostic, sheet: &Place, rows: &[CellRef], out: &mut Diagnostics) {
    let Some(first) = rows.first() else { return };
    let mut numbers: Vec<String> = rows.iter().take(MOST_LISTED).map(|at| at.row.to_string()).collect();
    if rows.len() > MOST_LISTED {
        numbers.push("…".to_owned());
    }
    let message = message.at(&sheet.at_cell(first.row, first.column)).with("count", rows.len());
    out.report(message.with("rows", numbers.join(", ")));
}
