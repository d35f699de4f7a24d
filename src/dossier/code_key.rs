//! Codes that are equal but for case, blanks, the kind of dash and leading zeros: `CDS-01`, `cds 1`, `CDS–001`.
//!
//! Owns the key by which they compare equal. Must not know which codes there are: the indexes of tasks and indicators
//! take a code that fits only one of them.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::records::Located;
use crate::vietnamese::fold;

/// HS-141: a code was taken for one that is alike.
pub(super) fn note(typed: &Located<String>, meant: &str) -> Diagnostic {
    Diagnostic::note("HS-141").at(&typed.at).with("typed", &typed.value).with("meant", meant)
}

/// Whether this is a code alone, such as `CT-02` or `7`: no words that say what it is of.
pub(super) fn is_bare(text: &str) -> bool {
    let text = text.trim();
    !text.contains(char::is_whitespace) && text.contains(|letter: char| letter.is_ascii_digit())
}

/// The parts of a code: its runs of letters in lower case, its numbers without leading zeros. What stands between them
/// does not count, but `1.1` and `11` differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct CodeKey(Vec<String>);

impl CodeKey {
    fn of(code: &str) -> Self {
        let mut parts: Vec<String> = Vec::new();
        let mut last = None;
        for letter in fold::exact(code).chars() {
            let kind = letter.is_alphanumeric().then(|| letter.is_ascii_digit());
            if let Some(is_digit) = kind {
                // "NV - b" and "NVb" have the same letters, while two numbers stay apart.
                let continues = parts.last().is_some_and(|part| is_number(part) == is_digit);
                let is_new = !continues || is_digit && last != Some(true);
                if is_new {
                    parts.push(String::new());
                }
                let part = parts.last_mut().expect("a part was begun");
                part.extend(letter.to_lowercase());
            }
            last = kind;
        }
        for part in parts.iter_mut().filter(|part| is_number(part)) {
            let digits = part.trim_start_matches('0').to_owned();
            *part = if digits.is_empty() { "0".to_owned() } else { digits };
        }
        Self(parts)
    }
}

fn is_number(part: &str) -> bool {
    part.starts_with(|first: char| first.is_ascii_digit())
}

/// Rows by their code: first exactly, else by what is left of it without case, blanks, dashes and leading zeros.
#[derive(Clone, Debug, Default)]
pub(super) struct CodeIndex {
    exact: BTreeMap<String, usize>,
    alike: BTreeMap<CodeKey, Vec<usize>>,
}

impl CodeIndex {
    /// Adds the code of a row; the first row with exactly this code is the one that is found.
    pub(super) fn add(&mut self, code: &str, row: usize) {
        self.exact.entry(fold::exact(code)).or_insert(row);
        let alike = self.alike.entry(CodeKey::of(code)).or_default();
        alike.push(row);
    }

    /// The row with exactly this code.
    pub(super) fn of_exact(&self, code: &str) -> Option<usize> {
        self.exact.get(&fold::exact(code)).copied()
    }

    /// The row that a code means: the one with exactly this code, else the only one whose code is alike.
    pub(super) fn find(&self, code: &str) -> Option<usize> {
        self.of_exact(code).or_else(|| match self.alike(code) {
            [only] => Some(*only),
            _ => None,
        })
    }

    /// The rows whose code is alike, in order; empty where there is none.
    pub(super) fn alike(&self, code: &str) -> &[usize] {
        self.alike.get(&CodeKey::of(code)).map(Vec::as_slice).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_dashes_and_leading_zeros_do_not_count() {
        for code in ["cds-01", "CDS 01", "CDS–03", "CDS - 1", "cds001", "CDS—1", "CDS_01", "CDS-01.", "CDS.1"] {
            let meant = if code.contains('3') { "CDS-03" } else { "CDS-01" };
            assert_eq!(CodeKey::of(code), CodeKey::of(meant), "{code}");
        }
        assert_eq!(CodeKey::of("1"), CodeKey::of("01"));
        assert_eq!(CodeKey::of("NV - b"), CodeKey::of("nvb"));
    }

    #[test]
    fn numbers_and_letters_with_marks_do() {
        for (one, other) in [("1.1", "11"), ("CDS-1", "CDS-10"), ("CĐS-1", "CDS-1"), ("1.10", "1.1"), ("NV-a", "NV-b")]
        {
            assert_ne!(CodeKey::of(one), CodeKey::of(other), "{one}");
        }
    }

    #[test]
    fn a_code_that_fits_two_is_found_only_exactly() {
        let mut codes = CodeIndex::default();
        for (row, code) in ["NV-1", "NV-01", "NV-2"].into_iter().enumerate() {
            codes.add(code, row);
        }
        assert_eq!(codes.find("NV-01"), Some(1));
        assert_eq!(codes.find("nv-1"), None);
        assert_eq!(codes.alike("nv-1"), [0, 1]);
        assert_eq!(codes.find("nv 2"), Some(2));
    }
}
