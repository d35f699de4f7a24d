//! The part of a workbook's stream with one sheet, read record by record.
//!
//! Owns the cells and what surrounds them: hidden rows and columns, merged regions. Must not know what a value means.
//! Its sheet goes to the module above.

use std::rc::Rc;

use super::globals::{Globals, beginning};
use super::record::{BiffRecord, BiffRecords, RecordBytes};
use super::text::{LengthBytes, add_runs};
use crate::records::cells::{Flaw, SeenCell, StoredLook, see_bool, see_stored_error, see_stored_number};
use crate::records::guard::{CellRange, SheetForm};
use crate::records::held_book::{HeldLeft, HeldSheet};
use crate::records::limits::{HIDDEN_STRETCHES, LAST_COLUMN};
use crate::records::refusal::Refusal;
use crate::records::stored::{SeenText, StoredText, short_number};

/// A value that the record of its formula announces.
struct AwaitedText {
    at: (u32, u32),
    style: u16,
}

/// The sheet being read.
struct CellsReading<'a> {
    globals: &'a mut Globals,
    sheet: HeldSheet,
    left: &'a mut HeldLeft,
    awaited: Option<AwaitedText>,
    /// Whether formulas were changed and not computed again.
    is_uncomputed: bool,
    /// The parts that are open: the sheet, and a chart inside it.
    depth: usize,
}

/// Reads a sheet from its part of the stream; cells beyond the limits refuse it.
pub(super) fn read(
    stream: &[u8],
    sheet: HeldSheet,
    globals: &mut Globals,
    left: &mut HeldLeft,
) -> Result<HeldSheet, Refusal> {
    const BEGINNING: u16 = 0x809;
    const END: u16 = 0x0a;
    let mut records = BiffRecords::new(stream);
    let mut reading = CellsReading { globals, sheet, left, awaited: None, is_uncomputed: false, depth: 0 };
    while let Some(record) = records.next() {
        match record.kind {
            BEGINNING => reading.begin(&record)?,
            END if reading.depth == 1 => {
                reading.close_formula()?;
                return Ok(reading.sheet);
            }
            END => reading.depth = reading.depth.saturating_sub(1),
            _ if reading.depth == 0 => return Err(Refusal::DamagedSheet),
            _ if reading.depth == 1 => reading.take(&record)?,
            _ => {}
        }
    }
    Err(Refusal::DamagedSheet)
}

impl CellsReading<'_> {
    /// The beginning of a part says what it is, which the list of sheets may not.
    fn begin(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        let (_, kind) = beginning(record).ok_or(Refusal::DamagedSheet)?;
        if self.depth == 0 {
            self.sheet.form = match kind {
                0x10 => SheetForm::Worksheet,
                0x20 => SheetForm::Chart,
                0x40 => SheetForm::Macro,
                _ => SheetForm::Other,
            };
        }
        self.depth += 1;
        Ok(())
    }

    fn take(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        if self.awaited.is_some() {
            return self.behind_formula(record);
        }
        let mut bytes = record.bytes();
        let bytes = &mut bytes;
        let taken = match record.kind {
            0x5e => {
                self.is_uncomputed = true;
                Some(())
            }
            0x81 => self.properties(bytes),
            0x208 => self.row(bytes),
            0x7d => self.column(bytes),
            0xe5 => return self.merges(bytes),
            0xfd => return self.shared_text(bytes),
            0x204 | 0xd6 => return self.own_text(bytes, record.kind == 0xd6),
            0x203 => return self.number(bytes),
            0x27e => return self.short_number(bytes),
            0xbd => return self.short_numbers(record),
            0x205 => return self.bool_or_error(bytes),
            0x06 | 0x206 | 0x406 => return self.formula(bytes),
            _ => Some(()),
        };
        taken.ok_or(Refusal::DamagedSheet)
    }

    /// A dialog of Excel 5 is listed among the sheets of cells.
    fn properties(&mut self, bytes: &mut RecordBytes<'_, '_>) -> Option<()> {
        const DIALOG: u16 = 0x10;
        if bytes.u16()? & DIALOG != 0 {
            self.sheet.form = SheetForm::Dialog;
        }
        Some(())
    }

    fn row(&mut self, bytes: &mut RecordBytes<'_, '_>) -> Option<()> {
        const HIDDEN: u16 = 0x20;
        let row = u32::from(bytes.u16()?) + 1;
        bytes.skip(10)?;
        if bytes.u16()? & HIDDEN != 0 {
            self.sheet.facts.hidden.rows.insert(row);
        }
        Some(())
    }

    fn column(&mut self, bytes: &mut RecordBytes<'_, '_>) -> Option<()> {
        let (first, last) = (u32::from(bytes.u16()?) + 1, u32::from(bytes.u16()?) + 1);
        bytes.skip(4)?;
        let hidden = &mut self.sheet.facts.hidden.columns;
        if bytes.u16()? & 1 != 0 && hidden.len() < HIDDEN_STRETCHES {
            hidden.push((first, last.min(LAST_COLUMN)));
        }
        Some(())
    }

    fn merges(&mut self, bytes: &mut RecordBytes<'_, '_>) -> Result<(), Refusal> {
        let count = bytes.u16().ok_or(Refusal::DamagedSheet)?;
        for _ in 0..count {
            let mut number = || bytes.u16().map(|number| u32::from(number) + 1).ok_or(Refusal::DamagedSheet);
            let (top, bottom, left, right) = (number()?, number()?, number()?, number()?);
            if top > bottom || left > right || right > LAST_COLUMN {
                return Err(Refusal::DamagedSheet);
            }
            self.sheet.merge(CellRange { top, left, bottom, right }, self.left)?;
        }
        Ok(())
    }

    fn shared_text(&mut self, bytes: &mut RecordBytes<'_, '_>) -> Result<(), Refusal> {
        let (at, style) = place(bytes)?;
        let number = bytes.u32().ok_or(Refusal::DamagedSheet)?;
        let text = self.globals.texts.get(number).ok_or(Refusal::DamagedSheet)?;
        self.left.take(0, text.cost())?;
        let seen = text.seen(self.globals.font_of_style(style), |font| self.globals.font_of(font));
        self.text(at, style, seen)
    }

    fn own_text(&mut self, bytes: &mut RecordBytes<'_, '_>, is_rich: bool) -> Result<(), Refusal> {
        let (at, style) = place(bytes)?;
        let storage = self.globals.storage;
        let mut read = || {
            let mut text = storage.read(bytes, LengthBytes::Two)?;
            if is_rich {
                add_runs(&mut text, bytes, storage.version)?;
            }
            Some(text)
        };
        let text = read().ok_or(Refusal::DamagedSheet)?;
        self.stored_text(at, style, &text)
    }

    fn stored_text(&mut self, at: (u32, u32), style: u16, text: &StoredText) -> Result<(), Refusal> {
        self.left.take(0, text.cost())?;
        let seen = text.seen(self.globals.font_of_style(style), |font| self.globals.font_of(font));
        self.text(at, style, seen)
    }

    fn text(&mut self, at: (u32, u32), style: u16, seen: SeenText) -> Result<(), Refusal> {
        if let (Some(left), true) = (seen.left, seen.cell.is_some()) {
            self.left.take(0, left.len())?;
            self.sheet.facts.struck.insert(at, left);
        }
        self.add(at, style, |_| seen.cell)
    }

    fn number(&mut self, bytes: &mut RecordBytes<'_, '_>) -> Result<(), Refusal> {
        let (at, style) = place(bytes)?;
        let bits = u64::from(bytes.u32().ok_or(Refusal::DamagedSheet)?)
            | u64::from(bytes.u32().ok_or(Refusal::DamagedSheet)?) << 32;
        self.add_number(at, style, f64::from_bits(bits))
    }

    fn short_number(&mut self, bytes: &mut RecordBytes<'_, '_>) -> Result<(), Refusal> {
        let (at, style) = place(bytes)?;
        let number = bytes.u32().ok_or(Refusal::DamagedSheet)?;
        self.add_number(at, style, short_number(number))
    }

    /// Numbers side by side; the record ends with the last column.
    fn short_numbers(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        let mut bytes = record.bytes();
        let mut read = || {
            let (row, first) = (u32::from(bytes.u16()?) + 1, u32::from(bytes.u16()?) + 1);
            let count = record.own().len().checked_sub(6)? / 6;
            let numbers: Option<Vec<(u16, u32)>> = (0..count).map(|_| Some((bytes.u16()?, bytes.u32()?))).collect();
            Some((row, first, numbers?))
        };
        let (row, first, numbers) = read().ok_or(Refusal::DamagedSheet)?;
        for (column, (style, number)) in (first..).zip(numbers) {
            self.add_number((row, column), style, short_number(number))?;
        }
        Ok(())
    }

    fn bool_or_error(&mut self, bytes: &mut RecordBytes<'_, '_>) -> Result<(), Refusal> {
        let (at, style) = place(bytes)?;
        let (value, is_error) = bytes.u8().zip(bytes.u8()).ok_or(Refusal::DamagedSheet)?;
        let seen = if is_error == 0 { see_bool(value != 0) } else { see_stored_error(value) };
        self.add(at, style, |_| Some(seen))
    }

    /// A formula with its value; a text stands in a record of its own behind it.
    fn formula(&mut self, bytes: &mut RecordBytes<'_, '_>) -> Result<(), Refusal> {
        const COMPUTE_ON_LOAD: u16 = 2;
        let (at, style) = place(bytes)?;
        let mut read = || Some((bytes.u32()?, bytes.u32()?, bytes.u16()?));
        let (low, high, flags) = read().ok_or(Refusal::DamagedSheet)?;
        // Excel never sets the flag; programs that write formulas without computing them do.
        let is_left_to_excel = self.is_uncomputed || self.globals.is_left_to_excel || flags & COMPUTE_ON_LOAD != 0;
        if high >> 16 != 0xffff {
            let number = f64::from_bits(u64::from(low) | u64::from(high) << 32);
            if is_left_to_excel && number == 0.0 {
                return self.add(at, style, |_| Some(uncomputed()));
            }
            return self.add_number(at, style, number);
        }
        let value = low.to_le_bytes()[2];
        match low.to_le_bytes()[0] {
            0 => {
                self.awaited = Some(AwaitedText { at, style });
                Ok(())
            }
            1 => self.add(at, style, |_| Some(see_bool(value != 0))),
            2 => self.add(at, style, |_| Some(see_stored_error(value))),
            _ if is_left_to_excel => self.add(at, style, |_| Some(uncomputed())),
            _ => Ok(()),
        }
    }

    /// The record behind a formula whose value is a text: the text, or the formula that several cells share.
    fn behind_formula(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        match record.kind {
            0x207 => {
                let Some(AwaitedText { at, style }) = self.awaited.take() else { return Ok(()) };
                let text = self.globals.storage.read(&mut record.bytes(), LengthBytes::Two);
                self.stored_text(at, style, &text.ok_or(Refusal::DamagedSheet)?)
            }
            0x4bc | 0x221 | 0x236 | 0x37 | 0x36 => Ok(()),
            _ => {
                self.close_formula()?;
                self.take(record)
            }
        }
    }

    /// A formula whose text never came has no value.
    fn close_formula(&mut self) -> Result<(), Refusal> {
        match self.awaited.take() {
            Some(AwaitedText { at, style }) => self.add(at, style, |_| Some(uncomputed())),
            None => Ok(()),
        }
    }

    fn add_number(&mut self, at: (u32, u32), style: u16, number: f64) -> Result<(), Refusal> {
        let is_1904 = self.globals.is_1904;
        self.add(at, style, |look| see_stored_number(number, look, is_1904))
    }

    fn add(
        &mut self,
        at: (u32, u32),
        style: u16,
        seen: impl FnOnce(&StoredLook) -> Option<SeenCell>,
    ) -> Result<(), Refusal> {
        let look: Rc<StoredLook> = self.globals.look(style);
        let Some(mut seen) = seen(&look) else { return Ok(()) };
        look.mark(&mut seen);
        self.sheet.add(at, seen, self.left)
    }
}

/// Row and column of a cell, 1-based, and its style.
fn place(bytes: &mut RecordBytes<'_, '_>) -> Result<((u32, u32), u16), Refusal> {
    let mut read = || Some(((u32::from(bytes.u16()?) + 1, u32::from(bytes.u16()?) + 1), bytes.u16()?));
    read().ok_or(Refusal::DamagedSheet)
}

fn uncomputed() -> SeenCell {
    SeenCell::flawed(String::new(), Flaw::NotComputed)
}
