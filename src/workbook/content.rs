//! What is filled into a workbook: rows of entries by sheet and field.
//!
//! Owns their shape. Must not know where they come from, nor a cell's look. `sheet` writes them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::contract::{Field, SheetKind};

/// One filled cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Entry {
    /// Text; never empty.
    Text(String),
    /// A whole number.
    Number(i32),
    /// A day.
    Date(NaiveDate),
}

/// One row: its filled cells.
pub(super) type Row = BTreeMap<Field, Entry>;

/// Rows by sheet, in order; a sheet without any is blank.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Content(BTreeMap<SheetKind, Vec<Row>>);

impl Content {
    /// Puts the rows of a sheet.
    pub(super) fn put(&mut self, kind: SheetKind, rows: Vec<Row>) {
        self.0.insert(kind, rows);
    }

    /// The rows of a sheet.
    pub(super) fn rows(&self, kind: SheetKind) -> &[Row] {
        self.0.get(&kind).map_or(&[], Vec::as_slice)
    }
}
