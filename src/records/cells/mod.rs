//! Cells as the clerk sees them, streamed from calamine.
//!
//! Owns calamine: no other module uses it, and none of its types leave this one. Must not know what a sheet is for. Its
//! [`SeenSheet`] goes to `headings` and `rows`.

mod date;
mod day_pattern;
mod error_words;
mod excel_number;
mod number_format;
mod seen;
mod seen_sheet;
mod seen_strings;
mod stored;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::rc::Rc;

use calamine::{DataRef, Reader, Xlsx};

pub(super) use seen::{Flaw, SeenCell, see_bool, see_number_as_shown, see_text, see_text_of_fonts};
pub(super) use seen_sheet::{MergedSpan, SeenSheet};
pub(super) use stored::{StoredLook, see_stored_error, see_stored_number};

use self::number_format::{CellFormat, FormatTable};
use self::seen_strings::SeenStrings;
use super::guard::{SheetEntry, SheetFacts};
use super::limits::{CELL_BYTES, SHOWN_BYTES};
use super::panics::catch_panic;
use super::refusal::Refusal;
use crate::settings::StruckRows;

/// A workbook open for reading.
pub(super) struct OpenBook<'a> {
    xlsx: Xlsx<Cursor<Cow<'a, [u8]>>>,
    formats: Option<Rc<FormatTable>>,
    /// Bytes of text that its cells may still show before the limit.
    shown_left: usize,
}

/// The extent of a sheet whose cells are not needed.
pub(super) struct SheetExtent {
    /// Last filled row, 1-based; 0 for an empty sheet.
    pub(super) last_row: u32,
    /// Number of filled rows.
    pub(super) filled_rows: u32,
}

impl<'a> OpenBook<'a> {
    /// Opens a workbook that the guard has accepted.
    pub(super) fn open(bytes: Cow<'a, [u8]>) -> Result<Self, Refusal> {
        match catch_panic(|| Xlsx::new(Cursor::new(bytes))) {
            Some(Ok(xlsx)) => Ok(Self { xlsx, formats: None, shown_left: SHOWN_BYTES }),
            Some(Err(calamine::XlsxError::Password)) => Err(Refusal::PasswordProtected),
            _ => Err(Refusal::Damaged),
        }
    }

    /// The cells of a sheet, of its first `most_rows` filled rows only; without the words that are struck out, unless these are read. Their memory is subtracted from `budget`, in
    /// bytes.
    pub(super) fn read(
        &mut self,
        sheet: &SheetEntry,
        facts: &SheetFacts,
        (most_rows, struck_rows): (usize, StruckRows),
        budget: &mut u64,
    ) -> Result<SeenSheet, Refusal> {
        let mut seen = SeenSheet::default();
        seen.is_whole = true;
        let mut is_over = false;
        let mut strings = SeenStrings::default();
        self.stream(&sheet.name, |at, value, format, is_1904| {
            if seen.rows.len() == most_rows && !seen.rows.contains_key(&at.0) {
                seen.is_whole = false;
                return ControlFlow::Break(());
            }
            let cell = match facts.error_words.get(&at) {
                Some(word) => Some(seen::error(word)),
                None => strings.see(&value, format, is_1904, facts.uncomputed.contains(&at)),
            };
            if let Some(mut cell) = cell {
                if let Some((text, encoding)) = facts.old_fonts.get(&at) {
                    cell = see_text(text).unwrap_or(cell).of_old_font(*encoding);
                }
                if let Some(left) = facts.struck.get(&at).filter(|_| struck_rows == StruckRows::LeftOut) {
                    cell = cell.without_struck(left);
                }
                let cost = CELL_BYTES + 2 * cell.text.len() as u64;
                let Some(left) = budget.checked_sub(cost) else {
                    is_over = true;
                    return ControlFlow::Break(());
                };
                *budget = left;
                seen.rows.entry(at.0).or_default().insert(at.1, cell);
            }
            ControlFlow::Continue(())
        })?;
        if is_over {
            return Err(Refusal::TooMuchToKeep);
        }
        seen.decide_old_fonts();
        seen.hidden.clone_from(&facts.hidden);
        seen.apply_merges(&facts.merges)?;
        Ok(seen)
    }

    /// The extent of a sheet, without holding its cells.
    pub(super) fn extent(&mut self, sheet: &SheetEntry, facts: &SheetFacts) -> Result<SheetExtent, Refusal> {
        let mut rows = BTreeSet::new();
        self.stream(&sheet.name, |at, value, _, _| {
            if !rows.contains(&at.0) && (facts.uncomputed.contains(&at) || seen::is_filled(&value)) {
                rows.insert(at.0);
            }
            ControlFlow::Continue(())
        })?;
        let filled_rows = u32::try_from(rows.len()).expect("a sheet has at most 1,048,576 rows");
        Ok(SheetExtent { last_row: rows.last().copied().unwrap_or(0), filled_rows })
    }

    /// Passes every cell of a sheet to `show`: its row and column, 1-based, its value and format, and whether days
    /// count from 1904.
    fn stream(
        &mut self,
        name: &str,
        mut show: impl FnMut((u32, u32), DataRef<'_>, &CellFormat, bool) -> ControlFlow<()>,
    ) -> Result<(), Refusal> {
        let is_1904 = self.xlsx.has_1904_epoch();
        let Self { xlsx, formats, shown_left } = self;
        let mut is_over = false;
        let outcome = catch_panic(|| {
            let mut cells = xlsx.worksheet_cells_reader(name)?;
            let formats = formats.get_or_insert_with(|| Rc::new(FormatTable::of(cells.styles()))).clone();
            while let Some((cell, style)) = cells.next_cell_with_style_id()? {
                let (row, column) = cell.get_position();
                let value = cell.get_value().clone();
                let Some(left) = shown_left.checked_sub(seen::text_bytes(&value)) else {
                    is_over = true;
                    break;
                };
                *shown_left = left;
                if show((row + 1, column + 1), value, formats.of_style(style), is_1904).is_break() {
                    break;
                }
            }
            Ok::<(), calamine::XlsxError>(())
        });
        match outcome {
            Some(Ok(())) if is_over => Err(Refusal::TooMuchToKeep),
            Some(Ok(())) => Ok(()),
            _ => Err(Refusal::DamagedSheet),
        }
    }
}
