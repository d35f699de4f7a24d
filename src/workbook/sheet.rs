//! One sheet of a workbook: headings, rows, and the paper it is printed on.
//!
//! Owns where cells stand: headings in the first row, columns in the contract's order. Must not know what rows mean. `write`
//! calls it for every sheet but Thông tin chung and Danh mục.

use rust_xlsxwriter::{ConditionalFormatFormula, ExcelDateTime, Format, Worksheet, XlsxError};

use super::columns::{self, Look};
use super::content::{Content, Row, Value};
use super::looks::Looks;
use super::rules;
use super::{heights, help};
use crate::contract::{Column, SheetKind, guidance};
use crate::diag::column_letters;

/// A4, as Excel counts paper.
const PAPER_A4: u8 = 9;
/// A wider sheet is printed on a turned page: digits of the body's size beside one another.
const PORTRAIT_WIDTH: u32 = 120;
/// On one turned page a wider sheet would be too small to read: it takes two, with its first column on both.
const ONE_PAGE_WIDTH: u32 = 240;
/// Rows, 1-based, that frames and rules reach down to at least.
const LAST_PREPARED_ROW: u32 = 1000;
/// Room for two lines of a heading, in points.
const HEADING_HEIGHT: u32 = 42;

/// Writes a sheet of the contract with the rows of this content.
pub(super) fn write(page: &mut Worksheet, kind: SheetKind, content: &Content, looks: &Looks) -> Result<(), XlsxError> {
    page.set_name(kind.title())?;
    let rows = content.rows(kind);
    let rows_used = u32::try_from(rows.len()).expect("Excel has a million rows");
    let last = LAST_PREPARED_ROW.max(rows_used * 2) - 1;
    for (index, column) in (0..).zip(kind.columns()) {
        write_column(page, kind, index, column, last, looks)?;
    }
    frame_filled_rows(page, kind, last, looks)?;
    for (index, row) in (1..).zip(rows) {
        write_row(page, kind, index, row, looks)?;
    }
    page.set_row_height(0, HEADING_HEIGHT)?;
    let width = kind.columns().iter().map(|column| columns::width(kind, column.field)).sum();
    set_up_paper(page, width)?;
    // Codes stay in sight on wide sheets; a wide first column would leave no room for the others.
    let frozen_columns = u16::from(width > PORTRAIT_WIDTH);
    page.set_freeze_panes(1, frozen_columns)?.set_selection(1, 0, 1, 0)?;
    Ok(())
}

/// Heading, note, width, format and rule of a column.
fn write_column(
    page: &mut Worksheet,
    kind: SheetKind,
    index: u16,
    column: &Column,
    last: u32,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let (look, rule) = columns::entry(kind, column.field);
    // A format of the column, not of cells: a prepared row is no row until something stands in it.
    page.set_column_format(index, &looks.cell(look))?;
    page.set_column_width(index, columns::width(kind, column.field))?;
    page.write_string_with_format(0, index, column.heading, looks.heading(column.is_required))?;
    page.insert_note(0, index, &help::note(guidance(kind, column.field), column.is_required))?;
    if let Some(validation) = rules::validation(rule)? {
        page.add_data_validation(1, index, last, index, &validation)?;
    }
    Ok(())
}

/// Draws a frame around every row that holds anything, as soon as it does.
fn frame_filled_rows(page: &mut Worksheet, kind: SheetKind, last: u32, looks: &Looks) -> Result<(), XlsxError> {
    let last_column = last_column(kind);
    let letters = column_letters(u32::from(last_column) + 1);
    let rule = format!("=COUNTA($A2:${letters}2)>0");
    let frame = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&looks.frame);
    page.add_conditional_format(1, 0, last, last_column, &frame)?;
    Ok(())
}

fn write_row(page: &mut Worksheet, kind: SheetKind, index: u32, row: &Row, looks: &Looks) -> Result<(), XlsxError> {
    match row {
        Row::Group(name) => {
            page.merge_range(index, 0, index, last_column(kind), name, &looks.group)?;
        }
        Row::Cells(cells) => {
            let measured = kind
                .columns()
                .iter()
                .filter_map(|column| cells.get(&column.field).map(|value| (value, columns::width(kind, column.field))));
            page.set_row_height(index, heights::height(measured))?;
            for (at, column) in (0..).zip(kind.columns()) {
                let Some(value) = cells.get(&column.field) else { continue };
                let (look, _) = columns::entry(kind, column.field);
                write_value(page, (index, at), value, look, &looks.cell(look))?;
            }
        }
    }
    Ok(())
}

/// Writes one value. A number in a column of codes is a code.
pub(super) fn write_value(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    look: Look,
    format: &Format,
) -> Result<(), XlsxError> {
    match (value, look) {
        (Value::Date(day), _) => {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            page.write_datetime_with_format(row, column, &day, format)?;
        }
        (Value::Number(number), Look::Words | Look::Ordinal | Look::Day | Look::Count | Look::Figure) => {
            match number.parse::<f64>() {
                Ok(number) => page.write_number_with_format(row, column, number, format)?,
                Err(_) => page.write_string_with_format(row, column, number, format)?,
            };
        }
        (Value::Text(text) | Value::Number(text), _) => {
            page.write_string_with_format(row, column, text, format)?;
        }
    }
    Ok(())
}

/// A4, headings again on every page, all columns side by side.
pub(super) fn set_up_paper(page: &mut Worksheet, width: u32) -> Result<(), XlsxError> {
    page.set_repeat_rows(0, 0)?;
    page.set_paper_size(PAPER_A4).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    if width > ONE_PAGE_WIDTH {
        page.set_print_fit_to_pages(2, 0).set_repeat_columns(0, 0)?;
    } else {
        page.set_print_fit_to_pages(1, 0);
    }
    page.set_footer("&L&\"Times New Roman,Italic\"&10* bắt buộc điền&R&\"Times New Roman\"&10&A, trang &P/&N");
    if width > PORTRAIT_WIDTH {
        page.set_landscape();
    }
    Ok(())
}

fn last_column(kind: SheetKind) -> u16 {
    u16::try_from(kind.columns().len() - 1).expect("a sheet has a handful of columns")
}
