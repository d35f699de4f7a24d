//! The columns of results in a table of assignments: clerks keep the state of a task beside its deadline.
//!
//! Owns which columns these are: those that tell of results, and are not read for the tasks. Must not know rows. `rows`
//! makes results of them.

use super::columns::{FoundHeader, Layout};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics};

/// The columns of results beside the tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) struct ResultColumns {
    /// Their meaning.
    pub(in crate::records) layout: Layout,
    /// What is to be said of their headings.
    pub(in crate::records) messages: Vec<Diagnostic>,
}

/// A table has results where it has one of these. Evidence alone, or figures alone, may be of the task.
const OF_RESULTS: [Field; 8] = [
    Field::State,
    Field::Percent,
    Field::CompletedOn,
    Field::Outcome,
    Field::Obstacles,
    Field::Cause,
    Field::Proposal,
    Field::CarriedOver,
];

/// Those beside which planned and reached figures are of results too.
const OF_STATES: [Field; 2] = [Field::State, Field::Percent];

impl FoundHeader<'_> {
    /// The columns of results beside those of the tasks; `None` where there are none.
    pub(super) fn results_beside(&self, tasks: &Layout) -> Option<ResultColumns> {
        let is_of_tasks = |column: u32| tasks.read_columns().any(|used| used == column);
        let is_whole = || self.header.headings.iter().all(|heading| is_of_tasks(heading.column));
        if self.kind != SheetKind::Assignments || is_whole() {
            return None;
        }
        let mut said = Diagnostics::new();
        let found = FoundHeader { kind: SheetKind::Completions, ..*self };
        let mut layout = found.layout(&mut said);
        found.find_states(&mut layout, &mut said);
        layout.columns.retain(|field, column| is_of_result(*field) && !is_of_tasks(*column));
        let has = |fields: &[Field]| fields.iter().any(|field| layout.columns.contains_key(field));
        if !has(&OF_RESULTS) {
            return None;
        }
        if !has(&OF_STATES) {
            layout.columns.retain(|field, _| !matches!(field, Field::PlannedYear | Field::Planned | Field::Actual));
        }
        let is_used = |column: u32| layout.columns.values().any(|used| *used == column);
        let mut messages = said.into_messages();
        // A question about a heading that no result needs is none.
        messages
            .retain(|message| message.code != "SL-006" && message.place.cell.is_some_and(|cell| is_used(cell.column)));
        Some(ResultColumns { layout, messages })
    }
}

/// Whether a field says something of the result, and not which task it is of.
fn is_of_result(field: Field) -> bool {
    !matches!(field, Field::Code | Field::Content)
}
