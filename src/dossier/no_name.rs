//! What stands in a column of units and names none: signs, figures, marks for the cell above, words for "not yet known".
//!
//! Owns the words only. Must not know the units: `register` asks where it would take a name as a unit.

use crate::vietnamese::fold;

/// Whether a text is no name of a unit: only signs and figures, a mark for the cell above, or
/// words for what is not known yet.
pub(super) fn is_no_name(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "nt",
        "n t",
        "nhu tren",
        "chua ro",
        "chua phan cong",
        "chua xac dinh",
        "chua co",
        "dang xac dinh",
        "phan cong sau",
        "se phan cong sau",
        "bo sung sau",
        "tba",
    ];
    !text.contains(char::is_alphabetic) || WORDS.contains(&fold::key(text).as_str())
}

#[cfg(test)]
mod tests {
    use super::is_no_name;

    #[test]
    fn signs_and_open_words_are_no_names() {
        for text in ["?", "30/7/2026", "NT", "như trên", "Chưa phân công", "2", "TBA"] {
            assert!(is_no_name(text), "{text}");
        }
        for text in ["Phòng Kinh tế", "Tổ 3", "KT", "Đội Chưa rõ tên"] {
            assert!(!is_no_name(text), "{text}");
        }
    }
}
