//! The sheets of which something could not be read: what seems to be missing from them may be there.
//!
//! Owns this list, made from the errors of reading. Must not know what is looked for in a sheet. `papers` uses it to
//! report nothing as missing that may not be.

use std::collections::BTreeSet;

use crate::contract::SheetKind;
use crate::diag::{Diagnostic, Place, Severity};
use crate::records::{Records, SheetReading};
use crate::vietnamese::fold;

/// The kinds of these sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnreadSheets(BTreeSet<SheetKind>);

impl UnreadSheets {
    /// Those that the messages about reading the workbooks name.
    pub(super) fn of(records: &Records, messages: &[Diagnostic]) -> Self {
        let errors = messages.iter().filter(|message| message.severity == Severity::Error);
        Self(errors.flat_map(|message| kinds_at(&message.place, records)).collect())
    }

    /// Whether something of a sheet of this kind could not be read.
    pub(super) fn contain(&self, kind: SheetKind) -> bool {
        self.0.contains(&kind)
    }
}

/// The kinds that the sheet at a place may have: all where that is not known.
fn kinds_at(place: &Place, records: &Records) -> Vec<SheetKind> {
    let is_there = |sheet: &&SheetReading| (&sheet.at.file, &sheet.at.sheet) == (&place.file, &place.sheet);
    if let Some(kind) = records.sheets.iter().find(is_there).and_then(|sheet| sheet.kind) {
        return vec![kind];
    }
    let name = fold::key(place.sheet.as_deref().unwrap_or_default());
    let named = SheetKind::ALL.into_iter().filter(|kind| name.contains(&fold::key(kind.title())));
    let named: Vec<SheetKind> = named.collect();
    if named.is_empty() { SheetKind::ALL.to_vec() } else { named }
}
