//! Strings of several runs: the words that are left when those struck out are taken away.
//!
//! Owns the runs of one string, shared or in its cell. Must not know which cell it is in. Only strings with struck words
//! are kept: `scan` gives them to the cells that show them.

use quick_xml::events::BytesStart;

use super::super::tags::attribute;

/// The string that is being read.
#[derive(Debug, Default)]
pub(super) struct RichText {
    /// The words that are not struck out; `None` outside a string.
    left: Option<String>,
    has_struck: bool,
    run: Option<StruckRun>,
    /// Whether a text of the run is open.
    in_text: bool,
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
            _ => {}
        }
    }

    /// Ends a tag within a string.
    pub(super) fn close_tag(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "r" => self.run = None,
            _ => {}
        }
    }

    /// Adds a text as written, or the name of an entity.
    pub(super) fn text(&mut self, text: &str, is_entity: bool) {
        let (Some(left), Some(run), true) = (&mut self.left, self.run, self.in_text) else { return };
        match run {
            StruckRun::Struck => self.has_struck |= !text.trim().is_empty(),
            StruckRun::Plain if is_entity => left.extend(character(text)),
            StruckRun::Plain => left.push_str(text),
        }
    }

    /// Ends the string: what is left of it; `None` where nothing is struck out.
    pub(super) fn close(&mut self) -> Option<String> {
        let Self { left, has_struck, .. } = std::mem::take(self);
        left.filter(|_| has_struck)
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
