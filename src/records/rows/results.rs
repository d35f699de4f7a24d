//! The results in a table of assignments: one for each task that has a row there.
//!
//! Owns taking the cells of the columns of results. Must not know the cells of the task: its words and, where one task
//! has several rows, the unit of each row are copied, its code when all sheets are read. `sheets` decides whether these results count.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::record::{Columns, Maker};
use super::{RowAnswers, UnderstoodSheet, ditto};
use crate::contract::{Field, SheetKind};
use crate::diag::Diagnostics;
use crate::records::cells::SeenSheet;
use crate::records::headings::SheetTable;
use crate::records::limits::{LEAST_CELLS, RECORD_BYTES, RECORD_CELL_BYTES};
use crate::records::refusal::Refusal;
use crate::records::types::{Cell, Located, Record, ResultsBeside};

/// Takes the results of the tasks of a sheet; those of a table without a filled cell of results are none.
pub(in crate::records) fn results_beside(
    tables: &[SheetTable],
    tasks: &[Record],
    (cells, answers): (&SeenSheet, &RowAnswers),
    budget: &mut u64,
    out: &mut Diagnostics,
) -> Result<ResultsBeside, Refusal> {
    let mut beside = ResultsBeside::default();
    for table in tables {
        let Some(results) = &table.results else { continue };
        let Some(place) = tasks.first().map(|task| &task.at) else { break };
        let (layout, repeated, end) = (&results.layout, &table.repeated, table.rows.end);
        let sheet = UnderstoodSheet { place, layout, repeated, end, cells, answers };
        let content = table.layout.columns.get(&Field::Content).map(|column| (Field::Content, *column));
        let all = layout.columns.iter().map(|(field, column)| (*field, *column)).chain(content).collect();
        let (maker, columns, all) = (Maker::new(&sheet), &layout.columns, Arc::new(all));
        let reading = TableReading { maker, table, cells, columns, all };
        let (first, mut messages) = (beside.records.len(), Diagnostics::new());
        for (index, task) in tasks.iter().enumerate().filter(|(_, task)| table.rows.contains(&task.row)) {
            reading.task((index, task), &mut beside.records, budget, &mut messages)?;
        }
        let is_filled =
            |(_, record): &(usize, Record)| record.cells.fields().any(|field| layout.columns.contains_key(&field));
        if beside.records[first..].iter().any(is_filled) {
            out.report_all(results.messages.iter().cloned());
            out.report_all(messages.into_messages());
            let found = layout.columns.iter().map(|(field, column)| (*field, *column));
            found.for_each(|(field, column)| _ = beside.columns.entry(field).or_insert(column));
        } else {
            beside.records.truncate(first);
        }
    }
    Ok(beside)
}

struct TableReading<'a> {
    maker: Maker<'a>,
    table: &'a SheetTable,
    cells: &'a SeenSheet,
    columns: &'a Columns,
    /// The same with that of the words of the task.
    all: Arc<Columns>,
}

impl TableReading<'_> {
    /// The result of a task; where the task has several rows, that of each row with its own cells.
    fn task(
        &self,
        (index, task): (usize, &Record),
        results: &mut Vec<(usize, Record)>,
        budget: &mut u64,
        out: &mut Diagnostics,
    ) -> Result<(), Refusal> {
        let rows = self.rows_of(task);
        let has_own = |row: &u32| self.columns.values().any(|column| self.has(*row, *column));
        let own: Vec<u32> = rows.clone().filter(has_own).collect();
        let rows = if own.len() > 1 { own } else { own.first().copied().or(Some(task.row)).into_iter().collect() };
        let lead = self.table.layout.columns.get(&Field::Lead).filter(|_| rows.len() > 1);
        for row in rows {
            let mut cells = self.maker.take(row, self.columns, budget, out)?.cells;
            cells.extend(task.cell(Field::Content).map(|content| (Field::Content, content.clone())));
            if let Some(unit) = lead.and_then(|column| self.own(row, *column))
                && !self.columns.contains_key(&Field::Unit)
            {
                cells.push((Field::Unit, unit));
            }
            let texts: u64 = cells.iter().map(|(_, cell)| cell.value.text.len() as u64).sum();
            let room = RECORD_CELL_BYTES * cells.len().max(LEAST_CELLS) as u64;
            *budget = budget.checked_sub(RECORD_BYTES + room + texts).ok_or(Refusal::TooMuchToKeep)?;
            let mut record = Record {
                at: if row == task.row { task.at.clone() } else { task.at.at_cell(row, 1) },
                row,
                group: task.group.clone(),
                cells: cells.into_iter().collect(),
                columns: Arc::clone(&self.all),
                is_joined: false,
            };
            ditto::resolve(SheetKind::Completions, &mut record, (results.last().map(|(_, above)| above), &[]), out);
            results.push((index, record));
        }
        Ok(())
    }

    /// The rows of a task: more than one where its words are merged over them.
    fn rows_of(&self, task: &Record) -> RangeInclusive<u32> {
        let column = self.table.layout.columns.get(&Field::Content);
        let span = column.and_then(|column| self.cells.span(task.row, *column));
        task.row..=span.map_or(task.row, |span| span.bottom.max(task.row))
    }

    fn has(&self, row: u32, column: u32) -> bool {
        self.cells.rows.get(&row).is_some_and(|cells| cells.contains_key(&column))
    }

    fn own(&self, row: u32, column: u32) -> Option<Located<Cell>> {
        let cell = self.cells.rows.get(&row)?.get(&column)?;
        let value = Cell { text: cell.text.clone(), value: cell.value.clone() };
        Some(Located { value, at: self.maker.at(row, column) })
    }
}
