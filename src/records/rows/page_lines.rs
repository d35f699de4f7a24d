//! The lines of printed pages in a table: «Trang 1/2», «Cộng trang 1», «Mang sang trang sau».
//!
//! Owns the words only. Must not know rows: `sorting` and `labels` ask about a row that is none of the table's own.

use crate::vietnamese::fold;

/// Whether a text only numbers the pages of a printed table: «Trang 1/2», «Trang số 3», «(Tiếp theo trang 1)», «- 2 -».
pub(super) fn is_page_line(text: &str) -> bool {
    // Every row with a single text asks: most are longer.
    const LONGEST: usize = 40;
    const WORDS: [&str; 11] = ["trang", "page", "so", "tiep", "theo", "truoc", "sau", "xem", "tren", "cua", "of"];
    if text.len() > LONGEST {
        return false;
    }
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let between = text.trim().strip_prefix(['-', '–']).and_then(|text| text.strip_suffix(['-', '–']));
    if between.is_some_and(|number| is_number(number.trim())) {
        return true;
    }
    let key = fold::key(text);
    let mut words = key.split(' ').peekable();
    let begins = ["trang", "page", "tiep", "xem"].contains(words.peek().unwrap_or(&""));
    let names_page = key.contains("trang") || key.contains("page") || key == "tiep theo";
    begins && names_page && key.contains(' ') && words.all(|word| is_number(word) || WORDS.contains(&word))
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
    use super::is_page_line;

    #[test]
    fn numbers_of_pages_are_no_names() {
        for text in ["Trang 1/2", "TRANG 3", "Trang số 2", "Page 1 of 2", "- 2 -", "–3–"] {
            assert!(is_page_line(text), "{text}");
        }
        for text in ["Trang 3 báo cáo", "Trang trí khánh tiết 2/9", "Trang", "-2", "2", "Trang bị 2 máy"] {
            assert!(!is_page_line(text), "{text}");
        }
    }
}
