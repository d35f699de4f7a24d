//! A column whose heading does not say what it is, but whose cells do: the states of tasks.
//!
//! Owns this one reading. Must not guess: more than half of the cells are words that mean a state and nothing else, and
//! no other column is like this. `read` calls it for a sheet that has the contract's name and no such column.

use super::columns::{FoundHeader, Layout};
use crate::contract::{Field, SheetKind, dictionary};
use crate::diag::{Diagnostic, Diagnostics};
use crate::vietnamese::fold;

impl FoundHeader<'_> {
    /// Finds the column of states by its cells, where no heading names it; reports it as SL-007.
    pub(in crate::records) fn find_states(&self, layout: &mut Layout, out: &mut Diagnostics) {
        if self.kind != SheetKind::Completions || layout.columns.contains_key(&Field::State) {
            return;
        }
        let headings = self.header.headings.iter();
        let mut like = headings.filter(|heading| self.is_unread(heading, layout) && are_states(&self.samples(heading)));
        let (Some(only), None) = (like.next(), like.next()) else { return };
        layout.columns.insert(Field::State, only.column);
        if layout.ordinals == Some(only.column) {
            layout.ordinals = None;
        }
        let message = Diagnostic::note("SL-007").at(&self.place.at_cell(only.row, only.column));
        let message = message.with("heading", only.text().replace('\n', " "));
        out.report(message.with("as", self.kind.heading(Field::State)).with("key", fold::key(only.text())));
    }
}

/// Whether more than half of the cells of a column are states.
fn are_states(samples: &[&str]) -> bool {
    let is_state = |text: &&&str| dictionary().state_of_key(&fold::key(text)).is_some();
    samples.iter().filter(is_state).count() * 2 > samples.len()
}
