//! The decree (Nghị định 30/2020/NĐ-CP): its figures, its fixed wordings, its kinds of document and their symbols.
//!
//! Owns each fact of the decree once, with its clause. Must not know any document: `draft` and `document` read from
//! here. Another authority would be a sibling file, never an `if`.

pub mod figures;
pub mod kinds;
pub mod symbol;
