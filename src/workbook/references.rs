//! Finds the columns of a workbook that formulas refer to.
//!
//! Owns finding them by sheet and heading, and the formulas of drop-downs. Must not know the content of the columns.
//! `rules` and `lists` use its formulas.

use super::description::{
    ColumnReference, DescribedRow, ListDescription, ListWords, SheetBody, TableDescription, WorkbookDescription,
};
use crate::diag::column_letters;

/// The first row below the headings, 1-based.
pub(super) const FIRST_ROW: u32 = 2;
/// The last row of a table that a list reads.
const LAST_ROW: u32 = 2000;

/// The target of a reference.
enum Referenced<'a> {
    Column(&'a TableDescription, usize),
    List(&'a [ListDescription], usize),
}

impl WorkbookDescription {
    /// The formula for the list of a drop-down.
    pub(super) fn offered(&self, source: &ColumnReference) -> String {
        match self.find(source) {
            Referenced::Column(..) => {
                let (anchor, range) = (self.anchor(source), self.range(source));
                format!("=OFFSET({anchor},0,0,MAX(1,COUNTA({range})),1)")
            }
            Referenced::List(lists, index) => match &lists[index].words {
                ListWords::Fixed(words) => {
                    let (sheet, column) = (quoted(&source.sheet), letters(index));
                    let last = FIRST_ROW as usize + words.len() - 1;
                    format!("={sheet}!${column}${FIRST_ROW}:${column}${last}")
                }
                ListWords::OfColumns(columns) => {
                    let sheet = quoted(&source.sheet);
                    let counted = (0..columns.len()).map(|nth| format!("{sheet}!{}", counter(lists, index, nth)));
                    let counted = counted.collect::<Vec<_>>().join("+");
                    format!("=OFFSET({},0,0,MAX(1,{counted}),1)", self.anchor(source))
                }
            },
        }
    }

    /// The column without its heading.
    pub(super) fn range(&self, column: &ColumnReference) -> String {
        let letters = self.letters_of(column);
        format!("{}!${letters}${FIRST_ROW}:${letters}${LAST_ROW}", quoted(&column.sheet))
    }

    /// The texts in a column of a table, in order; blank cells are left out.
    pub(super) fn texts<'a>(&'a self, column: &ColumnReference) -> Vec<&'a str> {
        let Referenced::Column(table, index) = self.find(column) else { return Vec::new() };
        let text = |row: &'a DescribedRow| match row {
            DescribedRow::Cells(cells) => cells.get(index)?.as_ref()?.text(),
            DescribedRow::Group(_) => None,
        };
        table.rows.iter().filter_map(text).collect()
    }

    /// The first cell below the heading.
    fn anchor(&self, column: &ColumnReference) -> String {
        format!("{}!${}${FIRST_ROW}", quoted(&column.sheet), self.letters_of(column))
    }

    fn letters_of(&self, column: &ColumnReference) -> String {
        match self.find(column) {
            Referenced::Column(_, index) | Referenced::List(_, index) => letters(index),
        }
    }

    /// Every column that a description refers to must be in it; the maker of the description guarantees that.
    fn find(&self, column: &ColumnReference) -> Referenced<'_> {
        let sheet = self.sheets.iter().find(|sheet| sheet.title == column.sheet);
        let found = sheet.and_then(|sheet| match &sheet.body {
            SheetBody::Table(table) => {
                let index = table.columns.iter().position(|own| own.heading == column.heading)?;
                Some(Referenced::Column(table, index))
            }
            SheetBody::Lists(lists) => {
                let index = lists.iter().position(|list| list.heading == column.heading)?;
                Some(Referenced::List(lists, index))
            }
            SheetBody::Form(_) => None,
        });
        found.expect("a description has the columns that it refers to")
    }
}

/// The cell that counts the filled cells in the nth column of a list of columns; these cells are to the right of the
/// lists.
pub(super) fn counter(lists: &[ListDescription], list: usize, nth: usize) -> String {
    format!("${}${FIRST_ROW}", letters(counter_column(lists, list, nth)))
}

/// The column of that cell, from 0.
pub(super) fn counter_column(lists: &[ListDescription], list: usize, nth: usize) -> usize {
    let of_columns = |list: &ListDescription| match &list.words {
        ListWords::Fixed(_) => 0,
        ListWords::OfColumns(columns) => columns.len(),
    };
    lists.len() + lists[..list].iter().map(of_columns).sum::<usize>() + nth
}

/// The letters of a column counted from 0.
fn letters(index: usize) -> String {
    column_letters(u32::try_from(index + 1).expect("a sheet has a handful of columns"))
}

/// The title of a sheet, quoted for a formula.
fn quoted(title: &str) -> String {
    format!("'{}'", title.replace('\'', "''"))
}
