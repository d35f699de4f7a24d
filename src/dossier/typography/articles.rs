//! «theo điều 5 Nghị định» becomes «theo Điều 5 Nghị định»: an article that is cited has a capital.
//!
//! Owns the word and what must stand behind it. Must not know a document. Source: Phụ lục II of the decree, V: parts,
//! chapters, sections and articles of a document that is cited.

use crate::dossier::wording::Correction;

/// The word, as typed wrongly.
pub(super) const WORD: &str = "điều ";

/// The corrections of a paragraph.
pub(super) fn corrections(paragraph: &str) -> Vec<Correction> {
    let is_article = |(start, _): &(usize, &str)| {
        let behind = &paragraph[start + WORD.len()..];
        let digits = behind.len() - behind.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let ends = !behind[digits..].starts_with(|letter: char| letter.is_alphanumeric() || letter == '%');
        // «19 điều 1947»: behind a number it counts.
        let before = paragraph[..*start].trim_end();
        let is_counted = before.ends_with(|letter: char| letter.is_ascii_digit()) && !before.contains("khoản");
        let is_word = paragraph[..*start].is_empty() || paragraph[..*start].ends_with([' ', '(']);
        (1..=3).contains(&digits) && ends && is_word && !is_counted
    };
    let found = paragraph.match_indices(WORD).filter(is_article);
    found.map(|(start, _)| Correction { range: start..start + "điều".len(), with: "Điều".to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::printed;

    #[test]
    fn an_article_that_is_cited_has_a_capital() {
        for (typed, right) in [
            ("Thực hiện điều 5 Nghị định số 30/2020/NĐ-CP", "Thực hiện Điều 5 Nghị định số 30/2020/NĐ-CP"),
            ("theo khoản 2 điều 13 của Luật", "theo khoản 2 Điều 13 của Luật"),
            ("(điều 7)", "(Điều 7)"),
        ] {
            assert_eq!(printed(typed), right);
        }
        for text in
            ["5 điều Bác Hồ dạy", "học tập 5 điều 19 buổi", "điều chỉnh 5 chỉ tiêu", "tăng điều 5% sản lượng", "Điều 5"]
        {
            assert_eq!(printed(text), text);
        }
    }
}
