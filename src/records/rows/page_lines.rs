//! The lines of printed pages in a table: «Trang 1/2», «Cộng trang 1», «Mang sang trang sau».
//!
//! Owns the words only. Must not know rows: `sorting` and `labels` ask about a row that is none of the table's own.

use super::labels::key_of_start;

/// Whether a text is only the number of a page: «Trang 1/2», «Trang số 3», «Page 1 of 2», «- 2 -».
pub(super) fn is_page_number(text: &str) -> bool {
    const LONGEST: usize = 40;
    if text.len() > LONGEST || !text.contains(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let between = text.trim().strip_prefix(['-', '–']).and_then(|text| text.strip_suffix(['-', '–']));
    if between.is_some_and(|number| is_number(number.trim())) {
        return true;
    }
    let key = key_of_start(text);
    let mut words = key.split(' ');
    let is_page = words.next().is_some_and(|word| ["trang", "page"].contains(&word));
    is_page && words.all(|word| is_number(word) || ["so", "tren", "of"].contains(&word))
}

/// Whether folded words carry the sum of a page to the next one.
pub(super) fn carries_a_sum(key: &str) -> bool {
    const WORDINGS: [&str; 8] = [
        "mang sang",
        "mang sang trang sau",
        "chuyen trang sau",
        "chuyen sang trang sau",
        "trang truoc chuyen sang",
        "trang truoc mang sang",
        "so trang truoc chuyen sang",
        "cong don trang truoc",
    ];
    WORDINGS.contains(&key)
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn numbers_of_pages_are_no_names() {
        for text in ["Trang 1/2", "TRANG 3", "Trang số 2", "Page 1 of 2", "- 2 -", "–3–"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["Trang 3 báo cáo", "Trang trí khánh tiết 2/9", "Trang", "-2", "2", "Trang bị 2 máy"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
