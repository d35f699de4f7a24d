//! Reads workbooks: each file through the guard, each sheet to its rows.
//!
//! Owns the order of the steps and what is reported of each sheet. Must not know how a step is done. Its [`Records`] go
//! to `dossier`.

use super::cells::SeenSheet;
use super::guard::{SheetEntry, SheetForm};
use super::headings::{
    FoundHeader, HeadingAnswers, LEFT_UNREAD, Recognized, SheetTable, likely_kind, named, recognize,
};
use super::limits::HELD_BYTES;
use super::old_fonts;
use super::open_file::OpenFile;
use super::refusal::Refusal;
use super::rows::{self, RowAnswers, RowsRead};
use super::sheets::{FoundSheet, ReadRows, RecognizedBy, SheetAnswer, SheetAnswers, choose};
use super::shown::ShownSheet;
use super::types::{Ledger, Located, Records, SheetReading, Skipped};
use crate::contract::{SheetKind, dictionary};
use crate::diag::{CellRef, Diagnostic, Diagnostics, Place};
use crate::vietnamese::{fold, text};

/// Filled rows read to recognize a sheet.
const HEAD_ROWS: usize = 100;

/// The clerk's answers about how workbooks are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// About headings.
    pub headings: HeadingAnswers,
    /// About sheets.
    pub sheets: SheetAnswers,
    /// About rows.
    pub rows: RowAnswers,
}

/// A workbook's bytes and its name for messages.
#[derive(Clone, Copy, Debug)]
pub struct Workbook<'a> {
    /// File name without its folder.
    pub name: &'a str,
    /// Content of the file.
    pub bytes: &'a [u8],
}

/// Reads the workbooks of one dossier, in the order given.
///
/// Returns all that was understood; mistakes in every file and every sheet are in `out` (codes `SL-…`). A file that
/// can't be read at all adds nothing to the records. At most 256 MiB are used, and no file can end the process.
///
/// # Examples
/// ```
/// use vanthu::diag::Diagnostics;
/// use vanthu::records::{Answers, Workbook, read};
///
/// let mut out = Diagnostics::new();
/// let records = read(&[Workbook { name: "so-lieu.xlsx", bytes: b"" }], &Answers::default(), &mut out);
/// assert!(records.sheets.is_empty());
/// assert_eq!(out.messages()[0].code, "SL-020");
/// ```
#[must_use]
pub fn read(workbooks: &[Workbook<'_>], answers: &Answers, out: &mut Diagnostics) -> Records {
    report_unknown_answers(&answers.headings, out);
    answers.sheets.report_unknown(out);
    let headings = answers.headings.folded();
    let mut reading = WorkbooksReading {
        sheets: Vec::new(),
        answers: &headings,
        about_sheets: &answers.sheets,
        about_rows: &answers.rows,
        budget: HELD_BYTES,
    };
    for (index, workbook) in workbooks.iter().enumerate() {
        let at = Place::file(workbook.name);
        if let Some(same) = workbooks[..index].iter().find(|other| other.bytes == workbook.bytes) {
            out.report(Diagnostic::note("SL-063").at(&at).with("other", same.name));
            continue;
        }
        let before = reading.sheets.len();
        match reading.file(*workbook) {
            Err(refusal) => out.report(refusal.at(&at)),
            Ok(()) if reading.sheets[before..].iter().any(|sheet| sheet.reading.is_understood()) => {}
            Ok(()) => {
                let message = Diagnostic::error("SL-046").at(&at);
                match reading.sheets[before..].last_mut() {
                    // After the messages of its sheets, which say why.
                    Some(last) => last.messages.push(message),
                    None => out.report(message),
                }
            }
        }
    }
    choose(&mut reading.sheets);
    joined(reading.sheets, out)
}

/// The rows of all sheets that count, in order, and their messages.
fn joined(sheets: Vec<FoundSheet>, out: &mut Diagnostics) -> Records {
    let mut records = Records::default();
    for FoundSheet { reading, messages, rows } in sheets {
        out.report_all(messages);
        if let Some(rows) = rows {
            let results = rows.coded_results();
            if !results.is_empty() {
                records.rows.entry(SheetKind::Completions).or_default().extend(results);
            }
            records.rows.entry(rows.kind).or_default().extend(rows.records);
            records.shown.insert(reading.at.clone(), rows.shown);
        }
        records.sheets.push(reading);
    }
    records
}

struct WorkbooksReading<'a> {
    sheets: Vec<FoundSheet>,
    answers: &'a HeadingAnswers,
    about_sheets: &'a SheetAnswers,
    about_rows: &'a RowAnswers,
    /// Bytes that may still be used.
    budget: u64,
}

/// An open sheet.
struct OpenSheet<'a, 'b> {
    file: &'a mut OpenFile<'b>,
    entry: &'a SheetEntry,
    place: Place,
}

impl WorkbooksReading<'_> {
    fn file(&mut self, workbook: Workbook<'_>) -> Result<(), Refusal> {
        let mut file = OpenFile::open(workbook.name, workbook.bytes)?;
        // Its share is used only while the file is open.
        let held = file.held();
        let Some(left) = self.budget.checked_sub(held) else { return Err(Refusal::TooMuchToKeep) };
        self.budget = left;
        for entry in &file.sheets() {
            self.sheet(&mut file, entry, workbook.name);
        }
        self.budget += held;
        Ok(())
    }

    /// Reads a sheet; one that can't be read is reported and skipped.
    fn sheet(&mut self, file: &mut OpenFile<'_>, entry: &SheetEntry, name: &str) {
        let place = Place::sheet(name, text::clean(&entry.name).text);
        if let Some(message) = without_cells(entry) {
            let reading = SheetReading::left_aside(&place, entry.is_visible, Skipped::NoCells);
            self.sheets.push(FoundSheet { reading, messages: vec![message.at(&place)], rows: None });
            return;
        }
        let reading = SheetReading::left_aside(&place, entry.is_visible, Skipped::Unreadable);
        let mut found = FoundSheet { reading, messages: Vec::new(), rows: None };
        let mut out = Diagnostics::new();
        let before = self.budget;
        let mut sheet = OpenSheet { file, entry, place: place.clone() };
        let read = self.recognized(&mut sheet, &mut found, &mut out);
        if let Err(refusal) = read {
            // What was read of the sheet is dropped again.
            self.budget = before;
            out.report(refusal.at(&place));
        }
        found.messages = old_fonts::joined(out.into_messages());
        self.sheets.push(found);
    }

    fn recognized(
        &mut self,
        sheet: &mut OpenSheet<'_, '_>,
        found_sheet: &mut FoundSheet,
        out: &mut Diagnostics,
    ) -> Result<(), Refusal> {
        let reading = &mut found_sheet.reading;
        let answer = self.about_sheets.of(sheet.place.sheet.as_deref().unwrap_or_default());
        if answer == Some(SheetAnswer::LeftAside) {
            return sheet.count_only(reading, Skipped::Answered);
        }
        let mut remaining = self.budget;
        let head = sheet.file.read(sheet.entry, (HEAD_ROWS, self.about_rows.struck_rows), &mut remaining)?;
        if head.rows.is_empty() {
            reading.skipped = Some(Skipped::Empty);
            return Ok(());
        }
        let (kind, header, by, is_register) = match recognize(&sheet.entry.name, answer, &head, self.answers) {
            Recognized::Named(kind, by, Some(header)) => (kind, header, by, false),
            Recognized::Register(kind, by, header) => (kind, header, by, true),
            Recognized::Named(kind, _, None) => {
                let missing = Diagnostic::error("SL-002").at(&sheet.place);
                let needed =
                    kind.columns().iter().find(|column| column.is_required).map_or("", |column| column.heading);
                out.report(
                    missing.with("sheet", sheet.place.sheet.as_deref().unwrap_or_default()).with("heading", needed),
                );
                return sheet.count_only(reading, Skipped::Unreadable);
            }
            Recognized::Lists => return sheet.count_only(reading, Skipped::Lists),
            Recognized::Unknown => {
                let name = sheet.place.sheet.as_deref().unwrap_or_default();
                out.report(Diagnostic::note("SL-042").at(&sheet.place).with("sheet", name));
                reading.likely = likely_kind(&head, self.answers);
                return sheet.count_only(reading, Skipped::Unknown);
            }
        };
        let cells = if head.is_whole {
            self.budget = remaining;
            head
        } else {
            drop(head);
            sheet.file.read(sheet.entry, (usize::MAX, self.about_rows.struck_rows), &mut self.budget)?
        };
        for merge in sheet.file.unread_merges(sheet.entry) {
            out.report(Diagnostic::warning("SL-065").at(&sheet.place).with("range", text::clean(&merge).text));
        }
        let found = FoundHeader { kind, header: &header, sheet: &cells, answers: self.answers, place: &sheet.place };
        let mut tables = found.tables(out)?;
        if !is_register {
            found.find_states(&mut tables[0].layout, out);
            found.report_missing(&tables[0].layout, out);
        }
        found.report_unknown_columns(&tables[0].layout, out);
        found.report_starts(&tables[0].layout, out);
        self.understood((&sheet.place, by, is_register), &tables, &cells, found_sheet, out)
    }

    /// Reads the rows of a sheet with a known header.
    fn understood(
        &mut self,
        (place, by, is_register): (&Place, RecognizedBy, bool),
        tables: &[SheetTable],
        cells: &SeenSheet,
        found: &mut FoundSheet,
        out: &mut Diagnostics,
    ) -> Result<(), Refusal> {
        let headers: Vec<u32> = tables.iter().flat_map(|table| table.layout.header_rows.iter().copied()).collect();
        out.report_all(old_fonts::of_headings(cells, &headers, place));
        let layout = &tables[0].layout;
        let (kind, reading) = (layout.kind, &mut found.reading);
        if !reading.is_visible {
            out.report(Diagnostic::note("SL-008").at(place).with("sheet", kind.title()));
        }
        let RowsRead { records, ledger, unread_columns, struck_codes } =
            rows::read(place, tables, (cells, self.about_rows), &mut self.budget, out)?;
        if kind == SheetKind::Assignments && ledger.tasks + ledger.refused == 0 {
            let at = place.at_cell(layout.last_header_row(), 1);
            out.report(Diagnostic::error("SL-014").at(&at).with("row", layout.last_header_row()));
        }
        let results = rows::results_beside(tables, &records, (cells, self.about_rows), &mut self.budget, out)?;
        reading.kind = Some(kind);
        reading.skipped = None;
        reading.header_rows = headers;
        reading.columns = layout.first_columns();
        reading.indicators = layout.named_indicators();
        reading.headings.clone_from(&layout.headings);
        reading.struck_codes = struck_codes;
        reading.unread_columns = unread_columns.into_iter().collect();
        reading.ledger = ledger;
        let titles = if is_register { titles(cells, place, layout.header_rows[0]) } else { Vec::new() };
        // Of several tables with columns of their own, none is certain.
        let is_alike = tables.iter().all(|table| table.layout.marked == layout.marked);
        let marked = if is_alike { layout.marked.clone() } else { Vec::new() };
        found.rows = Some(ReadRows { kind, by, is_register, titles, records, results, marked, shown: shown(cells) });
        Ok(())
    }
}

impl OpenSheet<'_, '_> {
    /// Fills the ledger of a skipped sheet.
    fn count_only(&mut self, reading: &mut SheetReading, why: Skipped) -> Result<(), Refusal> {
        let extent = self.file.extent(self.entry)?;
        let (rows, other) = (extent.last_row, extent.filled_rows);
        reading.ledger = Ledger { rows, other, blank: rows - other, ..Ledger::default() };
        reading.skipped = Some(why);
        Ok(())
    }
}

impl Records {
    /// The first sheet that has this kind's name and nothing in it; `None` where there is none.
    #[must_use]
    pub fn blank_sheet(&self, kind: SheetKind) -> Option<&SheetReading> {
        let is_named = |sheet: &SheetReading| sheet.at.sheet.as_deref().and_then(named) == Some(kind);
        self.sheets.iter().find(|sheet| sheet.skipped == Some(Skipped::Empty) && is_named(sheet))
    }
}

/// What is said of a sheet that has no cells to read; `None` for one that has. A sheet of the contract is read like any
/// other, and found to be damaged.
fn without_cells(entry: &SheetEntry) -> Option<Diagnostic> {
    let kind = match entry.form {
        SheetForm::Worksheet => return None,
        SheetForm::Lost if named(&entry.name).is_some() => return None,
        SheetForm::Lost => return Some(Diagnostic::warning("SL-066").with("sheet", &entry.name)),
        SheetForm::Chart => "chart",
        SheetForm::Dialog => "dialog",
        SheetForm::Macro => "macro",
        SheetForm::Other => "module",
    };
    Some(Diagnostic::note("SL-064").with("sheet", &entry.name).hint(kind))
}

/// An answer with an unknown field was mistyped.
fn report_unknown_answers(answers: &HeadingAnswers, out: &mut Diagnostics) {
    for (heading, answer) in &answers.0 {
        let known = || known_ids().chain([LEFT_UNREAD]);
        if !known().any(|id| id == answer) {
            let message = Diagnostic::error("CD-006").at(&Place::file("vanthu.toml")).with("heading", heading);
            out.report(message.with("answer", answer).nearest(fold::nearest(answer, known())));
        }
    }
}

/// The fields of all sheets, and the columns that are known but not read.
fn known_ids() -> impl Iterator<Item = &'static str> {
    let fields = SheetKind::ALL.into_iter().flat_map(SheetKind::columns).map(|column| column.field.id());
    fields.chain(dictionary().columns().iter().map(|column| column.id))
}

/// The texts above a table.
fn titles(cells: &SeenSheet, place: &Place, header: u32) -> Vec<Located<String>> {
    let above = cells.rows.range(..header).flat_map(|(&row, cells)| cells.iter().map(move |cell| (row, cell)));
    above.map(|(row, (&column, cell))| Located { value: cell.text.clone(), at: place.at_cell(row, column) }).collect()
}

/// The shown texts of a sheet, stored after its cells are dropped.
fn shown(cells: &SeenSheet) -> ShownSheet {
    ShownSheet::of(cells.rows.iter().flat_map(|(&row, cells)| {
        cells.iter().map(move |(&column, cell)| (CellRef { row, column }, cell.text.as_str()))
    }))
}
