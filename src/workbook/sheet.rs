//! One sheet of the contract as Excel shows it: headings with notes, rows, drop-downs, print set-up.
//!
//! Owns that look for every sheet alike. Knows no value's meaning.

use rust_xlsxwriter::{ExcelDateTime, Note, Worksheet, XlsxError};

use super::content::{Entry, Row};
use super::formats::{ColumnForm, Formats};
use super::lists;
use crate::contract::{Column, Field, GeneralKey, SheetKind};

/// Ruled rows ready to be filled in.
const READY_ROWS: u32 = 30;
/// The height of a line at 12 points, in points.
const LINE_HEIGHT: u32 = 16;
/// A4, as Excel counts paper.
const PAPER_A4: u8 = 9;
/// A sheet wider than this prints on a turned page, in characters.
const PORTRAIT_WIDTH: u32 = 100;
/// What a turned page takes, in characters, at a size that can still be read.
const PAGE_WIDTH: u32 = 200;

/// Writes a sheet of the contract with these rows.
pub(super) fn write(page: &mut Worksheet, kind: SheetKind, rows: &[Row], formats: &Formats) -> Result<(), XlsxError> {
    for (column, of_contract) in (0..).zip(kind.columns()) {
        write_heading(page, column, kind, of_contract, formats)?;
    }
    if kind == SheetKind::General {
        write_keys(page, rows, formats)?;
    } else {
        write_rows(page, kind, rows, formats)?;
    }
    set_up_page(page, kind)
}

fn write_heading(
    page: &mut Worksheet,
    at: u16,
    kind: SheetKind,
    column: &Column,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let format = if column.is_required { &formats.required } else { &formats.optional };
    page.write_string_with_format(0, at, column.heading, format)?;
    let need = if column.is_required { "Bắt buộc. " } else { "" };
    page.insert_note(0, at, &note(&format!("{need}{}", kind.guidance(column.field))))?;
    page.set_column_width(at, width(kind, column.field))?;
    Ok(())
}

/// The keys of Thông tin chung, all of them in the contract's order, each with its note and its value.
fn write_keys(page: &mut Worksheet, rows: &[Row], formats: &Formats) -> Result<(), XlsxError> {
    for (row, key) in (1..).zip(GeneralKey::ALL) {
        let format = if key.is_required() { &formats.required_key } else { &formats.optional_key };
        page.write_string_with_format(row, 0, key.title(), format)?;
        let need = if key.is_required() { "Bắt buộc. " } else { "" };
        page.insert_note(row, 0, &note(&format!("{need}{}", key.guidance())))?;
        let form = match key {
            GeneralKey::IssuedOn | GeneralKey::FiguresAsOf => ColumnForm::Date,
            GeneralKey::Number | GeneralKey::Copies => ColumnForm::Plain,
            // A period or a deadline that Excel took for a date would lose its wording.
            _ => ColumnForm::Text,
        };
        let named = Entry::Text(key.title().to_owned());
        let value =
            rows.iter().find(|row| row.get(&Field::Item) == Some(&named)).and_then(|row| row.get(&Field::Value));
        write_entry(page, (row, 1), value, form, formats)?;
        if let Some(validation) = lists::validation_of_key(key)? {
            page.add_data_validation(row, 1, row, 1, &validation)?;
        }
    }
    Ok(())
}

fn write_rows(page: &mut Worksheet, kind: SheetKind, rows: &[Row], formats: &Formats) -> Result<(), XlsxError> {
    let filled = u32::try_from(rows.len()).expect("a sheet has few rows");
    // Not every office program fits a filled row to its text; one that the clerk fills is fitted as it is typed.
    for (row, entries) in (1..).zip(rows) {
        page.set_row_height(row, LINE_HEIGHT * lines(kind, entries))?;
    }
    for (at, column) in (0..).zip(kind.columns()) {
        let form = ColumnForm::of(column.field);
        for (row, entries) in (1..).zip(rows) {
            write_entry(page, (row, at), entries.get(&column.field), form, formats)?;
        }
        for row in filled + 1..=filled.max(READY_ROWS) {
            write_entry(page, (row, at), None, form, formats)?;
        }
        // Below the ruled rows too, so that a code keeps its zeros wherever it is typed.
        page.set_column_format(at, formats.of(form))?;
        if let Some(validation) = lists::validation(kind, column.field)? {
            page.add_data_validation(1, at, lists::last_row(), at, &validation)?;
        }
    }
    Ok(())
}

fn write_entry(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    entry: Option<&Entry>,
    form: ColumnForm,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match entry {
        None => page.write_blank(row, column, formats.of(form))?,
        Some(Entry::Text(text)) => page.write_string_with_format(row, column, text, formats.of(form))?,
        Some(Entry::Number(number)) => page.write_number_with_format(row, column, *number, formats.of(form))?,
        Some(Entry::Date(day)) => {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            page.write_datetime_with_format(row, column, &day, formats.of(ColumnForm::Date))?
        }
    };
    Ok(())
}

fn set_up_page(page: &mut Worksheet, kind: SheetKind) -> Result<(), XlsxError> {
    let whole: u32 = kind.columns().iter().map(|column| width(kind, column.field)).sum();
    let pages = u16::try_from(whole.div_ceil(PAGE_WIDTH)).expect("a sheet is few pages wide");
    page.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    page.set_paper_size(PAPER_A4).set_print_fit_to_pages(pages, 0).set_footer("&C&P");
    page.set_margins(0.5, 0.4, 0.6, 0.6, 0.3, 0.3);
    if whole > PORTRAIT_WIDTH {
        page.set_landscape();
    }
    if pages > 1 {
        // The second page says which row is which.
        page.set_repeat_columns(0, 0)?;
    }
    Ok(())
}

fn note(text: &str) -> Note {
    // A line takes about 34 letters at this width and 20 pixels of height.
    let lines = u32::try_from(text.chars().count().div_ceil(34)).expect("a note is short") + 1;
    Note::new(text).add_author_prefix(false).set_author("vanthu").set_width(240).set_height(20 * lines)
}

/// The lines that the tallest cell of a row takes.
fn lines(kind: SheetKind, entries: &Row) -> u32 {
    let of_entry = |(field, entry): (&Field, &Entry)| match entry {
        Entry::Text(text) => {
            let letters = u32::try_from(text.chars().count()).expect("a cell is short");
            // Letters are narrower than the digits that Excel counts a width in.
            (4 * letters).div_ceil(5 * width(kind, *field))
        }
        Entry::Number(_) | Entry::Date(_) => 1,
    };
    entries.iter().map(of_entry).max().unwrap_or(1)
}

/// The width of a column, in characters.
fn width(kind: SheetKind, field: Field) -> u32 {
    match (kind, field) {
        (SheetKind::General, Field::Item) => 22,
        (SheetKind::General, _) => 62,
        (SheetKind::Prose | SheetKind::Implementation, Field::Content) => 66,
        (_, Field::Content | Field::Recipient) => 46,
        (_, Field::Subject) => 40,
        (_, Field::Ordinal | Field::Measure | Field::Authority | Field::Households | Field::Population) => 8,
        (_, Field::Code | Field::ArchiveCode | Field::Percent) => 10,
        (_, field) if ColumnForm::of(field) == ColumnForm::Date => 12,
        (_, Field::PlannedYear | Field::Planned | Field::Actual | Field::Cumulative | Field::SamePeriod) => 12,
        (_, Field::Name | Field::Indicator | Field::Unit | Field::Outcome | Field::FullName | Field::Village) => 28,
        _ => 18,
    }
}
