//! Names as word sequences, as the units of the contract are compared.
//!
//! Owns nothing: the words and abbreviations are the contract's. Must not know any unit or sheet. `dossier` compares
//! names with it.

pub use crate::contract::NameWords as Phrase;
