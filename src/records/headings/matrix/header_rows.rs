//! The columns of a header of indicators, from left to right.
//!
//! Owns which heading is above which: merged, written over the first of its columns only, or in one cell with the
//! figure. Must not know wordings: `words` interprets them. Where no indicator has a figure, there is no such header.

use std::collections::{BTreeMap, BTreeSet};

use super::KIND;
use super::words::{HeadingWords, is_unknown};
use crate::contract::Field;
use crate::diag::CellRef;
use crate::records::cells::{Flaw, SeenSheet};
use crate::records::headings::HeadingAnswers;
use crate::records::headings::heading::{Doubt, Header, Heading, IndicatorColumns, IndicatorMatrix};
use crate::records::headings::meaning::{HeadingMeaning, Tier, meaning_of};
use crate::records::types::{Cell, CellValue};
use crate::vietnamese::fold;

/// Columns that such a header may have: a thousand indicators.
const WIDEST: usize = 2_048;

/// Rows of a sheet that may be such a header, 1-based.
pub(super) struct HeaderRows<'a> {
    pub(super) sheet: &'a SeenSheet,
    pub(super) answers: &'a HeadingAnswers,
    /// First row.
    pub(super) top: u32,
    /// The row with the headings of figures.
    pub(super) bottom: u32,
    /// Column of the villages.
    pub(super) village: u32,
}

/// A heading over several columns.
#[derive(Clone, Copy)]
struct Parent<'a> {
    at: CellRef,
    text: &'a str,
    is_merged: bool,
}

/// The heading of a figure.
#[derive(Clone, Copy)]
struct FigureHeading<'a> {
    field: Field,
    at: CellRef,
    text: &'a str,
}

/// The indicators found so far.
#[derive(Default)]
struct FoundIndicators<'a> {
    matrix: IndicatorMatrix,
    headings: Vec<Heading>,
    /// The index of each indicator in the matrix, by name.
    by_name: BTreeMap<String, usize>,
    /// Indicators that were given twice and have been reported.
    twice: BTreeSet<usize>,
    /// Whether any heading is above another.
    has_parents: bool,
    /// The last figure without an indicator, and the figures next to it: they belong to one indicator.
    nameless: Option<(u32, BTreeSet<Field>)>,
    /// The heading written over the first of its columns, the last of these columns so far, and their figures.
    open: Option<(Parent<'a>, u32, BTreeSet<Field>)>,
}

impl<'a> HeaderRows<'a> {
    /// The header; `None` where no column has both an indicator and a figure, or where codes have a column of their
    /// own.
    pub(super) fn read(&self) -> Option<Header> {
        if !self.is_possible() {
            return None;
        }
        let rows = self.sheet.rows.range(self.top..=self.bottom);
        let columns: BTreeSet<u32> = rows.flat_map(|(_, cells)| cells.keys().copied()).collect();
        let mut found = FoundIndicators::default();
        for column in columns.into_iter().take(WIDEST) {
            self.column(column, &mut found);
        }
        let names_codes = |heading: &Heading| match meaning_of(KIND, heading, self.answers) {
            Some((tier, HeadingMeaning::Field(Field::Code))) => tier < Tier::Beginning,
            _ => false,
        };
        // A title above the headings is not part of the header.
        let is_headed = found.has_parents || !self.sheet.own_text(self.top, self.village).is_empty();
        if !is_headed || found.matrix.indicators.is_empty() || found.headings.iter().any(names_codes) {
            return None;
        }
        Some(Header {
            rows: (self.top..=self.last_row()).collect(),
            headings: found.headings,
            matrix: Some(found.matrix),
        })
    }

    /// Whether the last row may have headings of figures: it has no village in it.
    fn is_possible(&self) -> bool {
        let mut filled = (self.top..=self.bottom).filter(|row| !self.sheet.own_text(*row, self.village).is_empty());
        self.sheet.rows.contains_key(&self.bottom) && filled.next().is_some() && filled.next().is_none()
    }

    /// The last row covered by the merged heading of the villages.
    fn last_row(&self) -> u32 {
        let span = self.sheet.span(self.bottom, self.village);
        span.map_or(self.bottom, |span| span.bottom.clamp(self.bottom, self.bottom + super::DEEPEST))
    }

    fn column(&self, column: u32, found: &mut FoundIndicators<'a>) {
        let own = self.text(self.bottom, column);
        if own.is_empty() {
            found.open = None;
            if let Some((row, text)) = self.above(column) {
                self.alone(CellRef { row, column }, text, found);
            }
        } else if let Some(parent) = self.parent(column, own, found) {
            self.beneath(&parent, column, own, found);
        } else {
            found.open = None;
            self.alone(CellRef { row: self.bottom, column }, own, found);
        }
    }

    /// The heading above this one.
    fn parent(&self, column: u32, own: &str, found: &mut FoundIndicators<'a>) -> Option<Parent<'a>> {
        let row = self.bottom - 1;
        if row < self.top || column == self.village {
            return None;
        }
        let span = self.sheet.span(row, column);
        let (top, left, right) = span.map_or((row, column, column), |span| (span.top, span.left, span.right));
        let text = self.text(top, left);
        if !text.is_empty() {
            // A cell that is merged over the villages too is a title.
            let is_title = (left..=right).contains(&self.village) || top < self.top;
            let at = CellRef { row: top, column: left };
            let parent = Parent { at, text, is_merged: right > left };
            found.open = (!parent.is_merged).then(|| (parent, column, BTreeSet::new()));
            return (!is_title).then_some(parent);
        }
        let (parent, last, figures) = found.open.as_mut().filter(|_| span.is_none())?;
        let is_next = *last + 1 == column;
        // A repeated figure belongs to another indicator.
        let is_new = HeadingWords::of(own).figure_beneath(self.answers).is_none_or(|field| !figures.contains(&field));
        *last = column;
        (is_next && is_new).then_some(*parent)
    }

    /// The lowest heading above a blank cell of the last row, unless it has others beneath it.
    fn above(&self, column: u32) -> Option<(u32, &'a str)> {
        let row = (self.top..self.bottom).rev().find(|row| !self.text(*row, column).is_empty())?;
        let right = self.sheet.span(row, column).map_or(column, |span| span.right);
        let is_childless = (column..=right).all(|column| self.sheet.own_text(self.bottom, column).is_empty());
        is_childless.then(|| (row, self.text(row, column)))
    }

    /// A heading with another above it: one of the two names the indicator, the other the figure.
    fn beneath(&self, parent: &Parent<'a>, column: u32, own: &'a str, found: &mut FoundIndicators<'a>) {
        let at = CellRef { row: self.bottom, column };
        let joined = format!("{} {own}", parent.text);
        if [parent.text, &joined].into_iter().any(|text| HeadingWords::of(text).is_left_unread(self.answers)) {
            found.matrix.shown.insert(column, own.to_owned());
            return;
        }
        let is_name = || own.contains(char::is_alphabetic) && is_unknown(&[&joined, own], self.answers);
        let figures =
            (HeadingWords::of(own).figure_beneath(self.answers), HeadingWords::of(parent.text).figure(self.answers));
        match figures {
            (Some(field), None) => {
                if let Some((_, _, figures)) = &mut found.open {
                    figures.insert(field);
                }
                found.has_parents = true;
                found.add(self.name(parent.at), parent.at, FigureHeading { field, at, text: own });
            }
            // «Kế hoạch» over all indicators, then «Thực hiện» over all indicators.
            (None, Some(field)) if parent.is_merged && is_name() => {
                found.has_parents = true;
                found.add(self.name(at), at, FigureHeading { field, at, text: parent.text });
            }
            _ => self.alone(at, own, found),
        }
    }

    /// A heading without a parent.
    fn alone(&self, at: CellRef, text: &'a str, found: &mut FoundIndicators<'a>) {
        let column = at.column;
        let phrase = HeadingWords::of(text);
        let is_wanted = |name: &str| !HeadingWords::of(name).is_left_unread(self.answers);
        if phrase.is_left_unread(self.answers) || column == self.village {
            found.keep(at, text);
        } else if let Some(field) = phrase.figure(self.answers) {
            found.matrix.shown.insert(column, text.to_owned());
            let above = (at.row > self.top).then(|| CellRef { row: at.row - 1, column });
            if field != Field::TypedPercent && (found.begins_nameless(column, field) || above.is_none()) {
                found.matrix.doubts.push(Doubt::Nameless(at, text.to_owned(), above));
            }
        } else if let Some((name, text, field)) = phrase.split(self.answers).filter(|(name, ..)| is_wanted(name)) {
            let name = Cell { text: name.to_owned(), value: CellValue::Text };
            found.add(name, at, FigureHeading { field, at, text });
        } else {
            found.keep(at, text);
        }
    }

    /// The text of a cell; empty for an unreliable cell.
    fn text(&self, row: u32, column: u32) -> &'a str {
        let cell = self.sheet.rows.get(&row).and_then(|cells| cells.get(&column));
        let cell = cell.filter(|cell| matches!(cell.flaw, None | Some(Flaw::CharactersDropped)));
        cell.map_or("", |cell| cell.text.as_str())
    }

    fn name(&self, at: CellRef) -> Cell {
        let cell = &self.sheet.rows[&at.row][&at.column];
        Cell { text: cell.text.clone(), value: cell.value.clone() }
    }
}

impl FoundIndicators<'_> {
    /// Adds a figure of the indicator named in the cell `at`.
    fn add(&mut self, name: Cell, at: CellRef, figure: FigureHeading<'_>) {
        let column = figure.at.column;
        let indicators = &mut self.matrix.indicators;
        let index = *self.by_name.entry(fold::exact(&name.text).to_lowercase()).or_insert_with(|| {
            indicators.push(IndicatorColumns { name, at, columns: BTreeMap::new() });
            indicators.len() - 1
        });
        self.matrix.shown.insert(column, figure.text.to_owned());
        let indicator = &mut indicators[index];
        let first = *indicator.columns.entry(figure.field).or_insert(column);
        if first != column && figure.field != Field::TypedPercent && self.twice.insert(index) {
            let beneath_one = (CellRef { column: first, ..figure.at }, figure.at);
            let (first, second) = if indicator.at == at { beneath_one } else { (indicator.at, at) };
            self.matrix.doubts.push(Doubt::Twice(first, second, indicator.name.text.clone()));
        }
    }

    /// Whether a figure without an indicator belongs to another indicator than the one before it.
    fn begins_nameless(&mut self, column: u32, field: Field) -> bool {
        let before = self.nameless.take().filter(|(last, figures)| *last + 1 == column && !figures.contains(&field));
        let is_first = before.is_none();
        let mut figures = before.map(|(_, figures)| figures).unwrap_or_default();
        figures.insert(field);
        self.nameless = Some((column, figures));
        is_first
    }

    fn keep(&mut self, at: CellRef, text: &str) {
        self.headings.push(Heading { row: at.row, column: at.column, readings: vec![text.to_owned()] });
    }
}
