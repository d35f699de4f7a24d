//! Writes one filled cell.
//!
//! Owns which values become a number, a day or a text in Excel. Must not know rows or sheets. `table` and `form` call
//! it.

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::description::FilledCell;
use crate::contract::EntryLook;

/// Writes one cell; without a format it has that of its column. A digit string in a column of codes stays text.
pub(super) fn write_cell(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &FilledCell,
    look: EntryLook,
    format: Option<&Format>,
) -> Result<(), XlsxError> {
    match (ExcelValue::of(cell, look)?, format) {
        (ExcelValue::Day(day), Some(format)) => page.write_datetime_with_format(row, column, &day, format)?,
        (ExcelValue::Day(day), None) => page.write_datetime(row, column, &day)?,
        (ExcelValue::Number(number), Some(format)) => page.write_number_with_format(row, column, number, format)?,
        (ExcelValue::Number(number), None) => page.write_number(row, column, number)?,
        (ExcelValue::Text(text), Some(format)) => page.write_string_with_format(row, column, text, format)?,
        (ExcelValue::Text(text), None) => page.write_string(row, column, text)?,
    };
    Ok(())
}

/// What Excel keeps of a cell.
enum ExcelValue<'a> {
    Day(ExcelDateTime),
    Number(f64),
    Text(&'a str),
}

impl<'a> ExcelValue<'a> {
    fn of(cell: &'a FilledCell, look: EntryLook) -> Result<Self, XlsxError> {
        let is_of_numbers = !matches!(look, EntryLook::Code);
        Ok(match cell {
            FilledCell::Date(day) => Self::Day(ExcelDateTime::parse_from_str(&day.to_string())?),
            FilledCell::Number(number) if is_of_numbers => number.parse().map_or(Self::Text(number), Self::Number),
            FilledCell::Text(text) | FilledCell::Number(text) => Self::Text(text),
        })
    }
}
