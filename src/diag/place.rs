//! Where a message points: a cell of a workbook, a line of a text file.
//!
//! Owns how a place is named and displayed. Must not know the message about it. Every message and every fact has one.

use std::fmt;
use std::sync::Arc;

/// A cell's address. Both parts are 1-based: `A1` is row 1, column 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    /// Row, 1-based, as Excel shows it.
    pub row: u32,
    /// Column, 1-based: A is 1.
    pub column: u32,
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.column), self.row)
    }
}

/// The letters of a 1-based column number: 1 is `A`, 27 is `AA`; 0 is empty.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        letters.extend(('A'..='Z').nth((rest % 26) as usize));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Where a message points: a workbook's cell, or a line of a text file. Parts that do not apply are `None`.
///
/// Every cell of every row has a place, so the names are shared, not copied.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// File name without its folder; for a template, with the folder of its kind and `/` between.
    pub file: Option<Arc<str>>,
    /// Sheet name as the clerk wrote it.
    pub sheet: Option<Arc<str>>,
    /// Cell, or the first cell of a row.
    pub cell: Option<CellRef>,
    /// Line of a text file, 1-based.
    pub line: Option<u32>,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn file(name: impl AsRef<str>) -> Self {
        Self { file: Some(name.as_ref().into()), ..Self::default() }
    }

    /// A whole sheet of this file.
    #[must_use]
    pub fn sheet(file: impl AsRef<str>, sheet: impl AsRef<str>) -> Self {
        Self { sheet: Some(sheet.as_ref().into()), ..Self::file(file) }
    }

    /// The same file and sheet, at a cell.
    #[must_use]
    pub fn at_cell(&self, row: u32, column: u32) -> Self {
        Self { cell: Some(CellRef { row, column }), ..self.clone() }
    }

    /// The cell's name, `F14`; empty where the place is no cell.
    #[must_use]
    pub fn cell_name(&self) -> String {
        self.cell.map(|cell| cell.to_string()).unwrap_or_default()
    }

    /// A line of a text file, 1-based.
    #[must_use]
    pub fn line(file: impl AsRef<str>, line: u32) -> Self {
        Self { line: Some(line), ..Self::file(file) }
    }
}

impl fmt::Display for Place {
    /// `workbook › sheet › cell`, or `file:line`; empty for an empty place.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cell = self.cell.map(|cell| cell.to_string());
        let parts: Vec<&str> =
            [self.file.as_deref(), self.sheet.as_deref(), cell.as_deref()].into_iter().flatten().collect();
        f.write_str(&parts.join(" › "))?;
        match self.line {
            Some(line) => write!(f, ":{line}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_excel() {
        let letters: Vec<String> = [1, 26, 27, 52, 702, 703, 16384].map(column_letters).to_vec();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_place_is_displayed_from_the_workbook_inwards() {
        let place = Place::sheet("so-lieu.xlsx", "Nhiệm vụ").at_cell(14, 6);
        assert_eq!(place.to_string(), "so-lieu.xlsx › Nhiệm vụ › F14");
        assert_eq!(Place::line("van-ban.md", 12).to_string(), "van-ban.md:12");
    }
}
