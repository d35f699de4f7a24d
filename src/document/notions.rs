//! The pairs of syllables that are one word: `phương hướng`, `nhân dân`.
//!
//! Owns the table made of `notions.txt`. Must not know what a pair decides. `break_quality` asks it.

use crate::vietnamese::fold::without_marks;

/// The pairs, without marks and in small letters, in order.
const NOTIONS: &[&str] = include!(concat!(env!("OUT_DIR"), "/notions.rs"));

/// Whether two syllables are one word; `uỷ ban` equals `ủy ban`, and marks after either are ignored:
/// `phòng, chống` is one.
pub(super) fn is_notion(before: &str, after: &str) -> bool {
    let pair = without_marks(&[before.trim_end_matches(','), " ", after].concat());
    NOTIONS.binary_search(&pair.trim_end_matches([',', ';', '.', ':', ')', '”', '"'])).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_known_in_any_case_and_spelling_of_its_tone() {
        for (before, after) in
            [("phương", "hướng,"), ("ỦY", "BAN"), ("Uỷ", "ban"), ("Chính", "phủ"), ("phòng,", "chống")]
        {
            assert!(is_notion(before, after), "{before} {after}");
        }
        assert!(!is_notion("vận", "6") && !is_notion("", ""));
        assert!(NOTIONS.is_sorted() && NOTIONS.len() > 450);
    }
}
