//! The header of a table village × indicator: every indicator has columns of its own.
//!
//! Owns where such a header begins, and which questions only the clerk can decide. Must not know rows. Its indicators
//! go into the `Layout`; with it, `rows` makes one record for each village and indicator, as in a table with a column
//! of codes.

mod header_rows;
mod words;

use std::collections::BTreeSet;

use self::header_rows::HeaderRows;
use super::HeadingAnswers;
use super::heading::{Header, Heading, IndicatorColumns};
use super::meaning::{HeadingMeaning, Tier, meaning_of};
use crate::contract::{Field, SheetKind};
use crate::records::cells::SeenSheet;

/// The sheet to which such a table belongs.
pub(super) const KIND: SheetKind = SheetKind::VillageIndicators;
/// Filled cells of a row that are searched for the heading of the villages.
const FIRST_CELLS: usize = 6;
/// Bytes of the longest heading of the villages.
const LONGEST_VILLAGE: usize = 100;
/// Rows from the heading of the villages down to the last one of the header.
const DEEPEST: u32 = 2;

/// Whether two headers have the same indicators in the same columns.
pub(super) fn are_same(first: &[IndicatorColumns], other: &[IndicatorColumns]) -> bool {
    let is_same = |(one, another): (&IndicatorColumns, &IndicatorColumns)| {
        one.name.text == another.name.text && one.columns == another.columns
    };
    first.len() == other.len() && first.iter().zip(other).all(is_same)
}

/// The header of such a table that begins in this row; `None` where there is none.
pub(super) fn at(sheet: &SeenSheet, row: u32, kind: SheetKind, answers: &HeadingAnswers) -> Option<Header> {
    if kind != KIND {
        return None;
    }
    let heads: Vec<HeaderRows<'_>> = if let Some(village) = village_column(sheet, row, answers) {
        (row..=row + DEEPEST).map(|bottom| HeaderRows { sheet, answers, top: row, bottom, village }).collect()
    } else {
        // Indicators may be above the row with the heading of the villages.
        let village = village_column(sheet, row + 1, answers)?;
        vec![HeaderRows { sheet, answers, top: row, bottom: row + 1, village }]
    };
    let mut best: Option<(usize, Header)> = None;
    for header in heads.iter().filter_map(HeaderRows::read) {
        let columns = header.matrix.iter().flat_map(|matrix| &matrix.indicators);
        let columns = columns.map(|indicator| indicator.columns.len()).sum();
        if best.as_ref().is_none_or(|(most, _)| columns > *most) {
            best = Some((columns, header));
        }
    }
    best.map(|(_, header)| header)
}

/// The column with the heading of the villages in this row.
fn village_column(sheet: &SeenSheet, row: u32, answers: &HeadingAnswers) -> Option<u32> {
    let cells = sheet.rows.get(&row)?;
    let mut first = cells.iter().take(FIRST_CELLS).filter(|(_, cell)| cell.text.len() <= LONGEST_VILLAGE);
    first.find(|(column, cell)| heads_villages(row, **column, &cell.text, answers)).map(|(column, _)| *column)
}

fn heads_villages(row: u32, column: u32, text: &str, answers: &HeadingAnswers) -> bool {
    let heading = Heading { row, column, readings: vec![text.to_owned()] };
    let meaning = meaning_of(KIND, &heading, answers);
    matches!(meaning, Some((tier, HeadingMeaning::Field(Field::Village))) if tier < Tier::Beginning)
}

/// The rows below a header that repeat one of its rows: a header printed on every page.
pub(super) fn repeated_rows(sheet: &SeenSheet, header_rows: &[u32]) -> BTreeSet<u32> {
    let texts = |row: &u32| sheet.rows.get(row).into_iter().flatten().map(|(column, cell)| (*column, &cell.text));
    let headed: Vec<&u32> = header_rows.iter().filter(|row| sheet.rows.contains_key(row)).collect();
    let is_repeated = |row: &u32| headed.iter().any(|header| texts(header).eq(texts(row)));
    let below = header_rows.last().map_or(0, |last| last + 1);
    sheet.rows.range(below..).map(|(row, _)| *row).filter(is_repeated).collect()
}
