//! The records of a workbook's stream, and their bytes read one value after another.
//!
//! Owns the division into records and their continuations: a text may break anywhere, and says anew behind the break how
//! wide its characters are. Must not know what a record means. `globals` and `sheet` read with it.

/// A record that continues the one before.
pub(super) const CONTINUE: u16 = 0x3c;

/// The version of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// Excel 5 and 95: texts are bytes of a code page.
    Biff5,
    /// Excel 97 to 2003: texts are Unicode.
    Biff8,
}

/// A record with its continuations.
pub(super) struct BiffRecord<'a> {
    pub(super) kind: u16,
    parts: Vec<&'a [u8]>,
}

/// The records of a stream, in order.
pub(super) struct BiffRecords<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> BiffRecords<'a> {
    /// The records from a place on.
    pub(super) fn new(stream: &'a [u8]) -> Self {
        Self { stream, at: 0 }
    }

    /// The next record; `None` where the stream ends, also in the middle of one.
    pub(super) fn next(&mut self) -> Option<BiffRecord<'a>> {
        let (kind, bytes) = self.one()?;
        let mut parts = vec![bytes];
        while self.peek() == Some(CONTINUE) {
            parts.push(self.one()?.1);
        }
        Some(BiffRecord { kind, parts })
    }

    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let kind = self.peek()?;
        let size = self.stream.get(self.at + 2..self.at + 4)?;
        let size = usize::from(u16::from_le_bytes([size[0], size[1]]));
        let from = self.at + 4;
        let bytes = self.stream.get(from..from + size)?;
        self.at = from + size;
        Some((kind, bytes))
    }

    fn peek(&self) -> Option<u16> {
        let kind = self.stream.get(self.at..self.at + 2)?;
        Some(u16::from_le_bytes([kind[0], kind[1]]))
    }
}

impl<'a> BiffRecord<'a> {
    /// Its bytes, to be read one value after another.
    pub(super) fn bytes(&self) -> RecordBytes<'_, 'a> {
        RecordBytes { parts: &self.parts, part: 0, at: 0 }
    }

    /// The bytes of the record itself, without its continuations.
    pub(super) fn own(&self) -> &'a [u8] {
        self.parts[0]
    }
}

/// The bytes of a record from a place on. Every reading is `None` beyond the end.
pub(super) struct RecordBytes<'r, 'a> {
    parts: &'r [&'a [u8]],
    part: usize,
    at: usize,
}

impl RecordBytes<'_, '_> {
    /// A byte.
    pub(super) fn u8(&mut self) -> Option<u8> {
        self.skip_ended();
        let byte = *self.parts.get(self.part)?.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// Two bytes.
    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    /// Four bytes.
    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes([self.u8()?, self.u8()?, self.u8()?, self.u8()?]))
    }

    /// Passes over bytes.
    pub(super) fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.skip_ended();
            let left = self.parts.get(self.part)?.len() - self.at;
            let taken = left.min(count);
            self.at += taken;
            count -= taken;
        }
        Some(())
    }

    /// Whether nothing is left.
    pub(super) fn is_at_end(&mut self) -> bool {
        self.skip_ended();
        self.part >= self.parts.len()
    }

    /// Characters of a text of Excel 97. At a break of the record the width is said anew.
    pub(super) fn characters(&mut self, count: usize, mut is_wide: bool) -> Option<Vec<u16>> {
        let mut units = Vec::new();
        while units.len() < count {
            if self.at >= self.parts.get(self.part)?.len() {
                self.skip_ended();
                is_wide = self.u8()? & 1 != 0;
                continue;
            }
            units.push(if is_wide { self.u16()? } else { u16::from(self.u8()?) });
        }
        Some(units)
    }

    /// Bytes of a text of Excel 95.
    pub(super) fn text_bytes(&mut self, count: usize) -> Option<Vec<u8>> {
        (0..count).map(|_| self.u8()).collect()
    }

    fn skip_ended(&mut self) {
        while self.parts.get(self.part).is_some_and(|part| self.at >= part.len()) {
            self.part += 1;
            self.at = 0;
        }
    }
}
