//! What a shared string shows, kept: units and groups stand in thousands of cells.
//!
//! Owns how many are kept. Must not know how a text is seen: `seen` does. `cells` asks it for every cell.

use std::collections::HashMap;

use calamine::DataRef;

use super::number_format::CellFormat;
use super::seen::{SeenCell, see};

/// Strings that are kept: those of the first thousands of cells, among which are those that repeat.
const KEPT: usize = 4_096;

/// The shared strings of a workbook that were seen, by where they are in memory. They do not move while it is open.
#[derive(Default)]
pub(super) struct SeenStrings(HashMap<(*const u8, usize), Option<SeenCell>>);

impl SeenStrings {
    /// A cell as [`see`] sees it.
    pub(super) fn see(
        &mut self,
        value: &DataRef<'_>,
        format: &CellFormat,
        is_1904: bool,
        is_uncomputed: bool,
    ) -> Option<SeenCell> {
        let DataRef::SharedString(text) = value else { return see(value, format, is_1904, is_uncomputed) };
        // A font of an old encoding reads the same string otherwise.
        if is_uncomputed || format.encoding.is_some() {
            return see(value, format, is_1904, is_uncomputed);
        }
        let key = (text.as_ptr(), text.len());
        let look = |cell: SeenCell| SeenCell { is_struck: format.is_struck, stands_out: format.stands_out, ..cell };
        if let Some(seen) = self.0.get(&key) {
            return seen.clone().map(look);
        }
        let seen = see(value, format, is_1904, is_uncomputed);
        if self.0.len() < KEPT {
            self.0.insert(key, seen.clone());
        }
        seen
    }
}
