//! What every code means: why it is said, where that is laid down, an example gone wrong and put right.
//!
//! Owns the explanations in `locales/` and the families of codes, in the order of the corridor. Must not know how they
//! are shown. Its output goes to `explain`, and to the appendix of the clerk's guide.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Language, catalogue};

/// The explanation of a code, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Why it matters for the document, and what becomes of the data.
    pub why: String,
    /// The clause, the convention of the workbook or the promise that the code rests on.
    pub source: String,
    /// An example gone wrong, as the clerk sees it; may have several lines.
    pub wrong: String,
    /// The same example put right; may have several lines.
    pub right: String,
}

/// A code with all that is said of it. Values that only a run knows are `…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The code, `SL-012`.
    pub code: &'static str,
    /// The sentence of its message.
    pub text: String,
    /// Its explanation.
    pub explanation: &'static Explanation,
    /// Every hint, the plain one first; empty where nothing can be done.
    pub hints: Vec<String>,
}

/// Codes that begin alike, for they come from one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// What its codes begin with, without the hyphen: `SL`.
    pub prefix: &'static str,
    /// What they are about.
    pub meaning: String,
    /// Its codes, in order; never empty.
    pub codes: Vec<Explained>,
}

/// The prefixes in the order in which a clerk meets them, with the fixed word for their meaning.
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
    let ours = explanations(language).iter().filter(|(code, _)| is_ours(code));
    ours.map(|(code, explanation)| Explained {
        code,
        text: catalogue.open_text(code).expect("every code that is explained is worded"),
        explanation,
        hints: catalogue.open_hints(code),
    })
    .collect()
}

/// The explanations of a language by code, read once.
fn explanations(language: Language) -> &'static BTreeMap<String, Explanation> {
    static VI: OnceLock<BTreeMap<String, Explanation>> = OnceLock::new();
    static EN: OnceLock<BTreeMap<String, Explanation>> = OnceLock::new();
    match language {
        Language::Vi => VI.get_or_init(|| parse(include_str!("../../locales/vi.explained.toml"))),
        Language::En => EN.get_or_init(|| parse(include_str!("../../locales/en.explained.toml"))),
    }
}

fn parse(text: &str) -> BTreeMap<String, Explanation> {
    let tables: BTreeMap<String, BTreeMap<String, String>> =
        toml::from_str(text).expect("explanations are TOML: tables of texts");
    tables.into_iter().map(|(code, table)| (code, explanation(table))).collect()
}

fn explanation(mut table: BTreeMap<String, String>) -> Explanation {
    let mut take = |key: &str| table.remove(key).expect("an explanation has its four texts");
    Explanation { why: take("why"), source: take("source"), wrong: take("wrong"), right: take("right") }
}
