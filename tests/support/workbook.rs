//! A workbook as readable text: one TOML file per sheet, in the order of the file names.
//!
//! Owns the format of `samples/*/so-lieu/` and the grid built from it. Must not know what rows mean, nor the format of
//! Excel's files. `edits` changes the grid for the tests of faults, `xlsx` writes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::cell::Cell;

/// The key of a row that is one merged cell (`I. …`) instead of fields.
const GROUP: &str = "group";

/// One sheet as written in its file: title, rows above the headings, headings, rows.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SheetText {
    sheet: String,
    #[serde(default)]
    hidden: bool,
    /// Title rows, each merged across the table; an empty text is an empty row.
    #[serde(default)]
    above: Vec<String>,
    headings: Vec<String>,
    /// Short rows, by position; an empty text is an empty cell.
    #[serde(default)]
    rows: Vec<Vec<Cell>>,
    /// Long rows, by heading; below the short ones where a sheet has both.
    #[serde(default)]
    row: Vec<BTreeMap<String, Cell>>,
}

/// One sheet as a grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sheet {
    /// The name on its tab.
    pub(crate) title: String,
    /// Whether Excel hides it.
    pub(crate) is_hidden: bool,
    /// The row of the headings, 1-based.
    pub(crate) header_row: u32,
    /// Filled cells by row and column, 1-based.
    pub(crate) cells: BTreeMap<(u32, u32), Cell>,
    /// Rows that are one cell merged across the table: titles and groups.
    pub(crate) banners: BTreeSet<u32>,
    /// Rows that Excel hides.
    pub(crate) hidden_rows: BTreeSet<u32>,
    /// Columns that Excel hides.
    pub(crate) hidden_columns: BTreeSet<u32>,
    /// Cells whose letters are struck out, by row and column.
    pub(crate) struck: BTreeSet<(u32, u32)>,
    /// Rows whose letters are bold, besides the headings and the banners.
    pub(crate) bold_rows: BTreeSet<u32>,
    /// Words of cells that are struck out, by row and column.
    pub(crate) struck_words: BTreeMap<(u32, u32), String>,
    /// Cells with a font of their own, by row and column.
    pub(crate) fonts: BTreeMap<(u32, u32), String>,
    /// Merged regions besides the banners: first and last cell.
    pub(crate) merges: Vec<((u32, u32), (u32, u32))>,
}

/// A workbook: its sheets, in order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Workbook {
    /// The sheets, as Excel will show them.
    pub(crate) sheets: Vec<Sheet>,
}

impl Workbook {
    /// The sample of this name in `samples/`.
    pub(crate) fn sample(name: &str) -> Self {
        Self::read(&samples_folder().join(name).join("so-lieu"))
    }

    /// The workbook that a folder of readable sheets describes.
    pub(crate) fn read(folder: &Path) -> Self {
        let mut files = sorted_entries(folder);
        files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
        assert!(!files.is_empty(), "{}: no sheets", folder.display());
        Self { sheets: files.iter().map(|file| read_sheet(file)).collect() }
    }
}

impl Sheet {
    /// The width of the table: the last column with a heading.
    pub(crate) fn width(&self) -> u32 {
        self.row_cells(self.header_row).map(|(column, _)| column).max().unwrap_or(1)
    }

    /// The last filled row.
    pub(crate) fn last_row(&self) -> u32 {
        self.cells.keys().map(|&(row, _)| row).max().unwrap_or(self.header_row)
    }

    /// The filled cells of a row, by column.
    pub(crate) fn row_cells(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|(&(_, column), cell)| (column, cell))
    }

    /// The column under this heading.
    pub(crate) fn column(&self, heading: &str) -> u32 {
        let found = self.row_cells(self.header_row).find(|(_, cell)| **cell == Cell::from(heading));
        found.unwrap_or_else(|| panic!("sheet «{}» has no heading «{heading}»", self.title)).0
    }

    /// Fills a cell; an empty text empties it.
    pub(crate) fn set(&mut self, row: u32, column: u32, value: Cell) {
        if value == Cell::from("") {
            self.cells.remove(&(row, column));
        } else {
            self.cells.insert((row, column), value);
        }
    }

    /// Fills a row by heading, or as one merged cell where its only key is `group`.
    pub(crate) fn fill_row(&mut self, row: u32, values: BTreeMap<String, Cell>) {
        for (heading, value) in values {
            if heading == GROUP {
                self.banners.insert(row);
                self.set(row, 1, value);
            } else {
                self.set(row, self.column(&heading), value);
            }
        }
    }
}

impl From<SheetText> for Sheet {
    fn from(text: SheetText) -> Self {
        let header_row = index(text.above.len()) + 1;
        let (cells, banners) = (BTreeMap::new(), (1..header_row).collect());
        let mut sheet =
            Self { title: text.sheet, is_hidden: text.hidden, header_row, cells, banners, ..Self::default() };
        for (row, title) in (1..).zip(text.above) {
            sheet.set(row, 1, Cell::Text(title));
        }
        for (column, heading) in (1..).zip(text.headings) {
            sheet.set(header_row, column, Cell::Text(heading));
        }
        let first_long_row = header_row + 1 + index(text.rows.len());
        for (row, values) in (header_row + 1..).zip(text.rows) {
            for (column, value) in (1..).zip(values) {
                sheet.set(row, column, value);
            }
        }
        for (row, values) in (first_long_row..).zip(text.row) {
            sheet.fill_row(row, values);
        }
        sheet
    }
}

/// The folders of all samples, by name.
pub(crate) fn sample_folders() -> Vec<PathBuf> {
    let mut entries = sorted_entries(&samples_folder());
    entries.retain(|entry| entry.join("so-lieu").is_dir());
    entries
}

fn samples_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

fn read_sheet(file: &Path) -> Sheet {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    // A checkout on Windows may have changed the line ends.
    let text = text.replace("\r\n", "\n");
    let sheet: SheetText = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    sheet.into()
}

pub(crate) fn sorted_entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths
}

fn index(length: usize) -> u32 {
    u32::try_from(length).expect("a sheet has fewer rows than a u32 counts")
}
