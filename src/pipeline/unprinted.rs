//! Columns that were read and stand in no document.
//!
//! Owns comparing what was filled in with what the documents print; which columns every document prints, the contract says. Must not know any text. Its account is said beside that of the rows read.

use std::collections::BTreeSet;

use super::Need;
use super::documents::WordedDocument;
use crate::contract::{Column, Field, GeneralKey, SheetKind};
use crate::diag::Place;
use crate::records::{Record, Records};
use crate::vietnamese::fold;

/// A column that was read and is printed nowhere in this document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unprinted {
    /// The sheet's place.
    pub at: Place,
    /// Headings, as in the contract.
    pub headings: Vec<&'static str>,
}

/// The columns of the workbook that none of these documents prints.
pub(super) fn gather(records: &Records, documents: &[WordedDocument]) -> Vec<Unprinted> {
    // Of a document that was not written there is nothing to account for.
    if documents.is_empty() {
        return Vec::new();
    }
    let in_text: BTreeSet<Need> = documents.iter().flat_map(|document| document.printed.iter().copied()).collect();
    let mut found = Vec::new();
    for sheet in &records.sheets {
        let Some(kind) = sheet.kind else { continue };
        let is_printed =
            |column: &Column| column.is_in_every_document || in_text.contains(&Need::Column(kind, column.field));
        let is_here = |place: &Place| (&place.file, &place.sheet) == (&sheet.at.file, &sheet.at.sheet);
        let rows = || records.rows(kind).iter().filter(|row| is_here(&row.at));
        let filled = |field: Field| rows().any(|row| row.cell(field).is_some());
        let columns = kind.columns().iter().filter(|column| sheet.columns.contains_key(&column.field));
        let mut headings: Vec<&str> =
            columns.filter(|column| !is_printed(column) && filled(column.field)).map(|column| column.heading).collect();
        if kind == SheetKind::General {
            headings.extend(unprinted_items(records, documents));
        }
        if !headings.is_empty() {
            found.push(Unprinted { at: sheet.at.clone(), headings });
        }
    }
    found
}

/// Items of Thông tin chung that are filled and stand in none of these documents.
fn unprinted_items(records: &Records, documents: &[WordedDocument]) -> impl Iterator<Item = &'static str> {
    let value = |key: GeneralKey| {
        let is_item =
            |row: &&Record| row.text(Field::Item).is_some_and(|item| fold::key(&item.value) == fold::key(key.title()));
        records.rows(SheetKind::General).iter().find(is_item).and_then(|row| row.text(Field::Value))
    };
    let in_text = move |key| documents.iter().any(|document| document.printed.contains(&Need::Item(key)));
    let is_printed = move |key: GeneralKey| match (key, value(key)) {
        (_, None) => true,
        (GeneralKey::Province, Some(province)) => {
            let mut recipients = documents.iter().flat_map(|document| &document.draft.recipients);
            recipients.any(|line| fold::key(line).contains(&fold::key(&province.value)))
        }
        (GeneralKey::Addressees, Some(_)) => documents.iter().any(|document| !document.draft.addressees.is_empty()),
        (_, Some(_)) => in_text(key),
    };
    let items = [GeneralKey::Province, GeneralKey::Addressees, GeneralKey::ReportDeadline, GeneralKey::ReportRecipient];
    items.into_iter().filter(move |key| !is_printed(*key)).map(GeneralKey::title)
}
