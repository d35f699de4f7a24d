//! The open questions in the header of a table village × indicator, reported to the clerk.
//!
//! Owns the messages about indicators that are given twice, figures without an indicator, and unknown headings above
//! figures. Must not know how the header was found. `columns` calls it.

use std::collections::BTreeSet;

use super::columns::FoundHeader;
use super::heading::{Doubt, Heading, IndicatorMatrix};
use super::meaning::meaning_of;
use crate::diag::{CellRef, Diagnostic, Diagnostics};
use crate::vietnamese::{fold, text};

/// Filled cells that are examined to decide whether a column has figures.
const SAMPLES: usize = 50;

impl FoundHeader<'_> {
    /// Reports the open questions in the header of a table village × indicator.
    pub(super) fn report_doubts(&self, matrix: &IndicatorMatrix, out: &mut Diagnostics) {
        for doubt in &matrix.doubts {
            self.report_doubt(doubt, out);
        }
        let mut reported = BTreeSet::new();
        for heading in self.header.headings.iter().filter(|heading| self.is_unclear(heading)) {
            let key = fold::key(heading.text());
            if reported.insert(key.clone()) {
                let at = self.place.at_cell(heading.row, heading.column);
                let message = Diagnostic::warning("SL-045").at(&at).with("key", key);
                out.report(message.with("heading", text::single_breaks(heading.text())));
            }
        }
    }

    fn report_doubt(&self, doubt: &Doubt, out: &mut Diagnostics) {
        let place = |at: &CellRef| self.place.at_cell(at.row, at.column);
        match doubt {
            Doubt::Twice(first, second, name) => {
                let message = Diagnostic::error("SL-043").at(&place(first)).also_at(&place(second));
                out.report(message.with("indicator", text::single_breaks(name)));
            }
            Doubt::Nameless(at, heading, above) => {
                let message = Diagnostic::error("SL-044").at(&place(at));
                let message = message.with("heading", text::single_breaks(heading));
                out.report(match above {
                    Some(above) => message.with("cell", *above),
                    None => message.hint("alone"),
                });
            }
        }
    }

    /// Whether an unknown heading is above figures: they might be those of an indicator.
    fn is_unclear(&self, heading: &Heading) -> bool {
        let is_figure = |text: &str| text.chars().all(|letter| letter.is_ascii_digit() || ".,%-+ ".contains(letter));
        let last = self.header.rows.last().copied().unwrap_or(heading.row);
        let cells = self.sheet.rows.range(last + 1..).take(SAMPLES).filter_map(|(_, cells)| cells.get(&heading.column));
        let mut texts = cells.map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
        meaning_of(self.kind, heading, self.answers).is_none() && texts.next().is_some_and(is_figure)
    }
}
