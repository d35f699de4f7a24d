//! Sorts the rows beneath a header and makes records of the data rows.
//!
//! Owns the ledger: every row up to the last filled one is counted once. Must not know what rows mean together. Its
//! records go into `Records`.

mod answers;
mod closing;
mod ditto;
mod endings;
mod group_row;
mod group_words;
mod groups;
mod habits;
mod labels;
mod levels;
mod matrix;
mod merged;
mod page_lines;
mod parts_of_tasks;
mod record;
mod results;
mod row_view;
mod shared_cells;
mod signing_words;
mod sorting;
mod struck;

use std::collections::{BTreeMap, BTreeSet};

pub use self::answers::RowAnswers;
use self::closing::Closing;
use self::group_words::without_field_number;
use self::groups::{Groups, is_first_before};
use self::habits::Habits;
use self::labels::{after_group_mark, after_mark};
use self::record::Maker;
pub(super) use self::results::results_beside;
use self::row_view::RowView;
use self::shared_cells::SharedCells;
use self::sorting::{Sort, sort};
use super::cells::SeenSheet;
use super::headings::{Layout, SheetTable};
use super::limits::MESSAGE_BYTES;
use super::refusal::Refusal;
use super::types::{Ledger, Located, Record};
use crate::contract::SheetKind;
use crate::diag::{CellRef, Diagnostic, Diagnostics, Place, column_letters};
use crate::settings::StruckRows;

/// One table of a sheet with a known header.
pub(super) struct UnderstoodSheet<'a> {
    /// The sheet.
    pub(super) place: &'a Place,
    /// Its header.
    pub(super) layout: &'a Layout,
    /// Rows of repeated headers.
    pub(super) repeated: &'a BTreeSet<u32>,
    /// The row below the table.
    pub(super) end: u32,
    /// Its cells.
    pub(super) cells: &'a SeenSheet,
    /// The clerk's answers about rows.
    pub(super) answers: &'a RowAnswers,
}

/// The result of reading the rows of a sheet.
#[derive(Default)]
pub(super) struct RowsRead {
    /// The data rows.
    pub(super) records: Vec<Record>,
    /// The count of all rows.
    pub(super) ledger: Ledger,
    /// Columns with a heading or with text in a data row, but without a field, 1-based.
    pub(super) unread_columns: BTreeSet<u32>,
    /// The codes of the rows that are struck out.
    pub(super) struck_codes: Vec<Located<String>>,
}

/// Reads every row of every table. The memory of the records is subtracted from `budget`, in bytes; mistakes are
/// reported to `out`.
pub(super) fn read(
    place: &Place,
    tables: &[SheetTable],
    (cells, answers): (&SeenSheet, &RowAnswers),
    budget: &mut u64,
    out: &mut Diagnostics,
) -> Result<RowsRead, Refusal> {
    let last_row = cells.rows.keys().last().copied().unwrap_or(0);
    let mut reading = RowsReading::new(budget, out);
    reading.read.ledger.rows = last_row;
    let header_rows = tables.iter().flat_map(|table| table.layout.header_rows.iter().chain(&table.repeated));
    // Rows of a header may have no cell but one merged from another row.
    reading.read.ledger.other = count(header_rows.filter(|row| **row <= last_row && !cells.rows.contains_key(row)));
    reading.first_label(place, &tables[..tables.len().min(1)], cells);
    for table in tables {
        let (layout, repeated, end) = (&table.layout, &table.repeated, table.rows.end);
        let sheet = UnderstoodSheet { place, layout, repeated, end, cells, answers };
        reading.table(&sheet, table)?;
        reading.groups.next_table();
    }
    report_hidden_columns(place, tables, cells, reading.out);
    Ok(reading.finish(place, tables.first().map(|table| table.layout.kind)))
}

struct RowsReading<'a> {
    read: RowsRead,
    groups: Groups,
    /// The row above the first header that names the first group.
    label: Option<u32>,
    /// Rows left out although they might be data: the place of the first, and their number.
    left_out: Option<(Place, u32)>,
    /// Rows that are struck out, each with its first filled column.
    struck: Vec<CellRef>,
    /// Rows that are read although the clerk does not see them, each with its first filled column.
    hidden: Vec<CellRef>,
    /// Rows that are parts of the task above them, each with its first filled column.
    parts: Vec<CellRef>,
    /// Merged cells that several records have.
    shared: SharedCells,
    budget: &'a mut u64,
    out: &'a mut Diagnostics,
}

impl<'a> RowsReading<'a> {
    fn new(budget: &'a mut u64, out: &'a mut Diagnostics) -> Self {
        let (read, groups, shared) = (RowsRead::default(), Groups::default(), SharedCells::default());
        let (struck, hidden, parts) = (Vec::new(), Vec::new(), Vec::new());
        Self { read, groups, label: None, left_out: None, struck, hidden, parts, shared, budget, out }
    }

    /// Begins the group that is named above the first header, «A. Nhiệm vụ chung», where a group «B. …» follows.
    fn first_label(&mut self, place: &Place, first: &[SheetTable], cells: &SeenSheet) {
        let Some(SheetTable { layout, .. }) = first.first().filter(|table| table.layout.kind.has_groups()) else {
            return;
        };
        let Some((&row, label)) = cells.rows.range(..layout.header_rows[0]).next_back() else { return };
        let (Some((&column, cell)), 1) = (label.first_key_value(), label.len()) else { return };
        let text = cell.text.as_str();
        let mut below = cells.rows.range(layout.last_header_row() + 1..).filter_map(|(_, cells)| cells.values().next());
        if after_group_mark(text).is_some() && below.any(|first| is_first_before(text, &first.text)) {
            let name = after_mark(text).replace('\n', " ").trim_end_matches([':', ' ']).to_owned();
            self.groups.enter(Located { value: name, at: place.at_cell(row, column) }, text, self.out);
            self.read.ledger.groups += 1;
            self.label = Some(row);
        }
    }

    fn table(&mut self, sheet: &UnderstoodSheet<'_>, table: &SheetTable) -> Result<(), Refusal> {
        for &row in &table.layout.header_rows {
            if let Some(cells) = sheet.cells.rows.get(&row) {
                RowView { sheet, row, cells }.report_struck_words(self.out);
            }
        }
        let closing = Closing::of(sheet, table.rows.clone());
        let (maker, habits) = (Maker::new(sheet), Habits::of(sheet, table.rows.clone()));
        let mut named: BTreeSet<u32> = sheet.layout.headings.keys().copied().collect();
        for (&row, cells) in sheet.cells.rows.range(table.rows.clone()) {
            let view = RowView { sheet, row, cells };
            if self.label == Some(row) {
                continue;
            }
            match sort(&view, &closing, habits) {
                Sort::Other => self.read.ledger.other += 1,
                Sort::LeftOut => self.leave_out(&view),
                Sort::Total => self.read.ledger.totals += 1,
                Sort::Struck => {
                    self.read.ledger.other += 1;
                    self.struck.push(CellRef { row, column: view.first().0 });
                    self.pay_message()?;
                    self.read.struck_codes.extend(view.code());
                }
                Sort::Group(found) => {
                    self.note_hidden(&view);
                    view.report_struck_words(self.out);
                    view.report_flawed_name(&found, self.out);
                    self.pay_message()?;
                    // The number in «2 An ninh» counts the fields of work, not the tasks around it.
                    let first = view.sole().map_or(view.first().1, |(_, text)| without_field_number(text));
                    self.groups.enter(found, first, self.out);
                    self.read.ledger.groups += 1;
                }
                Sort::Data if self.is_part(&view, habits) => self.add_part(&view)?,
                sorted @ (Sort::Data | Sort::Stray) => {
                    named.extend(cells.keys());
                    if sorted == Sort::Data && view.may_be_group(habits) {
                        view.ask_for_group(habits, self.out);
                    }
                    self.data(&maker, &view, &sorted)?;
                }
            }
        }
        let used: BTreeSet<u32> = sheet.layout.read_columns().chain(sheet.layout.ordinals).collect();
        named.retain(|column| !used.contains(column));
        self.read.unread_columns.extend(named);
        Ok(())
    }

    fn data(&mut self, maker: &Maker<'_>, view: &RowView<'_>, sorted: &Sort) -> Result<(), Refusal> {
        self.groups.fill(view.ordinal(), self.out);
        self.note_hidden(view);
        view.report_struck_words(self.out);
        let mut records = maker.make(view, self.groups.current(), self.budget, self.out)?;
        if view.sheet.layout.indicators.is_empty()
            && let Some(record) = records.first_mut()
        {
            ditto::resolve(view.sheet.layout.kind, record, (self.read.records.last(), &self.read.records), self.out);
        }
        let Some(record) = records.first() else {
            self.read.ledger.refused += 1;
            return Ok(());
        };
        self.pay_message()?;
        if view.sheet.answers.struck_rows == StruckRows::LeftOut {
            view.report_struck_cells(self.out);
        }
        if let (Some(first), Some(task)) = (view.continued(), self.read.records.last_mut())
            && task.row == first
        {
            merged::join(task, record, self.out);
            self.read.ledger.other += 1;
            return Ok(());
        }
        if *sorted == Sort::Stray {
            self.pay_message()?;
            self.out.report(Diagnostic::warning("SL-017").at(&record.at).with("row", view.row));
        }
        for record in &records {
            self.shared.add(record);
        }
        self.read.records.extend(records);
        self.read.ledger.tasks += 1;
        Ok(())
    }

    /// Whether a row is a part of the task above it, in the same group.
    fn is_part(&self, view: &RowView<'_>, habits: Habits) -> bool {
        let is_below = |task: &&Record| !self.groups.has_begun() && task.at.sheet == view.sheet.place.sheet;
        self.read.records.last().filter(is_below).is_some_and(|task| view.is_part_of(task, habits))
    }

    fn add_part(&mut self, view: &RowView<'_>) -> Result<(), Refusal> {
        self.note_hidden(view);
        view.report_struck_words(self.out);
        self.pay_message()?;
        let texts = view.content().len() as u64;
        *self.budget = self.budget.checked_sub(texts).ok_or(Refusal::TooMuchToKeep)?;
        self.read.ledger.other += 1;
        self.parts.push(CellRef { row: view.row, column: view.first().0 });
        if let Some(task) = self.read.records.last_mut() {
            parts_of_tasks::add(task, view);
        }
        Ok(())
    }

    /// Remembers a row that the clerk does not see.
    fn note_hidden(&mut self, view: &RowView<'_>) {
        if view.sheet.cells.hidden.rows.contains(&view.row) {
            self.hidden.push(CellRef { row: view.row, column: view.first().0 });
        }
    }

    fn leave_out(&mut self, view: &RowView<'_>) {
        self.read.ledger.other += 1;
        let first = || view.sheet.place.at_cell(view.row, view.first().0);
        self.left_out.get_or_insert_with(|| (first(), 0)).1 += 1;
    }

    /// Subtracts the memory of a possible message from the budget.
    fn pay_message(&mut self) -> Result<(), Refusal> {
        *self.budget = self.budget.checked_sub(MESSAGE_BYTES).ok_or(Refusal::TooMuchToKeep)?;
        Ok(())
    }

    fn finish(self, place: &Place, kind: Option<SheetKind>) -> RowsRead {
        let mut ledger = self.read.ledger;
        self.groups.end(self.out);
        if let Some((first, count)) = self.left_out {
            let row = first.cell.map_or(0, |cell| cell.row);
            self.out.report(Diagnostic::warning("SL-016").at(&first).with("count", count).with("row", row));
        }
        if let Some(kind) = kind {
            self.shared.report(kind, self.out);
        }
        struck::report_rows(Diagnostic::note("SL-047"), place, &self.hidden, self.out);
        struck::report_rows(Diagnostic::note("SL-100"), place, &self.parts, self.out);
        struck::report_rows(Diagnostic::warning("SL-048"), place, &self.struck, self.out);
        let accounted = ledger.tasks + ledger.groups + ledger.totals + ledger.refused + ledger.other;
        ledger.blank = ledger.rows.saturating_sub(accounted);
        RowsRead { ledger, ..self.read }
    }
}

/// Reports the columns that are read although the clerk does not see them.
fn report_hidden_columns(place: &Place, tables: &[SheetTable], cells: &SeenSheet, out: &mut Diagnostics) {
    let is_filled = |column: u32, table: &SheetTable| {
        let below = table.layout.last_header_row() + 1..table.rows.end.max(table.layout.last_header_row() + 1);
        cells.rows.range(below).any(|(_, cells)| cells.contains_key(&column))
    };
    let mut names: BTreeMap<u32, (u32, String)> = BTreeMap::new();
    for table in tables.iter().filter(|_| !cells.hidden.columns.is_empty()) {
        let read = table.layout.read_columns();
        for column in read.filter(|column| cells.hidden.has_column(*column) && is_filled(*column, table)) {
            let heading = table.layout.headings.get(&column).cloned().unwrap_or_default();
            names.entry(column).or_insert((table.layout.last_header_row(), heading.replace('\n', " ")));
        }
    }
    let Some((&column, &(row, _))) = names.first_key_value() else { return };
    let listed = names.iter().map(|(column, (_, heading))| format!("{} «{heading}»", column_letters(*column)));
    let message = Diagnostic::note("SL-054").at(&place.at_cell(row, column));
    out.report(message.with("columns", listed.collect::<Vec<_>>().join(", ")));
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).expect("a sheet has at most 1,048,576 rows")
}
