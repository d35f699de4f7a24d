//! The part of a binary workbook with one sheet, read record by record.
//!
//! Owns the cells and what surrounds them: hidden rows and columns, merged regions. Must not know what a value means.
//! Its sheet goes to the module above.

use super::globals::BookParts;
use super::part::{PartRecords, Values};
use crate::records::cells::{Flaw, SeenCell, StoredLook, see_bool, see_stored_error, see_stored_number};
use crate::records::guard::CellRange;
use crate::records::held_book::{HeldLeft, HeldSheet};
use crate::records::limits::{HIDDEN_STRETCHES, LAST_COLUMN, LAST_ROW};
use crate::records::refusal::Refusal;
use crate::records::stored::{SeenText, StoredText, short_number};

/// The sheet being read.
struct PartReading<'a> {
    shared: &'a mut BookParts,
    sheet: HeldSheet,
    left: &'a mut HeldLeft,
    /// The open row, 1-based, and its last cell.
    row: u32,
    column: u32,
}

/// The place of a cell, 1-based, and its style.
#[derive(Clone, Copy)]
struct Placed {
    at: (u32, u32),
    style: u32,
}

/// Reads a sheet; cells beyond the limits refuse it.
pub(super) fn read(
    part: &[u8],
    sheet: HeldSheet,
    shared: &mut BookParts,
    left: &mut HeldLeft,
) -> Result<HeldSheet, Refusal> {
    const END: u32 = 130;
    let mut reading = PartReading { shared, sheet, left, row: 0, column: 0 };
    let mut records = PartRecords::new(part);
    while let Some((kind, mut values)) = records.next() {
        if kind == END {
            return Ok(reading.sheet);
        }
        reading.take(kind, &mut values)?;
    }
    Err(Refusal::DamagedSheet)
}

impl PartReading<'_> {
    fn take(&mut self, kind: u32, values: &mut Values<'_>) -> Result<(), Refusal> {
        match kind {
            0 => self.row(values).ok_or(Refusal::DamagedSheet),
            60 => self.column(values).ok_or(Refusal::DamagedSheet),
            176 => self.merge(values),
            1..=18 | 62 => self.cell(kind, values),
            _ => Ok(()),
        }
    }

    fn row(&mut self, values: &mut Values<'_>) -> Option<()> {
        const HIDDEN: u8 = 0x10;
        self.row = values.u32()?.checked_add(1)?;
        self.column = 0;
        values.skip(7)?;
        if values.u8()? & HIDDEN != 0 {
            self.sheet.facts.hidden.rows.insert(self.row);
        }
        Some(())
    }

    fn column(&mut self, values: &mut Values<'_>) -> Option<()> {
        let (first, last) = (values.u32()?.checked_add(1)?, values.u32()?.checked_add(1)?);
        values.skip(8)?;
        let hidden = &mut self.sheet.facts.hidden.columns;
        if values.u16()? & 1 != 0 && hidden.len() < HIDDEN_STRETCHES {
            hidden.push((first, last.min(LAST_COLUMN)));
        }
        Some(())
    }

    fn merge(&mut self, values: &mut Values<'_>) -> Result<(), Refusal> {
        let mut number = || values.u32().and_then(|number| number.checked_add(1)).ok_or(Refusal::DamagedSheet);
        let (top, bottom, left, right) = (number()?, number()?, number()?, number()?);
        if top > bottom || left > right || bottom > LAST_ROW || right > LAST_COLUMN {
            return Err(Refusal::DamagedSheet);
        }
        self.sheet.merge(CellRange { top, left, bottom, right }, self.left)
    }

    /// A cell, by the kind of its record. The short kinds state no column: they stand beside the cell before.
    fn cell(&mut self, kind: u32, values: &mut Values<'_>) -> Result<(), Refusal> {
        let (kind, is_short) = if (12..=18).contains(&kind) { (kind - 11, true) } else { (kind, false) };
        let before = self.column;
        let mut place = || {
            let column = if is_short { before } else { values.u32()? };
            Some((column.checked_add(1)?, values.u32()? & 0x00ff_ffff))
        };
        let (column, style) = place().ok_or(Refusal::DamagedSheet)?;
        self.column = column;
        let placed = Placed { at: (self.row, column), style };
        if self.row == 0 {
            return Err(Refusal::DamagedSheet);
        }
        let damaged = Refusal::DamagedSheet;
        match kind {
            1 => Ok(()),
            2 => self.number(placed, short_number(values.u32().ok_or(damaged)?)),
            3 | 11 => self.value(placed, see_stored_error(values.u8().ok_or(damaged)?)),
            4 | 10 => self.value(placed, see_bool(values.u8().ok_or(damaged)? != 0)),
            5 => self.number(placed, values.f64().ok_or(damaged)?),
            6 | 8 => self.text(placed, &values.text().ok_or(damaged)?),
            7 => {
                let number = values.u32().ok_or(damaged)?;
                let text = self.shared.texts.get(number).ok_or(Refusal::DamagedSheet)?;
                self.left.take(0, text.cost())?;
                let seen = self.seen(placed, text);
                self.seen_text(placed, seen)
            }
            9 => {
                let number = values.f64().ok_or(damaged)?;
                if number == 0.0 && self.shared.is_calculated_on_load {
                    return self.value(placed, SeenCell::flawed(String::new(), Flaw::NotComputed));
                }
                self.number(placed, number)
            }
            _ => self.text(placed, &values.rich_text().ok_or(damaged)?),
        }
    }

    fn text(&mut self, placed: Placed, text: &StoredText) -> Result<(), Refusal> {
        self.left.take(0, text.cost())?;
        let seen = self.seen(placed, text);
        self.seen_text(placed, seen)
    }

    fn seen(&self, placed: Placed, text: &StoredText) -> SeenText {
        text.seen(self.shared.font_of_style(placed.style), |font| self.shared.font(font))
    }

    fn seen_text(&mut self, placed: Placed, seen: SeenText) -> Result<(), Refusal> {
        if let (Some(left), true) = (seen.left, seen.cell.is_some()) {
            self.left.take(0, left.len())?;
            self.sheet.facts.struck.insert(placed.at, left);
        }
        self.add(placed, |_| seen.cell)
    }

    fn number(&mut self, placed: Placed, number: f64) -> Result<(), Refusal> {
        let is_1904 = self.shared.is_1904;
        self.add(placed, |look| see_stored_number(number, look, is_1904))
    }

    fn value(&mut self, placed: Placed, seen: SeenCell) -> Result<(), Refusal> {
        self.add(placed, |_| Some(seen))
    }

    fn add(&mut self, placed: Placed, seen: impl FnOnce(&StoredLook) -> Option<SeenCell>) -> Result<(), Refusal> {
        let font = self.shared.font_of_style(placed.style);
        let look = self.shared.styles.look(placed.style, font);
        let Some(mut seen) = seen(&look) else { return Ok(()) };
        look.mark(&mut seen);
        self.sheet.add(placed.at, seen, self.left)
    }
}
