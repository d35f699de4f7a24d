//! Judges how well centred text reads where a line ends between two words.
//!
//! Owns the words of official Vietnamese that decide this. Must not know widths or columns. Its results go to
//! `balancing`, which weighs them against even lines.

use crate::vietnamese::fold::without_marks;

const NON_BREAKING: char = '\u{a0}';

/// Words that belong to the word after them.
const JOINING: [&str; 12] = ["và", "của", "về", "trong", "trên", "tại", "theo", "cho", "với", "đến", "số", "xã"];

/// The letters of the longest of these words.
const LONGEST_JOINING: usize = 5;

/// Pairs of words that form one term, common in the names of bodies and in trích yếu; without marks, as they are
/// compared.
#[rustfmt::skip]
const NOTIONS: [&str; 49] = [
    "uy ban", "ban nhan", "nhan dan", "hoi dong", "dong nhan", "chu tich", "van phong", "trung tam", "phuc vu",
    "hanh chinh", "chinh cong", "cong an", "quan su", "mat tran", "to quoc", "viet nam", "kinh te", "xa hoi",
    "van hoa", "ha tang", "do thi", "nong thon", "thon moi", "nong nghiep", "moi truong", "quoc phong", "an ninh",
    "dan van", "dan chu", "co so", "dia ban", "cong tac", "thuc hien", "trien khai", "to chuc", "phat trien",
    "tang cuong", "nang cao", "cai cach", "chuyen doi", "doi so", "nhiem vu", "nghi quyet", "dai hoi", "dang bo",
    "giai doan", "nhiem ky", "lan thu", "cong dong",
];

/// How well a line end reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BreakQuality {
    /// Before words held together: a period reads best on a line of its own.
    BeforePeriod,
    /// Before a joining word or a bracket, or after a comma.
    Good,
    /// Between two words without any of these properties.
    Plain,
    /// After a joining word, at a dash, inside one term, or after the first word in brackets.
    Bad,
}

/// How well a line end between two words reads; a word may be several, held together by U+00A0.
pub(super) fn break_quality(before: &str, after: &str) -> BreakQuality {
    if is_period(after) {
        return BreakQuality::BeforePeriod;
    }
    let before = before.rsplit(NON_BREAKING).next().unwrap_or(before);
    let after = after.split(NON_BREAKING).next().unwrap_or(after);
    if is_joining(before) || is_dash(before) || is_dash(after) || is_one(before, after) {
        return BreakQuality::Bad;
    }
    if before.ends_with([',', ';']) || is_joining(after) || after.starts_with('(') {
        BreakQuality::Good
    } else {
        BreakQuality::Plain
    }
}

/// Whether words held together end in a year: `6 tháng cuối năm 2025`.
fn is_period(held: &str) -> bool {
    let mut words = held.rsplit(NON_BREAKING);
    let is_year = words.next().is_some_and(|word| word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()));
    is_year && words.next().is_some_and(|word| is_in_any_case(word, "năm"))
}

/// Whether two words are read as one: a term, or brackets that open before the first and close after the second.
pub(super) fn is_one(before: &str, after: &str) -> bool {
    is_notion(before, after) || is_open(before)
}

/// Whether a word is this one, which has small letters, in either case.
fn is_in_any_case(word: &str, small: &str) -> bool {
    word.chars().flat_map(char::to_lowercase).eq(small.chars())
}

fn is_joining(word: &str) -> bool {
    // No joining word is longer, in either case.
    word.len() <= 3 * LONGEST_JOINING && JOINING.iter().any(|joining| is_in_any_case(word, joining))
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

/// Whether a bracket opens before a word and does not close after it: `(trong hạn)` is read as one.
fn is_open(word: &str) -> bool {
    word.starts_with('(') && !word.contains(')')
}

/// `uỷ ban` equals `ủy ban`; a comma after the second word is ignored.
fn is_notion(before: &str, after: &str) -> bool {
    let pair = without_marks(&format!("{before} {after}"));
    let pair = pair.trim_end_matches([',', ';', '.']);
    NOTIONS.contains(&pair)
}

#[cfg(test)]
mod tests {
    use super::BreakQuality::{Bad, BeforePeriod, Good, Plain};
    use super::*;

    #[test]
    fn breaks_are_judged_by_the_words_around_them() {
        let samples = [
            (("ỦY", "BAN"), Bad),
            (("Uỷ", "ban,"), Bad),
            (("hóa", "-"), Bad),
            (("-", "Xã"), Bad),
            (("bàn", "xã"), Good),
            (("cháy", "và"), Good),
            (("và", "cứu"), Bad),
            (("cháy,", "chữa"), Good),
            (("vận", "6\u{a0}tháng\u{a0}cuối\u{a0}năm\u{a0}2025"), BeforePeriod),
            (("lần", "thứ\u{a0}I"), Bad),
            (("quyết", "số\u{a0}33/CT-TTg"), Good),
            (("đọc", "sách"), Plain),
            (("hiện", "(trong"), Good),
            (("(trong", "hạn)"), Bad),
            (("(%)", "năm"), Plain),
        ];
        for ((before, after), expected) in samples {
            assert_eq!(break_quality(before, after), expected, "{before}|{after}");
        }
    }
}
