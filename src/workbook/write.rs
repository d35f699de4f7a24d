//! A whole workbook: every sheet of the contract, in its order, with what is known.
//!
//! Owns the order of the sheets and what the file says of itself. Must not know how a sheet is written. The bytes go to
//! whoever asked; the same content gives the same bytes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::content::Content;
use super::looks::{self, Looks};
use super::{general, heights, lists, sheet};
use crate::contract::SheetKind;

/// What a workbook of ours is, in its custom properties: `vanthu_so` says which form, `vanthu_phien_ban` which edition.
const FORM: (&str, &str) = ("vanthu_so", "so-lieu");
/// Raised when a sheet, a heading or an item of the contract changes.
const EDITION: (&str, i32) = ("vanthu_phien_ban", 1);
/// Height of a row and width of a column in pixels, in the typeface of the workbook.
const ROW_HEIGHT: u32 = 22;
const COLUMN_WIDTH: u32 = 72;

/// The bytes of a workbook as Excel saves it: every sheet of the contract, filled with this content.
///
/// Whatever the content says is written; a text too long for a cell or a day before 1900 would be a broken promise of
/// [`super::Value`].
///
/// # Panics
/// Where such a promise is broken.
#[must_use]
pub fn write(content: &Content) -> Vec<u8> {
    let bytes = bytes(content).expect("values that fit into cells make a workbook");
    heights::unfix(&bytes).expect("a workbook just written is a zip of texts")
}

fn bytes(content: &Content) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_default_format(&looks::plain(), ROW_HEIGHT, COLUMN_WIDTH)?;
    book.set_properties(&properties()?);
    let looks = Looks::new();
    for kind in SheetKind::ALL {
        let page = book.add_worksheet();
        match kind {
            SheetKind::General => general::write(page, content, &looks)?,
            SheetKind::Lists => lists::write(page, content, &looks)?,
            _ => sheet::write(page, kind, content, &looks)?,
        }
    }
    book.save_to_buffer()
}

/// No author, company or clock: the file says what it is, not who made it when.
fn properties() -> Result<DocProperties, XlsxError> {
    let properties = DocProperties::new().set_title("Sổ số liệu").set_subject("Giao việc và kết quả của một kỳ");
    let properties = properties.set_comment("Sổ nhập liệu của chương trình vanthu: mỗi sổ một kỳ, một mảng công tác");
    let properties = properties.set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?);
    Ok(properties.set_custom_property(FORM.0, FORM.1).set_custom_property(EDITION.0, EDITION.1))
}
