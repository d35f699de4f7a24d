//! Strings of several runs: the words that are left when those struck out are taken away, and those in an old font.
//!
//! Owns the runs of one string, shared or in its cell. Must not know which cell it is in. Only such strings are
//! kept: `scan` gives them to the cells that show them.

use quick_xml::events::BytesStart;

use super::super::tags::attribute;
use crate::vietnamese::old_encoding::{FontReading, OldEncoding};

/// The string that is being read.
#[derive(Debug, Default)]
pub(super) struct RichText {
    /// The words that are not struck out; `None` outside a string.
    left: Option<String>,
    has_struck: bool,
    run: Option<StruckRun>,
    /// Whether a text of the run is open.
    in_text: bool,
    /// The encoding of the run's font, where that is older than Unicode, and its text so far.
    font: Option<OldEncoding>,
    run_text: String,
    /// The whole text so far, in Unicode, and the first such encoding in it.
    converted: String,
    old_font: Option<OldEncoding>,
}

/// What a string of several runs has that its text alone does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RichLook {
    /// What is left without the struck words; `None` where none is struck out.
    pub(super) left: Option<String>,
    /// The text in Unicode, where some of it is in an old font.
    pub(super) old_font: Option<(String, OldEncoding)>,
}

/// The look of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StruckRun {
    Plain,
    Struck,
}

impl RichText {
    /// Opens a string.
    pub(super) fn open(&mut self) {
        *self = Self { left: Some(String::new()), ..Self::default() };
    }

    /// Adds a tag within a string.
    pub(super) fn tag(&mut self, tag: &BytesStart<'_>) {
        if self.left.is_none() {
            return;
        }
        match tag.local_name().as_ref() {
            "r" => self.run = Some(StruckRun::Plain),
            "strike" if self.run.is_some() && !is_off(tag) => self.run = Some(StruckRun::Struck),
            "t" => self.in_text = self.run.is_some(),
            "rFont" if self.run.is_some() => {
                self.font = attribute(tag, "val").and_then(|name| OldEncoding::of_font(&name));
            }
            _ => {}
        }
    }

    /// Ends a tag within a string.
    pub(super) fn close_tag(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "r" => self.close_run(),
            _ => {}
        }
    }

    /// Adds a text as written, or the name of an entity.
    pub(super) fn text(&mut self, text: &str, is_entity: bool) {
        let (Some(left), Some(run), true) = (&mut self.left, self.run, self.in_text) else { return };
        match character(text).filter(|_| is_entity) {
            Some(letter) => self.run_text.push(letter),
            None if is_entity => {}
            None => self.run_text.push_str(text),
        }
        match run {
            StruckRun::Struck => self.has_struck |= !text.trim().is_empty(),
            StruckRun::Plain if is_entity => left.extend(character(text)),
            StruckRun::Plain => left.push_str(text),
        }
    }

    fn close_run(&mut self) {
        self.run = None;
        let text = std::mem::take(&mut self.run_text);
        let font = self.font.take();
        let converted = font.and_then(|font| match font.reading(&text) {
            FontReading::Old(read) | FontReading::Either(read) => Some(read),
            FontReading::Same | FontReading::Unicode => None,
        });
        self.old_font = self.old_font.or(font.filter(|_| converted.is_some()));
        self.converted.push_str(converted.as_deref().unwrap_or(&text));
    }

    /// Ends the string: what its runs show; `None` where that is nothing.
    pub(super) fn close(&mut self) -> Option<RichLook> {
        let left = self.left.take();
        if !self.has_struck && self.old_font.is_none() {
            return None;
        }
        let converted = std::mem::take(&mut self.converted);
        Some(RichLook {
            left: left.filter(|_| self.has_struck),
            old_font: self.old_font.map(|encoding| (converted, encoding)),
        })
    }
}

/// Whether a look is named only to be switched off.
fn is_off(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "val").is_some_and(|value| value == "0" || value == "false")
}

/// The character that an entity stands for.
fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?)
        }
    }
}
