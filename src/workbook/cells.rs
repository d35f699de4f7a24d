//! Writes one filled cell.
//!
//! Owns which values become a number, a day or a text in Excel. Must not know rows or sheets. `table` and `form` call
//! it.

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::description::FilledCell;
use crate::contract::EntryLook;

/// Writes one cell. A digit string in a column of codes stays text.
pub(super) fn write_cell(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &FilledCell,
    look: EntryLook,
    format: &Format,
) -> Result<(), XlsxError> {
    match (cell, look) {
        (FilledCell::Date(day), _) => {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            page.write_datetime_with_format(row, column, &day, format)?;
        }
        (
            FilledCell::Number(number),
            EntryLook::Words | EntryLook::Ordinal | EntryLook::Day | EntryLook::Count | EntryLook::Figure,
        ) => {
            match number.parse::<f64>() {
                Ok(number) => page.write_number_with_format(row, column, number, format)?,
                Err(_) => page.write_string_with_format(row, column, number, format)?,
            };
        }
        (FilledCell::Text(text) | FilledCell::Number(text), _) => {
            page.write_string_with_format(row, column, text, format)?;
        }
    }
    Ok(())
}
