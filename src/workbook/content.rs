//! What goes into a workbook of the contract: rows by sheet, values by field.
//!
//! Owns the shapes only: any content is a workbook of the contract. Must not know Excel, nor where a value stands.
//! `of_contract` describes the workbook that holds it.

use std::collections::BTreeMap;

use super::description::FilledCell;
use crate::contract::{Field, GeneralKey, SheetKind};

/// What a workbook says. A sheet or an item that is not in it stands there to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkbookContent {
    /// The values of Thông tin chung.
    pub general: BTreeMap<GeneralKey, FilledCell>,
    /// The rows of the other sheets, in order; those of Thông tin chung and Danh mục are left aside.
    pub rows: BTreeMap<SheetKind, Vec<FilledRow>>,
}

/// A row under the headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilledRow {
    /// Values by field; a field that the sheet has no column for is left aside.
    Cells(BTreeMap<Field, FilledCell>),
    /// A group's name, merged across the table (`I. …`).
    Group(String),
}

impl WorkbookContent {
    /// The rows of a sheet; none where it is to be filled in.
    #[must_use]
    pub fn rows(&self, kind: SheetKind) -> &[FilledRow] {
        self.rows.get(&kind).map_or(&[], Vec::as_slice)
    }
}
