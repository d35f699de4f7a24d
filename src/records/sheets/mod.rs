//! Decides which of the sheets that were read count.
//!
//! Owns the decision over all sheets of all files, and the clerk's answers to it. Must not know how a sheet is read. A
//! sheet that does not count is left aside and named; `read` takes the rows of the others.

mod answers;
mod blank;
mod choice;
mod codes;
mod leads;
mod marks;
mod owners;
mod periods;
mod repeated;
mod results;
mod versions;

pub use answers::SheetAnswers;
pub(super) use answers::{LEFT_UNREAD, SheetAnswer};

use super::marked_columns::MarkedColumn;
use super::shown::ShownSheet;
use super::types::{Located, Record, ResultsBeside, SheetReading};
use crate::contract::SheetKind;
use crate::diag::{Diagnostic, Place};

/// Gives the rows of a sheet of one unit that unit; leaves aside the sheets, the columns of results, and the repeated rows
/// that do not count, with messages; gives codes to the tasks without one.
pub(super) fn choose(sheets: &mut [FoundSheet]) {
    blank::leave_blank_sheets_aside(sheets);
    marks::give_marked(sheets);
    owners::give_owners(sheets);
    choice::choose_sheets(sheets);
    leads::ask_for_leads(sheets);
    results::choose_results(sheets);
    versions::ask_about_versions(sheets);
    repeated::drop_repeated(sheets);
    codes::give_codes(sheets);
}

/// The name of the sheet of a place; empty where there is none.
fn sheet_name(place: &Place) -> &str {
    place.sheet.as_deref().unwrap_or_default()
}

/// How a sheet was recognized, from the surest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RecognizedBy {
    /// By its whole name, or by the clerk's answer.
    Name,
    /// By the beginning of its name, and its headings.
    Beginning,
    /// By its headings alone.
    Headings,
}

/// What was found in a sheet.
pub(super) struct FoundSheet {
    /// The account of it.
    pub(super) reading: SheetReading,
    /// The messages about it, in order.
    pub(super) messages: Vec<Diagnostic>,
    /// Its rows; `None` where none were read.
    pub(super) rows: Option<ReadRows>,
}

/// The rows of a sheet.
pub(super) struct ReadRows {
    /// Their kind.
    pub(super) kind: SheetKind,
    /// How that is known.
    pub(super) by: RecognizedBy,
    /// Whether this is a table of the clerk's own.
    pub(super) is_register: bool,
    /// The texts above the table of a register.
    pub(super) titles: Vec<Located<String>>,
    /// The rows, from top to bottom.
    pub(super) records: Vec<Record>,
    /// The results beside the tasks.
    pub(super) results: ResultsBeside,
    /// The columns of marks for units and months.
    pub(super) marked: Vec<MarkedColumn>,
    /// All filled rows as the clerk sees them.
    pub(super) shown: ShownSheet,
}
