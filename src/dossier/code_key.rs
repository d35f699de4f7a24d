//! Codes that are equal but for case, blanks, the kind of dash and leading zeros: `CDS-01`, `cds 1`, `CDS–001`.
//!
//! Owns the key by which they compare equal. Must not know which codes there are: the indexes of tasks and indicators
//! take a code that fits only one of them.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::records::Located;
use crate::vietnamese::fold;
use crate::vietnamese::text::is_of_word;

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
///
/// The parts are kept in one text, a blank between each two: no part has one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CodeKey(String);

impl CodeKey {
    /// The key of a code as typed.
    pub(super) fn of(code: &str) -> Self {
        let mut parts = String::with_capacity(code.len() + 1);
        let mut last = None;
        // Where the open part begins; `None` before the first one.
        let mut open: Option<usize> = None;
        for letter in fold::exact_of(code).chars() {
            let kind = is_of_word(letter).then(|| letter.is_ascii_digit());
            if let Some(is_digit) = kind {
                // "NV - b" and "NVb" have the same letters, while two numbers stay apart.
                let continues = open.is_some_and(|start| is_number(&parts[start..]) == is_digit);
                if !continues || is_digit && last != Some(true) {
                    open = Some(begin_part(&mut parts, open));
                }
                // A number begins with its first other digit.
                if is_digit && open.is_some_and(|start| &parts[start..] == "0") {
                    parts.pop();
                }
                parts.extend(letter.to_lowercase());
            }
            last = kind;
        }
        Self(parts)
    }
}

/// Begins a part behind the one that is open; returns where it starts.
fn begin_part(parts: &mut String, open: Option<usize>) -> usize {
    if open.is_some() {
        parts.push(' ');
    }
    parts.len()
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
        self.alike.entry(CodeKey::of(code)).or_default().push(row);
    }

    /// The row with exactly this code.
    pub(super) fn of_exact(&self, code: &str) -> Option<usize> {
        self.exact.get(fold::exact_of(code).as_ref()).copied()
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
