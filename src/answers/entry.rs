//! One entry of the catalogue: a message or a word, in both languages.
//!
//! Owns the types of the tables that the build makes of `locales/`. Must not know how an entry is found or filled in.
//! The catalogue looks its entries up.

use super::language::Language;

/// All texts of one code.
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

/// A message in one language. Sentence and hints have gaps for values; the explanation has none.
#[derive(Clone, Copy, Debug)]
pub struct MessageTexts {
    /// The sentence.
    pub text: &'static str,
    /// The hints by variant, sorted; the plain one has the variant `""` and comes first. Empty where the clerk can do
    /// nothing.
    pub hints: &'static [(&'static str, &'static str)],
    /// The texts for many such messages as one list of names; `None` where each is shown on its own.
    pub list: Option<ListTexts>,
    /// Why it matters, and the rest of the explanation.
    pub explanation: Explanation,
}

/// The texts around a list of names that share one mistake, with a gap for their `count`.
#[derive(Clone, Copy, Debug)]
pub struct ListTexts {
    /// The sentence.
    pub text: &'static str,
    /// The hint for all of them.
    pub hint: &'static str,
}

/// The explanation of a code, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Why it matters for the document, and what happens to the data.
    pub why: &'static str,
    /// The clause, the convention of the workbook or the promise of the program behind the code.
    pub source: &'static str,
    /// A wrong example, as the clerk sees it; may have several lines.
    pub wrong: &'static str,
    /// The same example corrected; may have several lines.
    pub right: &'static str,
}

/// A word, a label or a text of the help, with gaps for values.
#[derive(Clone, Copy, Debug)]
pub struct WordEntry {
    /// The key for looking it up.
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
