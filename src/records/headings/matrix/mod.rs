//! The header of a table village × indicator: every indicator has columns of its own.
//!
//! Owns where such a header begins, and what of it only the clerk can decide. Must not know rows. Its indicators go into
//! the `Layout`, by which `rows` makes one record of each village and indicator, as of a table with a column of codes.

mod head;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use self::head::Head;
use super::header::{Header, Heading};
use super::meaning::{Meaning, Tier, meaning_of};
use super::{FoundHeader, HeadingAnswers};
use crate::contract::{Field, SheetKind};
use crate::diag::{CellRef, Diagnostic, Diagnostics};
use crate::records::cells::SeenSheet;
use crate::records::types::Cell;
use crate::vietnamese::{fold, text};

/// The sheet whose rows such a table holds.
pub(super) const KIND: SheetKind = SheetKind::VillageIndicators;
/// Filled cells of a row among which the heading of the villages is looked for.
const FIRST_CELLS: usize = 6;
/// Bytes of the longest heading of the villages.
const LONGEST_VILLAGE: usize = 100;
/// Rows from the heading of the villages down to the last one of the header.
const DEEPEST: u32 = 2;
/// Filled cells that are looked at to tell whether a column holds figures.
const SAMPLES: usize = 50;

/// An indicator and its columns, 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) struct Indicator {
    /// Its code or name, as its heading says it.
    pub(in crate::records) name: Cell,
    /// The cell of that heading.
    pub(in crate::records) at: CellRef,
    /// Where its figures stand.
    pub(in crate::records) columns: BTreeMap<Field, u32>,
}

/// What a header says of indicators, beside its other headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Matrix {
    /// The indicators, from left to right; never empty.
    pub(super) indicators: Vec<Indicator>,
    /// What the column of a figure is headed by, as written.
    pub(super) shown: BTreeMap<u32, String>,
    /// Columns that only the clerk can tell the meaning of.
    doubts: Vec<Doubt>,
}

/// What a header leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Doubt {
    /// An indicator has two columns of one kind: the first heading, the second, the indicator.
    Twice(CellRef, CellRef, String),
    /// A figure of no indicator: its heading, and the blank cell above it where the indicator belongs.
    Nameless(CellRef, String, Option<CellRef>),
}

impl Matrix {
    /// The fields that every row of the table has.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        let figures = self.indicators.iter().flat_map(|indicator| indicator.columns.keys().copied());
        figures.chain([Field::Code])
    }
}

/// Whether two headers have the same indicators in the same columns.
pub(super) fn are_same(first: &[Indicator], other: &[Indicator]) -> bool {
    let is_same =
        |(one, another): (&Indicator, &Indicator)| one.name.text == another.name.text && one.columns == another.columns;
    first.len() == other.len() && first.iter().zip(other).all(is_same)
}

/// The header of such a table that begins in this row; `None` where none does.
pub(super) fn at(sheet: &SeenSheet, row: u32, kind: SheetKind, answers: &HeadingAnswers) -> Option<Header> {
    if kind != KIND {
        return None;
    }
    let heads: Vec<Head<'_>> = if let Some(village) = village_column(sheet, row, answers) {
        (row..=row + DEEPEST).map(|bottom| Head { sheet, answers, top: row, bottom, village }).collect()
    } else {
        // Indicators may stand above the row in which the villages are headed.
        let village = village_column(sheet, row + 1, answers)?;
        vec![Head { sheet, answers, top: row, bottom: row + 1, village }]
    };
    let mut best: Option<(usize, Header)> = None;
    for header in heads.iter().filter_map(Head::read) {
        let columns = header.matrix.iter().flat_map(|matrix| &matrix.indicators);
        let columns = columns.map(|indicator| indicator.columns.len()).sum();
        if best.as_ref().is_none_or(|(most, _)| columns > *most) {
            best = Some((columns, header));
        }
    }
    best.map(|(_, header)| header)
}

/// The column in which this row heads the villages.
fn village_column(sheet: &SeenSheet, row: u32, answers: &HeadingAnswers) -> Option<u32> {
    let cells = sheet.rows.get(&row)?;
    let mut first = cells.iter().take(FIRST_CELLS).filter(|(_, cell)| cell.text.len() <= LONGEST_VILLAGE);
    first.find(|(column, cell)| heads_villages(row, **column, &cell.text, answers)).map(|(column, _)| *column)
}

fn heads_villages(row: u32, column: u32, text: &str, answers: &HeadingAnswers) -> bool {
    let heading = Heading { row, column, readings: vec![text.to_owned()] };
    let meaning = meaning_of(KIND, &heading, answers);
    matches!(meaning, Some((tier, Meaning::Field(Field::Village))) if tier < Tier::Beginning)
}

/// The rows below a header that say what one of its rows says: a header printed on every page.
pub(super) fn rows_again(sheet: &SeenSheet, header_rows: &[u32]) -> BTreeSet<u32> {
    let texts = |row: &u32| sheet.rows.get(row).into_iter().flatten().map(|(column, cell)| (*column, &cell.text));
    let headed: Vec<&u32> = header_rows.iter().filter(|row| sheet.rows.contains_key(row)).collect();
    let is_again = |row: &u32| headed.iter().any(|header| texts(header).eq(texts(row)));
    let below = header_rows.last().map_or(0, |last| last + 1);
    sheet.rows.range(below..).map(|(row, _)| *row).filter(is_again).collect()
}

impl FoundHeader<'_> {
    /// Reports what the header of a table village × indicator leaves open.
    pub(super) fn report_doubts(&self, matrix: &Matrix, out: &mut Diagnostics) {
        for doubt in &matrix.doubts {
            self.report_doubt(doubt, out);
        }
        let mut told = BTreeSet::new();
        for heading in self.header.headings.iter().filter(|heading| self.is_unclear(heading)) {
            let key = fold::key(heading.text());
            if told.insert(key.clone()) {
                let at = self.place.at_cell(heading.row, heading.column);
                let message = Diagnostic::warning("SL-045").at(&at).with("key", key);
                out.report(message.with("heading", text::single_breaks(heading.text())));
            }
        }
    }

    fn report_doubt(&self, doubt: &Doubt, out: &mut Diagnostics) {
        let place = |at: &CellRef| self.place.at_cell(at.row, at.column);
        match doubt {
            Doubt::Twice(first, second, name) => {
                let message = Diagnostic::error("SL-043").at(&place(first)).also_at(&place(second));
                out.report(message.with("indicator", text::single_breaks(name)));
            }
            Doubt::Nameless(at, heading, above) => {
                let message = Diagnostic::error("SL-044").at(&place(at));
                let message = message.with("heading", text::single_breaks(heading));
                out.report(match above {
                    Some(above) => message.with("cell", *above),
                    None => message.hint("alone"),
                });
            }
        }
    }

    /// Whether a heading that nobody knows stands over figures: they might be those of an indicator.
    fn is_unclear(&self, heading: &Heading) -> bool {
        let is_figure = |text: &str| text.chars().all(|letter| letter.is_ascii_digit() || ".,%-+ ".contains(letter));
        let last = self.header.rows.last().copied().unwrap_or(heading.row);
        let cells = self.sheet.rows.range(last + 1..).take(SAMPLES).filter_map(|(_, cells)| cells.get(&heading.column));
        let mut texts = cells.map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
        meaning_of(self.kind, heading, self.answers).is_none() && texts.next().is_some_and(is_figure)
    }
}
