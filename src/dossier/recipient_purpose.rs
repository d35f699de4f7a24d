//! The purpose of a recipient: `(để b/c)`, `(p/h)` (NN-11).
//!
//! Owns its brackets and letters, and when a line already says it. Must not know who gets a paper. `recipients` puts it
//! behind the name.

use crate::vietnamese::fold;
use crate::vietnamese::text::{capitalized, lower};

/// The purposes in short and in words, folded.
const SHORT: [(&str, &str); 3] = [("b c", "bao cao"), ("p h", "phoi hop"), ("t h", "thuc hien")];

/// How a purpose usually begins, folded.
const USUAL: [&str; 9] = ["de ", "bao cao", "b c", "phoi hop", "p h", "thuc hien", "t h", "biet", "theo doi"];

/// A purpose in its brackets, whichever of them were typed, in small letters.
pub(super) fn bracketed(typed: &str) -> String {
    let bare = typed.trim_matches(['(', ')', ' ', ';', '.', ',', ':']);
    let shouts = !bare.chars().any(char::is_lowercase);
    // "Công an xã xử lý" begins with a name.
    let key = fold::key(bare);
    let is_sentence = capitalized(&lower(bare)) == bare && USUAL.iter().any(|words| key.starts_with(words));
    if shouts || is_sentence { format!("({})", lower(bare)) } else { format!("({bare})") }
}

/// Whether a line ends with this purpose, in short or in words.
pub(super) fn is_said(line: &str, purpose: &str) -> bool {
    let said = line.rsplit_once('(').map_or(line, |(_, said)| said);
    fold::key(line).ends_with(&fold::key(purpose)) || meaning(said) == meaning(purpose)
}

fn meaning(purpose: &str) -> String {
    let key = fold::key(purpose);
    let bare = key.strip_prefix("de ").unwrap_or(&key);
    SHORT.iter().find(|(short, _)| *short == bare).map_or(bare, |(_, words)| words).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_purpose_has_its_two_brackets() {
        for typed in ["để b/c", "(để b/c)", "(để b/c", "để b/c)", "Để b/c;", "ĐỂ B/C"] {
            assert_eq!(bracketed(typed), "(để b/c)", "{typed}");
        }
        assert_eq!(bracketed("để phối hợp với Công an xã"), "(để phối hợp với Công an xã)");
    }

    #[test]
    fn a_purpose_is_said_in_short_or_in_words() {
        assert!(is_said("UBND tỉnh (b/c)", "(để b/c)"));
        assert!(is_said("UBND tỉnh (để báo cáo)", "(để b/c)"));
        assert!(is_said("Các thôn (t/h)", "(để t/h)"));
        assert!(!is_said("Các thôn (8 bản)", "(để t/h)"));
        assert!(!is_said("Các thôn", "(để t/h)"));
    }
}
