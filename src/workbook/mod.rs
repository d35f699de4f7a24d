//! Workbooks that we write, from a description of their sheets: the contract's, blank or filled in, and any other.
//!
//! Owns their look and their help texts, and is the only room that knows `rust_xlsxwriter`. Must not know templates or
//! layout. The contract defines its sheets and headings; a form or an index has a description of its own. Its bytes go
//! to the front through `pipeline`.

mod cells;
mod choices;
mod content;
mod description;
mod form;
mod heights;
mod help;
mod lists;
mod looks;
mod of_contract;
mod page;
mod references;
mod rules;
mod sample;
mod table;
mod write;

pub use content::{FilledRow, WorkbookContent};
pub use description::{
    Allowed, ColumnDescription, ColumnReference, DescribedRow, DropDown, FileIdentity, FilledCell, FormDescription,
    ItemDescription, ListDescription, ListWords, SheetBody, SheetDescription, TableDescription, WorkbookDescription,
};
pub use of_contract::{column, of_contract, sheet};
pub use sample::{sample, sample_content};
pub use write::write;

/// A workbook with every sheet of the contract, all empty.
///
/// # Examples
/// ```
/// use vanthu::{diag::Diagnostics, records, workbook};
/// let bytes = workbook::blank();
/// let book = records::Workbook { name: "so-lieu.xlsx", bytes: &bytes };
/// let read = records::read(&[book], &records::Answers::default(), &mut Diagnostics::new());
/// assert_eq!(read.sheets.len(), vanthu::contract::SheetKind::ALL.len());
/// ```
#[must_use]
pub fn blank() -> Vec<u8> {
    write(&of_contract(&WorkbookContent::default()))
}
