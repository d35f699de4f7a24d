//! The Vietnamese language as clerks type it: characters, matching keys, capitals, numerals, dates and numbers.
//!
//! Owns what is true of the language alone. Must not know sheets or documents, nor any clause of the decree except how
//! a date or an outline number is written. Every room uses it.

pub mod capitals;
pub mod date;
pub mod first_word;
pub mod fold;
mod letters;
pub mod number;
pub mod numerals;
pub mod old_encoding;
pub mod phrase;
pub mod spoken;
pub mod syllable;
pub mod text;
pub mod tone;
