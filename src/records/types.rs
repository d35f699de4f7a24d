//! The result of reading: rows by sheet kind, each cell with its place, and a ledger of every row read.
//!
//! Owns the types only. Must not know Excel's files. `records::read` fills them, `dossier` takes them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::shown::ShownSheet;
use crate::contract::{Field, SheetKind};
use crate::diag::{Excerpt, Place};
use crate::vietnamese::text;

/// A value and the cell it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its cell.
    pub at: Place,
}

/// The value in Excel behind the text that a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellValue {
    /// Text, as typed.
    Text,
    /// A number, in the shortest decimal form that Excel's 15 digits allow (`0.85`, `1200`).
    Number(String),
    /// A day.
    Date(NaiveDate),
    /// A truth value.
    Bool(bool),
}

/// One filled cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The text as the clerk sees it: cleaned, NFC, trimmed, never empty; paragraphs are split by `\n`.
    pub text: String,
    /// The value behind the text.
    pub value: CellValue,
}

/// One data row of a sheet; in a table village × indicator, one indicator of one village.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The row's first filled cell.
    pub at: Place,
    /// Row number, 1-based.
    pub row: u32,
    /// The group row above it (`I. …`), without its number, on a sheet with groups.
    pub group: Option<Located<String>>,
    /// Filled cells by field.
    pub cells: Cells,
    /// The column of every field, also of blank cells. A code taken from a heading has none. All rows of a table share
    /// it.
    pub columns: Arc<BTreeMap<Field, u32>>,
    /// Whether it is one task of several rows, with the units of all.
    pub is_joined: bool,
}

/// The filled cells of a row by field, each field once; stored compactly, because there are many rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells(Box<[(Field, Located<Cell>)]>);

impl Cells {
    /// The cell of a field; `None` where it is blank or the sheet has no such column.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&Located<Cell>> {
        let at = self.0.binary_search_by_key(&field, |(known, _)| *known).ok()?;
        Some(&self.0[at].1)
    }

    /// The text of a field, to be changed; `None` where it is blank.
    pub fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        let at = self.0.binary_search_by_key(&field, |(known, _)| *known).ok()?;
        Some(&mut self.0[at].1.value.text)
    }

    /// The filled fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.iter().map(|(field, _)| field)
    }

    /// The filled cells, in the order of their fields.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &Located<Cell>)> {
        self.0.iter().map(|(field, cell)| (*field, cell))
    }

    /// The number of filled cells.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no cell is filled.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(Field, Located<Cell>)> for Cells {
    /// Of two cells of one field, the last is used.
    fn from_iter<T: IntoIterator<Item = (Field, Located<Cell>)>>(cells: T) -> Self {
        let mut cells: Vec<(Field, Located<Cell>)> = cells.into_iter().collect();
        cells.sort_by_key(|(field, _)| *field);
        cells.dedup_by(|later, earlier| {
            let is_duplicate = later.0 == earlier.0;
            if is_duplicate {
                std::mem::swap(later, earlier);
            }
            is_duplicate
        });
        Self(cells.into())
    }
}

impl Record {
    /// The cell of a field; `None` where it is blank or the sheet has no such column.
    #[must_use]
    pub fn cell(&self, field: Field) -> Option<&Located<Cell>> {
        self.cells.get(field)
    }

    /// The text of a field; `None` where it is blank or the sheet has no such column.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<Located<String>> {
        self.cell(field).map(|cell| Located { value: cell.value.text.clone(), at: cell.at.clone() })
    }

    /// The cell of a field in this row, blank or not; the row's first cell where the sheet has no such column.
    #[must_use]
    pub fn place_of(&self, field: Field) -> Place {
        match (self.columns.get(&field), self.cell(field)) {
            (Some(&column), _) => self.at.at_cell(self.row, column),
            (None, Some(cell)) => cell.at.clone(),
            (None, None) => self.at.clone(),
        }
    }
}

/// The results that stand in the rows of tasks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ResultsBeside {
    /// The column of each field, 1-based; empty where the table has no results.
    pub(super) columns: BTreeMap<Field, u32>,
    /// The results, each with the index of its task among the records of the sheet.
    pub(super) records: Vec<(usize, Record)>,
}

/// The count of a sheet's rows: `rows` is the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Rows from the first to the last filled one.
    pub rows: u32,
    /// Data rows, whatever the sheet is about.
    pub tasks: u32,
    /// Group rows.
    pub groups: u32,
    /// Total rows.
    pub totals: u32,
    /// Blank rows.
    pub blank: u32,
    /// Rows refused with an error.
    pub refused: u32,
    /// Titles, headers, column numbers, signature blocks, notes.
    pub other: u32,
}

/// The result of reading one sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetReading {
    /// The sheet.
    pub at: Place,
    /// Whether the clerk can see it.
    pub is_visible: bool,
    /// The kind of its rows; `None` where it was skipped.
    pub kind: Option<SheetKind>,
    /// Rows of the header, 1-based; empty where none was found.
    pub header_rows: Vec<u32>,
    /// Fields found and their columns, 1-based; in a table village × indicator, the first column of each.
    pub columns: BTreeMap<Field, u32>,
    /// The indicators of a table village × indicator, from left to right: the name and the columns of each.
    pub indicators: Vec<(String, BTreeMap<Field, u32>)>,
    /// The columns of results beside the tasks, 1-based; empty where there are none, and where others count.
    pub results: BTreeMap<Field, u32>,
    /// Filled columns without a field, 1-based.
    pub unread_columns: Vec<u32>,
    /// Every heading by column, 1-based, as written; columns without a heading are left out.
    pub headings: BTreeMap<u32, String>,
    /// The codes of its rows that are struck out and not read.
    pub struck_codes: Vec<Located<String>>,
    /// The count of its rows.
    pub ledger: Ledger,
    /// Why it was skipped; `None` where it was read.
    pub skipped: Option<Skipped>,
    /// For a sheet with an unknown name, the kind whose headings it has.
    pub likely: Option<SheetKind>,
}

impl SheetReading {
    /// Whether it belongs to the contract, even where its header can't be read or another sheet counts in its place.
    #[must_use]
    pub fn is_understood(&self) -> bool {
        let is_known = |why| matches!(why, Skipped::Unreadable | Skipped::Copied | Skipped::Beside | Skipped::Answered);
        self.kind.is_some() || self.skipped.is_some_and(is_known)
    }

    /// A skipped sheet, its rows not counted yet.
    #[must_use]
    pub fn left_aside(at: &Place, is_visible: bool, why: Skipped) -> Self {
        Self {
            at: at.clone(),
            is_visible,
            kind: None,
            header_rows: Vec::new(),
            columns: BTreeMap::new(),
            indicators: Vec::new(),
            results: BTreeMap::new(),
            unread_columns: Vec::new(),
            struck_codes: Vec::new(),
            headings: BTreeMap::new(),
            ledger: Ledger::default(),
            skipped: Some(why),
            likely: None,
        }
    }
}

/// Why a sheet was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skipped {
    /// It is empty.
    Empty,
    /// Neither its name nor its headings are the contract's.
    Unknown,
    /// It has the same rows as another sheet.
    Copied,
    /// Another sheet of its kind has the contract's name, or one that is more certain.
    Beside,
    /// The clerk's answer leaves it aside.
    Answered,
    /// It has no cells: a chart, a dialog, macros.
    NoCells,
    /// It is our own list for drop-downs.
    Lists,
    /// Its header row could not be read, which is reported as an error.
    Unreadable,
}

/// All that was read from the workbooks of one dossier.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// Every sheet of every file, in order.
    pub sheets: Vec<SheetReading>,
    /// Data rows by kind; a kind in several files is joined in the order given.
    pub rows: BTreeMap<SheetKind, Vec<Record>>,
    /// Every filled row as the clerk sees it, for excerpts: by sheet (`cell` is `None`).
    pub shown: BTreeMap<Place, ShownSheet>,
}

impl Records {
    /// The data rows of a kind, in order; empty where there is no such sheet.
    #[must_use]
    pub fn rows(&self, kind: SheetKind) -> &[Record] {
        self.rows.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Whether any sheet of this file belongs to the contract, even one with an unreadable header: `false` for a file
    /// that was refused, and for one in which nothing was understood.
    #[must_use]
    pub fn is_understood(&self, file: &str) -> bool {
        self.sheets.iter().filter(|sheet| sheet.at.file.as_deref() == Some(file)).any(SheetReading::is_understood)
    }

    /// The first sheet with an unknown name that has all headings of this kind; `None` where there is none.
    #[must_use]
    pub fn renamed_sheet(&self, kind: SheetKind) -> Option<&SheetReading> {
        self.sheets.iter().find(|sheet| sheet.likely == Some(kind))
    }

    /// The first sheet of this kind.
    #[must_use]
    pub fn sheet(&self, kind: SheetKind) -> Option<&SheetReading> {
        self.sheets.iter().find(|sheet| sheet.kind == Some(kind))
    }

    /// The clerk's heading for the column of a field, on one line; `None` where no sheet of this kind has the column.
    #[must_use]
    pub fn heading(&self, kind: SheetKind, field: Field) -> Option<String> {
        let mut sheets = self.sheets.iter().filter(|sheet| sheet.kind == Some(kind));
        let heading = sheets.find_map(|sheet| sheet.headings.get(sheet.columns.get(&field)?))?;
        Some(text::single_breaks(heading))
    }

    /// The row of a place, as the clerk sees it; `None` for a place without a cell, and for an empty row.
    #[must_use]
    pub fn excerpt(&self, place: &Place) -> Option<Excerpt> {
        let sheet = Place { cell: None, line: None, ..place.clone() };
        self.shown.get(&sheet)?.excerpt(place.cell?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_each_field_once() {
        let cell = |text: &str| Located {
            value: Cell { text: text.to_owned(), value: CellValue::Text },
            at: Place::default(),
        };
        let cells: Cells = [
            (Field::Content, cell("a")),
            (Field::Code, cell("b")),
            (Field::Content, cell("c")),
            (Field::Content, cell("d")),
        ]
        .into_iter()
        .collect();
        let text = |field| cells.get(field).map(|cell| cell.value.text.as_str());
        assert_eq!((cells.len(), text(Field::Code), text(Field::Content)), (2, Some("b"), Some("d")));
        assert_eq!(text(Field::Lead), None);
    }
}
