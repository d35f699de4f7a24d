//! One data row: its cells by field, including cells merged from above.
//!
//! Owns why a row is refused: a required cell is blank or unreliable. Must not judge the content of a cell. Rows that
//! may lack a required cell are left to `dossier`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::UnderstoodSheet;
use super::row_view::RowView;
use crate::contract::{Column, Field, SheetKind};
use crate::diag::{Concern, Diagnostic, Diagnostics, Place};
use crate::records::cells::{Flaw, SeenCell};
use crate::records::headings::IndicatorColumns;
use crate::records::limits::{LEAST_CELLS, MESSAGE_BYTES, RECORD_BYTES, RECORD_CELL_BYTES};
use crate::records::old_fonts::old_font;
use crate::records::refusal::Refusal;
use crate::records::types::{Cell, Located, Record};

/// Makes the records of one table.
pub(super) struct Maker<'a> {
    sheet: &'a UnderstoodSheet<'a>,
    /// The columns of every record.
    columns: Arc<Columns>,
    /// The same with the columns of each indicator, in the order of the header.
    indicators: Vec<Arc<Columns>>,
}

/// Filled cells, each with its field.
pub(super) type FilledCells = Vec<(Field, Located<Cell>)>;
/// Columns by field, 1-based.
pub(super) type Columns = BTreeMap<Field, u32>;

/// The usable cells of a row.
#[derive(Default)]
pub(super) struct TakenCells {
    /// The filled cells.
    pub(super) cells: FilledCells,
    /// Whether the row lacks a required cell.
    is_refused: bool,
}

/// A cell of a row, with the position of its text.
struct FoundCell<'a> {
    cell: &'a SeenCell,
    row: u32,
    column: u32,
}

impl<'a> Maker<'a> {
    pub(super) fn new(sheet: &'a UnderstoodSheet<'a>) -> Self {
        let common = &sheet.layout.columns;
        let of_indicator = |indicator: &IndicatorColumns| {
            let columns = common.iter().chain(&indicator.columns);
            Arc::new(columns.map(|(field, column)| (*field, *column)).collect())
        };
        let indicators = sheet.layout.indicators.iter().map(of_indicator).collect();
        Self { sheet, columns: Arc::new(common.clone()), indicators }
    }

    /// The records of a row: one, or one for every indicator in the header. None where the row is refused, which is
    /// reported to `out`.
    pub(super) fn make(
        &self,
        view: &RowView<'_>,
        group: Option<&Located<String>>,
        budget: &mut u64,
        out: &mut Diagnostics,
    ) -> Result<Vec<Record>, Refusal> {
        let layout = self.sheet.layout;
        let taken = self.take(view.row, &layout.columns, budget, out)?;
        if taken.is_refused {
            return Ok(Vec::new());
        }
        if layout.indicators.is_empty() {
            return Ok(vec![self.record(view, group, (taken.cells, &self.columns), budget)?]);
        }
        let mut records = Vec::new();
        for (indicator, columns) in layout.indicators.iter().zip(&self.indicators) {
            let cells = self.of_indicator(view.row, indicator, &taken, budget, out)?;
            records.push(self.record(view, group, (cells, columns), budget)?);
        }
        Ok(records)
    }

    /// The usable cells of these columns.
    pub(super) fn take(
        &self,
        row: u32,
        columns: &Columns,
        budget: &mut u64,
        out: &mut Diagnostics,
    ) -> Result<TakenCells, Refusal> {
        let messages = out.messages().len();
        let mut taken = TakenCells::default();
        for column in self.sheet.layout.kind.readable_columns() {
            let Some(&at) = columns.get(&column.field) else { continue };
            let Some(found) = self.find(row, at) else {
                taken.is_refused |= self.report_blank(row, at, column, out);
                continue;
            };
            if !self.accept(&found, row, column.field, out) {
                taken.is_refused |= column.is_required;
                continue;
            }
            taken.cells.push((column.field, self.located(&found)));
        }
        pay(budget, MESSAGE_BYTES * (out.messages().len() - messages) as u64)?;
        Ok(taken)
    }

    /// A record of these cells.
    fn record(
        &self,
        view: &RowView<'_>,
        group: Option<&Located<String>>,
        (cells, columns): (FilledCells, &Arc<Columns>),
        budget: &mut u64,
    ) -> Result<Record, Refusal> {
        let texts: u64 = cells.iter().map(|(_, cell)| cell.value.text.len() as u64).sum();
        let room = RECORD_CELL_BYTES * cells.len().max(LEAST_CELLS) as u64;
        pay(budget, RECORD_BYTES + group.map_or(0, |group| group.value.len() as u64) + room + texts)?;
        let first = view.cells.keys().next().copied().unwrap_or(1);
        Ok(Record {
            at: self.at(view.row, first),
            row: view.row,
            group: group.cloned(),
            cells: cells.into_iter().collect(),
            columns: Arc::clone(columns),
            is_joined: false,
        })
    }

    /// The cell of a column, or the one merged over it from a data row above.
    fn find(&self, row: u32, column: u32) -> Option<FoundCell<'a>> {
        let cells = self.sheet.cells;
        if let Some(cell) = cells.rows.get(&row).and_then(|cells| cells.get(&column)) {
            return Some(FoundCell { cell, row, column });
        }
        let span = cells.span(row, column)?;
        if span.left != column || span.top <= self.sheet.layout.last_header_row() {
            return None;
        }
        let cell = cells.rows.get(&span.top)?.get(&column)?;
        Some(FoundCell { cell, row: span.top, column })
    }

    /// Reports a required cell that is blank; whether it was.
    fn report_blank(&self, row: u32, at: u32, column: &Column, out: &mut Diagnostics) -> bool {
        if !column.is_required || may_be_blank(self.sheet.layout.kind, column.field) {
            return false;
        }
        let blank = Diagnostic::error("SL-012").at(&self.at(row, at)).with("heading", column.heading);
        out.report(blank.with("cell", crate::diag::CellRef { row, column: at }).with("row", row));
        true
    }

    /// Whether a cell can be used. A flaw is reported once, in the row of the cell.
    fn accept(&self, found: &FoundCell<'_>, row: u32, field: Field, out: &mut Diagnostics) -> bool {
        let (message, is_taken) = match found.cell.flaw {
            None => return true,
            Some(Flaw::LongNumber) if is_figure(field) => return true,
            Some(Flaw::CharactersDropped) => (Diagnostic::warning("SL-009"), true),
            Some(Flaw::OldEncoding) => (old_encoding(&found.cell.text), true),
            Some(Flaw::OldFont(encoding)) => (old_font(&found.cell.text, encoding), true),
            Some(Flaw::ErrorValue) => (Diagnostic::error("SL-010").with("value", found.cell.error_value()), false),
            Some(Flaw::NoDay) => (no_day(&found.cell.text), false),
            Some(Flaw::NotComputed) => (Diagnostic::error("SL-011"), false),
            Some(Flaw::LongNumber | Flaw::DigitsLost) => (Diagnostic::error("SL-013"), false),
        };
        if found.row == row {
            let cell = crate::diag::CellRef { row, column: found.column };
            let message = message.at(&self.at(row, found.column));
            // The same message in a whole column is drawn once.
            let message = if found.cell.flaw == Some(Flaw::NoDay) { message } else { message.with("cell", cell) };
            out.report(if self.is_of_one_row(found) { message.concerning(Concern::Row) } else { message });
        }
        is_taken
    }

    /// Whether no further row has the cell, by merging.
    fn is_of_one_row(&self, found: &FoundCell<'_>) -> bool {
        self.sheet.cells.span(found.row, found.column).is_none_or(|span| span.bottom == found.row)
    }

    fn located(&self, found: &FoundCell<'_>) -> Located<Cell> {
        let value = Cell { text: found.cell.text.clone(), value: found.cell.value.clone() };
        Located { value, at: self.at(found.row, found.column) }
    }

    pub(super) fn at(&self, row: u32, column: u32) -> Place {
        self.sheet.place.at_cell(row, column)
    }
}

/// The warning about a text that was in an old encoding, given in Unicode.
pub(super) fn old_encoding(text: &str) -> Diagnostic {
    Diagnostic::warning("SL-057").with("value", text.replace('\n', " "))
}

/// The error about a day that stands for none.
fn no_day(shown: &str) -> Diagnostic {
    let message = Diagnostic::error("SL-067").with("value", shown);
    if shown.ends_with("1970") { message.hint("epoch") } else { message }
}

/// Subtracts a cost from the budget.
fn pay(budget: &mut u64, cost: u64) -> Result<(), Refusal> {
    *budget = budget.checked_sub(cost).ok_or(Refusal::TooMuchToKeep)?;
    Ok(())
}

/// Required cells that may be blank here, because `dossier` decides whether they are needed.
fn may_be_blank(kind: SheetKind, field: Field) -> bool {
    matches!(
        (kind, field),
        (SheetKind::General, Field::Value)
            | (
                SheetKind::Grounds,
                Field::DocumentType | Field::NumberSymbol | Field::IssuedOn | Field::Issuer | Field::Subject,
            )
            | (SheetKind::Implementation, Field::Unit)
            | (SheetKind::Completions, Field::State)
    )
}

/// Whether a column has amounts, where a long number is only a large one.
fn is_figure(field: Field) -> bool {
    matches!(
        field,
        Field::Households
            | Field::Population
            | Field::Percent
            | Field::PlannedYear
            | Field::Planned
            | Field::Actual
            | Field::Cumulative
            | Field::SamePeriod
            | Field::TypedPercent
            | Field::TypedChange
    )
}
