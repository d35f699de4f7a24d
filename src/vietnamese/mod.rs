//! The Vietnamese language as clerks type it: characters, matching keys, capitals, numerals, dates and numbers.
//!
//! Owns what is true of the language alone. Knows no sheet, no document, no decree clause beyond
//! how a date or an outline number is written.

pub mod date;
pub mod fold;
mod letters;
pub mod number;
pub mod numerals;
pub mod phrase;
pub mod text;
pub mod tone;
