//! The meaning of every code: why it is reported, its source, a wrong example and the corrected one.
//!
//! Owns the families of codes, in the order of the pipeline. Must not know how they are shown. Its output goes to
//! `explain`, and to the appendix of the clerk's guide.

use super::catalogue::catalogue;
use super::entry::Explanation;
use super::language::Language;
use super::tables::MESSAGES;

/// A code with all its texts. Values that are known only at run time are `…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The code, `SL-012`.
    pub code: &'static str,
    /// The sentence of its message.
    pub text: String,
    /// Its explanation.
    pub explanation: Explanation,
    /// Every hint, the plain one first; empty where nothing can be done.
    pub hints: Vec<String>,
}

/// Codes with one prefix: they come from one part of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// The prefix of its codes, without the hyphen: `SL`.
    pub prefix: &'static str,
    /// The subject of its codes.
    pub meaning: String,
    /// Its codes, in order; never empty.
    pub codes: Vec<Explained>,
}

/// The prefixes in the order in which a clerk meets them, each with the key of the text for its subject.
const PREFIXES: [(&str, &str); 7] = [
    ("SL", "family_sl"),
    ("HS", "family_hs"),
    ("MAU", "family_mau"),
    ("VB", "family_vb"),
    ("CK", "family_ck"),
    ("TEP", "family_tep"),
    ("CD", "family_cd"),
];

/// Every explained code by family, in a language; a family without codes is left out.
///
/// # Examples
/// ```
/// use vanthu::answers::{Language, families};
/// let families = families(Language::Vi);
/// assert_eq!((families[0].prefix, families[0].codes[0].code), ("SL", "SL-002"));
/// ```
#[must_use]
pub fn families(language: Language) -> Vec<Family> {
    let families = PREFIXES.iter().map(|(prefix, word)| Family {
        prefix,
        meaning: catalogue(language).word(word, &[]),
        codes: codes(prefix, language),
    });
    families.filter(|family| !family.codes.is_empty()).collect()
}

fn codes(prefix: &str, language: Language) -> Vec<Explained> {
    let catalogue = catalogue(language);
    let is_ours = |code: &str| code.split_once('-').is_some_and(|(first, _)| first == prefix);
    let ours = MESSAGES.iter().filter(|entry| is_ours(entry.code));
    ours.map(|entry| Explained {
        code: entry.code,
        text: catalogue.open_text(entry.code).expect("the entry has a text"),
        explanation: entry.texts(language).explanation,
        hints: catalogue.open_hints(entry.code),
    })
    .collect()
}
