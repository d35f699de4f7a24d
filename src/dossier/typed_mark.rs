//! The number or dash of a list, typed at the beginning of a text: `1.`, `a)`, `II.`, `-`.
//!
//! Owns recognizing it. Must not know where the text stands. `list_marks` takes it off.

/// The list mark at the beginning of a text: `1.`, `1.2.`, `a)`, `II.`, `-`; a blank follows it.
pub(super) fn typed_mark(text: &str) -> Option<&str> {
    let (mark, _) = text.split_once([' ', '\u{a0}'])?;
    let open = mark.strip_prefix('(').filter(|rest| rest.ends_with(')'));
    let stem = open.unwrap_or(mark).trim_end_matches(['.', ')', '/']);
    let is_closed = stem.len() < mark.len();
    let is_number =
        stem.len() <= 6 && stem.split('.').all(|part| !part.is_empty() && part.len() <= 2 && is_digits(part));
    let is_letter = stem.chars().count() == 1 && stem.chars().all(char::is_alphabetic);
    let is_roman = !stem.is_empty() && stem.bytes().all(|byte| b"IVX".contains(&byte));
    let is_dash = ["-", "–", "+", "•", "*"].contains(&mark);
    (is_dash || is_closed && (is_number || is_letter || is_roman)).then_some(mark)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::typed_mark;

    #[test]
    fn list_marks_are_found() {
        for (text, mark) in [
            ("1. Xây dựng kế hoạch", "1."),
            ("1.2. Xây dựng kế hoạch", "1.2."),
            ("2) Rà soát", "2)"),
            ("a) Rà soát", "a)"),
            ("đ) Rà soát", "đ)"),
            ("(3) Rà soát", "(3)"),
            ("(a) Rà soát", "(a)"),
            ("II. Rà soát", "II."),
            ("- Rà soát", "-"),
        ] {
            assert_eq!(typed_mark(text), Some(mark), "{text}");
        }
    }

    #[test]
    fn figures_and_words_are_no_list_marks() {
        for text in [
            "100% thôn, bản có nhà văn hóa",
            "6 tháng một lần, rà soát hộ nghèo",
            "30/11 hoàn thành",
            "2026. Rà soát",
            "TP. Hà Nội tổ chức",
            "UBND xã chỉ đạo",
            "Xây dựng",
            "",
        ] {
            assert_eq!(typed_mark(text), None, "{text}");
        }
    }
}
