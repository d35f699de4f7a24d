//! First room: workbook bytes become [`Records`], rows of the contract's sheets with the cells they came from.
//!
//! Owns reading: the guard, calamine, finding headers, sorting rows, the ledger. Must not know what rows mean together,
//! the clock, or Word. Its output goes to `dossier`.

mod binary_workbook;
mod cells;
mod guard;
mod headings;
mod held_book;
mod limits;
mod marked_columns;
mod old_excel;
mod old_fonts;
mod open_document;
mod open_file;
mod panics;
mod read;
mod refusal;
mod rows;
mod sheets;
mod shown;
mod stored;
#[cfg(test)]
mod test_records;
mod types;
mod village_sorts;

pub use headings::HeadingAnswers;
pub use read::{Answers, Workbook, read};
pub use rows::RowAnswers;
pub use sheets::SheetAnswers;
pub use shown::ShownSheet;
pub use types::*;
