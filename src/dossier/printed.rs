//! The texts of the workbook that are printed word for word, cell by cell.
//!
//! Owns which cells these are. Must not know what a mistake in a wording is. The rules about wording read them.

use super::register::Register;
use crate::contract::{Field, GeneralKey, SheetKind};
use crate::diag::Place;
use crate::records::{CellValue, Record, Records};
use crate::vietnamese::fold;

/// A cell whose text is printed as typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct PrintedText<'a> {
    /// Its text; paragraphs are split by `\n`.
    pub(super) text: &'a str,
    /// The cell.
    pub(super) at: &'a Place,
}

impl<'a> PrintedText<'a> {
    /// Its paragraphs, in order.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.text.split('\n')
    }
}

/// The texts that are printed in sentences, in the order of the contract's sheets.
pub(super) fn texts(records: &Records) -> Vec<PrintedText<'_>> {
    let mut texts = subjects(records);
    for kind in SheetKind::ALL {
        for column in kind.columns().iter().filter(|column| column.is_in_sentences) {
            texts.extend(records.rows(kind).iter().filter_map(|record| text(record, column.field)));
        }
    }
    texts
}

/// The columns that hold sentences of the commune's own papers, not of documents cited, with those of results.
const OWN_COLUMNS: [(SheetKind, Field); 11] = [
    (SheetKind::Prose, Field::Content),
    (SheetKind::Assignments, Field::Group),
    (SheetKind::Assignments, Field::Content),
    (SheetKind::Assignments, Field::Product),
    (SheetKind::Assignments, Field::Note),
    (SheetKind::Implementation, Field::Content),
    (SheetKind::Completions, Field::Outcome),
    (SheetKind::Completions, Field::Evidence),
    (SheetKind::Completions, Field::Obstacles),
    (SheetKind::Completions, Field::Cause),
    (SheetKind::Completions, Field::Proposal),
];

/// What the commune says itself, in plans and in reports: Chủ đề and Trích yếu, then [`OWN_COLUMNS`].
pub(super) fn own_texts(records: &Records) -> Vec<PrintedText<'_>> {
    let mut texts = subjects(records);
    for (kind, field) in OWN_COLUMNS {
        texts.extend(records.rows(kind).iter().filter_map(|record| text(record, field)));
    }
    texts
}

/// The words of results, in the order of [`OWN_COLUMNS`].
pub(super) fn results(records: &Records) -> Vec<PrintedText<'_>> {
    own_columns(records, &[SheetKind::Completions])
}

/// The words of Nội dung and Tổ chức thực hiện.
pub(super) fn prose(records: &Records) -> Vec<PrintedText<'_>> {
    own_columns(records, &[SheetKind::Prose, SheetKind::Implementation])
}

/// Chủ đề and Trích yếu.
pub(super) fn subjects(records: &Records) -> Vec<PrintedText<'_>> {
    let general = records.rows(SheetKind::General).iter().filter(|record| is_printed_item(record));
    general.filter_map(|record| text(record, Field::Value)).collect()
}

/// The headings of Tổ chức thực hiện in capitals that name no known unit: they are printed as typed.
pub(super) fn unknown_headings_in_capitals<'a>(records: &'a Records, register: &Register) -> Vec<PrintedText<'a>> {
    let headings = records.rows(SheetKind::Implementation).iter().filter_map(|record| text(record, Field::Unit));
    let in_capitals = headings.filter(|heading| !heading.text.chars().any(char::is_lowercase));
    in_capitals.filter(|heading| register.find(heading.text.trim()).is_none()).collect()
}

/// The words of tasks.
pub(super) fn tasks(records: &Records) -> Vec<PrintedText<'_>> {
    own_columns(records, &[SheetKind::Assignments])
}

fn own_columns<'a>(records: &'a Records, kinds: &[SheetKind]) -> Vec<PrintedText<'a>> {
    let columns = OWN_COLUMNS.into_iter().filter(|(kind, _)| kinds.contains(kind));
    columns.flat_map(|(kind, field)| records.rows(kind).iter().filter_map(move |record| text(record, field))).collect()
}

/// The symbols of the documents cited (Căn cứ, column Số, ký hiệu, or a whole line in Loại văn bản), in order of the
/// rows.
pub(super) fn symbols(records: &Records) -> Vec<PrintedText<'_>> {
    let rows = records.rows(SheetKind::Grounds).iter();
    rows.flat_map(|row| [Field::NumberSymbol, Field::DocumentType].map(|field| text(row, field))).flatten().collect()
}

fn is_printed_item(record: &Record) -> bool {
    let printed = [GeneralKey::Subject, GeneralKey::Topic].map(|key| fold::key(key.title()));
    record.cell(Field::Item).is_some_and(|item| printed.contains(&fold::key(&item.value.text)))
}

/// The text of a cell; `None` for a number or a day.
fn text(record: &Record, field: Field) -> Option<PrintedText<'_>> {
    let cell = record.cell(field).filter(|cell| cell.value.value == CellValue::Text)?;
    Some(PrintedText { text: &cell.value.text, at: &cell.at })
}
