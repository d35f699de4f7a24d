//! The decree (Nghị định 30/2020/NĐ-CP): its figures, its fixed wordings and its kinds of document.
//!
//! Owns each fact of the decree once, with its clause. Knows no document: `draft` and `document` read from here.
//! Another authority would be a sibling file, never an `if`.

pub mod figures;
pub mod kinds;
