//! Decides whether the results beside tasks count.
//!
//! Owns the order of trust: a sheet of results has priority over columns beside the tasks. Must not know how the columns
//! were found. What is decided is a message at the sheet; between two tables without a name the clerk decides.

use super::answers::id;
use super::choice::shown;
use super::{FoundSheet, ReadRows, RecognizedBy, sheet_name};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Place, column_letters};
use crate::records::types::{Cells, Record, ResultsBeside};

/// Drops the results beside tasks where a sheet of results counts, and says which columns are read.
pub(super) fn choose_results(sheets: &mut [FoundSheet]) {
    let has_results = |sheet: &&mut FoundSheet| sheet.rows.as_ref().is_some_and(ReadRows::has_results_beside);
    let of_results = |sheet: &&FoundSheet| sheet.rows.as_ref().is_some_and(|rows| rows.is_of(SheetKind::Completions));
    let best = sheets.iter().filter(of_results).min_by_key(|sheet| sheet.rows.as_ref().map(|rows| rows.by));
    let best = best.and_then(|sheet| Some((sheet.reading.at.clone(), sheet.rows.as_ref()?.by)));
    let mut read: Vec<Diagnostic> = Vec::new();
    for sheet in sheets.iter_mut().filter(has_results) {
        match &best {
            None => sheet.read_results(&mut read),
            Some((other, RecognizedBy::Headings)) => sheet.ask_for_results(other),
            Some((other, _)) => sheet.drop_results(other),
        }
    }
    for message in read {
        let at = sheets.iter_mut().find(|sheet| {
            (&message.place.file, &message.place.sheet) == (&sheet.reading.at.file, &sheet.reading.at.sheet)
        });
        at.expect("the message is about a sheet").messages.push(message);
    }
}

impl FoundSheet {
    /// SL-080: the columns are read as results; said once for sheets with the same columns.
    fn read_results(&mut self, read: &mut Vec<Diagnostic>) {
        let Some(rows) = &self.rows else { return };
        let (at, columns) = (self.results_at(), self.result_columns());
        let is_same = |message: &&mut Diagnostic| message.arguments.contains(&("columns", columns.clone()));
        match read.iter_mut().find(is_same) {
            Some(said) => said.also.push(at),
            None => read.push(Diagnostic::note("SL-080").at(&at).with("columns", &columns)),
        }
        self.reading.results.clone_from(&rows.results.columns);
        let reading = &mut self.reading;
        reading.unread_columns.retain(|column| !reading.results.values().any(|used| used == column));
    }

    /// SL-083: a sheet of results counts in their place.
    fn drop_results(&mut self, other: &Place) {
        let message = Diagnostic::note("SL-083").at(&self.results_at()).with("columns", self.result_columns());
        self.messages.push(message.with("other", shown(other, &self.reading.at)));
        self.rows.iter_mut().for_each(|rows| rows.results = ResultsBeside::default());
    }

    /// SL-082: a table without the name of the contract has results too.
    fn ask_for_results(&mut self, other: &Place) {
        let message = Diagnostic::error("SL-082").at(other).also_at(&self.results_at());
        let message = message.with("columns", self.result_columns()).with("sheet", sheet_name(other));
        let message = message.with("tasks", shown(&self.reading.at, other)).with("kind", id(SheetKind::Completions));
        self.messages.push(message);
        self.rows.iter_mut().for_each(|rows| rows.results = ResultsBeside::default());
    }

    /// The heading of the first column of results.
    fn results_at(&self) -> Place {
        let first = self.rows.as_ref().and_then(|rows| rows.results.columns.values().min()).copied().unwrap_or(1);
        self.reading.at.at_cell(self.reading.header_rows.last().copied().unwrap_or(1), first)
    }

    /// «Trạng thái» (G), «Ngày hoàn thành» (H).
    fn result_columns(&self) -> String {
        let mut columns: Vec<u32> = self.rows.iter().flat_map(|rows| rows.results.columns.values()).copied().collect();
        columns.sort_unstable();
        let heading = |column: &u32| {
            let heading = self.reading.headings.get(column).map(String::as_str).unwrap_or_default();
            format!("{} «{}»", column_letters(*column), heading.replace('\n', " "))
        };
        columns.iter().map(heading).collect::<Vec<_>>().join(", ")
    }
}

impl ReadRows {
    fn has_results_beside(&self) -> bool {
        !self.results.records.is_empty()
    }

    /// The results beside the tasks, each with the code of its task.
    pub(in crate::records) fn coded_results(&self) -> Vec<Record> {
        let coded = |(task, result): &(usize, Record)| {
            let code = self.records[*task].cell(Field::Code).map(|code| (Field::Code, code.clone()));
            let cells = result.cells.iter().map(|(field, cell)| (field, cell.clone())).chain(code);
            Record { cells: cells.collect::<Cells>(), ..result.clone() }
        };
        self.results.records.iter().map(coded).collect()
    }
}
