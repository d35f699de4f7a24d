//! Texts of a workbook's stream: Unicode since Excel 97, bytes of a code page before; in runs of several fonts.
//!
//! Owns how a text is stored and decoded. Must not know which cell shows it. `globals` and `sheet` read texts with it.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::record::{RecordBytes, Version};
use crate::records::stored::StoredText;

/// How texts are stored.
#[derive(Clone, Copy)]
pub(super) struct TextStorage {
    pub(super) version: Version,
    /// The code page, before Excel 97.
    pub(super) encoding: &'static Encoding,
}

/// The bytes that a text's length has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LengthBytes {
    One,
    Two,
}

impl Default for TextStorage {
    fn default() -> Self {
        Self { version: Version::Biff8, encoding: WINDOWS_1252 }
    }
}

impl TextStorage {
    /// The encoding of a code page; that of Windows in the West for an unknown one.
    pub(super) fn encoding_of(code_page: u16) -> &'static Encoding {
        let label = match code_page {
            874 => "windows-874".to_owned(),
            932 => "shift_jis".to_owned(),
            936 => "gbk".to_owned(),
            949 => "euc-kr".to_owned(),
            950 => "big5".to_owned(),
            10_000 | 0x8000 => "macintosh".to_owned(),
            other => format!("windows-{other}"),
        };
        Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
    }

    /// The next text of a record.
    pub(super) fn read(self, bytes: &mut RecordBytes<'_, '_>, length: LengthBytes) -> Option<StoredText> {
        let count = match length {
            LengthBytes::One => usize::from(bytes.u8()?),
            LengthBytes::Two => usize::from(bytes.u16()?),
        };
        match self.version {
            Version::Biff5 => self.of_code_page(bytes, count),
            Version::Biff8 => of_unicode(bytes, count),
        }
    }

    fn of_code_page(self, bytes: &mut RecordBytes<'_, '_>, count: usize) -> Option<StoredText> {
        let written = bytes.text_bytes(count)?;
        let (text, _) = self.encoding.decode_without_bom_handling(&written);
        Some(StoredText { units: text.encode_utf16().collect(), runs: Vec::new() })
    }
}

/// A text of Excel 97: its flags say how wide its characters are, and what follows them.
fn of_unicode(bytes: &mut RecordBytes<'_, '_>, count: usize) -> Option<StoredText> {
    const WIDE: u8 = 1;
    const PHONETIC: u8 = 4;
    const RICH: u8 = 8;
    let flags = bytes.u8()?;
    let runs = if flags & RICH == 0 { 0 } else { bytes.u16()? };
    let phonetic = if flags & PHONETIC == 0 { 0 } else { bytes.u32()? };
    let units = bytes.characters(count, flags & WIDE != 0)?;
    let runs = (0..runs).map(|_| Some((bytes.u16()?, bytes.u16()?))).collect::<Option<_>>()?;
    bytes.skip(usize::try_from(phonetic).ok()?)?;
    Some(StoredText { units, runs })
}

/// Adds the fonts that stand behind a text in its cell.
pub(super) fn add_runs(text: &mut StoredText, bytes: &mut RecordBytes<'_, '_>, version: Version) -> Option<()> {
    let count = match version {
        Version::Biff5 => u16::from(bytes.u8()?),
        Version::Biff8 => bytes.u16()?,
    };
    for _ in 0..count {
        text.runs.push(match version {
            Version::Biff5 => (u16::from(bytes.u8()?), u16::from(bytes.u8()?)),
            Version::Biff8 => (bytes.u16()?, bytes.u16()?),
        });
    }
    Some(())
}
