//! One filled row and its properties: its texts by field, its label, whether it is a total.
//!
//! Owns weighing a row's words against its columns and merged cells. Must not know the rows above or below it.
//! `closing` and `sorting` decide with it what the row is.

use std::collections::BTreeMap;

use super::UnderstoodSheet;
use super::labels::{TotalWords, are_column_numbers, is_count, names_whole, total_words};
use crate::contract::{Column, Field, SheetKind};
use crate::diag::Place;
use crate::records::cells::SeenCell;
use crate::records::types::Located;

/// A filled row of a sheet.
pub(super) struct RowView<'a> {
    pub(super) sheet: &'a UnderstoodSheet<'a>,
    pub(super) row: u32,
    pub(super) cells: &'a BTreeMap<u32, SeenCell>,
}

impl<'a> RowView<'a> {
    /// The text of a field's own cell; empty where blank.
    pub(super) fn text(&self, field: Field) -> &'a str {
        self.sheet.layout.columns.get(&field).map_or("", |column| self.text_at(*column))
    }

    fn text_at(&self, column: u32) -> &'a str {
        self.cells.get(&column).map_or("", |cell| cell.text.as_str())
    }

    /// The code of the row and its cell; `None` where blank.
    pub(super) fn code(&self) -> Option<Located<String>> {
        const LONGEST: usize = 100;
        let column = *self.sheet.layout.columns.get(&Field::Code)?;
        let text = self.text_at(column);
        (!text.is_empty() && text.len() <= LONGEST).then(|| Located { value: text.to_owned(), at: self.at(column) })
    }

    /// The content of the row; empty where blank.
    pub(super) fn content(&self) -> &'a str {
        self.text(content_field(self.sheet.layout.kind))
    }

    /// The texts in columns that are read.
    pub(super) fn table_texts(&self) -> impl Iterator<Item = &'a str> {
        self.sheet.layout.read_columns().map(|column| self.text_at(column)).filter(|text| !text.is_empty())
    }

    /// The row's number as typed; empty where the sheet has no row numbers.
    pub(super) fn ordinal(&self) -> &'a str {
        self.sheet.layout.ordinals.map_or("", |column| self.text_at(column))
    }

    /// The first filled cell.
    pub(super) fn first(&self) -> (u32, &'a str) {
        self.cells.iter().next().map_or((1, ""), |(column, cell)| (*column, cell.text.as_str()))
    }

    /// The row's label: its first text that is not its number.
    fn label(&self) -> (u32, &'a str) {
        let is_ordinal = |column: &u32| Some(*column) == self.sheet.layout.ordinals;
        let others = self.cells.iter().find(|(column, _)| !is_ordinal(column));
        others.map_or(self.first(), |(column, cell)| (*column, cell.text.as_str()))
    }

    /// The only filled cell; `None` where there are more, or where a merged cell from above belongs to the row too.
    pub(super) fn sole(&self) -> Option<(u32, &'a str)> {
        (self.cells.len() == 1 && !self.is_covered()).then(|| self.first())
    }

    /// Whether a cell merged from a data row above covers part of this row.
    pub(super) fn is_covered(&self) -> bool {
        self.sheet.layout.read_columns().any(|column| self.is_covered_at(column))
    }

    pub(super) fn is_covered_at(&self, column: u32) -> bool {
        let span = self.sheet.cells.span(self.row, column);
        span.is_some_and(|span| span.top > self.sheet.layout.last_header_row() && span.top < self.row)
    }

    /// Whether a field is filled, by its own cell or by one merged from above.
    pub(super) fn has(&self, field: Field) -> bool {
        let column = self.sheet.layout.columns.get(&field);
        column.is_some_and(|column| self.cells.contains_key(column) || self.is_covered_at(*column))
    }

    /// A place in this row.
    pub(super) fn at(&self, column: u32) -> Place {
        self.sheet.place.at_cell(self.row, column)
    }

    /// Whether the row belongs to a header, is above the first one, or numbers the columns.
    pub(super) fn is_header(&self) -> bool {
        let is_under_header = || {
            let above = self.row - 1;
            above == self.sheet.layout.last_header_row() || self.sheet.repeated.contains(&above)
        };
        self.row <= self.sheet.layout.last_header_row()
            || self.sheet.repeated.contains(&self.row)
            || (is_under_header() && are_column_numbers(self.cells.values().map(|cell| cell.text.as_str())))
    }

    /// Whether any required cell is filled.
    pub(super) fn has_any_required(&self) -> bool {
        self.required().any(|column| self.has(column.field))
    }

    /// Whether every required column of the sheet is filled.
    pub(super) fn may_be_data(&self) -> bool {
        let mut known = self.required().filter(|column| self.sheet.layout.columns.contains_key(&column.field));
        known.all(|column| self.has(column.field))
    }

    pub(super) fn required(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.sheet.layout.kind.columns().iter().filter(|column| column.is_required)
    }

    /// Whether the row is a total of others: its label is only the words of a total, and it has no number, lead or
    /// deadline.
    pub(super) fn is_total(&self) -> bool {
        let kind = self.sheet.layout.kind;
        let total_words = |text: &str| total_words(text).or_else(|| words_of_whole(kind, text));
        let Some(words) = total_words(self.first().1).or_else(|| total_words(self.label().1)) else { return false };
        // In a table of villages the code is that of the indicator, not of the row.
        let code = if kind == SheetKind::VillageIndicators { "" } else { self.text(Field::Code) };
        let is_numbered = [self.ordinal(), code].iter().any(|mark| !mark.is_empty() && total_words(mark).is_none());
        let is_assigned = [Field::Lead, Field::Deadline]
            .iter()
            .any(|field| !is_amount(self.text(*field)) && !is_count(self.text(*field)));
        let is_indicator = words == TotalWords::Counted && kind == SheetKind::Indicators && self.may_be_data();
        kind.has_groups() && !(is_numbered || is_assigned || is_indicator)
    }

    /// Whether the row adds up a list of villages: it has the words of a total, and no number or code.
    pub(super) fn is_total_of_villages(&self) -> bool {
        let kind = self.sheet.layout.kind;
        let is_total = |text: &str| total_words(text).is_some() || names_whole(text);
        // Nearly every village has a code or a number, which costs no look at the words of a total.
        let is_number = |text: &str| !text.is_empty() && (text.len() < 4 || !is_total(text));
        kind == SheetKind::Villages
            && ![self.text(Field::Code), self.ordinal()].into_iter().any(is_number)
            && (is_total(self.first().1) || is_total(self.label().1))
    }

    /// Whether a column is for numbers or groups, or is not read.
    pub(super) fn may_hold_label(&self, column: u32) -> bool {
        let layout = self.sheet.layout;
        let field = layout.columns.iter().find(|(_, used)| **used == column).map(|(field, _)| *field);
        matches!(field, None | Some(Field::Ordinal | Field::Group))
    }

    /// Whether any cell that is read is filled.
    pub(super) fn holds_a_field(&self) -> bool {
        self.sheet.layout.read_columns().any(|column| self.cells.contains_key(&column))
    }
}

/// The meaning of the words for the whole commune on a sheet of villages or indicators: an indicator may have such a
/// name.
fn words_of_whole(kind: SheetKind, text: &str) -> Option<TotalWords> {
    match kind {
        SheetKind::VillageIndicators if names_whole(text) => Some(TotalWords::Plain),
        SheetKind::Indicators if names_whole(text) => Some(TotalWords::Counted),
        _ => None,
    }
}

/// Whether a text is blank or a figure, as in the columns of a total.
fn is_amount(text: &str) -> bool {
    text.chars().all(|character| character.is_ascii_digit() || ".,% ".contains(character))
}

/// The field with the content of a row.
pub(super) fn content_field(kind: SheetKind) -> Field {
    match kind {
        SheetKind::Indicators => Field::Indicator,
        SheetKind::VillageIndicators => Field::Village,
        SheetKind::Units | SheetKind::Villages => Field::Name,
        SheetKind::Signatories => Field::FullName,
        SheetKind::Recipients => Field::Recipient,
        SheetKind::Grounds => Field::Subject,
        SheetKind::General => Field::Item,
        SheetKind::Prose
        | SheetKind::Assignments
        | SheetKind::Implementation
        | SheetKind::Completions
        | SheetKind::Lists => Field::Content,
    }
}
