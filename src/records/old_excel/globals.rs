//! The first part of a workbook's stream: what all sheets share, and the list of sheets.
//!
//! Owns fonts, number formats, cell styles, shared texts. Must not know cells. `sheet` looks up what a cell refers to.

use std::rc::Rc;

use super::record::{BiffRecord, BiffRecords, Version};
use super::text::{LengthBytes, TextStorage};
use crate::records::cells::StoredLook;
use crate::records::guard::SheetForm;
use crate::records::limits::{SHEET_NAME_BYTES, SHEETS};
use crate::records::refusal::Refusal;
use crate::records::stored::{BOLD, StoredFont, StoredStyles, StoredTexts};
use crate::vietnamese::old_encoding::OldEncoding;

/// What all sheets share.
#[derive(Default)]
pub(super) struct Globals {
    pub(super) storage: TextStorage,
    pub(super) is_1904: bool,
    /// Whether formulas without a value were left to Excel.
    pub(super) is_left_to_excel: bool,
    pub(super) sheets: Vec<ListedSheet>,
    pub(super) texts: StoredTexts,
    styles: StoredStyles,
}

/// A sheet of the list.
pub(super) struct ListedSheet {
    pub(super) name: String,
    pub(super) is_visible: bool,
    pub(super) form: SheetForm,
    /// Where its part of the stream begins.
    pub(super) start: usize,
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

    /// A font: its name is the last of it.
    fn font(&mut self, record: &BiffRecord<'_>) -> Option<()> {
        const STRUCK: u16 = 8;
        let mut bytes = record.bytes();
        bytes.skip(2)?;
        let is_struck = bytes.u16()? & STRUCK != 0;
        bytes.skip(2)?;
        let is_bold = bytes.u16()? >= BOLD;
        bytes.skip(6)?;
        let name = self.storage.read(&mut bytes, LengthBytes::One)?.text();
        self.styles.add_font(StoredFont { is_struck, is_bold, encoding: OldEncoding::of_font(&name) });
        Some(())
    }

    fn format(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        let mut bytes = record.bytes();
        let number = bytes.u16().ok_or(Refusal::Damaged)?;
        let length = if self.storage.version == Version::Biff8 { LengthBytes::Two } else { LengthBytes::One };
        let code = self.storage.read(&mut bytes, length).ok_or(Refusal::Damaged)?.text();
        self.styles.add_format(number, code)
    }

    fn style(&mut self, record: &BiffRecord<'_>) -> Option<()> {
        let mut bytes = record.bytes();
        self.styles.add_style(bytes.u16()?, bytes.u16()?);
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
            self.texts.add(text)?;
        }
        Ok(())
    }

    /// A font by its number; there is none with the number 4.
    pub(super) fn font_of(&self, number: u16) -> StoredFont {
        let number = usize::from(number);
        self.styles.font(if number > 4 { number - 1 } else { number })
    }

    /// The font of a style.
    pub(super) fn font_of_style(&self, style: u16) -> StoredFont {
        self.font_of(self.styles.font_of_style(u32::from(style)))
    }

    /// How cells of a style look.
    pub(super) fn look(&mut self, style: u16) -> Rc<StoredLook> {
        let font = self.font_of_style(style);
        self.styles.look(u32::from(style), font)
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
