//! A sheet as a drawing of its cells: one line a row, cells between bars, as the clerk sees it.
//!
//! Owns the format of the drawings. Must not know what rows mean. `registers` in `samples/` and the tests of reading are
//! written so, since their tables have headers of several rows, or none.

use serde::Deserialize;

use super::cell::Cell;
use super::workbook::Sheet;

/// A sheet as it is drawn.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Drawing {
    /// The name on the tab.
    pub(crate) name: String,
    /// The rows: `1 | Rà soát | @2026-07-31`. A number is a number, `@` begins a day, `'` a text whatever it looks
    /// like; `⏎` is a line break in a cell.
    grid: String,
    /// Merged regions, `A3:F3`.
    #[serde(default)]
    merged: Vec<String>,
    /// Rows that are not shown.
    #[serde(default)]
    hidden_rows: Vec<u32>,
    /// Columns that are not shown, 1-based.
    #[serde(default)]
    hidden_columns: Vec<u32>,
    /// Rows whose cells are struck out.
    #[serde(default)]
    struck_rows: Vec<u32>,
    /// Rows whose letters are bold; all others are not.
    #[serde(default)]
    bold_rows: Vec<u32>,
    /// Whether the sheet is hidden.
    #[serde(default)]
    hidden: bool,
}

impl From<Drawing> for Sheet {
    fn from(drawing: Drawing) -> Self {
        let mut sheet = Self { title: drawing.name, is_hidden: drawing.hidden, header_row: 1, ..Self::default() };
        for (row, line) in (1..).zip(drawing.grid.lines()) {
            for (column, text) in (1..).zip(line.split('|')) {
                sheet.set(row, column, cell(text.trim()));
            }
        }
        sheet.merges = drawing.merged.iter().map(|region| corners(region)).collect();
        sheet.hidden_rows = drawing.hidden_rows.into_iter().collect();
        sheet.hidden_columns = drawing.hidden_columns.into_iter().collect();
        let is_struck = |row: &u32| drawing.struck_rows.contains(row);
        sheet.struck = sheet.cells.keys().filter(|(row, _)| is_struck(row)).copied().collect();
        sheet.bold_rows = drawing.bold_rows.into_iter().collect();
        sheet
    }
}

fn cell(text: &str) -> Cell {
    if let Some(text) = text.strip_prefix('\'') {
        return Cell::from(text);
    }
    if let Some(day) = text.strip_prefix('@') {
        return Cell::Date(day.parse().unwrap_or_else(|error| panic!("«{text}»: {error}")));
    }
    match text.parse::<f64>() {
        Ok(number) if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') => Cell::Number(number),
        _ => Cell::Text(text.replace('⏎', "\n")),
    }
}

/// The first and the last cell of a region, `A3:F3`.
fn corners(region: &str) -> ((u32, u32), (u32, u32)) {
    let (first, last) = region.split_once(':').unwrap_or_else(|| panic!("«{region}» is no region"));
    (place(first), place(last))
}

fn place(cell: &str) -> (u32, u32) {
    let digits = cell.find(|letter: char| letter.is_ascii_digit()).unwrap_or_else(|| panic!("«{cell}» is no cell"));
    let column = cell[..digits].bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    (cell[digits..].parse().unwrap_or_else(|_| panic!("«{cell}» is no cell")), column)
}
