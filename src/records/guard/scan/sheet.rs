//! The cells of a sheet, streamed: the position of each, and whether its formula has a value.
//!
//! Owns counting rows and columns for cells without an address, as calamine does. Must not know values beyond "none"
//! and "0". Its output goes into [`Scanned`].

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::super::address::{self, BadAddress};
use super::super::odd_cells::{is_bool, is_number};
use super::super::readable::is_known_error;
use super::super::tags::{attribute, attributes};
use super::rich_text::RichLook;
use super::{Scanned, Stop};
use crate::diag::column_letters;
use crate::records::limits::{HIDDEN_STRETCHES, LAST_COLUMN, LAST_ROW};
use crate::records::refusal::Refusal;

/// Letters of an error value, or of an address that can't be read, that are worth printing.
const ERROR_LETTERS: usize = 40;

pub(super) struct SheetScan<'a> {
    sheet: Option<&'a str>,
    /// Row and column of the next cell without an address.
    row: u32,
    column: u32,
    cell: Option<OpenCell>,
    pub(super) found: Scanned,
}

struct OpenCell {
    at: (u32, u32),
    has_formula: bool,
    kind: StatedType,
    value: ScannedValue,
}

/// The type that a cell states, where it matters.
enum StatedType {
    /// Text of a formula, which may be empty.
    Text,
    /// The index of its shared string, 0-based.
    Shared(Option<u64>),
    /// An error value, so far.
    Error(String),
    /// A number, as it is where nothing is stated.
    Number,
    /// Yes or no.
    Bool,
    /// One that calamine doesn't know.
    Unknown,
    Other,
}

impl StatedType {
    fn of(written: Option<&str>) -> Self {
        match written {
            Some("str") => Self::Text,
            Some("s") => Self::Shared(None),
            Some("e") => Self::Error(String::new()),
            Some("n") | None => Self::Number,
            Some("b") => Self::Bool,
            Some("d" | "inlineStr" | "is") => Self::Other,
            Some(_) => Self::Unknown,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ScannedValue {
    None,
    /// A value element was opened; its text so far: number of bytes, and whether they are "0".
    Open {
        bytes: usize,
        is_zero: bool,
    },
    Closed {
        bytes: usize,
        is_zero: bool,
    },
    Inline,
}

impl<'a> SheetScan<'a> {
    pub(super) fn new(sheet: Option<&'a str>) -> Self {
        Self { sheet, row: 1, column: 1, cell: None, found: Scanned::default() }
    }

    pub(super) fn open_row(&mut self, tag: &BytesStart<'_>) -> Result<(), Stop> {
        if let Some(text) = place_and_type(tag)?.0 {
            self.row = address::row(&text).map_err(|reason| self.stop(reason, &text))?;
        }
        if tag.attributes_raw().contains("hidden") && is_hidden(tag) {
            self.found.facts.hidden.rows.insert(self.row);
        }
        Ok(())
    }

    /// Adds the columns of a description of columns, where they are hidden.
    pub(super) fn column(&mut self, tag: &BytesStart<'_>) {
        let number = |name| attribute(tag, name).and_then(|text| text.parse::<u32>().ok());
        let hidden = &mut self.found.facts.hidden.columns;
        if let (Some(first), Some(last), true) = (number("min"), number("max"), is_hidden(tag))
            && hidden.len() < HIDDEN_STRETCHES
        {
            hidden.push((first, last));
        }
    }

    pub(super) fn close_row(&mut self) {
        self.row = self.row.saturating_add(1);
        self.column = 1;
    }

    pub(super) fn open_cell(&mut self, tag: &BytesStart<'_>) -> Result<(), Stop> {
        let (place, kind) = place_and_type(tag)?;
        let at = if let Some(text) = place {
            address::cell(&text).map_err(|reason| self.stop(reason, &text))?
        } else if self.row > LAST_ROW || self.column > LAST_COLUMN {
            let text = format!("{}{}", column_letters(self.column), self.row);
            return Err(self.stop(BadAddress::OutOfBounds, &text));
        } else {
            (self.row, self.column)
        };
        self.column = at.1 + 1;
        let kind = StatedType::of(kind.as_deref());
        self.cell = Some(OpenCell { at, has_formula: false, kind, value: ScannedValue::None });
        Ok(())
    }

    pub(super) fn formula(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.has_formula = true;
        }
    }

    pub(super) fn inline_string(&mut self) {
        self.set_value(ScannedValue::Inline);
    }

    pub(super) fn open_value(&mut self) {
        self.set_value(ScannedValue::Open { bytes: 0, is_zero: false });
    }

    pub(super) fn close_value(&mut self) {
        if let Some(OpenCell { value, .. }) = &mut self.cell
            && let ScannedValue::Open { bytes, is_zero } = *value
        {
            *value = ScannedValue::Closed { bytes, is_zero };
        }
    }

    /// Adds a text to the open value and returns the value's length so far; 0 where none is open.
    pub(super) fn value_text(&mut self, text: &str) -> usize {
        let Some(OpenCell { value: ScannedValue::Open { bytes, is_zero }, kind, .. }) = &mut self.cell else {
            return 0;
        };
        match kind {
            StatedType::Shared(index) => *index = text.trim().parse().ok(),
            StatedType::Error(word) => {
                word.extend(text.chars().take(ERROR_LETTERS.saturating_sub(word.len())));
            }
            StatedType::Number if is_number(text) => {}
            StatedType::Bool if is_bool(text) => {}
            StatedType::Number | StatedType::Bool | StatedType::Unknown => self.found.needs_copy = true,
            StatedType::Text | StatedType::Other => {}
        }
        *is_zero = *bytes == 0 && text == "0";
        *bytes += text.len();
        *bytes
    }

    /// The open cell has a string whose runs show more than its text.
    pub(super) fn rich_text(&mut self, look: RichLook) {
        if let Some(at) = self.cell.as_ref().map(|cell| cell.at) {
            self.keep(at, look);
        }
    }

    fn keep(&mut self, at: (u32, u32), look: RichLook) {
        let facts = &mut self.found.facts;
        facts.struck.extend(look.left.map(|left| (at, left)));
        facts.old_fonts.extend(look.old_font.map(|text| (at, text)));
    }

    /// Ends the cell and returns whether it was filled. `rich_strings`: what the runs of shared strings show, by index.
    pub(super) fn close_cell(&mut self, rich_strings: &BTreeMap<u64, RichLook>) -> bool {
        let Some(cell) = self.cell.take() else { return false };
        let is_text = matches!(cell.kind, StatedType::Text);
        match cell.kind {
            StatedType::Shared(Some(index)) if !rich_strings.is_empty() => {
                if let Some(look) = rich_strings.get(&index) {
                    self.keep(cell.at, look.clone());
                }
            }
            StatedType::Error(word) if !word.is_empty() && !is_known_error(&word) => {
                self.found.facts.error_words.insert(cell.at, word.trim().to_owned());
                self.found.needs_copy = true;
            }
            _ => {}
        }
        let (bytes, is_zero) = match cell.value {
            ScannedValue::Open { bytes, is_zero } | ScannedValue::Closed { bytes, is_zero } => (bytes, is_zero),
            ScannedValue::Inline => (1, false),
            ScannedValue::None => (0, false),
        };
        if cell.has_formula && is_zero && !is_text {
            self.found.zero_formulas.push(cell.at);
        }
        // A formula with the result "" has an empty value element.
        let is_empty_text = is_text && cell.value != ScannedValue::None;
        if cell.has_formula && bytes == 0 && !is_empty_text {
            self.found.facts.uncomputed.insert(cell.at);
        }
        cell.has_formula || bytes > 0
    }

    /// Adds a merged region; one that can't be read is remembered as written.
    pub(super) fn merge(&mut self, tag: &BytesStart<'_>) {
        const TOLD: usize = 3;
        let text = attribute(tag, "ref").unwrap_or_default();
        let facts = &mut self.found.facts;
        match address::region(&text) {
            Some(region) if (region.top, region.left) == (region.bottom, region.right) => {}
            Some(region) => facts.merges.push(region),
            None if facts.unread_merges.len() < TOLD => {
                facts.unread_merges.push(text.chars().take(ERROR_LETTERS).collect());
            }
            None => {}
        }
    }

    /// Whether a cell is open.
    pub(super) fn is_in_cell(&self) -> bool {
        self.cell.is_some()
    }

    fn set_value(&mut self, value: ScannedValue) {
        if let Some(cell) = &mut self.cell {
            cell.value = value;
        }
    }

    fn stop(&self, reason: BadAddress, text: &str) -> Stop {
        match reason {
            BadAddress::Malformed => Stop::Broken,
            BadAddress::OutOfBounds => {
                // A long text is no address and not worth printing in full.
                let text = text.chars().take(20).collect();
                Stop::Refused(Refusal::OutOfBounds(self.sheet.map(str::to_owned), text))
            }
        }
    }
}

/// Whether a row or a stretch of columns is hidden, by hand or by a filter.
fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "hidden").is_some_and(|value| value == "1" || value == "true")
}

/// The attributes `r`, the address of a row or cell, and `t`, the type of its value. A second `r` is refused: calamine
/// and we might not use the same one.
#[allow(clippy::type_complexity, reason = "two attributes as they are written, used on the spot")]
fn place_and_type<'a>(tag: &'a BytesStart<'_>) -> Result<(Option<Cow<'a, str>>, Option<Cow<'a, str>>), Stop> {
    let (mut place, mut kind) = (None, None);
    for attribute in attributes(tag) {
        let (key, value) = attribute.ok_or(Stop::Broken)?;
        match key {
            "r" if place.replace(value.clone()).is_some() => return Err(Stop::Broken),
            "t" if kind.is_none() => kind = Some(value),
            _ => {}
        }
    }
    Ok((place, kind))
}
