//! Workbooks that we write: the blank one, the sample, later the next period's and the units' forms.
//!
//! Owns their look and the help in them, and is the only room that knows `rust_xlsxwriter`. Must not know templates or
//! layout: sheets, headings and their meaning are the contract's. Its bytes go to the front through `pipeline`.

mod columns;
mod content;
mod general;
mod heights;
mod help;
mod lists;
mod looks;
mod rules;
mod sample;
mod sheet;
mod write;

pub use content::{Content, Row, Value};
pub use sample::{sample, sample_content};
pub use write::write;

/// A workbook with every sheet of the contract and nothing filled in.
///
/// # Examples
/// ```
/// use vanthu::{diag::Diagnostics, records, workbook};
/// let bytes = workbook::blank();
/// let book = records::Workbook { name: "so-lieu.xlsx", bytes: &bytes };
/// let read = records::read(&[book], &records::HeadingAnswers::default(), &mut Diagnostics::new());
/// assert_eq!(read.sheets.len(), vanthu::contract::SheetKind::ALL.len());
/// ```
#[must_use]
pub fn blank() -> Vec<u8> {
    write(&Content::default())
}
