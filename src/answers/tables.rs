//! The tables of `locales/`, as the build makes them: nothing of them is parsed at a start.
//!
//! Owns taking them in, each sorted by what it is looked up by. Must not know what an entry is for. The catalogue finds
//! its entries here.

use super::entry::{Explanation, MessageEntry, MessageTexts, WordEntry};

// MESSAGES, WORDS, HELP, FIGURES and FIELDS: build/catalogue.rs.
include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// Every message, sorted by code.
#[must_use]
pub fn messages() -> &'static [MessageEntry] {
    MESSAGES
}

/// Every list of words with the name of its file in `locales/`, each sorted by key.
#[must_use]
pub fn word_lists() -> [(&'static str, &'static [WordEntry]); 4] {
    [("words", WORDS), ("help", HELP), ("figures", FIGURES), ("fields", FIELDS)]
}
