//! A heading and a header as found: their rows, columns and indicators.
//!
//! Owns the types only. Must not know what a heading means, nor how a header is found. `header` and `matrix` find them;
//! `meaning` and `columns` interpret them.

use std::collections::BTreeMap;

use crate::contract::Field;
use crate::diag::CellRef;
use crate::records::types::Cell;

/// Columns that a header may have; columns further right are not read.
pub(super) const WIDEST: usize = 200;

/// One heading and its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Row of its own text, 1-based.
    pub(super) row: u32,
    /// Column, 1-based.
    pub(super) column: u32,
    /// Its possible readings, best first: with its parent, then alone.
    pub(super) readings: Vec<String>,
}

impl Heading {
    /// The words to show the clerk.
    pub(super) fn text(&self) -> &str {
        self.readings.last().map_or("", String::as_str)
    }
}

/// A header: its rows, 1-based, and headings from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) struct Header {
    pub(super) rows: Vec<u32>,
    /// All headings; in a table village × indicator, those that belong to no indicator.
    pub(super) headings: Vec<Heading>,
    /// The indicators; `None` for a table that is not village × indicator.
    pub(super) matrix: Option<IndicatorMatrix>,
}

/// An indicator and its columns, 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) struct IndicatorColumns {
    /// Its code or name, as in its heading.
    pub(in crate::records) name: Cell,
    /// The cell of that heading.
    pub(in crate::records) at: CellRef,
    /// The columns of its figures.
    pub(in crate::records) columns: BTreeMap<Field, u32>,
}

/// The indicators in a header, apart from its other headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct IndicatorMatrix {
    /// The indicators, from left to right; never empty.
    pub(super) indicators: Vec<IndicatorColumns>,
    /// The headings of the figure columns, as written.
    pub(super) shown: BTreeMap<u32, String>,
    /// Columns whose meaning only the clerk knows.
    pub(super) doubts: Vec<Doubt>,
}

/// An open question in a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// An indicator has two columns of one kind: the first heading, the second, the indicator.
    Twice(CellRef, CellRef, String),
    /// A figure without an indicator: its heading, and the blank cell above it where the indicator belongs.
    Nameless(CellRef, String, Option<CellRef>),
}

impl IndicatorMatrix {
    /// The fields that every row of the table has.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        let figures = self.indicators.iter().flat_map(|indicator| indicator.columns.keys().copied());
        figures.chain([Field::Code])
    }
}
