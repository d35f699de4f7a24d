//! The columns that a table of data may have.
//!
//! Owns the type of a column, and the columns of the workbook that have a name for tables in the contract. Must not
//! know a value: `draft` makes the cells. `table_source` says which table has which columns.

use super::computed::Computed;
use crate::contract::{Field, SheetKind};

/// A column of a table of data.
#[derive(Debug)]
pub(crate) struct PrintedColumn {
    /// Its name in templates.
    pub(crate) name: &'static str,
    /// The origin of its cells.
    pub(crate) origin: CellOrigin,
    /// The kind of their content.
    pub(crate) content: ColumnContent,
}

/// The origin of a column's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellOrigin {
    /// The running number, made by the program.
    Ordinal,
    /// A column of the workbook, with the clerk's own heading.
    Field(Field),
    /// Figures, with a heading of the program.
    Computed(Computed),
}

/// The kind of content of a column's cells, which decides their layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnContent {
    /// The running number.
    Ordinal,
    /// A few words that stay together: a day, a code.
    Short,
    /// Figures, aligned digit below digit and never broken; words and dashes among them are centred.
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
    /// The column of the workbook that it prints; `None` for a column computed from several.
    pub(crate) fn field(&self) -> Option<Field> {
        match self.origin {
            CellOrigin::Ordinal => Some(Field::Ordinal),
            CellOrigin::Field(field) => Some(field),
            CellOrigin::Computed(_) => None,
        }
    }
}

/// The running number, then the columns that have a name for tables in the contract.
pub(super) fn of_sheet(kind: SheetKind) -> Vec<PrintedColumn> {
    let named = kind.columns().iter().filter_map(|column| {
        let table = column.in_tables?;
        Some(if table.is_short { short(table.name, column.field) } else { text(table.name, column.field) })
    });
    [ORDINAL].into_iter().chain(named).collect()
}
