//! What the marks in columns of units and months say of each task: who leads, who helps, and when.
//!
//! Owns giving it to the tasks. Must not guess: a task with «x» at several units is asked about. `choose` calls it before
//! it looks for the units of whole sheets.

use super::{FoundSheet, ReadRows};
use crate::contract::Field;
use crate::diag::{CellRef, Concern, Diagnostic, Diagnostics, Place};
use crate::records::marked_columns::{MarkedAs, MarkedColumn, Tick, mark};
use crate::records::types::{Cell, CellValue, Cells, Located, Record};
use crate::vietnamese::numerals::roman;

/// A mark of a task.
type TaskMark<'a> = (&'a MarkedColumn, Tick);

/// Gives the tasks what their marks say, and says so once a sheet (SL-101, SL-103).
pub(super) fn give_marked(sheets: &mut [FoundSheet]) {
    for sheet in sheets {
        let Some(rows) = sheet.rows.as_mut().filter(|rows| !rows.marked.is_empty()) else { continue };
        let mut out = Diagnostics::new();
        let at = &sheet.reading.at;
        report_columns(rows, at, &sheet.reading.header_rows, &mut out);
        for record in &mut rows.records {
            let text =
                |column: &MarkedColumn| mark(rows.shown.text_of(CellRef { row: record.row, column: column.column }));
            let marks: Vec<TaskMark<'_>> =
                rows.marked.iter().filter_map(|column| Some((column, text(column)?))).collect();
            let (units, times): (Vec<TaskMark<'_>>, Vec<TaskMark<'_>>) =
                marks.into_iter().partition(|(column, _)| column.is_unit());
            give_units(record, &units, at, &mut out);
            give_time(record, &times, at);
        }
        sheet.reading.unread_columns.retain(|column| !rows.marked.iter().any(|marked| marked.column == *column));
        sheet.messages.extend(out.into_messages());
    }
}

/// Reports what the columns are taken for.
fn report_columns(rows: &ReadRows, at: &Place, headers: &[u32], out: &mut Diagnostics) {
    let row = headers.last().copied().unwrap_or(1);
    for (code, is_unit) in [("SL-101", true), ("SL-103", false)] {
        let columns: Vec<&MarkedColumn> = rows.marked.iter().filter(|column| column.is_unit() == is_unit).collect();
        let Some(first) = columns.first() else { continue };
        let names = columns.iter().map(|column| format!("«{}»", column.name)).collect::<Vec<_>>().join(", ");
        out.report(Diagnostic::note(code).at(&at.at_cell(row, first.column)).with("columns", names));
    }
}

/// Gives a task the units of its marks: one leads.
fn give_units(record: &mut Record, marks: &[TaskMark<'_>], at: &Place, out: &mut Diagnostics) {
    let has_lead = record.cell(Field::Lead).is_some();
    let is = |wanted: Tick| {
        move |(column, mark): &&TaskMark<'_>| match (column.meaning, mark) {
            (MarkedAs::Lead, Tick::Plain) => wanted == Tick::Lead,
            (MarkedAs::Support, Tick::Plain) => wanted == Tick::Support,
            (_, mark) => *mark == wanted,
        }
    };
    let of = |wanted: Tick| marks.iter().filter(is(wanted)).map(|(column, _)| *column).collect::<Vec<_>>();
    let (mut leads, mut helps, plain) = (of(Tick::Lead), of(Tick::Support), of(Tick::Plain));
    match (leads.len() + usize::from(has_lead), plain.len()) {
        // «x» beside the one that leads helps; alone, it leads.
        (1, _) => helps.extend(&plain),
        (0, 1) => leads.extend(&plain),
        (0, 0) => {}
        _ => {
            let several: Vec<&MarkedColumn> = leads.iter().chain(&plain).copied().collect();
            let names = several.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join("; ");
            let first = several.first().map_or(1, |column| column.column);
            let message = Diagnostic::error("SL-102").at(&at.at_cell(record.row, first)).with("row", record.row);
            out.report(message.with("units", names).concerning(Concern::Row));
            return;
        }
    }
    helps.sort_by_key(|column| column.column);
    for (field, columns) in [(Field::Lead, leads), (Field::Support, helps)] {
        let Some(first) = columns.first() else { continue };
        let names = columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join("; ");
        give(record, field, names, at.at_cell(record.row, first.column));
    }
}

/// Gives a task without a deadline the months or quarters of its marks.
fn give_time(record: &mut Record, marks: &[TaskMark<'_>], at: &Place) {
    let Some((first, _)) = marks.first().filter(|_| record.cell(Field::Deadline).is_none()) else { return };
    let number = |meaning: MarkedAs| match meaning {
        MarkedAs::Month(number) | MarkedAs::Quarter(number) => number,
        MarkedAs::Unit | MarkedAs::Lead | MarkedAs::Support => 0,
    };
    let numbers: Vec<usize> = marks.iter().map(|(column, _)| number(column.meaning)).collect();
    let word = |number: usize| match first.meaning {
        MarkedAs::Quarter(_) => format!("quý {}", roman(number)),
        _ => format!("tháng {number}"),
    };
    let is_run = numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    let text = match numbers.as_slice() {
        [one] => word(*one),
        [from, .., to] if is_run => format!("từ {} đến {}", word(*from), word(*to)),
        _ => numbers.iter().map(|number| word(*number)).collect::<Vec<_>>().join(", "),
    };
    give(record, Field::Deadline, text, at.at_cell(record.row, first.column));
}

/// Gives a record a cell that it has not.
fn give(record: &mut Record, field: Field, text: String, at: Place) {
    if record.cell(field).is_some() {
        return;
    }
    let value = Cell { text, value: CellValue::Text };
    let given = (field, Located { value, at });
    let cells = record.cells.iter().map(|(field, cell)| (field, cell.clone())).chain([given]);
    record.cells = cells.collect::<Cells>();
}
