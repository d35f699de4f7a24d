//! A part of a binary workbook: records, and their values one after another.
//!
//! Owns numbers of variable length and texts as they are stored. Must not know what a record means. `globals` and `sheet`
//! read with it.

use crate::records::stored::StoredText;

/// The records of a part, in order.
pub(super) struct PartRecords<'a> {
    bytes: &'a [u8],
}

/// The values of a record. Every reading is `None` beyond its end.
pub(super) struct Values<'a>(&'a [u8]);

impl<'a> PartRecords<'a> {
    /// The records of a part.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The next record: its kind and its values; `None` where the part ends, also in the middle of one.
    pub(super) fn next(&mut self) -> Option<(u32, Values<'a>)> {
        let kind = self.variable(2)?;
        let size = usize::try_from(self.variable(4)?).ok()?;
        let (record, rest) = self.bytes.split_at_checked(size)?;
        self.bytes = rest;
        Some((kind, Values(record)))
    }

    /// A number of at most so many bytes, seven bits in each, the lowest first.
    fn variable(&mut self, most: u32) -> Option<u32> {
        let mut number = 0;
        for place in 0..most {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u32::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    }
}

impl Values<'_> {
    fn take(&mut self, count: usize) -> Option<&[u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// Passes over bytes.
    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        self.take(count).map(|_| ())
    }

    /// A byte.
    pub(super) fn u8(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    /// Two bytes.
    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    /// Four bytes.
    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    /// A number of eight bytes.
    pub(super) fn f64(&mut self) -> Option<f64> {
        Some(f64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }

    /// A text of one font; empty where there is none.
    pub(super) fn text(&mut self) -> Option<StoredText> {
        const NONE: u32 = u32::MAX;
        let count = self.u32()?;
        if count == NONE {
            return Some(StoredText::default());
        }
        let bytes = self.take(usize::try_from(count).ok()?.checked_mul(2)?)?;
        let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        Some(StoredText { units, runs: Vec::new() })
    }

    /// A text of several fonts.
    pub(super) fn rich_text(&mut self) -> Option<StoredText> {
        const RICH: u8 = 1;
        let flags = self.u8()?;
        let mut text = self.text()?;
        if flags & RICH != 0 {
            let count = usize::try_from(self.u32()?).ok()?;
            let runs = self.take(count.checked_mul(4)?)?;
            let number = |low: u8, high: u8| u16::from_le_bytes([low, high]);
            text.runs = runs.chunks_exact(4).map(|run| (number(run[0], run[1]), number(run[2], run[3]))).collect();
        }
        Some(text)
    }
}
