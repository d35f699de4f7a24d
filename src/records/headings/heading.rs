//! A heading and a header, as they were found: their rows, their columns, their indicators.
//!
//! Owns the shapes only. Must not know what a heading means nor how a header is found. `header` and `matrix` find them,
//! `meaning` and `columns` read them.

use std::collections::BTreeMap;

use crate::contract::Field;
use crate::diag::CellRef;
use crate::records::types::Cell;

/// One heading and the column that it stands over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Row of its own text, 1-based.
    pub(super) row: u32,
    /// Column, 1-based.
    pub(super) column: u32,
    /// What it may be read as, best first: with its parent, then alone.
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
    /// All headings; of a table village × indicator, those that are no indicator's.
    pub(super) headings: Vec<Heading>,
    /// The indicators, of a table village × indicator.
    pub(super) matrix: Option<IndicatorMatrix>,
}

/// An indicator and its columns, 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) struct IndicatorColumns {
    /// Its code or name, as its heading says it.
    pub(in crate::records) name: Cell,
    /// The cell of that heading.
    pub(in crate::records) at: CellRef,
    /// Where its figures stand.
    pub(in crate::records) columns: BTreeMap<Field, u32>,
}

/// What a header says of indicators, beside its other headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct IndicatorMatrix {
    /// The indicators, from left to right; never empty.
    pub(super) indicators: Vec<IndicatorColumns>,
    /// What the column of a figure is headed by, as written.
    pub(super) shown: BTreeMap<u32, String>,
    /// Columns that only the clerk can tell the meaning of.
    pub(super) doubts: Vec<Doubt>,
}

/// What a header leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// An indicator has two columns of one kind: the first heading, the second, the indicator.
    Twice(CellRef, CellRef, String),
    /// A figure of no indicator: its heading, and the blank cell above it where the indicator belongs.
    Nameless(CellRef, String, Option<CellRef>),
}

impl IndicatorMatrix {
    /// The fields that every row of the table has.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        let figures = self.indicators.iter().flat_map(|indicator| indicator.columns.keys().copied());
        figures.chain([Field::Code])
    }
}
