//! One sheet of cells as seen on the screen, stored sparsely.
//!
//! Owns which cells a merged region hides, and whose text it shows. Must not know headings. It goes to `headings` and
//! `rows`.

use std::collections::BTreeMap;

use super::seen::{Flaw, InOldFont, SeenCell, see_text};
use crate::records::guard::{CellRange, HiddenLines};
use crate::records::refusal::Refusal;

/// Limit of rows that merged regions cover, counted once for every region.
const MERGED_ROWS: usize = 1_000_000;

/// One row of a merged region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::records) struct MergedSpan {
    row: u32,
    /// First column of the region.
    pub(in crate::records) left: u32,
    /// Last column of the region.
    pub(in crate::records) right: u32,
    /// First row of the region: its text is in the first column of this row.
    pub(in crate::records) top: u32,
    /// Last row of the region.
    pub(in crate::records) bottom: u32,
}

/// The filled cells of a sheet by row and column, 1-based.
#[derive(Debug, Default)]
pub(in crate::records) struct SeenSheet {
    /// Rows that have a filled cell.
    pub(in crate::records) rows: BTreeMap<u32, BTreeMap<u32, SeenCell>>,
    /// Whether these are all of its cells, not only those of its first rows.
    pub(in crate::records) is_whole: bool,
    /// Rows and columns that the clerk does not see.
    pub(in crate::records) hidden: HiddenLines,
    /// Merged regions, one entry for every filled row that they cover, sorted.
    spans: Vec<MergedSpan>,
}

impl SeenSheet {
    /// The text of a cell, or of the merged region that covers it; empty for a blank one.
    pub(in crate::records) fn text(&self, row: u32, column: u32) -> &str {
        let (row, column) = self.span(row, column).map_or((row, column), |span| (span.top, span.left));
        self.own_text(row, column)
    }

    /// The text of the cell itself; empty for a blank or covered cell.
    pub(in crate::records) fn own_text(&self, row: u32, column: u32) -> &str {
        self.rows.get(&row).and_then(|cells| cells.get(&column)).map_or("", |cell| cell.text.as_str())
    }

    /// The merged region that covers a cell of a filled row.
    pub(in crate::records) fn span(&self, row: u32, column: u32) -> Option<MergedSpan> {
        let after = self.spans.partition_point(|span| (span.row, span.left) <= (row, column));
        let span = *self.spans[..after].last()?;
        (span.row == row && span.right >= column).then_some(span)
    }

    /// Decides about texts in old fonts that are Vietnamese either way: where other cells in such fonts can only be Unicode
    /// and none can only be old, they are Unicode too, typed after the font was given up. Else they stay doubtful.
    pub(in crate::records) fn decide_old_fonts(&mut self) {
        let mut is_unicode = false;
        for cell in self.rows.values().flat_map(BTreeMap::values) {
            match (&cell.in_old_font, cell.flaw) {
                (Some(InOldFont::Unicode), _) => is_unicode = true,
                (None, Some(Flaw::OldFont(_))) => return,
                _ => {}
            }
        }
        if !is_unicode {
            return;
        }
        for cell in self.rows.values_mut().flat_map(BTreeMap::values_mut) {
            if let Some(InOldFont::Either(stored)) = &cell.in_old_font
                && let Some(seen) = see_text(stored)
            {
                *cell = SeenCell { is_struck: cell.is_struck, with_struck: cell.with_struck.take(), ..seen };
            }
        }
    }

    /// Stores the merged regions and drops the cells that they hide.
    pub(in crate::records) fn apply_merges(&mut self, merges: &[CellRange]) -> Result<(), Refusal> {
        for merge in merges {
            for (&row, _) in self.rows.range(merge.top..=merge.bottom) {
                let CellRange { left, right, top, bottom } = *merge;
                self.spans.push(MergedSpan { row, left, right, top, bottom });
            }
            if self.spans.len() > MERGED_ROWS {
                return Err(Refusal::DamagedSheet);
            }
        }
        self.spans.sort_unstable();
        for span in &self.spans {
            let Some(cells) = self.rows.get_mut(&span.row) else { continue };
            let shows = (span.row == span.top).then_some(span.left);
            let hidden: Vec<u32> = cells.range(span.left..=span.right).map(|(column, _)| *column).collect();
            for column in hidden.into_iter().filter(|column| Some(*column) != shows) {
                cells.remove(&column);
            }
        }
        self.rows.retain(|_, cells| !cells.is_empty());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merged_region_shows_only_its_first_cell() {
        let mut sheet = SeenSheet::default();
        for (row, column) in [(1, 1), (1, 2), (2, 1), (2, 3)] {
            sheet.rows.entry(row).or_default().insert(column, SeenCell::plain(format!("{row}.{column}")));
        }
        sheet.apply_merges(&[CellRange { top: 1, left: 1, bottom: 2, right: 2 }]).expect("few regions");
        assert_eq!((sheet.text(2, 2), sheet.own_text(2, 2), sheet.text(2, 3)), ("1.1", "", "2.3"));
        assert_eq!(sheet.rows[&1].len(), 1);
        assert_eq!(sheet.span(2, 3), None);
    }
}
