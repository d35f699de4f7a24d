//! Two registers of the same tasks: a register and the updated one beside it.
//!
//! Owns the question about them (SL-105). Must not guess which is newer, nor ask about single tasks that come again, or
//! about sheets that the clerk names as the contract does. `choose` calls it before repeated rows are dropped.

use std::collections::BTreeMap;

use super::choice::shown;
use super::repeated::texts;
use super::{FoundSheet, ReadRows, RecognizedBy, sheet_name};
use crate::contract::{Field, SheetKind};
use crate::diag::Diagnostic;
use crate::records::types::Record;
use crate::vietnamese::fold;

/// Characters of the task that a message names.
const LONGEST: usize = 60;

/// The tasks of a register that have a lead, by their words and lead, folded.
type TasksByLead<'a> = BTreeMap<(String, String), &'a Record>;

/// Asks about every register that has half of the tasks of an earlier one, some of them with another day or other words
/// beside.
pub(super) fn ask_about_versions(sheets: &mut [FoundSheet]) {
    // Sheets of several months, or of unlike headings, are asked about already.
    let is_asked = |sheet: &FoundSheet| sheet.messages.iter().any(|said| ["SL-062", "SL-098"].contains(&said.code));
    if sheets.iter().any(is_asked) {
        return;
    }
    let registers: Vec<(usize, TasksByLead<'_>)> = sheets
        .iter()
        .enumerate()
        .filter_map(|(at, sheet)| Some((at, tasks(sheet.rows.as_ref().filter(|rows| may_be_version(rows))?))))
        .collect();
    let mut questions = Vec::new();
    for (position, (at, later)) in registers.iter().enumerate() {
        let question = registers[..position]
            .iter()
            .find_map(|(first, earlier)| ask((&sheets[*first], earlier), (&sheets[*at], later)));
        questions.extend(question.map(|question| (*at, question)));
    }
    for (at, question) in questions {
        sheets[at].messages.push(question);
    }
}

/// The question about two registers; `None` where they are of other tasks, or the same.
fn ask(
    (older, earlier): (&FoundSheet, &TasksByLead<'_>),
    (newer, later): (&FoundSheet, &TasksByLead<'_>),
) -> Option<Diagnostic> {
    let common: Vec<(&Record, &Record)> =
        later.iter().filter_map(|(task, record)| Some((*record, *earlier.get(task)?))).collect();
    if common.len() * 2 < later.len().min(earlier.len()) {
        return None;
    }
    let changed: Vec<&(&Record, &Record)> =
        common.iter().filter(|(record, other)| texts(record) != texts(other)).collect();
    let (record, other) = changed.first()?;
    let content: String = record.cell(Field::Content)?.value.text.replace('\n', " ").chars().take(LONGEST).collect();
    let (place, beside) = (&newer.reading.at, &older.reading.at);
    let message =
        Diagnostic::error("SL-105").at(&record.place_of(Field::Content)).also_at(&other.place_of(Field::Content));
    let message = message.with("count", changed.len()).with("task", content).with("other", shown(beside, place));
    let message = message.with("sheet", sheet_name(place)).with("older", sheet_name(beside));
    Some(if sheet_name(place) == sheet_name(beside) { message.hint("files") } else { message })
}

fn may_be_version(rows: &ReadRows) -> bool {
    rows.is_of(SheetKind::Assignments) && rows.by != RecognizedBy::Name
}

fn tasks(rows: &ReadRows) -> TasksByLead<'_> {
    let words = |record: &Record, field: Field| record.cell(field).map(|cell| fold::key(&cell.value.text));
    let task = |record| Some(((words(record, Field::Content)?, words(record, Field::Lead)?), record));
    rows.records.iter().filter_map(task).collect()
}
