//! The workbook's contract: which sheets there are, their columns and keys, and the words clerks use for them.
//!
//! Owns names and synonyms. Knows neither cells nor meanings beyond a name.
//! `records` reads by it; `workbook` writes by it.

pub mod choices;
mod dictionary;
mod fields;
mod general;
mod guidance;
mod sheets;

pub use dictionary::{AmbiguousHeading, Dictionary, KnownDocumentType, KnownUnit, KnownWording, dictionary};
pub use fields::Field;
pub use general::GeneralKey;
pub use guidance::{guidance, item_guidance};
pub use sheets::{Column, SheetKind};
