//! Rows that repeat another one word for word, results included: read once, and reported.
//!
//! Owns which rows are one row typed twice. Must not know what a cell means, but that a number of its own makes no other
//! row. It is called once the sheets that count are chosen, before tasks without a code are given one.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{FoundSheet, ReadRows};
use crate::contract::{Field, SheetKind};
use crate::diag::{CellRef, Concern, Diagnostic, Place};
use crate::records::types::Record;
use crate::vietnamese::fold;

/// Rows of one content that are compared with a further one.
const MOST_COMPARED: usize = 20;
/// Rows that one message lists.
const MOST_LISTED: usize = 10;

/// A row and the row that it repeats.
struct Repetition {
    sheet: usize,
    index: usize,
    at: Place,
    first: Place,
    /// Whether the two have different codes, so that each may have a result of its own.
    has_other_code: bool,
}

/// A row that others are compared with.
struct KnownRow<'a> {
    sheet: usize,
    record: &'a Record,
    /// What stands beside it, if it is a task.
    result: Option<&'a Record>,
}

/// Drops the rows of tasks and of grounds that repeat another, each sheet with one message. Rows with different codes
/// are kept, and reported.
pub(super) fn drop_repeated(sheets: &mut [FoundSheet]) {
    for (kind, content) in [(SheetKind::Assignments, Field::Content), (SheetKind::Grounds, Field::Subject)] {
        let found = repetitions(sheets, kind, content);
        for (at, sheet) in sheets.iter_mut().enumerate() {
            let (recoded, repeated): (Vec<&Repetition>, Vec<&Repetition>) =
                found.iter().filter(|row| row.sheet == at).partition(|row| row.has_other_code);
            sheet.messages.extend(message("SL-072", &repeated));
            sheet.messages.extend(message("SL-073", &recoded));
            sheet.drop_rows(&repeated.iter().map(|row| row.index).collect());
        }
    }
}

/// The rows of one kind that repeat an earlier one, in order.
fn repetitions(sheets: &[FoundSheet], kind: SheetKind, content: Field) -> Vec<Repetition> {
    let mut known: HashMap<Cow<'_, str>, Vec<KnownRow<'_>>> = HashMap::new();
    let mut found = Vec::new();
    for (sheet, rows) in sheets.iter().enumerate().filter_map(|(at, sheet)| Some((at, sheet.rows.as_ref()?))) {
        if rows.kind != kind {
            continue;
        }
        let results = rows.results_by_task();
        for (index, record) in rows.records.iter().enumerate() {
            let result = results.get(&index).copied();
            let Some(cell) = record.cell(content).filter(|cell| is_own(&cell.at, record)) else { continue };
            let alike = known.entry(words(&cell.value.text)).or_default();
            let first = alike.iter().find(|known| {
                repeats(record, known.record, known.sheet == sheet) && result.map(texts) == known.result.map(texts)
            });
            if let Some(KnownRow { record: first, .. }) = first {
                let code = |record: &Record| record.cell(Field::Code).map(|cell| fold::key(&cell.value.text));
                let has_other_code = code(record).is_some() && code(record) != code(first);
                let (at, first) = (record.place_of(content), first.place_of(content));
                found.push(Repetition { sheet, index, at, first, has_other_code });
            } else if alike.len() < MOST_COMPARED {
                alike.push(KnownRow { sheet, record, result });
            }
        }
    }
    found
}

/// Whether a row has the words of an earlier one of the same content in every column, but for its number, code and
/// group. On two sheets a row without a lead may be of two villages, in two groups of two subjects.
fn repeats(record: &Record, first: &Record, is_same_sheet: bool) -> bool {
    let is_one_group = match (group(record), group(first)) {
        (Some(group), Some(other)) => group == other,
        _ => true,
    };
    let is_named = is_same_sheet || record.cell(Field::Lead).is_some() || record.cell(Field::DocumentType).is_some();
    is_named && is_one_group && texts(record) == texts(first)
}

/// The words of the group of a row; `None` where it has none.
fn group(record: &Record) -> Option<Cow<'_, str>> {
    let own = record.cell(Field::Group).map(|cell| words(&cell.value.text));
    own.or_else(|| record.group.as_ref().map(|group| words(&group.value)))
}

/// The words of a row, but for its number, code and group.
pub(super) fn texts(record: &Record) -> Vec<(Field, Cow<'_, str>)> {
    let counts = |field: &Field| !matches!(field, Field::Ordinal | Field::Code | Field::Group);
    let cells = record.cells.iter().filter(|(field, _)| counts(field));
    cells.map(|(field, cell)| (field, words(&cell.value.text))).collect()
}

/// The words of a cell, without the mark at their end.
fn words(text: &str) -> Cow<'_, str> {
    fold::exact_of(text.trim_end_matches(['.', ';', ',', ' ']))
}

/// Whether a cell is in the record's own row, not merged from one above.
fn is_own(at: &Place, record: &Record) -> bool {
    at.cell.is_some_and(|cell| cell.row == record.row)
}

/// The message about the repeated rows of one sheet; `None` where there are none.
fn message(code: &'static str, rows: &[&Repetition]) -> Option<Diagnostic> {
    let first = rows.first()?;
    let shown = |place: &Place, beside: &Place| match place.cell {
        Some(CellRef { row, .. }) if place.sheet == beside.sheet && place.file == beside.file => row.to_string(),
        _ => place.to_string(),
    };
    let pair = |row: &&Repetition| format!("{} = {}", shown(&row.at, &row.at), shown(&row.first, &row.at));
    let mut listed: Vec<String> = rows.iter().take(MOST_LISTED).map(pair).collect();
    if rows.len() > MOST_LISTED {
        listed.push("…".to_owned());
    }
    let message = Diagnostic::warning(code).at(&first.at).also_at(&first.first).with("count", rows.len());
    Some(message.with("rows", listed.join(", ")).concerning(Concern::Row))
}

impl FoundSheet {
    /// Drops these rows, counted as no task.
    fn drop_rows(&mut self, dropped: &BTreeSet<usize>) {
        let Some(rows) = self.rows.as_mut().filter(|_| !dropped.is_empty()) else { return };
        let mut index = 0..;
        rows.records.retain(|_| !dropped.contains(&index.next().expect("rows are counted without end")));
        let count = u32::try_from(dropped.len()).expect("a sheet has at most 1,048,576 rows");
        rows.results.records.retain(|(task, _)| !dropped.contains(task));
        for (task, _) in &mut rows.results.records {
            *task -= dropped.range(..*task).count();
        }
        let ledger = &mut self.reading.ledger;
        ledger.tasks = ledger.tasks.saturating_sub(count);
        ledger.other += count;
    }
}

impl ReadRows {
    /// The results beside the tasks, by the index of their task.
    fn results_by_task(&self) -> BTreeMap<usize, &Record> {
        self.results.records.iter().map(|(task, result)| (*task, result)).collect()
    }
}
