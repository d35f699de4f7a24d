//! The sheets of a file that is read whole before any sheet is looked at: .ods, .xls, .xlsb.
//!
//! Owns what is held of such a file, and its limits: cells, text, merged regions. Must not know a format. `open_file`
//! takes its sheets as it takes those of an .xlsx.

use std::collections::BTreeMap;

use super::cells::{SeenCell, SeenSheet, SheetExtent};
use super::guard::{CellRange, SheetEntry, SheetFacts, SheetForm};
use super::limits::{CELL_BYTES, HELD_CELLS, LAST_COLUMN, LAST_ROW, MERGES, SHOWN_BYTES};
use super::refusal::Refusal;
use crate::diag::column_letters;
use crate::settings::StruckRows;

/// A file, read whole.
pub(super) struct HeldBook {
    /// Its sheets, in order.
    pub(super) sheets: Vec<HeldSheet>,
}

/// One sheet of it.
pub(super) struct HeldSheet {
    /// Its name.
    pub(super) name: String,
    /// Whether the clerk can see it.
    pub(super) is_visible: bool,
    /// What it is.
    pub(super) form: SheetForm,
    /// Why it can't be read, where the rest of the file can.
    pub(super) refusal: Option<Refusal>,
    /// The filled cells by row and column, 1-based.
    pub(super) rows: BTreeMap<u32, BTreeMap<u32, SeenCell>>,
    /// Merged regions, hidden rows and columns, struck words.
    pub(super) facts: SheetFacts,
}

/// What all sheets of a file may still hold.
pub(super) struct HeldLeft {
    cells: usize,
    shown_bytes: usize,
    merges: usize,
}

impl Default for HeldLeft {
    fn default() -> Self {
        Self { cells: HELD_CELLS, shown_bytes: SHOWN_BYTES, merges: MERGES }
    }
}

impl HeldLeft {
    /// Takes as many cells, of this much text together.
    pub(super) fn take(&mut self, cells: usize, bytes: usize) -> Result<(), Refusal> {
        self.cells = self.cells.checked_sub(cells).ok_or(Refusal::TooMuchToKeep)?;
        self.shown_bytes = self.shown_bytes.checked_sub(bytes).ok_or(Refusal::TooMuchToKeep)?;
        Ok(())
    }

    /// Takes a merged region.
    pub(super) fn take_merge(&mut self) -> Result<(), Refusal> {
        self.merges = self.merges.checked_sub(1).ok_or(Refusal::TooManyCells)?;
        Ok(())
    }
}

impl HeldBook {
    /// Bytes that are used only while it is open: its cells.
    pub(super) fn held(&self) -> u64 {
        let cells = self.sheets.iter().flat_map(|sheet| sheet.rows.values()).flat_map(BTreeMap::values);
        cells.map(|cell| CELL_BYTES + cell.text.len() as u64).sum()
    }

    /// Its sheets, in order; the part of each is its number.
    pub(super) fn entries(&self) -> Vec<SheetEntry> {
        let entry = |(number, sheet): (usize, &HeldSheet)| SheetEntry {
            name: sheet.name.clone(),
            is_visible: sheet.is_visible,
            part: number.to_string(),
            form: sheet.form,
        };
        self.sheets.iter().enumerate().map(entry).collect()
    }

    /// The sheet of an entry.
    ///
    /// # Errors
    /// Why it can't be read.
    pub(super) fn sheet(&self, entry: &SheetEntry) -> Result<&HeldSheet, Refusal> {
        let number = entry.part.parse::<usize>().map_err(|_| Refusal::DamagedSheet)?;
        let sheet = self.sheets.get(number).ok_or(Refusal::DamagedSheet)?;
        sheet.refusal.clone().map_or(Ok(sheet), Err)
    }
}

impl HeldSheet {
    /// A sheet of cells, still empty.
    pub(super) fn empty(name: String, is_visible: bool) -> Self {
        Self {
            name,
            is_visible,
            form: SheetForm::Worksheet,
            refusal: None,
            rows: BTreeMap::new(),
            facts: SheetFacts::default(),
        }
    }

    /// A sheet that can't be read.
    pub(super) fn damaged(name: String, is_visible: bool) -> Self {
        Self { refusal: Some(Refusal::DamagedSheet), ..Self::empty(name, is_visible) }
    }

    /// Adds a filled cell, 1-based.
    pub(super) fn add(
        &mut self,
        (row, column): (u32, u32),
        cell: SeenCell,
        left: &mut HeldLeft,
    ) -> Result<(), Refusal> {
        if row > LAST_ROW || column > LAST_COLUMN {
            return Err(Refusal::OutOfBounds(Some(self.name.clone()), format!("{}{row}", column_letters(column))));
        }
        left.take(1, cell.text.len())?;
        self.rows.entry(row).or_default().insert(column, cell);
        Ok(())
    }

    /// Adds a merged region; one of a single cell is none.
    pub(super) fn merge(&mut self, region: CellRange, left: &mut HeldLeft) -> Result<(), Refusal> {
        left.take_merge()?;
        if region.top != region.bottom || region.left != region.right {
            self.facts.merges.push(region);
        }
        Ok(())
    }

    /// How far it is filled.
    pub(super) fn extent(&self) -> SheetExtent {
        let last_row = self.rows.keys().next_back().copied().unwrap_or(0);
        SheetExtent { last_row, filled_rows: u32::try_from(self.rows.len()).unwrap_or(u32::MAX) }
    }

    /// Its cells as `cells` gives those of a workbook: of its first `most_rows` filled rows only. Their memory is subtracted
    /// from `budget`, in bytes.
    pub(super) fn seen(
        &self,
        (most_rows, struck_rows): (usize, StruckRows),
        budget: &mut u64,
    ) -> Result<SeenSheet, Refusal> {
        let mut seen = SeenSheet::default();
        seen.is_whole = self.rows.len() <= most_rows;
        for (&row, cells) in self.rows.iter().take(most_rows) {
            let mut shown = BTreeMap::new();
            for (&column, cell) in cells {
                let cost = CELL_BYTES + 2 * cell.text.len() as u64;
                *budget = budget.checked_sub(cost).ok_or(Refusal::TooMuchToKeep)?;
                let left = self.facts.struck.get(&(row, column)).filter(|_| struck_rows == StruckRows::LeftOut);
                let cell = cell.clone();
                shown.insert(
                    column,
                    match left {
                        Some(left) => cell.without_struck(left),
                        None => cell,
                    },
                );
            }
            seen.rows.insert(row, shown);
        }
        seen.decide_old_fonts();
        seen.hidden.clone_from(&self.facts.hidden);
        seen.apply_merges(&self.facts.merges)?;
        Ok(seen)
    }
}
