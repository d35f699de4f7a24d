//! The columns that a table of data may have.
//!
//! Owns what a column is, and the columns of the workbook that the contract gives a name in tables. Must not know a value:
//! `draft` makes the cells. `table_source` says which table has which.

use super::computed::Computed;
use crate::contract::{Field, SheetKind};

/// A column of a table of data.
#[derive(Debug)]
pub(crate) struct PrintedColumn {
    /// Its name in templates.
    pub(crate) name: &'static str,
    /// What stands in it.
    pub(crate) origin: CellOrigin,
    /// What its cells hold.
    pub(crate) content: ColumnContent,
}

/// Where the cells of a column come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellOrigin {
    /// The running number, which is ours.
    Ordinal,
    /// A column of the workbook, under the clerk's own heading.
    Field(Field),
    /// The figures, under a heading of ours.
    Computed(Computed),
}

/// What the cells of a column hold, which decides how they are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnContent {
    /// The running number.
    Ordinal,
    /// A few words that stand alone: a day, a code.
    Short,
    /// Figures, digit below digit and never broken; words and dashes among them stand in the middle.
    Number,
    /// Running text.
    Text,
}

/// The column of the running number.
pub(super) const ORDINAL: PrintedColumn =
    PrintedColumn { name: "stt", origin: CellOrigin::Ordinal, content: ColumnContent::Ordinal };

/// A column of the workbook with running text.
pub(super) const fn text(name: &'static str, field: Field) -> PrintedColumn {
    PrintedColumn { name, origin: CellOrigin::Field(field), content: ColumnContent::Text }
}

/// A column of the workbook with a few words.
pub(super) const fn short(name: &'static str, field: Field) -> PrintedColumn {
    PrintedColumn { name, origin: CellOrigin::Field(field), content: ColumnContent::Short }
}

impl PrintedColumn {
    /// The column of the workbook that it prints; `None` for what is made of several.
    pub(crate) fn field(&self) -> Option<Field> {
        match self.origin {
            CellOrigin::Ordinal => Some(Field::Ordinal),
            CellOrigin::Field(field) => Some(field),
            CellOrigin::Computed(_) => None,
        }
    }
}

/// The running number, then the columns that the contract gives a name in tables.
pub(super) fn of_sheet(kind: SheetKind) -> Vec<PrintedColumn> {
    let named = kind.columns().iter().filter_map(|column| {
        let table = column.in_tables?;
        Some(if table.is_short { short(table.name, column.field) } else { text(table.name, column.field) })
    });
    [ORDINAL].into_iter().chain(named).collect()
}
