//! What goes into a workbook: rows by sheet, values by field.
//!
//! Owns the shapes only: any content is a workbook of the contract. Must not know Excel. Whoever has rows fills one in;
//! `write` takes it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::contract::{Field, GeneralKey, SheetKind};

/// What a workbook says. A sheet or an item that is not in it stands there to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The values of Thông tin chung.
    pub general: BTreeMap<GeneralKey, Value>,
    /// The rows of the other sheets, in order; those of Thông tin chung and Danh mục are left aside.
    pub rows: BTreeMap<SheetKind, Vec<Row>>,
}

/// A row under the headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Values by field; a field that the sheet has no column for is left aside.
    Cells(BTreeMap<Field, Value>),
    /// A group's name, merged across the table (`I. …`).
    Group(String),
}

/// A filled cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text of at most 32,767 characters, which is what a cell holds; `\n` is a line break inside the cell.
    Text(String),
    /// A plain decimal, `-1200.5`, of at most 15 digits, which is what Excel keeps; written as text where it is none.
    Number(String),
    /// A day from 1900 on.
    Date(NaiveDate),
}

impl Content {
    /// The rows of a sheet; none where it is to be filled in.
    #[must_use]
    pub fn rows(&self, kind: SheetKind) -> &[Row] {
        self.rows.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The texts of a field down a sheet, in order; rows without it are left out.
    pub(super) fn texts(&self, kind: SheetKind, field: Field) -> impl Iterator<Item = &str> {
        self.rows(kind).iter().filter_map(move |row| match row {
            Row::Cells(cells) => match cells.get(&field)? {
                Value::Text(text) | Value::Number(text) => Some(text.as_str()),
                Value::Date(_) => None,
            },
            Row::Group(_) => None,
        })
    }
}
