//! Cells merged over several rows of a table: their words are read for each of the rows.
//!
//! Owns which of them are doubted. Must not know values. A lead of several tasks is merged as a matter of course; a
//! deadline often, which a note says; a result or a figure of two rows at once is seldom meant, which a warning says. Its
//! messages go to `out` at the end of a sheet.

use std::collections::BTreeMap;

use crate::contract::{Field, SheetKind};
use crate::diag::{CellRef, Concern, Diagnostic, Diagnostics, Place};
use crate::records::types::Record;

/// Letters of a merged cell that a message shows.
const MOST_SHOWN: usize = 80;

/// The merged cells that several records have, by their first cell.
#[derive(Debug, Default)]
pub(super) struct SharedCells(BTreeMap<(u32, u32), SharedCell>);

#[derive(Debug)]
struct SharedCell {
    field: Field,
    at: Place,
    text: String,
    last_row: u32,
}

impl SharedCells {
    /// Adds the cells that a record has from a row above.
    pub(super) fn add(&mut self, record: &Record) {
        for (field, cell) in record.cells.iter() {
            let Some(CellRef { row, column }) = cell.at.cell else { continue };
            // The code of an indicator comes from the heading of a table of villages.
            if row < record.row && record.columns.get(&field) == Some(&column) {
                let shared = self.0.entry((row, column)).or_insert_with(|| SharedCell {
                    field,
                    at: cell.at.clone(),
                    text: cell.value.text.replace('\n', " ").chars().take(MOST_SHOWN).collect(),
                    last_row: record.row,
                });
                shared.last_row = record.row;
            }
        }
    }

    /// SL-059: reports them, each doubted one alone, all others as one note.
    pub(super) fn report(self, kind: SheetKind, out: &mut Diagnostics) {
        let mut plain: Vec<SharedCell> = Vec::new();
        for shared in self.0.into_values() {
            match weight(kind, shared.field) {
                Weight::Quiet => {}
                Weight::Plain => plain.push(shared),
                Weight::Doubted => {
                    let message = Diagnostic::warning("SL-059").at(&shared.at).with("cells", shared.cells());
                    let message = message.with("item", kind.heading(shared.field)).with("text", &shared.text);
                    out.report(message.concerning(Concern::Row));
                }
            }
        }
        let Some(first) = plain.first() else { return };
        let listed: Vec<String> = plain.iter().map(SharedCell::cells).collect();
        let message = Diagnostic::note("SL-059").at(&first.at).with("cells", listed.join(", "));
        out.report(message.with("item", kind.heading(first.field)).with("text", &first.text).hint("plain"));
    }
}

impl SharedCell {
    /// Its cells, `G4:G5`.
    fn cells(&self) -> String {
        let first = self.at.cell.unwrap_or(CellRef { row: self.last_row, column: 1 });
        format!("{first}:{}", CellRef { row: self.last_row, ..first })
    }
}

/// What is said about a merged cell.
enum Weight {
    /// Nothing: every reader takes it as meant for all rows.
    Quiet,
    Plain,
    Doubted,
}

fn weight(kind: SheetKind, field: Field) -> Weight {
    match (kind, field) {
        (
            SheetKind::Assignments,
            Field::Group | Field::Ordinal | Field::Code | Field::Content | Field::Source | Field::Lead | Field::Support,
        )
        | (SheetKind::Completions, Field::Code | Field::Content) => Weight::Quiet,
        (SheetKind::Assignments, _) | (SheetKind::Completions, Field::Unit | Field::CarriedOver) => Weight::Plain,
        (SheetKind::Completions, _) => Weight::Doubted,
        (SheetKind::Indicators | SheetKind::VillageIndicators, field) if is_figure(field) => Weight::Doubted,
        _ => Weight::Quiet,
    }
}

fn is_figure(field: Field) -> bool {
    matches!(field, Field::PlannedYear | Field::Planned | Field::Actual | Field::Cumulative | Field::SamePeriod)
}
