//! Persons in a column of units: «đ/c Nam (VHXH)», «Đồng chí Lê Văn Mận».
//!
//! Owns the words before a person's name. Must not know units. `parties` takes the unit in brackets, `admitted_names` asks
//! about a person without one.

/// Words before the name of a person, in small letters.
const TITLES: [&str; 8] = ["đ/c ", "đ/c: ", "đ.c ", "đ/c.", "đc ", "đồng chí ", "ông ", "bà "];

/// Whether a text names a person.
pub(super) fn is_person(text: &str) -> bool {
    const LONGEST_TITLE: usize = 16;
    // Nearly every name is ruled out by its first letter.
    if !text.starts_with(['đ', 'Đ', 'ô', 'Ô', 'b', 'B']) {
        return false;
    }
    let first: String = text.chars().take(LONGEST_TITLE).collect::<String>().to_lowercase();
    let title = TITLES.into_iter().find(|title| first.starts_with(title));
    // «Bà Rịa» is a place, «Ông Đình» a village: their own word stands before them.
    title.is_some_and(|title| text.split_whitespace().count() > title.split_whitespace().count())
}

/// The words in brackets, or behind a dash, after the name of a person: the unit, if they name one.
pub(super) fn words_behind(text: &str) -> Option<&str> {
    if !is_person(text) {
        return None;
    }
    let bracketed = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let behind = bracketed.or_else(|| text.rsplit_once(" - ")).or_else(|| text.rsplit_once(", "));
    behind.map(|(_, words)| words.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_told_from_units() {
        for text in ["đ/c Nam (VHXH)", "Đồng chí Lê Văn Mận", "Đ/c Hùng - PCT", "Ông Nguyễn Văn A"] {
            assert!(is_person(text), "{text}");
        }
        for text in ["Phòng Kinh tế", "Thôn Ông Đình", "Đội Cây xanh"] {
            assert!(!is_person(text), "{text}");
        }
        assert_eq!(words_behind("đ/c Nam (VHXH)"), Some("VHXH"));
        assert_eq!(words_behind("đ/c Nam - Phòng Kinh tế"), Some("Phòng Kinh tế"));
        assert_eq!(words_behind("Phòng Kinh tế (xã)"), None);
    }
}
