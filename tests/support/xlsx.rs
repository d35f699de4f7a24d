//! A readable workbook written as an Excel file.
//!
//! Owns its look: typeface, widths, frozen headings, print settings. Must not know the contract. The same grid gives
//! the same bytes, because every time stamp is fixed.

use rust_xlsxwriter as excel;

use excel::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::cell::Cell;
use super::workbook::{Sheet, Workbook};

/// A column of single words is as wide as the longest, up to this many characters; longer ones wrap.
const WORD_WIDTH: usize = 30;
/// The width of a column of prose, that is of texts longer than `PROSE_LENGTH`.
const PROSE_WIDTH: usize = 72;
/// A text of more characters than this is prose.
const PROSE_LENGTH: usize = 80;
/// A table with more columns than this is printed in landscape.
const PORTRAIT_COLUMNS: u32 = 4;
/// The number of A4 among Excel's paper sizes.
const PAPER_A4: u8 = 9;

impl Workbook {
    /// The bytes of this workbook as Excel saves it.
    pub(crate) fn to_xlsx(&self) -> Vec<u8> {
        self.write().unwrap_or_else(|error| panic!("a sample that Excel refuses: {error}"))
    }

    fn write(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = excel::Workbook::new();
        let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let formats = Formats::new();
        for sheet in &self.sheets {
            let page = book.add_worksheet();
            page.set_name(&sheet.title)?.set_hidden(sheet.is_hidden);
            write_cells(page, sheet, &formats)?;
            set_up_page(page, sheet)?;
        }
        book.save_to_buffer()
    }
}

/// The formats of cells.
struct Formats {
    title: Format,
    heading: Format,
    group: Format,
    body: Format,
    date: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = Format::new().set_font_name("Times New Roman").set_font_size(12.0).set_text_wrap();
        let body = plain.clone().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
        let bold = body.clone().set_bold().set_align(FormatAlign::VerticalCenter);
        let heading = bold.clone().set_align(FormatAlign::Center).set_background_color(Color::RGB(0x00DC_E6F1));
        Self {
            title: plain.set_bold().set_align(FormatAlign::Center),
            heading,
            group: bold.set_background_color(Color::RGB(0x00F2_F2F2)),
            date: body.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
            body,
        }
    }
}

fn write_cells(page: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> Result<(), XlsxError> {
    // First the frame of the table, because its empty cells have borders too.
    for row in sheet.header_row..=sheet.last_row() {
        for column in 1..=sheet.width() {
            page.write_blank(zero_based(row), letter_based(column), &formats.body)?;
        }
    }
    for (&(row, column), cell) in &sheet.cells {
        if sheet.banners.contains(&row) {
            write_banner(page, sheet, row, cell, formats)?;
        } else {
            write_cell(page, sheet, (row, column), cell, formats)?;
        }
    }
    for &(first, last) in &sheet.merges {
        let text = sheet.cells.get(&first).map(Cell::to_string).unwrap_or_default();
        let (left, right) = (letter_based(first.1), letter_based(last.1));
        page.merge_range(zero_based(first.0), left, zero_based(last.0), right, &text, &formats.body)?;
    }
    Ok(())
}

fn write_banner(
    page: &mut Worksheet,
    sheet: &Sheet,
    row: u32,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let format = if row < sheet.header_row { &formats.title } else { &formats.group };
    let row = zero_based(row);
    let text = cell.to_string();
    if sheet.width() == 1 {
        page.write_with_format(row, 0, text, format)?;
    } else {
        page.merge_range(row, 0, row, letter_based(sheet.width()), &text, format)?;
    }
    Ok(())
}

fn write_cell(
    page: &mut Worksheet,
    sheet: &Sheet,
    (row, column): (u32, u32),
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let format = if row == sheet.header_row { &formats.heading } else { &formats.body };
    let lettered;
    let format = if sheet.struck.contains(&(row, column)) {
        lettered = format.clone().set_font_strikethrough();
        &lettered
    } else if sheet.bold_rows.contains(&row) {
        lettered = format.clone().set_bold();
        &lettered
    } else {
        format
    };
    let with_font;
    let format = match sheet.fonts.get(&(row, column)) {
        Some(font) => {
            with_font = format.clone().set_font_name(font);
            &with_font
        }
        None => format,
    };
    let struck_words = sheet.struck_words.get(&(row, column));
    let (row, column) = (zero_based(row), letter_based(column));
    match cell {
        Cell::Text(text) if struck_words.is_some() => {
            let words = struck_words.expect("the cell has struck words");
            let (before, after) = text.split_once(words.as_str()).expect("the cell holds the struck words");
            let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
            let runs = [(&plain, before), (&struck, words.as_str()), (&plain, after)];
            let runs: Vec<(&Format, &str)> = runs.into_iter().filter(|(_, text)| !text.is_empty()).collect();
            page.write_rich_string_with_format(row, column, &runs, format)?
        }
        Cell::Text(text) => page.write_string_with_format(row, column, text, format)?,
        Cell::Number(number) => page.write_number_with_format(row, column, *number, format)?,
        Cell::Bool(truth) => page.write_boolean_with_format(row, column, *truth, format)?,
        Cell::Date(date) => {
            let day = ExcelDateTime::parse_from_str(&date.to_string())?;
            page.write_datetime_with_format(row, column, &day, &formats.date)?
        }
    };
    Ok(())
}

fn set_up_page(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    for column in 1..=sheet.width() {
        page.set_column_width(letter_based(column), column_width(sheet, column))?;
    }
    for &row in &sheet.hidden_rows {
        page.set_row_hidden(zero_based(row))?;
    }
    for &column in &sheet.hidden_columns {
        page.set_column_hidden(letter_based(column))?;
    }
    let header_row = zero_based(sheet.header_row);
    page.set_freeze_panes(header_row + 1, 0)?.set_repeat_rows(header_row, header_row)?;
    page.set_paper_size(PAPER_A4).set_print_fit_to_pages(1, 0);
    if sheet.width() > PORTRAIT_COLUMNS {
        page.set_landscape();
    }
    Ok(())
}

/// As wide as its longest line for words, fixed for phrases and prose, which wrap.
fn column_width(sheet: &Sheet, column: u32) -> u32 {
    let in_column = sheet.cells.iter().filter(|((row, at), _)| *at == column && !sheet.banners.contains(row));
    let lengths = in_column.filter_map(|(_, cell)| cell.to_string().lines().map(|line| line.chars().count()).max());
    let longest = lengths.max().unwrap_or_default();
    let width = if longest > PROSE_LENGTH { PROSE_WIDTH } else { longest.clamp(4, WORD_WIDTH) + 2 };
    u32::try_from(width).expect("a column is narrower than a u32 counts")
}

fn zero_based(row: u32) -> u32 {
    row.checked_sub(1).expect("rows count from 1")
}

fn letter_based(column: u32) -> u16 {
    let column = column.checked_sub(1).expect("columns count from 1");
    u16::try_from(column).expect("Excel has 16,384 columns")
}
