//! Texts of a binary workbook, each perhaps of several fonts.
//!
//! Owns what of a text is struck out, and which of its words are in an old encoding by their font. Must not know which
//! cell shows it.

use super::styles::StoredFont;
use crate::records::cells::{SeenCell, see_text_of_fonts};
use crate::records::limits::{HELD_BY_CALAMINE, STRING_OVERHEAD, STRINGS};
use crate::records::refusal::Refusal;

/// A text, and where further fonts begin in it: the number of UTF-16 units before, and the font.
#[derive(Debug, Default)]
pub(in crate::records) struct StoredText {
    pub(in crate::records) units: Vec<u16>,
    pub(in crate::records) runs: Vec<(u16, u16)>,
}

/// A text as its cell shows it.
pub(in crate::records) struct SeenText {
    /// The cell; `None` for blanks.
    pub(in crate::records) cell: Option<SeenCell>,
    /// What is left without the struck words; `None` where none is struck out.
    pub(in crate::records) left: Option<String>,
}

/// The texts that cells share.
#[derive(Default)]
pub(in crate::records) struct StoredTexts {
    texts: Vec<StoredText>,
    held: u64,
}

impl StoredTexts {
    /// Adds a text.
    pub(in crate::records) fn add(&mut self, text: StoredText) -> Result<(), Refusal> {
        self.held += STRING_OVERHEAD + 2 * text.units.len() as u64 + 4 * text.runs.len() as u64;
        if self.texts.len() as u64 == STRINGS || self.held > HELD_BY_CALAMINE {
            return Err(Refusal::TooManyStrings);
        }
        self.texts.push(text);
        Ok(())
    }

    /// A text by its place in the list.
    pub(in crate::records) fn get(&self, number: u32) -> Option<&StoredText> {
        self.texts.get(usize::try_from(number).ok()?)
    }
}

impl StoredText {
    /// The whole text.
    pub(in crate::records) fn text(&self) -> String {
        String::from_utf16_lossy(&self.units)
    }

    /// Bytes that it takes to look at the text, also where nothing of it is seen.
    pub(in crate::records) fn cost(&self) -> usize {
        self.units.len() + 8 * self.runs.len()
    }

    /// The text as seen in a cell of this font; `font` finds the fonts of its runs.
    pub(in crate::records) fn seen(&self, of_cell: StoredFont, font: impl Fn(u16) -> StoredFont) -> SeenText {
        if self.runs.is_empty() {
            let cell = see_text_of_fonts(&[(&self.text(), of_cell.encoding)]);
            return SeenText { cell, left: None };
        }
        let runs = self.of_fonts(of_cell, font);
        // The font of the cell strikes out the whole cell, not a part of its words.
        let is_struck = |(_, font): &&(String, StoredFont)| font.is_struck && !of_cell.is_struck;
        let has_struck = runs.iter().filter(is_struck).any(|(text, _)| !text.trim().is_empty());
        let texts = |runs: &[(String, StoredFont)]| -> Option<SeenCell> {
            see_text_of_fonts(&runs.iter().map(|(text, font)| (text.as_str(), font.encoding)).collect::<Vec<_>>())
        };
        let left = has_struck.then(|| {
            let left: Vec<(String, StoredFont)> = runs.iter().filter(|run| !is_struck(run)).cloned().collect();
            texts(&left).map(|cell| cell.text).unwrap_or_default()
        });
        SeenText { cell: texts(&runs), left }
    }

    /// Its parts of one font each.
    fn of_fonts(&self, of_cell: StoredFont, font: impl Fn(u16) -> StoredFont) -> Vec<(String, StoredFont)> {
        let starts = || self.runs.iter().map(|(start, _)| usize::from(*start).min(self.units.len()));
        let ends = starts().chain([self.units.len()]);
        let fonts = std::iter::once(of_cell).chain(self.runs.iter().map(|(_, number)| font(*number)));
        let spans = std::iter::once(0).chain(starts()).zip(ends).zip(fonts);
        let part = |((start, end), font): ((usize, usize), StoredFont)| {
            (String::from_utf16_lossy(self.units.get(start..end).unwrap_or_default()), font)
        };
        spans.map(part).filter(|(text, _)| !text.is_empty()).collect()
    }
}
