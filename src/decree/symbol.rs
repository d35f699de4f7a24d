//! The symbol of a document, as state and Party bodies write it: `64/KH-UBND`, `48/2019/QĐ-UBND`, `07-CT/TU`.
//!
//! Owns the three forms. They belong here and not in `vietnamese`, because rules of paperwork define them, not the
//! language. Must not know whether such a document exists. The rules about citations parse symbols with it.

use std::fmt;
use std::ops::Range;

/// A well-formed number and symbol.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentSymbol {
    number: String,
    form: SymbolForm,
}

/// The part after the number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum SymbolForm {
    /// `64/KH-UBND`, and `45/UBND-VHXH` for a letter (PL1 II.3 of the decree).
    State { code: String },
    /// `48/2019/QĐ-UBND`, `72/2025/QH15`: legal normative documents have their year in the symbol.
    Normative { year: String, code: String },
    /// `07-CT/TU`: documents of the Party swap hyphen and slash.
    Party { kind: String, body: String },
}

impl DocumentSymbol {
    /// Parses a word as a symbol; `None` for any other word.
    ///
    /// # Examples
    /// ```
    /// use vanthu::decree::symbol::DocumentSymbol;
    /// assert_eq!(DocumentSymbol::parse("07-CT/TU").map(|symbol| symbol.to_string()).as_deref(), Some("07-CT/TU"));
    /// assert_eq!(DocumentSymbol::parse("23QĐ/TW"), None);
    /// ```
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.replace('\u{2011}', "-");
        let parts: Vec<&str> = word.split('/').collect();
        let (number, form) = match parts.as_slice() {
            [number, code] if is_number(number) => (*number, state(code)?),
            [number, year, code] if is_number(number) => (*number, normative(year, code)?),
            [head, body] => {
                let (number, kind) = head.split_once('-')?;
                (number, party(kind, body)?)
            }
            _ => return None,
        };
        is_number(number).then(|| Self { number: number.to_owned(), form })
    }

    /// The correct Party symbol of a mistyped word: one without its hyphen (`23QĐ/TW`), or in the form of a state body
    /// (`64/QĐ-TW`). `None` for a correct one, and in every doubtful case.
    ///
    /// # Examples
    /// ```
    /// use vanthu::decree::symbol::DocumentSymbol;
    /// let corrected = |word| DocumentSymbol::corrected_party_symbol(word).map(|symbol| symbol.to_string());
    /// assert_eq!(corrected("23QĐ/TW").as_deref(), Some("23-QĐ/TW"));
    /// assert_eq!(corrected("64/QĐ-TW").as_deref(), Some("64-QĐ/TW"));
    /// assert_eq!(corrected("64/KH-UBND"), None);
    /// ```
    #[must_use]
    pub fn corrected_party_symbol(word: &str) -> Option<Self> {
        let word = word.replace('\u{2011}', "-");
        let digits = word.find(|c: char| !c.is_ascii_digit())?;
        let (number, rest) = word.split_at(digits);
        let kind_at = rest.find(|c| !is_sign(c))?;
        let (before, rest) = rest.split_at(kind_at);
        let (kind, body) = rest.split_once(is_sign)?;
        let between = &rest[kind.len()..rest.len() - body.len()];
        let is_body = match (before, between) {
            ("", "/") => PARTY_BODIES.iter().any(|end| body.ends_with(end)),
            // The name of a state body may end with TW or HU ("KH-BCĐTW"): here the whole name must be the Party's.
            ("/", "-" | "/") => PARTY_COMMITTEES.contains(&body),
            _ => false,
        };
        let form = party(kind, body).filter(|_| is_body && PARTY_KINDS.contains(&kind) && is_number(number))?;
        Some(Self { number: number.to_owned(), form })
    }

    /// The correct symbol of a state body's document that is formed like a Party document's (`112-KH/UBND`). `None` for a
    /// correct one, and in every doubtful case.
    ///
    /// # Examples
    /// ```
    /// use vanthu::decree::symbol::DocumentSymbol;
    /// let corrected = |word| DocumentSymbol::corrected_state_symbol(word).map(|symbol| symbol.to_string());
    /// assert_eq!(corrected("112-KH/UBND").as_deref(), Some("112/KH-UBND"));
    /// assert_eq!(corrected("112-KH/TU"), None);
    /// ```
    #[must_use]
    pub fn corrected_state_symbol(word: &str) -> Option<Self> {
        let symbol = Self::parse(word)?;
        let SymbolForm::Party { kind, body } = &symbol.form else { return None };
        let form = SymbolForm::State { code: format!("{kind}-{body}") };
        STATE_BODIES.contains(&body.as_str()).then_some(Self { form, ..symbol })
    }

    /// Whether the year is part of the symbol.
    #[must_use]
    pub fn has_year(&self) -> bool {
        matches!(self.form, SymbolForm::Normative { .. })
    }
}

impl fmt::Display for DocumentSymbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = &self.number;
        match &self.form {
            SymbolForm::State { code } => write!(f, "{number}/{code}"),
            SymbolForm::Normative { year, code } => write!(f, "{number}/{year}/{code}"),
            SymbolForm::Party { kind, body } => write!(f, "{number}-{kind}/{body}"),
        }
    }
}

/// The words of a text that may be symbols: they begin with a digit and contain a slash; in bytes, from left to right.
pub fn candidates(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut read = 0;
    let slashes = text.match_indices('/').map(|(at, _)| at);
    slashes.filter_map(move |slash| {
        // One word may contain two slashes.
        let ahead = text.get(read..slash)?;
        let start = read + ahead.trim_end_matches(is_of_symbol).len();
        let behind = &text[slash..];
        read = text.len() - behind.trim_start_matches(is_of_symbol).len();
        let word = text[start..read].trim_end_matches(['/', '-', '\u{2011}']);
        let is_candidate = word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('/');
        is_candidate.then(|| start..start + word.len())
    })
}

/// Abbreviations of the Party's kinds of document.
const PARTY_KINDS: [&str; 15] =
    ["BC", "CT", "CTr", "CV", "ĐA", "HD", "KH", "KL", "NQ", "QC", "QĐ", "QĐi", "TB", "TT", "TTr"];

/// The ends of abbreviations of Party bodies: central, of a province, of a commune, of a former district.
const PARTY_BODIES: [&str; 5] = ["TW", "TƯ", "TU", "ĐU", "HU"];

/// Abbreviations used only by Party committees, not by state bodies.
const PARTY_COMMITTEES: [&str; 4] = ["TW", "TƯ", "TU", "ĐU"];

/// Abbreviations used only by state bodies.
const STATE_BODIES: [&str; 6] = ["UBND", "HĐND", "CP", "TTg", "QH", "UBTVQH"];

/// The longest number of a document.
const NUMBER_DIGITS: usize = 5;

fn is_of_symbol(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '/' | '-' | '\u{2011}')
}

fn is_number(text: &str) -> bool {
    (1..=NUMBER_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_sign(character: char) -> bool {
    matches!(character, '/' | '-')
}

/// A capital, then letters and digits.
fn is_abbreviation(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.chars().all(char::is_alphanumeric)
}

fn code(text: &str) -> Option<String> {
    text.split('-').all(is_abbreviation).then(|| text.to_owned())
}

fn state(text: &str) -> Option<SymbolForm> {
    Some(SymbolForm::State { code: code(text)? })
}

fn normative(year: &str, text: &str) -> Option<SymbolForm> {
    let is_year = year.len() == 4 && is_number(year);
    let code = code(text).filter(|_| is_year)?;
    Some(SymbolForm::Normative { year: year.to_owned(), code })
}

fn party(kind: &str, body: &str) -> Option<SymbolForm> {
    (is_abbreviation(kind) && is_abbreviation(body))
        .then(|| SymbolForm::Party { kind: kind.to_owned(), body: body.to_owned() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_three_forms_are_distinguished() {
        let form = |word| DocumentSymbol::parse(word).map(|symbol| symbol.form);
        assert!(matches!(form("64/KH-UBND"), Some(SymbolForm::State { .. })));
        assert!(matches!(form("45/UBND-VHXH"), Some(SymbolForm::State { .. })));
        assert!(matches!(form("48/2019/QĐ-UBND"), Some(SymbolForm::Normative { .. })));
        assert!(matches!(form("72/2025/QH15"), Some(SymbolForm::Normative { .. })));
        assert!(matches!(form("11-QĐi/TW"), Some(SymbolForm::Party { .. })));
    }

    #[test]
    fn dates_and_broken_words_are_no_symbols() {
        for word in ["12/12/2013", "6/2026", "23QĐ/TW", "/KH-UBND", "07-", "123456/KH-UBND", "64/kh-ubnd", "64/KH-", ""]
        {
            assert_eq!(DocumentSymbol::parse(word), None, "{word}");
        }
    }

    #[test]
    fn only_a_party_symbol_is_corrected() {
        let corrected = |word| DocumentSymbol::corrected_party_symbol(word).map(|symbol| symbol.to_string());
        for (word, right) in [
            ("124QĐ/TW", "124-QĐ/TW"),
            ("07CT/TU", "07-CT/TU"),
            ("12TB/VPTW", "12-TB/VPTW"),
            ("64/QĐ-TW", "64-QĐ/TW"),
            ("05/CT/TW", "05-CT/TW"),
            ("11/NQ\u{2011}ĐU", "11-NQ/ĐU"),
        ] {
            assert_eq!(corrected(word).as_deref(), Some(right));
        }
        for word in [
            "12A/B",
            "5B/UBND",
            "217-QĐ/TW",
            "64/KH-UBND",
            "QĐ/TW",
            "12BC/KT",
            "33/KH-BCĐTW",
            "8/QĐ-HU",
            "64/XY-TW",
            "30/2020/QĐ-TW",
            "123456/QĐ-TW",
            "64/QĐ-TW-VP",
            "64/TW",
        ] {
            assert_eq!(corrected(word), None, "{word}");
        }
    }

    #[test]
    fn candidates_are_found_in_running_text() {
        let text = "(số 23QĐ/TW, ngày 30/7/2021); xã 5 và 48/2019/QĐ-UBND./.";
        let words: Vec<&str> = candidates(text).map(|range| &text[range]).collect();
        assert_eq!(words, ["23QĐ/TW", "30/7/2021", "48/2019/QĐ-UBND"]);
    }

    /// A symbol in one of the three forms, as it is written.
    const WRITTEN: &str = "[0-9]{1,5}(\
        /[A-ZĐ][A-Za-zĐđ]{0,3}(-[A-ZĐ][A-Za-zĐđ]{0,5}){0,2}\
        |/[0-9]{4}/([A-ZĐ]{1,3}-[A-ZĐ]{1,6}|QH[0-9]{1,2}|TTLT(-[A-ZĐ]{2,5}){2})\
        |-[A-ZĐ][A-Za-zĐđ]{0,3}/[A-ZĐ]{1,6})";

    proptest! {
        #[test]
        fn a_symbol_is_displayed_as_it_was_typed(word in WRITTEN) {
            let symbol = DocumentSymbol::parse(&word).expect("made in one of the shapes");
            prop_assert_eq!(symbol.to_string(), word.clone());
            prop_assert_eq!(DocumentSymbol::parse(&word.replace('-', "\u{2011}")), Some(symbol));
        }

        #[test]
        fn a_symbol_is_found_in_any_context(
            ahead in "(Kế hoạch số |số\u{a0}|\\(|“|theo )",
            word in WRITTEN,
            behind in "( ngày 12/12/2013|[,;:.)”]|\\./\\.|-\n|)",
        ) {
            let text = format!("{ahead}{word}{behind}");
            let first = candidates(&text).next().map(|range| text[range].to_owned());
            prop_assert_eq!(first, Some(word));
        }

        #[test]
        fn a_party_symbol_is_corrected_whichever_signs_it_lost(
            number in "[1-9][0-9]{0,3}",
            kind in prop::sample::select(PARTY_KINDS.to_vec()),
            body in prop::sample::select(PARTY_COMMITTEES.to_vec()),
        ) {
            let right = format!("{number}-{kind}/{body}");
            prop_assert_eq!(DocumentSymbol::corrected_party_symbol(&right), None);
            for (before, between) in [("", "/"), ("/", "-"), ("/", "/")] {
                let typed = format!("{number}{before}{kind}{between}{body}");
                prop_assert_eq!(DocumentSymbol::corrected_party_symbol(&typed), DocumentSymbol::parse(&right));
            }
        }

        #[test]
        fn any_text_can_be_scanned(text in "\\PC*", words in "[0-9A-ZĐa/\\-\u{2011} ]{0,40}") {
            for text in [text, words] {
                for range in candidates(&text) {
                    let word = &text[range];
                    let _ = DocumentSymbol::corrected_party_symbol(word);
                    if let Some(symbol) = DocumentSymbol::parse(word) {
                        prop_assert_eq!(symbol.to_string(), word.replace('\u{2011}', "-"));
                    }
                }
            }
        }
    }
}
