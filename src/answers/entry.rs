//! One entry of the catalogue: a message or a word, in both languages.
//!
//! Owns the shape that the tables of `locales/` are made in, when the program is built. Must not know how an entry is found
//! or filled in. The catalogue looks its entries up.

use super::language::Language;

/// All that is said under one code.
#[derive(Clone, Copy, Debug)]
pub struct MessageEntry {
    /// The code, `SL-012`.
    pub code: &'static str,
    /// In Vietnamese.
    pub vi: MessageTexts,
    /// In English.
    pub en: MessageTexts,
}

impl MessageEntry {
    /// The texts in a language.
    #[must_use]
    pub fn texts(&self, language: Language) -> &MessageTexts {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }
}

/// A message in one language. The first two have gaps for values; the others are as they stand.
#[derive(Clone, Copy, Debug)]
pub struct MessageTexts {
    /// The sentence.
    pub text: &'static str,
    /// The hints by variant, sorted; that of no variant, `""`, comes first. Empty where nothing can be done.
    pub hints: &'static [(&'static str, &'static str)],
    /// Why it matters, and what else is explained of it.
    pub explanation: Explanation,
}

/// The explanation of a code, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Why it matters for the document, and what becomes of the data.
    pub why: &'static str,
    /// The clause, the convention of the workbook or the promise that the code rests on.
    pub source: &'static str,
    /// An example gone wrong, as the clerk sees it; may have several lines.
    pub wrong: &'static str,
    /// The same example put right; may have several lines.
    pub right: &'static str,
}

/// A word, a label or a text of the help, with gaps for values.
#[derive(Clone, Copy, Debug)]
pub struct WordEntry {
    /// What it is asked for by.
    pub key: &'static str,
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

impl WordEntry {
    /// The word in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Vi => self.vi,
            Language::En => self.en,
        }
    }
}
