//! The content of a workbook of the contract: rows by sheet, values by field.
//!
//! Owns the types only: every content is valid. Must not know Excel, nor where a value is written. `of_contract` makes
//! a description from it.

use std::collections::BTreeMap;

use super::description::FilledCell;
use crate::contract::{Field, GeneralKey, SheetKind};

/// The content of a workbook. A sheet or an item without content is written empty, for the clerk to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkbookContent {
    /// The values of Thông tin chung.
    pub general: BTreeMap<GeneralKey, FilledCell>,
    /// The rows of the other sheets, in order; rows for Thông tin chung and Danh mục are ignored.
    pub rows: BTreeMap<SheetKind, Vec<FilledRow>>,
}

/// A row under the headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilledRow {
    /// Values by field; a field without a column on the sheet is ignored.
    Cells(BTreeMap<Field, FilledCell>),
    /// A group's name, merged across the table (`I. …`).
    Group(String),
}

impl WorkbookContent {
    /// The rows of a sheet; empty where the clerk is to fill it in.
    #[must_use]
    pub fn rows(&self, kind: SheetKind) -> &[FilledRow] {
        self.rows.get(&kind).map_or(&[], Vec::as_slice)
    }
}
