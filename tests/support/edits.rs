//! One change to a sample workbook, with which a test creates the fault it is about.
//!
//! Owns the list of changes, written in TOML (`[[edit]] do = "set-cell" …`) or in Rust. Must not know what a change
//! breaks. The changed grid is written by `xlsx`, like any other.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::cell::Cell;
use super::workbook::{Sheet, SheetText, Workbook};

/// One change. A sheet is named by its tab, a row by the beginning of any of its texts.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Edit {
    /// Fills a cell by its address (`F14`), anywhere; an empty text empties it.
    SetCell { sheet: String, cell: String, value: Cell },
    /// Fills a cell by its row and heading; an empty text empties it.
    SetField { sheet: String, row: String, heading: String, value: Cell },
    /// Replaces a heading.
    RenameHeading { sheet: String, heading: String, to: String },
    /// Renames a sheet.
    RenameSheet { sheet: String, to: String },
    /// Removes a sheet.
    DeleteSheet { sheet: String },
    /// Removes a row; the rows below it move up.
    DeleteRow { sheet: String, row: String },
    /// Adds a row below the last one, by heading (or `group`).
    AddRow { sheet: String, values: BTreeMap<String, Cell> },
    /// Hides a row, as a filter does.
    HideRow { sheet: String, row: String },
    /// Hides a column.
    HideColumn { sheet: String, heading: String },
    /// Strikes out a row, or one cell of it by its heading.
    Strike { sheet: String, row: String, heading: Option<String> },
    /// Strikes out some words of a cell; what else it holds stays.
    /// A blank row is that of the headings.
    StrikeWords { sheet: String, row: String, heading: String, words: String },
    /// Gives a cell a font. A blank row is that of the headings.
    Font { sheet: String, row: String, heading: String, font: String },
    /// Merges cells (`D4:D5`): the text of the first stays.
    Merge { sheet: String, cells: String },
    /// Adds a sheet after the last one, in the form of a sample's file.
    AddSheet(SheetText),
}

/// Fills a cell by its address with a text.
pub(crate) fn cell(sheet: &str, cell: &str, text: &str) -> Edit {
    Edit::SetCell { sheet: sheet.to_owned(), cell: cell.to_owned(), value: Cell::Text(text.to_owned()) }
}

/// Fills an item of Thông tin chung with a text.
pub(crate) fn set(item: &str, text: &str) -> Edit {
    Edit::SetField {
        sheet: "Thông tin chung".to_owned(),
        row: item.to_owned(),
        heading: "Giá trị".to_owned(),
        value: Cell::Text(text.to_owned()),
    }
}

/// Adds an item to Thông tin chung.
pub(crate) fn item(item: &str, text: &str) -> Edit {
    let values = [("Mục", item), ("Giá trị", text)];
    let values = values.map(|(name, text)| (name.to_owned(), Cell::Text(text.to_owned()))).into();
    Edit::AddRow { sheet: "Thông tin chung".to_owned(), values }
}

impl Workbook {
    /// This workbook after these changes, applied in order.
    pub(crate) fn edited(mut self, edits: &[Edit]) -> Self {
        for edit in edits.iter().cloned() {
            self.apply(edit);
        }
        self
    }

    fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::SetCell { sheet, cell, value } => {
                let (row, column) = address(&cell);
                self.sheet(&sheet).set(row, column, value);
            }
            Edit::SetField { sheet, row, heading, value } => {
                let sheet = self.sheet(&sheet);
                sheet.set(sheet.find_row(&row), sheet.column(&heading), value);
            }
            Edit::RenameHeading { sheet, heading, to } => {
                let sheet = self.sheet(&sheet);
                sheet.set(sheet.header_row, sheet.column(&heading), Cell::Text(to));
            }
            Edit::RenameSheet { sheet, to } => self.sheet(&sheet).title = to,
            Edit::DeleteSheet { sheet } => {
                let _must_exist = self.sheet(&sheet);
                self.sheets.retain(|other| other.title != sheet);
            }
            Edit::DeleteRow { sheet, row } => {
                let sheet = self.sheet(&sheet);
                sheet.delete_row(sheet.find_row(&row));
            }
            Edit::AddRow { sheet, values } => {
                let sheet = self.sheet(&sheet);
                sheet.fill_row(sheet.last_row() + 1, values);
            }
            Edit::HideRow { sheet, row } => {
                let sheet = self.sheet(&sheet);
                sheet.hidden_rows.insert(sheet.find_row(&row));
            }
            Edit::HideColumn { sheet, heading } => {
                let sheet = self.sheet(&sheet);
                sheet.hidden_columns.insert(sheet.column(&heading));
            }
            Edit::Strike { sheet, row, heading } => {
                let sheet = self.sheet(&sheet);
                let row = sheet.find_row(&row);
                match heading {
                    Some(heading) => sheet.struck.extend([(row, sheet.column(&heading))]),
                    None => sheet.struck.extend((1..=sheet.width()).map(|column| (row, column))),
                }
            }
            Edit::StrikeWords { sheet, row, heading, words } => {
                let sheet = self.sheet(&sheet);
                let row = if row.is_empty() { sheet.header_row } else { sheet.find_row(&row) };
                sheet.struck_words.insert((row, sheet.column(&heading)), words);
            }
            Edit::Font { sheet, row, heading, font } => {
                let sheet = self.sheet(&sheet);
                let row = if row.is_empty() { sheet.header_row } else { sheet.find_row(&row) };
                sheet.fonts.insert((row, sheet.column(&heading)), font);
            }
            Edit::Merge { sheet, cells } => {
                let (first, last) = cells.split_once(':').expect("two corners");
                self.sheet(&sheet).merge(address(first), address(last));
            }
            Edit::AddSheet(text) => self.sheets.push(text.into()),
        }
    }

    fn sheet(&mut self, title: &str) -> &mut Sheet {
        let found = self.sheets.iter_mut().find(|sheet| sheet.title == title);
        found.unwrap_or_else(|| panic!("no sheet «{title}»"))
    }
}

impl Sheet {
    /// The first row below the headings with a text that begins like this.
    fn find_row(&self, beginning: &str) -> u32 {
        let below = self.cells.range((self.header_row + 1, 0)..);
        let begins = |cell: &Cell| matches!(cell, Cell::Text(text) if text.starts_with(beginning));
        let mut rows = below.filter(|(_, cell)| begins(cell)).map(|(&(row, _), _)| row);
        rows.next().unwrap_or_else(|| panic!("sheet «{}» has no row «{beginning}»", self.title))
    }

    fn merge(&mut self, first: (u32, u32), last: (u32, u32)) {
        let is_hidden = |&(row, column): &(u32, u32)| {
            (row, column) != first && (first.0..=last.0).contains(&row) && (first.1..=last.1).contains(&column)
        };
        self.cells.retain(|at, _| !is_hidden(at));
        self.merges.push((first, last));
    }

    fn delete_row(&mut self, removed: u32) {
        let moved = |row: u32| if row > removed { row - 1 } else { row };
        self.cells.retain(|&(row, _), _| row != removed);
        self.cells = std::mem::take(&mut self.cells)
            .into_iter()
            .map(|((row, column), cell)| ((moved(row), column), cell))
            .collect();
        self.banners = self.banners.iter().filter(|&&row| row != removed).map(|&row| moved(row)).collect();
    }
}

/// Row and column, 1-based, of an address such as `F14`.
fn address(cell: &str) -> (u32, u32) {
    let digits = cell.find(|character: char| character.is_ascii_digit()).unwrap_or(cell.len());
    let (letters, row) = cell.split_at(digits);
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    let row = row.parse().unwrap_or_else(|_| panic!("«{cell}» is not the address of a cell"));
    (row, column)
}
