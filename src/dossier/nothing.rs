//! Words that say that there is nothing to report: `Không`, `không có khó khăn`, `-`.
//!
//! Owns recognising them. Must not know whose they are. The results drop such words, so that no paper prints "- Không."

use crate::vietnamese::fold;

/// How a text begins that denies something, folded.
const DENIALS: [&str; 10] = ["khong", "ko", "k", "kg", "khg", "kh", "hong", "chua", "nil", "none"];

/// The words of a denial that name nothing in particular, folded: what is denied is the column itself.
const COLUMN_WORDS: [&str; 34] = [
    "co", "gi", "them", "nao", "phat", "sinh", "ghi", "nhan", "kho", "khan", "vuong", "mac", "nguyen", "de", "xuat",
    "kien", "nghi", "y", "ton", "tai", "han", "che", "minh", "chung", "ca", "va", "hoac", "hay", "khac", "bc", "het",
    "thay", "noi", "dung",
];

/// Whether a text says that there is nothing: a dash or another mark alone, `0`, or a denial of the column itself.
pub(super) fn is_said(text: &str) -> bool {
    if is_mark(text) {
        return true;
    }
    let key = fold::key(text);
    let mut words = key.split(' ');
    match words.next() {
        None | Some("0" | "00" | "x") => words.next().is_none(),
        Some("n") => words.next() == Some("a") && words.next().is_none(),
        // What is not known is something to say: «Chưa rõ nguyên nhân».
        Some(first) => DENIALS.contains(&first) && words.all(is_of_column),
    }
}

/// Whether a result says that there is none. «Không phát sinh» is one: nothing happened.
pub(super) fn is_no_outcome(text: &str) -> bool {
    const NONE: [&str; 8] = ["khong", "khong co", "ko", "ko co", "k", "chua", "chua co", "n a"];
    is_mark(text) || NONE.iter().any(|none| fold::has_key(text, none))
}

/// Whether a cell of a form is left blank in words: `-`, `…`, `không`, `không có`.
pub(super) fn is_blank_word(text: &str) -> bool {
    const BLANK: [&str; 4] = ["khong", "khong co", "ko", "ko co"];
    is_mark(text) || BLANK.iter().any(|blank| fold::has_key(text, blank))
}

/// Whether a text is made of marks alone: a dash, dots, a stroke.
pub(super) fn is_mark(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// Whether a text is a number without words: nobody knows nine of what.
pub(super) fn is_number_alone(text: &str) -> bool {
    !text.chars().any(char::is_alphabetic) && text.chars().any(|letter| letter.is_ascii_digit())
}

fn is_of_column(word: &str) -> bool {
    COLUMN_WORDS.contains(&word) || DENIALS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_denials_of_the_column_say_nothing() {
        for text in [
            "Không",
            "không có",
            "Không.",
            "KHÔNG CÓ",
            "Ko",
            "K",
            "ko có",
            "-",
            "–",
            "—",
            "/",
            "//",
            "...",
            "…",
            "0",
            "(không)",
            "Không có khó khăn, vướng mắc",
            "Không có kiến nghị, đề xuất gì",
            "Chưa có",
            "Chưa phát sinh",
            "Không có gì",
            "- Không có.",
            "Không có ý kiến",
            "nil",
            "N/A",
            "None",
            "x",
            "Không, không có",
        ] {
            assert!(is_said(text), "{text}");
        }
    }

    #[test]
    fn what_is_lacking_is_something() {
        for text in [
            "Không có kinh phí",
            "Chưa có đường truyền",
            "Không đủ người",
            "Chưa rõ nguyên nhân",
            "02 hộ",
            "Khó khăn",
            "Không có khó khăn lớn",
            "Chưa có cán bộ chuyên trách",
            "Kinh phí",
            "Không gian hẹp",
            "10",
            "N",
        ] {
            assert!(!is_said(text), "{text}");
        }
    }
}
