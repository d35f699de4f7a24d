//! The names of bodies, units and recipients in the workbook, cell by cell.
//!
//! Owns which cells these are. Must not know what is wrong with a name. The rule about bodies that no longer exist
//! reads them.

use crate::contract::{Field, GeneralKey, SheetKind};
use crate::diag::Place;
use crate::records::{Record, Records};
use crate::vietnamese::fold;
use crate::vietnamese::text::single_spaced;

/// A name and its cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedAt {
    /// The name, on one line.
    pub(super) name: String,
    /// Its cell.
    pub(super) at: Place,
}

/// The items of Thông tin chung that name one body, whatever its line breaks.
const BODIES: [GeneralKey; 5] = [
    GeneralKey::SuperiorBody,
    GeneralKey::IssuingBody,
    GeneralKey::Province,
    GeneralKey::DraftingUnit,
    GeneralKey::ReportRecipient,
];

/// All names, in the order of the contract's sheets. Units of tasks are those of the sheet Đơn vị, where there is one.
pub(super) fn names(records: &Records) -> Vec<NamedAt> {
    let mut names = Vec::new();
    for record in records.rows(SheetKind::General) {
        let Some(item) = record.text(Field::Item) else { continue };
        let is = |key: GeneralKey| fold::are_alike(key.title(), &item.value);
        if BODIES.into_iter().any(is) {
            whole(record, Field::Value, &mut names);
        } else if is(GeneralKey::Addressees) {
            each(record, Field::Value, &mut names);
        }
    }
    for record in records.rows(SheetKind::Units) {
        whole(record, Field::Name, &mut names);
    }
    if records.rows(SheetKind::Units).is_empty() {
        for record in records.rows(SheetKind::Assignments) {
            each(record, Field::Lead, &mut names);
            each(record, Field::Support, &mut names);
        }
    }
    for record in records.rows(SheetKind::Implementation) {
        each(record, Field::Unit, &mut names);
    }
    for record in records.rows(SheetKind::Recipients) {
        each(record, Field::Recipient, &mut names);
    }
    names
}

fn whole(record: &Record, field: Field, names: &mut Vec<NamedAt>) {
    if let Some(cell) = record.text(field) {
        names.push(NamedAt { name: single_spaced(&cell.value), at: cell.at });
    }
}

fn each(record: &Record, field: Field, names: &mut Vec<NamedAt>) {
    let Some(cell) = record.text(field) else { return };
    let parts = cell.value.split([';', '\n']).map(super::without_list_marks).filter(|name| !name.is_empty());
    names.extend(parts.map(|name| NamedAt { name: single_spaced(&name), at: cell.at.clone() }));
}
