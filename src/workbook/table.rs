//! A table on a sheet: headings in the first row, rows below.
//!
//! Owns the cells of the rows, and how far borders and rules extend. Must not know what rows mean. `write` calls it.

use rust_xlsxwriter::{ConditionalFormatFormula, Format, Worksheet, XlsxError};

use super::cells::write_cell;
use super::description::{ColumnDescription, DescribedRow, FilledCell, TableDescription, WorkbookDescription};
use super::looks::Looks;
use super::page::{PORTRAIT_WIDTH, protect, set_up_paper};
use super::{heights, help, rules};
use crate::diag::column_letters;

/// The last row, 1-based, to which borders and rules of an open table extend at least.
const LAST_PREPARED_ROW: usize = 1000;
/// Height for two lines of a heading, in points.
const HEADING_HEIGHT: u32 = 42;

/// Writes the table.
pub(super) fn write(
    page: &mut Worksheet,
    table: &TableDescription,
    book: &WorkbookDescription,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let is_protected = table.columns.iter().any(|column| column.is_locked);
    let last = last_row(table);
    let formats: Vec<Format> =
        table.columns.iter().map(|column| looks.entered(column.look, is_protected && !column.is_locked)).collect();
    for (index, (column, format)) in (0..).zip(table.columns.iter().zip(&formats)) {
        write_column(page, (index, column), format, looks)?;
        if let Some(validation) = rules::validation(&column.allowed, book)? {
            page.add_data_validation(1, index, last, index, &validation)?;
        }
    }
    frame_filled_rows(page, last_column(table), last, looks)?;
    for (index, row) in (1..).zip(&table.rows) {
        write_row(page, table, (index, row), &formats, looks)?;
    }
    page.set_row_height(0, HEADING_HEIGHT)?;
    let width = table.columns.iter().map(|column| column.width).sum();
    set_up_paper(page, width, table.columns.iter().any(|column| column.is_required))?;
    // The first column stays in view on wide sheets, unless it is wide: it would leave no room for the others.
    let frozen_columns = u16::from(width > PORTRAIT_WIDTH);
    page.set_freeze_panes(1, frozen_columns)?.set_selection(1, 0, 1, 0)?;
    if is_protected {
        protect(page);
    }
    Ok(())
}

/// The last row with borders and rules, from 0.
fn last_row(table: &TableDescription) -> u32 {
    let rows = table.rows.len();
    let last = if table.is_open { LAST_PREPARED_ROW.max(rows * 2) - 1 } else { rows.max(1) };
    u32::try_from(last).expect("Excel has a million rows")
}

/// Heading, note, width and format of a column.
fn write_column(
    page: &mut Worksheet,
    (index, column): (u16, &ColumnDescription),
    format: &Format,
    looks: &Looks,
) -> Result<(), XlsxError> {
    // A format of the column, not of its cells: an empty prepared row is not read as a row.
    page.set_column_format(index, format)?;
    page.set_column_width(index, column.width)?;
    page.write_string_with_format(0, index, &column.heading, looks.heading(column.is_required))?;
    if !column.help.is_empty() {
        page.insert_note(0, index, &help::note(&column.help, column.is_required))?;
    }
    Ok(())
}

/// Draws a border around every row as soon as it has content.
fn frame_filled_rows(page: &mut Worksheet, last_column: u16, last: u32, looks: &Looks) -> Result<(), XlsxError> {
    let letters = column_letters(u32::from(last_column) + 1);
    let rule = format!("=COUNTA($A2:${letters}2)>0");
    let frame = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&looks.frame);
    page.add_conditional_format(1, 0, last, last_column, &frame)?;
    Ok(())
}

fn write_row(
    page: &mut Worksheet,
    table: &TableDescription,
    (index, row): (u32, &DescribedRow),
    formats: &[Format],
    looks: &Looks,
) -> Result<(), XlsxError> {
    match row {
        DescribedRow::Group(name) => {
            page.merge_range(index, 0, index, last_column(table), name, &looks.group)?;
        }
        DescribedRow::Cells(cells) => {
            let filled = cells.iter().zip(&table.columns);
            let measured = filled.filter_map(|(cell, column)| Some((cell.as_ref()?, column.width)));
            page.set_row_height(index, heights::height(measured))?;
            for (at, ((cell, column), format)) in (0..).zip(cells.iter().zip(&table.columns).zip(formats)) {
                let Some(cell) = cell else { continue };
                // A cell has the format of its column: the library takes long to find a format that is given. Only a
                // text without letters would not be written at all.
                let own = matches!(cell, FilledCell::Text(text) if text.is_empty()).then_some(format);
                write_cell(page, (index, at), cell, column.look, own)?;
            }
        }
    }
    Ok(())
}

fn last_column(table: &TableDescription) -> u16 {
    u16::try_from(table.columns.len() - 1).expect("a sheet has a handful of columns")
}
