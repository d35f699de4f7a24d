//! What the words of a row show: a group, a total, the numbers of the columns.
//!
//! Owns the words only. Must not know columns: `sorting` weighs the words against the rest of the row.

use super::page_lines::carries_a_sum;
use crate::vietnamese::fold;
use crate::vietnamese::numerals::roman;

/// Characters of a text that are examined to decide what its row is.
const LABEL_CHARACTERS: usize = 300;
/// The highest number of a group that is recognized.
const MOST_GROUPS: usize = 60;

/// The folded key of a text's first words: no label is longer, and a cell may have 32,767 characters.
pub(super) fn key_of_start(text: &str) -> String {
    let end = text.char_indices().nth(LABEL_CHARACTERS).map_or(text.len(), |(at, _)| at);
    fold::key(&text[..end])
}

/// Whether a text is all in capitals.
pub(super) fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// Whether folded words begin with these words.
pub(super) fn begins(key: &str, start: &str) -> bool {
    key.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The text after a mark of a group, `I. Kinh tế` or `A. Chung`; `None` where there is no mark.
pub(super) fn after_group_mark(text: &str) -> Option<&str> {
    let (mark, rest) = split_mark(text)?;
    let has_stop = rest.starts_with(['.', ')', '-', '–', ':', '/']);
    let is_group = is_roman(mark) || (has_stop && is_letter(mark));
    let rest = rest.trim_start_matches(['.', ')', '-', '–', ':', '/', ' ', '\n']);
    (is_group && !rest.is_empty()).then_some(rest)
}

/// The text after any outline mark, `I.`, `A.` or `2.1.`; the whole text where there is none.
pub(super) fn after_mark(text: &str) -> &str {
    after_group_mark(text).or_else(|| after_number(text)).unwrap_or(text)
}

/// Whether an ordinal is of a group: Roman, or a capital letter; «Phần I», «(II)».
pub(super) fn is_group_ordinal(ordinal: &str) -> bool {
    const PARTS: [&str; 4] = ["Phần ", "PHẦN ", "Mục ", "MỤC "];
    let mark = bare_ordinal(ordinal);
    let part = PARTS.into_iter().find_map(|part| mark.strip_prefix(part));
    is_roman(mark) || is_letter(mark) || part.is_some_and(|mark| is_roman(mark) || is_letter(mark))
}

/// A row number without brackets and stops around it.
pub(super) fn bare_ordinal(ordinal: &str) -> &str {
    ordinal.trim_start_matches(['(', ' ']).trim_end_matches(['.', ')', '-', ':', '/', ' '])
}

/// Whether a text only counts something: «5», «2 việc», «12 nhiệm vụ», «35%».
pub(super) fn is_count(text: &str) -> bool {
    const COUNTED: [&str; 5] = ["", "viec", "nhiem vu", "nv", "cong viec"];
    let key = key_of_start(text);
    let figures = key.find(|letter: char| !letter.is_ascii_digit() && letter != ' ' && letter != '%');
    let (number, counted) = key.split_at(figures.unwrap_or(key.len()));
    number.contains(|letter: char| letter.is_ascii_digit()) && COUNTED.contains(&counted.trim())
}

/// The kind of words that name a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TotalWords {
    /// «Cộng», «Tổng số: 12», «Tổng cộng (I+II)», «Tổng cộng toàn xã».
    Plain,
    /// «Tổng số nhiệm vụ»: it names what is counted, and may also be the name of an indicator.
    Counted,
}

/// The words of a total in a text; `None` for «Tổng hợp …», «Tổng số hộ …», «Cộng, trừ …», «Tổng cộng hóa …».
pub(super) fn total_words(text: &str) -> Option<TotalWords> {
    const WORDS: [&str; 4] = ["tong cong", "tong so", "tong", "cong"];
    const WHOLES: [&str; 11] = [
        "",
        "chung",
        "toan xa",
        "toan phuong",
        "toan dac khu",
        "cac thon",
        "cac nhom",
        "trang",
        "trang nay",
        "luy ke",
        "chuyen trang",
    ];
    const COUNTED: [&str; 4] = ["nhiem vu", "chi tieu", "cong viec", "viec"];
    let key = key_of_start(text);
    if carries_a_sum(key.strip_prefix("cong ").unwrap_or(&key)) {
        return Some(TotalWords::Plain);
    }
    let rest = WORDS
        .into_iter()
        .find_map(|word| key.strip_prefix(word).filter(|rest| rest.is_empty() || rest.starts_with(' ')))?;
    // A number, or the groups that are added up.
    let is_figure = |word: &&str| is_number(word) || is_group_ordinal(&word.to_uppercase());
    let words: Vec<&str> = rest.split([' ', '+', '.']).filter(|word| !word.is_empty() && !is_figure(word)).collect();
    let rest = words.join(" ");
    let rest = rest.strip_prefix("trang ").filter(|rest| COUNTED.contains(rest)).unwrap_or(&rest);
    if WHOLES.contains(&rest) {
        Some(TotalWords::Plain)
    } else {
        COUNTED.contains(&rest).then_some(TotalWords::Counted)
    }
}

/// Whether a text names all villages together, «Toàn xã», «Chung toàn phường (12 thôn)», and nothing else.
pub(super) fn names_whole(text: &str) -> bool {
    const WHOLES: [&str; 6] = ["toan xa", "toan phuong", "toan dac khu", "ca xa", "ca phuong", "ca dac khu"];
    let key = key_of_start(text);
    let is_counted = |word: &&str| is_number(word) || ["gom", "thon", "tdp"].contains(word);
    let words: Vec<&str> = key.split(' ').filter(|word| !is_counted(word)).collect();
    let rest = words.join(" ");
    WHOLES.contains(&rest.strip_prefix("chung ").unwrap_or(&rest))
}

/// Whether the cells under a header only number its columns: `1 2 3`, `(1) (2) (3)`, `A B 1 2`.
pub(super) fn are_column_numbers<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let (mut letters, mut numbers) = (0, 0);
    for text in texts {
        // «(7)=(6)/(5)» numbers its column too.
        let first = text.split('=').next().unwrap_or_default();
        let mark = first.trim_matches(['(', ')', '[', ']', '.', ' ']);
        let next_letter = char::from(b'A' + u8::try_from(letters % 26).expect("below 26"));
        if numbers == 0 && mark == next_letter.to_string() {
            letters += 1;
        } else if mark == (numbers + 1).to_string() || mark == (numbers + letters + 1).to_string() {
            numbers += 1;
        } else {
            return false;
        }
    }
    letters + numbers > 1
}

/// The text after an Arabic number, `2.1. Nông nghiệp`.
fn after_number(text: &str) -> Option<&str> {
    let end = text.find(|character: char| !character.is_ascii_digit() && character != '.')?;
    let (mark, rest) = text.split_at(end);
    let is_mark = mark.starts_with(|character: char| character.is_ascii_digit()) && mark.len() < 8;
    let has_stop = mark.ends_with('.') || rest.starts_with([')', '-', '/']);
    let rest = rest.trim_start_matches([')', '-', '/', ' ']);
    (is_mark && has_stop && !rest.is_empty()).then_some(rest)
}

/// A first word of capitals, and the rest of the text.
fn split_mark(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|character: char| !character.is_ascii_uppercase())?;
    let (mark, rest) = text.split_at(end);
    let is_word_end = !rest.starts_with(char::is_alphanumeric);
    (!mark.is_empty() && is_word_end).then_some((mark, rest))
}

fn is_roman(mark: &str) -> bool {
    // Most ordinals are plain numbers: no Roman one is written for them.
    let may_be = !mark.is_empty() && mark.bytes().all(|byte| b"IVXLC".contains(&byte));
    may_be && (1..=MOST_GROUPS).any(|number| roman(number) == mark)
}

fn is_letter(mark: &str) -> bool {
    mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn group_marks_are_roman_or_capital() {
        assert_eq!(after_group_mark("I. Lĩnh vực kinh tế"), Some("Lĩnh vực kinh tế"));
        assert_eq!(after_group_mark("XIV- Quốc phòng"), Some("Quốc phòng"));
        assert_eq!(after_group_mark("II Văn hóa"), Some("Văn hóa"));
        assert_eq!(after_group_mark("B. Nhiệm vụ chung"), Some("Nhiệm vụ chung"));
        for text in ["A Pa Chải", "UBND xã", "IIII. Sai", "1. Số", "Ia Grai", "I.", "V"] {
            assert_eq!(after_group_mark(text), None, "{text}");
        }
    }

    #[test]
    fn any_mark_before_a_group_is_removed() {
        assert_eq!(after_mark("2.1. Nông nghiệp"), "Nông nghiệp");
        assert_eq!(after_mark("1) Nông nghiệp"), "Nông nghiệp");
        assert_eq!(after_mark("2025 là năm chuyển đổi số"), "2025 là năm chuyển đổi số");
        assert_eq!(after_mark("Lĩnh vực kinh tế"), "Lĩnh vực kinh tế");
    }

    #[test]
    fn summaries_are_not_taken_for_totals() {
        for text in ["Tổng cộng", "TỔNG CỘNG:", "Cộng", "Tổng số", "Tổng số: 12", "Cộng (I+II)", "Tổng cộng toàn xã"]
            .into_iter()
            .chain(["Cộng trang 2", "Cộng mang sang", "Mang sang trang sau"])
        {
            assert_eq!(total_words(text), Some(TotalWords::Plain), "{text}");
        }
        for text in ["Tổng cộng 12 nhiệm vụ", "Tổng số nhiệm vụ", "Tổng số chỉ tiêu: 5", "Cộng trang 1: 2 nhiệm vụ"]
        {
            assert_eq!(total_words(text), Some(TotalWords::Counted), "{text}");
        }
        for text in [
            "Tổng hợp số liệu",
            "Tổng kết năm",
            "Tổng số hộ nghèo",
            "Cộng đồng dân cư tự quản",
            "Tổng rà soát",
            "Tổng cộng hóa số liệu dân cư",
            "Cộng, trừ điểm thi đua các thôn",
        ] {
            assert_eq!(total_words(text), None, "{text}");
        }
    }

    #[test]
    fn only_a_text_for_the_whole_commune_names_the_whole() {
        for text in ["Toàn xã", "TOÀN PHƯỜNG:", "Chung toàn xã", "Cả xã", "Toàn xã (12 thôn)"] {
            assert!(names_whole(text), "{text}");
        }
        for text in ["Thôn Tổng", "Thôn Toàn", "Toàn Thắng", "Toàn xã có 12 thôn đạt chuẩn", "12"] {
            assert!(!names_whole(text) && total_words(text).is_none(), "{text}");
        }
    }

    #[test]
    fn column_numbers_run_up() {
        let check = |texts: &[&str]| are_column_numbers(texts.iter().copied());
        assert!(check(&["(1)", "(2)", "(3)"]));
        assert!(check(&["1", "2", "3", "4"]));
        assert!(check(&["A", "B", "1", "2"]));
        assert!(check(&["(1)", "(2)", "(3)=(2)/(1)"]));
        assert!(!check(&["1"]));
        assert!(!check(&["1", "Rà soát"]));
        assert!(!check(&["5", "6"]));
    }

    #[test]
    fn group_ordinals_are_roman_or_capital() {
        assert!(is_group_ordinal("I") && is_group_ordinal("II.") && is_group_ordinal("A") && !is_group_ordinal("1"));
    }
}
