//! The workbook's contract: its sheets, their columns and keys, and the words clerks use for them.
//!
//! Owns names and synonyms. Must not know cells, nor the meaning of a field beyond its name. `records` reads by it;
//! `workbook` writes by it.

pub mod choices;
mod column;
mod columns;
mod dictionary;
mod fields;
mod general;
mod name_words;
mod sheets;

pub use choices::ChoiceList;
pub use column::{CellEntry, Column, EntryLook, EntryRule, TableName};
pub use dictionary::{AmbiguousHeading, Dictionary, KnownDocumentType, KnownUnit, KnownWording, dictionary};
pub use fields::Field;
pub use general::{GeneralItem, GeneralKey};
pub use name_words::{NameWords, TIERS};
pub use sheets::SheetKind;

/// The largest workbook that is read, in bytes.
pub const LARGEST_WORKBOOK: u64 = 20 << 20;
