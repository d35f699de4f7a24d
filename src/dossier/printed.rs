//! The texts of the workbook that are printed word for word, cell by cell.
//!
//! Owns which cells these are. Must not know what a mistake in a wording is. The rules about wording read them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

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
    /// Whether it is one paragraph, as nearly all are: a dozen rules ask for the paragraphs of every text.
    is_one: bool,
}

impl<'a> PrintedText<'a> {
    /// The text of a cell.
    pub(super) fn of(text: &'a str, at: &'a Place) -> Self {
        Self { text, at, is_one: !text.contains('\n') }
    }

    /// Its paragraphs, in order.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let several = (!self.is_one).then(|| self.text.split('\n'));
        self.is_one.then_some(self.text).into_iter().chain(several.into_iter().flatten())
    }
}

/// Texts, and among them each wording once: units and products stand in thousands of rows.
#[derive(Clone, Debug, Default)]
pub(super) struct PrintedTexts<'a> {
    /// All of them, in order.
    pub(super) all: Vec<PrintedText<'a>>,
    /// The same, each wording at least once.
    pub(super) distinct: Vec<PrintedText<'a>>,
}

impl<'a> PrintedTexts<'a> {
    /// These texts of one column. Where the first show that few repeat others, all are taken as distinct.
    fn of(all: Vec<PrintedText<'a>>) -> Self {
        const FIRST: usize = 64;
        let wordings = |texts: &[PrintedText<'a>]| texts.iter().map(|text| text.text).collect::<HashSet<_>>().len();
        let first = &all[..all.len().min(FIRST)];
        if 2 * wordings(first) > first.len() {
            return Self { distinct: all.clone(), all };
        }
        let mut seen = HashSet::new();
        let distinct = all.iter().filter(|text| seen.insert(text.text)).copied().collect();
        Self { all, distinct }
    }

    fn extend(&mut self, others: &Self) {
        self.all.extend(&others.all);
        self.distinct.extend(&others.distinct);
    }
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

/// Every printed text of the workbook, by column. The rows are gone through once, since they are many.
pub(super) struct PrintedWords<'a> {
    columns: BTreeMap<(SheetKind, Field), PrintedTexts<'a>>,
    /// Chủ đề and Trích yếu.
    pub(super) subjects: PrintedTexts<'a>,
}

impl<'a> PrintedWords<'a> {
    /// The words of these records.
    pub(super) fn of(records: &'a Records) -> Self {
        let mut columns = BTreeMap::new();
        for kind in SheetKind::ALL {
            let mut of_kind: Vec<(Field, Vec<PrintedText<'a>>)> =
                printed_columns(kind).map(|field| (field, Vec::new())).collect();
            for record in records.rows(kind) {
                for (field, texts) in &mut of_kind {
                    texts.extend(text(record, *field));
                }
            }
            columns.extend(of_kind.into_iter().map(|(field, texts)| ((kind, field), PrintedTexts::of(texts))));
        }
        let general = records.rows(SheetKind::General).iter().filter(|record| is_printed_item(record));
        let subjects = PrintedTexts::of(general.filter_map(|record| text(record, Field::Value)).collect());
        Self { columns, subjects }
    }

    /// The texts that are printed in sentences, in the order of the contract's sheets.
    pub(super) fn in_sentences(&self) -> PrintedTexts<'a> {
        let of_kind = |kind: SheetKind| sentence_columns(kind).map(move |field| (kind, field));
        self.joined(self.subjects.clone(), SheetKind::ALL.into_iter().flat_map(of_kind))
    }

    /// What the commune says itself, in plans and in reports: Chủ đề and Trích yếu, then [`OWN_COLUMNS`].
    pub(super) fn own(&self) -> PrintedTexts<'a> {
        self.joined(self.subjects.clone(), OWN_COLUMNS.into_iter())
    }

    /// The words of results.
    pub(super) fn of_results(&self) -> PrintedTexts<'a> {
        self.own_of(&[SheetKind::Completions])
    }

    /// The words of Nội dung and Tổ chức thực hiện.
    pub(super) fn of_prose(&self) -> PrintedTexts<'a> {
        self.own_of(&[SheetKind::Prose, SheetKind::Implementation])
    }

    /// The words of tasks.
    pub(super) fn of_tasks(&self) -> PrintedTexts<'a> {
        self.own_of(&[SheetKind::Assignments])
    }

    fn own_of(&self, kinds: &[SheetKind]) -> PrintedTexts<'a> {
        let columns = OWN_COLUMNS.into_iter().filter(|(kind, _)| kinds.contains(kind));
        self.joined(PrintedTexts::default(), columns)
    }

    fn joined(
        &self,
        mut texts: PrintedTexts<'a>,
        columns: impl Iterator<Item = (SheetKind, Field)>,
    ) -> PrintedTexts<'a> {
        columns.filter_map(|column| self.columns.get(&column)).for_each(|column| texts.extend(column));
        texts
    }
}

/// The columns of a sheet that are printed in sentences.
fn sentence_columns(kind: SheetKind) -> impl Iterator<Item = Field> {
    kind.columns().iter().filter(|column| column.is_in_sentences).map(|column| column.field)
}

/// All columns of a sheet that are printed, each once.
fn printed_columns(kind: SheetKind) -> impl Iterator<Item = Field> {
    let own = OWN_COLUMNS.into_iter().filter(move |(of, _)| *of == kind).map(|(_, field)| field);
    own.chain(sentence_columns(kind)).collect::<BTreeSet<Field>>().into_iter()
}

/// The headings of Tổ chức thực hiện in capitals that name no known unit: they are printed as typed.
pub(super) fn unknown_headings_in_capitals<'a>(records: &'a Records, register: &Register) -> Vec<PrintedText<'a>> {
    let headings = records.rows(SheetKind::Implementation).iter().filter_map(|record| text(record, Field::Unit));
    let in_capitals = headings.filter(|heading| !heading.text.chars().any(char::is_lowercase));
    in_capitals.filter(|heading| register.find(heading.text.trim()).is_none()).collect()
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
    Some(PrintedText::of(&cell.value.text, &cell.at))
}
