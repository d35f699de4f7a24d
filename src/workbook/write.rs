//! Writes a whole workbook from its description.
//!
//! Owns the order of the sheets and the properties of the file. Must not know how a sheet is written. Its bytes go to
//! the caller; the same description gives the same bytes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::description::{FileIdentity, SheetBody, WorkbookDescription};
use super::looks::{self, Looks};
use super::{form, heights, lists, table};

/// The properties of a file for the id of its form and the version of that form.
const FORM: &str = "vanthu_so";
const EDITION: &str = "vanthu_phien_ban";
/// Height of a row and width of a column in pixels, in the typeface of the workbook.
const ROW_HEIGHT: u32 = 22;
const COLUMN_WIDTH: u32 = 72;

/// The bytes of a workbook as Excel saves it.
///
/// The description must be valid in its titles, texts and days.
///
/// # Panics
/// Where the description is invalid: a text too long for a cell, a day before 1900, two sheets with one title, a
/// drop-down of a column that no sheet has.
#[must_use]
pub fn write(book: &WorkbookDescription) -> Vec<u8> {
    let bytes = bytes(book).expect("a description that keeps its promises makes a workbook");
    heights::release_heights(&bytes).expect("a workbook just written is a zip of texts")
}

fn bytes(book: &WorkbookDescription) -> Result<Vec<u8>, XlsxError> {
    let mut written = Workbook::new();
    written.set_default_format(&looks::plain(), ROW_HEIGHT, COLUMN_WIDTH)?;
    written.set_properties(&properties(&book.identity)?);
    let looks = Looks::new();
    for sheet in &book.sheets {
        let page = written.add_worksheet();
        page.set_name(&sheet.title)?.set_hidden(sheet.is_hidden);
        match &sheet.body {
            SheetBody::Table(table) => table::write(page, table, book, &looks)?,
            SheetBody::Form(form) => form::write(page, form, book, &looks)?,
            SheetBody::Lists(lists) => lists::write(page, lists, book, &looks)?,
        }
    }
    written.save_to_buffer()
}

/// No author, company or time: the properties describe the file, not who made it or when.
fn properties(identity: &FileIdentity) -> Result<DocProperties, XlsxError> {
    let properties = DocProperties::new().set_title(&identity.title).set_subject(&identity.subject);
    let properties = properties.set_comment(&identity.comment);
    let properties = properties.set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?);
    Ok(properties.set_custom_property(FORM, &*identity.form).set_custom_property(EDITION, identity.edition))
}
