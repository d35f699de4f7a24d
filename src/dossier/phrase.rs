//! Names as word sequences, as the units of the contract are compared.
//!
//! Owns the name under which this room compares them. Must not know any unit or sheet: the words and abbreviations are
//! the contract's. Rules and lists of recipients compare names with it.

pub use crate::contract::NameWords as Phrase;
