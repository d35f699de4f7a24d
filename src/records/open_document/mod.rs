//! Reads a spreadsheet of `LibreOffice` (.ods; the open document format 1.3, part 3).
//!
//! Owns the format: which part has what, repeated rows and cells, styles that strike out or hide. Unlike calamine it takes
//! the text that each cell shows, which the format stores. Must not know what a sheet is for. Its sheets go to `open_file`.

mod cell;
mod content;
mod styles;

use std::collections::BTreeMap;

use super::cells::{SeenCell, SeenSheet, SheetExtent};
use super::guard::{SheetEntry, SheetFacts, SheetForm};
use super::limits::{CELL_BYTES, PACKAGE};
use super::refusal::Refusal;
use crate::settings::StruckRows;
use crate::zip::Package;

/// A spreadsheet, read whole.
pub(super) struct OpenDocument {
    /// Its sheets, in order.
    pub(super) sheets: Vec<DocumentSheet>,
}

/// One sheet of it.
#[derive(Default)]
pub(super) struct DocumentSheet {
    /// Its name.
    pub(super) name: String,
    /// Whether the clerk can see it.
    pub(super) is_visible: bool,
    /// The filled cells by row and column, 1-based.
    pub(super) rows: BTreeMap<u32, BTreeMap<u32, SeenCell>>,
    /// Merged regions, hidden rows and columns.
    pub(super) facts: SheetFacts,
}

impl OpenDocument {
    /// Reads a spreadsheet.
    ///
    /// # Errors
    /// The refusals of packages; [`Refusal::PasswordProtected`]; [`Refusal::TooManyCells`] and [`Refusal::TooMuchToKeep`]
    /// beyond the limits; [`Refusal::OpenDocument`] where its content is not as the format says.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut package = Package::open(bytes, PACKAGE)?;
        package.inflate_all()?;
        if let Some(manifest) = package.part("meta-inf/manifest.xml").cloned() {
            let text = package.read(&manifest, PACKAGE.part)?;
            // An encrypted package names the key of each part.
            if text.windows(b"encryption-data".len()).any(|window| window == b"encryption-data") {
                return Err(Refusal::PasswordProtected);
            }
        }
        let content = package.part("content.xml").cloned().ok_or(Refusal::OpenDocument)?;
        let sheets = content::read(package.reader(&content)?, &content.name)?;
        if sheets.is_empty() { Err(Refusal::OpenDocument) } else { Ok(Self { sheets }) }
    }
}

impl OpenDocument {
    /// Bytes that are used only while it is open: its cells.
    pub(super) fn held(&self) -> u64 {
        let cells = self.sheets.iter().flat_map(|sheet| sheet.rows.values()).flat_map(BTreeMap::values);
        cells.map(|cell| CELL_BYTES + cell.text.len() as u64).sum()
    }

    /// Its sheets, in order; the part of each is its number.
    pub(super) fn entries(&self) -> Vec<SheetEntry> {
        let entry = |(number, sheet): (usize, &DocumentSheet)| SheetEntry {
            name: sheet.name.clone(),
            is_visible: sheet.is_visible,
            part: number.to_string(),
            form: SheetForm::Worksheet,
        };
        self.sheets.iter().enumerate().map(entry).collect()
    }

    /// The sheet of an entry.
    pub(super) fn sheet(&self, entry: &SheetEntry) -> Option<&DocumentSheet> {
        self.sheets.get(entry.part.parse::<usize>().ok()?)
    }
}

impl DocumentSheet {
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
        seen.hidden.clone_from(&self.facts.hidden);
        seen.apply_merges(&self.facts.merges)?;
        Ok(seen)
    }
}

#[cfg(test)]
mod tests;
