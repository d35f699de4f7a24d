//! Workbooks that we write: the blank one to start with, and the invented commune's.
//!
//! Owns what a workbook of the contract looks like in Excel: headings, notes, drop-downs, dates, print set-up. Must not
//! know templates or layout. Its bytes go to the front, which stores them; the clerk fills them and `records` reads them.

mod content;
mod formats;
mod lists;
mod sample;
mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::contract::SheetKind;
use content::Content;
use formats::Formats;

/// The version of the workbook's form, kept in its properties.
const FORM_VERSION: &str = "1";

/// The workbook of the contract with nothing filled in: every sheet, its headings, notes, drop-downs and print set-up.
///
/// The same bytes on every machine and every day.
///
/// # Panics
/// Never: what is written is within Excel's limits.
///
/// # Examples
/// ```
/// assert!(vanthu::workbook::blank().starts_with(b"PK"));
/// ```
#[must_use]
pub fn blank() -> Vec<u8> {
    bytes(&Content::default())
}

/// The workbook of an invented commune, ready to build.
///
/// # Panics
/// Never: the sample is part of the program.
#[must_use]
pub fn sample() -> Vec<u8> {
    bytes(&sample::content())
}

fn bytes(content: &Content) -> Vec<u8> {
    write(content).expect("a workbook of the contract is within Excel's limits")
}

fn write(content: &Content) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed day: the clock of the machine is never asked.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    let properties = DocProperties::new()
        .set_title("Sổ số liệu")
        .set_author("")
        .set_creation_datetime(&created)
        .set_custom_property("vanthu", FORM_VERSION);
    book.set_properties(&properties);
    let formats = Formats::new();
    for kind in SheetKind::ALL {
        let page = book.add_worksheet();
        page.set_name(kind.title())?;
        if kind == SheetKind::Lists {
            lists::write(page, &formats)?;
        } else {
            sheet::write(page, kind, content.rows(kind), &formats)?;
        }
    }
    book.save_to_buffer()
}
