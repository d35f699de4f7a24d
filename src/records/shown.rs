//! The texts of a sheet as the clerk sees them, stored for excerpts.
//!
//! Owns how they are stored: in one string, because a sheet may have a million texts. Must not know headings or data
//! rows. Its excerpts go into messages.

use std::ops::Range;

use crate::diag::{CellRef, Excerpt, ExcerptCell};

/// The widest row, from its first to its last filled column, that an excerpt shows completely: a stray cell far to the
/// right must not make a line of 16,384 bars.
const WIDEST: u32 = 24;

/// The filled cells of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownSheet {
    /// The texts joined, row by row, each from left to right.
    text: String,
    /// The position of each text in the sheet, and its end in `text`.
    cells: Vec<(CellRef, u32)>,
}

impl ShownSheet {
    /// Stores the texts of these cells, given row by row, each from left to right; cells without a text are left out.
    pub(super) fn of<'a>(cells: impl Iterator<Item = (CellRef, &'a str)>) -> Self {
        let mut shown = Self::default();
        for (cell, text) in cells.filter(|(_, text)| !text.is_empty()) {
            shown.text.push_str(text);
            let end = u32::try_from(shown.text.len()).expect("a workbook shows less than 4 GiB");
            shown.cells.push((cell, end));
        }
        shown.text.shrink_to_fit();
        shown.cells.shrink_to_fit();
        shown
    }

    /// The row of a cell, as the clerk sees it; `None` for an empty row.
    pub(super) fn excerpt(&self, subject: CellRef) -> Option<Excerpt> {
        let row = self.row(subject.row);
        let column = |at: usize| self.cells[at].0.column;
        let first = column(row.clone().next()?).min(subject.column);
        let last = column(row.clone().next_back()?).max(subject.column);
        let shown = if last - first < WIDEST {
            (first..=last).collect()
        } else {
            some_of(row.clone().map(column), subject.column)
        };
        let text = |number: u32| row.clone().find(|at| column(*at) == number).map_or("", |at| self.text(at));
        let cell = |column| ExcerptCell { text: text(column).to_owned(), is_subject: column == subject.column };
        Some(Excerpt { row: subject.row, cells: shown.into_iter().map(cell).collect(), span: None })
    }

    /// The text of a cell; empty where it is blank.
    pub(super) fn text_of(&self, cell: CellRef) -> &str {
        self.cells.binary_search_by_key(&cell, |(known, _)| *known).map_or("", |at| self.text(at))
    }

    /// The cells of a row.
    fn row(&self, row: u32) -> Range<usize> {
        let start = self.cells.partition_point(|(cell, _)| cell.row < row);
        let end = self.cells.partition_point(|(cell, _)| cell.row <= row);
        start..end
    }

    fn text(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.cells[before].1);
        &self.text[start as usize..self.cells[at].1 as usize]
    }
}

/// The first of these columns, and the column of the message.
fn some_of(columns: impl Iterator<Item = u32>, subject: u32) -> Vec<u32> {
    let mut columns: Vec<u32> = columns.take(WIDEST as usize - 1).collect();
    if !columns.contains(&subject) {
        columns.push(subject);
        columns.sort_unstable();
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(row: u32, column: u32) -> CellRef {
        CellRef { row, column }
    }

    #[track_caller]
    fn check(cells: &[(CellRef, &str)], subject: CellRef, expected: Option<&[(&str, bool)]>) {
        let excerpt = ShownSheet::of(cells.iter().copied()).excerpt(subject);
        let found = excerpt.as_ref().map(|excerpt| {
            let cells = excerpt.cells.iter().map(|cell| (cell.text.as_str(), cell.is_subject));
            cells.collect::<Vec<_>>()
        });
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn a_row_is_shown_from_its_first_cell_to_its_last() {
        let cells = [(at(2, 1), "a"), (at(3, 2), "b"), (at(3, 3), ""), (at(3, 4), "d"), (at(9, 1), "e")];
        check(&cells, at(3, 4), Some(&[("b", false), ("", false), ("d", true)]));
        check(&cells, at(3, 1), Some(&[("", true), ("b", false), ("", false), ("d", false)]));
        check(&cells, at(9, 2), Some(&[("e", false), ("", true)]));
        check(&cells, at(4, 1), None);
        check(&[], at(1, 1), None);
    }

    #[test]
    fn a_very_wide_row_shows_only_its_filled_cells() {
        let cells = [(at(1, 1), "a"), (at(1, 16_384), "z")];
        check(&cells, at(1, 5), Some(&[("a", false), ("", true), ("z", false)]));
    }
}
