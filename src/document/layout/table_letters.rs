//! The size of a table's letters, and the columns in that size.
//!
//! Owns when letters are smaller: where the table is tight, long or crowded. Must not know how widths are shared, nor the
//! look of a cell. Its size and widths go to `table`; `annex` asks whether a table reads easily in portrait.

use crate::decree::figures::{SMALLEST_TABLE_SIZE, TABLE_SIZE};
use crate::draft::{ColumnContent, Table};
use crate::units::{Mm, Pt};

use super::column_need::{ColumnNeed, has_figures};
use super::page::Area;
use super::row_height::RowHeights;
use super::table_text::hold;
use super::{columns, needs};

/// A table of at least this many columns, some of figures, may have smaller letters than others.
const MANY: usize = 10;

/// A table of words with more rows than this has the smaller letters: it takes a page less.
pub(super) const LONG: usize = 20;

/// A long table in landscape has the smallest letters where only they set it on this many pages.
const PAGES: usize = 3;

/// The size of a table's letters where nothing else decides it, and the needs of its columns in that size.
pub(super) struct TableMeasures(Pt, Vec<ColumnNeed>);

/// The size of a table's letters, the needs of its columns in that size, and their widths.
pub(super) struct TableLetters {
    pub(super) size: Pt,
    pub(super) needs: Vec<ColumnNeed>,
    pub(super) columns: Vec<Mm>,
}

impl TableMeasures {
    /// Measures a table. First it holds the table's texts together as they will be printed.
    pub(super) fn of(table: &mut Table) -> Self {
        hold(table);
        let size = if is_long(table) { TABLE_SIZE.min } else { TABLE_SIZE.chosen };
        Self(size, needs::of(table, size))
    }

    /// Whether every column reads easily in a text of this width.
    pub(super) fn is_at_ease(&self, width: Mm) -> bool {
        columns::is_at_ease(&self.1, width)
    }

    /// The letters of the table in this area.
    pub(super) fn letters(self, table: &Table, area: Area) -> TableLetters {
        let letters = |(size, needs): (Pt, Vec<ColumnNeed>)| {
            let columns = columns::widths(&needs, area.width);
            TableLetters { size, needs, columns }
        };
        let usual = letters(self.readable(table, area.width));
        if !is_long(table) || area.width < area.height || usual.fits(table, area) {
            return usual;
        }
        let smallest = letters((SMALLEST_TABLE_SIZE, needs::of(table, SMALLEST_TABLE_SIZE)));
        if smallest.fits(table, area) { smallest } else { usual }
    }

    /// The larger size where it reads easily. Many columns of figures may have the smallest size where nothing else is
    /// readable.
    fn readable(self, table: &Table, width: Mm) -> (Pt, Vec<ColumnNeed>) {
        if self.is_at_ease(width) {
            return (self.0, self.1);
        }
        let smaller = if self.0 == TABLE_SIZE.min { self.1 } else { needs::of(table, TABLE_SIZE.min) };
        let is_crowded = table.columns.len() >= MANY && smaller.iter().any(has_figures);
        if is_crowded && !columns::can_be_read(&smaller, width) {
            (SMALLEST_TABLE_SIZE, needs::of(table, SMALLEST_TABLE_SIZE))
        } else {
            (TABLE_SIZE.min, smaller)
        }
    }
}

impl TableLetters {
    fn fits(&self, table: &Table, area: Area) -> bool {
        RowHeights::new(&self.columns, &table.columns, self.size, area).fits(&table.rows, PAGES)
    }
}

/// Whether this is a table of words with many rows.
fn is_long(table: &Table) -> bool {
    table.rows.len() > LONG && table.columns.iter().all(|column| column.content != ColumnContent::Number)
}
