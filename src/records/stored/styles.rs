//! The styles of a binary workbook's cells: fonts and number formats.
//!
//! Owns their numbers and their limits. Must not know cells. Each look is made once, when it is first used.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::records::cells::StoredLook;
use crate::records::refusal::Refusal;
use crate::vietnamese::old_encoding::OldEncoding;

/// Bytes of all number formats together.
const FORMAT_BYTES: usize = 1 << 20;
/// Fonts, and styles of cells: their numbers have two bytes.
const LOOKS: usize = 1 << 16;

/// The weight of bold letters: ordinary ones have 400.
pub(in crate::records) const BOLD: u16 = 700;

/// The styles of a workbook.
#[derive(Default)]
pub(in crate::records) struct StoredStyles {
    fonts: Vec<StoredFont>,
    formats: BTreeMap<u16, String>,
    /// Font and number format of each style.
    styles: Vec<(u16, u16)>,
    /// The look of each number format, struck out or not, bold or not, once it is used.
    looks: BTreeMap<(u16, bool, bool), Rc<StoredLook>>,
    format_bytes: usize,
}

/// A font, as far as it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::records) struct StoredFont {
    /// Whether its letters are struck out.
    pub(in crate::records) is_struck: bool,
    /// Whether they are bold.
    pub(in crate::records) is_bold: bool,
    /// The encoding of its letters, where that is older than Unicode.
    pub(in crate::records) encoding: Option<OldEncoding>,
}

impl StoredStyles {
    /// Adds a font.
    pub(in crate::records) fn add_font(&mut self, font: StoredFont) {
        if self.fonts.len() < LOOKS {
            self.fonts.push(font);
        }
    }

    /// Adds a number format.
    pub(in crate::records) fn add_format(&mut self, number: u16, code: String) -> Result<(), Refusal> {
        self.format_bytes += code.len();
        if self.format_bytes > FORMAT_BYTES {
            return Err(Refusal::Forged("FORMAT".to_owned()));
        }
        self.formats.insert(number, code);
        Ok(())
    }

    /// Adds a style, by its font and its number format.
    pub(in crate::records) fn add_style(&mut self, font: u16, format: u16) {
        if self.styles.len() < LOOKS {
            self.styles.push((font, format));
        }
    }

    /// A font by its place in the list.
    pub(in crate::records) fn font(&self, number: usize) -> StoredFont {
        self.fonts.get(number).copied().unwrap_or_default()
    }

    /// The number of the font of a style.
    pub(in crate::records) fn font_of_style(&self, style: u32) -> u16 {
        self.style(style).0
    }

    /// How cells of a style look, which has this font.
    pub(in crate::records) fn look(&mut self, style: u32, font: StoredFont) -> Rc<StoredLook> {
        let format = self.style(style).1;
        let code = self.formats.get(&format).map(String::as_str);
        let look = self.looks.entry((format, font.is_struck, font.is_bold));
        Rc::clone(look.or_insert_with(|| Rc::new(StoredLook::of(format, code, (font.is_struck, font.is_bold)))))
    }

    /// Font and number format; those of an ordinary cell for an unknown style.
    fn style(&self, style: u32) -> (u16, u16) {
        usize::try_from(style).ok().and_then(|style| self.styles.get(style)).copied().unwrap_or_default()
    }
}
