//! The first part of a workbook's stream: what all sheets share, and the list of sheets.
//!
//! Owns fonts, number formats, cell styles, shared texts. Must not know cells. `sheet` looks up what a cell refers to.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::record::{BiffRecord, BiffRecords, Version};
use super::text::{LengthBytes, StoredText, TextStorage};
use crate::records::cells::StoredLook;
use crate::records::guard::SheetForm;
use crate::records::limits::{HELD_BY_CALAMINE, SHEET_NAME_BYTES, STRING_OVERHEAD, STRINGS};
use crate::records::refusal::Refusal;

/// Sheets of a workbook.
const SHEETS: usize = 1_000;
/// Bytes of all number formats together.
const FORMAT_BYTES: usize = 1 << 20;
/// Fonts, and styles of cells: their numbers have two bytes.
const LOOKS: usize = 1 << 16;

/// What all sheets share.
#[derive(Default)]
pub(super) struct Globals {
    pub(super) storage: TextStorage,
    pub(super) is_1904: bool,
    /// Whether formulas without a value were left to Excel.
    pub(super) is_left_to_excel: bool,
    pub(super) sheets: Vec<ListedSheet>,
    strings: Vec<StoredText>,
    fonts: Vec<StoredFont>,
    formats: BTreeMap<u16, String>,
    /// Font and number format of each style.
    styles: Vec<(u16, u16)>,
    /// The look of each number format, struck out or not, once it is used.
    looks: BTreeMap<(u16, bool), Rc<StoredLook>>,
    format_bytes: usize,
    held: u64,
}

/// A sheet of the list.
pub(super) struct ListedSheet {
    pub(super) name: String,
    pub(super) is_visible: bool,
    pub(super) form: SheetForm,
    /// Where its part of the stream begins.
    pub(super) start: usize,
}

/// A font, as far as it is read.
pub(super) struct StoredFont {
    pub(super) is_struck: bool,
}

impl Globals {
    /// Reads the first part of the stream.
    pub(super) fn read(stream: &[u8]) -> Result<Self, Refusal> {
        const GLOBALS: u16 = 5;
        const EOF: u16 = 0x0a;
        let mut records = BiffRecords::new(stream);
        let first = records.next().ok_or(Refusal::Damaged)?;
        let (version, substream) = beginning(&first).ok_or(Refusal::OldExcel)?;
        if substream != GLOBALS {
            return Err(Refusal::Damaged);
        }
        let mut globals = Self { storage: TextStorage { version, ..TextStorage::default() }, ..Self::default() };
        while let Some(record) = records.next() {
            if record.kind == EOF {
                return Ok(globals);
            }
            globals.take(&record)?;
        }
        Err(Refusal::Damaged)
    }

    fn take(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        let mut bytes = record.bytes();
        let taken = match record.kind {
            // A password to open.
            0x2f => return Err(Refusal::PasswordProtected),
            0x22 => bytes.u16().map(|value| self.is_1904 = value == 1),
            0x42 => bytes.u16().map(|page| self.storage.encoding = TextStorage::encoding_of(page)),
            0x31 => self.font(record),
            0x41e => return self.format(record),
            0xe0 => self.style(record),
            0x85 => return self.sheet(record),
            0xfc => return self.shared_texts(record),
            _ => Some(()),
        };
        taken.ok_or(Refusal::Damaged)
    }

    fn font(&mut self, record: &BiffRecord<'_>) -> Option<()> {
        const STRUCK: u16 = 8;
        let mut bytes = record.bytes();
        bytes.skip(2)?;
        let is_struck = bytes.u16()? & STRUCK != 0;
        if self.fonts.len() < LOOKS {
            self.fonts.push(StoredFont { is_struck });
        }
        Some(())
    }

    fn format(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        let mut bytes = record.bytes();
        let number = bytes.u16().ok_or(Refusal::Damaged)?;
        let length = if self.storage.version == Version::Biff8 { LengthBytes::Two } else { LengthBytes::One };
        let code = self.storage.read(&mut bytes, length).ok_or(Refusal::Damaged)?.text();
        self.format_bytes += code.len();
        if self.format_bytes > FORMAT_BYTES {
            return Err(Refusal::Forged("FORMAT".to_owned()));
        }
        self.formats.insert(number, code);
        Ok(())
    }

    fn style(&mut self, record: &BiffRecord<'_>) -> Option<()> {
        let mut bytes = record.bytes();
        let style = (bytes.u16()?, bytes.u16()?);
        if self.styles.len() < LOOKS {
            self.styles.push(style);
        }
        Some(())
    }

    fn sheet(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        let mut bytes = record.bytes();
        let mut listed = || {
            let start = usize::try_from(bytes.u32()?).ok()?;
            let (state, kind) = (bytes.u8()?, bytes.u8()?);
            let name = self.storage.read(&mut bytes, LengthBytes::One)?.text();
            let form = match kind {
                0 => SheetForm::Worksheet,
                1 => SheetForm::Macro,
                2 => SheetForm::Chart,
                _ => SheetForm::Other,
            };
            Some(ListedSheet { name, is_visible: state % 4 == 0, form, start })
        };
        let sheet = listed().ok_or(Refusal::Damaged)?;
        let is_known = |known: &ListedSheet| known.name == sheet.name || known.start == sheet.start;
        if self.sheets.len() == SHEETS || sheet.name.len() > SHEET_NAME_BYTES || self.sheets.iter().any(is_known) {
            return Err(Refusal::Forged("BOUNDSHEET".to_owned()));
        }
        self.sheets.push(sheet);
        Ok(())
    }

    /// The texts that cells share. The number of them is not trusted: they end with the record.
    fn shared_texts(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        let mut bytes = record.bytes();
        bytes.skip(8).ok_or(Refusal::Damaged)?;
        while !bytes.is_at_end() {
            let text = self.storage.read(&mut bytes, LengthBytes::Two).ok_or(Refusal::Damaged)?;
            self.held += STRING_OVERHEAD + text.held() as u64;
            if self.strings.len() as u64 == STRINGS || self.held > HELD_BY_CALAMINE {
                return Err(Refusal::TooManyStrings);
            }
            self.strings.push(text);
        }
        Ok(())
    }

    /// A shared text.
    pub(super) fn string(&self, number: u32) -> Option<&StoredText> {
        self.strings.get(usize::try_from(number).ok()?)
    }

    /// A font by its number; there is none with the number 4.
    pub(super) fn font_of(&self, number: u16) -> Option<&StoredFont> {
        let number = usize::from(number);
        self.fonts.get(if number > 4 { number - 1 } else { number })
    }

    /// The font of a style.
    pub(super) fn font_of_style(&self, style: u16) -> Option<&StoredFont> {
        self.font_of(self.styles.get(usize::from(style))?.0)
    }

    /// How cells of a style look.
    pub(super) fn look(&mut self, style: u16) -> Rc<StoredLook> {
        let format = self.styles.get(usize::from(style)).map_or(0, |(_, format)| *format);
        let is_struck = self.font_of_style(style).is_some_and(|font| font.is_struck);
        let code = self.formats.get(&format).map(String::as_str);
        let look = self.looks.entry((format, is_struck));
        Rc::clone(look.or_insert_with(|| Rc::new(StoredLook::of(format, code, is_struck))))
    }
}

/// The version that the first record of a part states, and the kind of that part.
pub(super) fn beginning(record: &BiffRecord<'_>) -> Option<(Version, u16)> {
    const BEGINNING: u16 = 0x809;
    let mut bytes = record.bytes();
    let version = match (record.kind, bytes.u16()?) {
        (BEGINNING, 0x600) => Version::Biff8,
        (BEGINNING, 0x500) => Version::Biff5,
        _ => return None,
    };
    Some((version, bytes.u16()?))
}
