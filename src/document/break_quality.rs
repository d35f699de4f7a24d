//! Judges how well centred text reads where a line ends between two words.
//!
//! Owns the words of official Vietnamese that decide this. Must not know widths or columns. Its results go to
//! `balancing`, which weighs them against even lines.

use super::notions::is_notion;

const NON_BREAKING: char = '\u{a0}';

/// Words that join what stands before them to what follows: a line may begin with one, but not end with it.
const JOINING: [&str; 18] = [
    "và", "của", "về", "trong", "trên", "tại", "theo", "cho", "với", "đến", "từ", "nhằm", "để", "gắn", "hoặc", "giữa",
    "thuộc", "đối",
];

/// Words that belong to the word after them: no line ends with one.
const LEADING: [&str; 23] = [
    "các", "những", "mọi", "mỗi", "một", "hai", "không", "chưa", "được", "bị", "đã", "đang", "sẽ", "sự", "việc", "cấp",
    "ngành", "cụm", "khối", "khóa", "kỳ", "bằng", "là",
];

/// The tiers and offices whose name follows them.
const BEFORE_NAMES: [&str; 24] = [
    "xã",
    "phường",
    "tỉnh",
    "huyện",
    "phố",
    "khu",
    "trấn",
    "thôn",
    "ấp",
    "bản",
    "buôn",
    "làng",
    "khóm",
    "tổ",
    "sở",
    "phòng",
    "ban",
    "trường",
    "trạm",
    "bộ",
    "đoàn",
    "hội",
    "cục",
    "quận",
];

/// Tiers that begin the last line of a name: `ỦY BAN NHÂN DÂN` / `XÃ CỒN LAU`.
const TIERS: [&str; 6] = ["xã", "phường", "tỉnh", "huyện", "thôn", "ấp"];

/// Words before a number that belongs to them.
const BEFORE_NUMBERS: [&str; 24] = [
    "số", "ngày", "tháng", "năm", "điều", "khoản", "điểm", "quý", "mục", "lục", "chương", "phần", "khóa", "kỳ", "thứ",
    "đợt", "đoạn", "học", "tập", "tổ", "khu", "thôn", "ấp", "cấp",
];

/// How well a line end reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BreakQuality {
    /// Before a joining word or a bracket, or after a comma.
    Good,
    /// Between two words without any of these properties.
    Plain,
    /// After a joining word, or after the first word in brackets.
    Bad,
    /// Inside one thing: a word of two syllables, a name, a number with what it counts; or before a dash.
    Never,
}

/// The words around a line end; empty where there are none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LineEnd<'a> {
    /// The second word before the line end, and the last.
    pub(super) before: [&'a str; 2],
    /// The first word after it, and the second.
    pub(super) after: [&'a str; 2],
}

impl<'a> LineEnd<'a> {
    /// Those between two parts of a text, whose words may be held together by U+00A0.
    pub(super) fn of(before: impl DoubleEndedIterator<Item = &'a str>, after: impl Iterator<Item = &'a str>) -> Self {
        let mut left = before.rev().flat_map(|part| part.rsplit(NON_BREAKING));
        let mut right = after.flat_map(|part| part.split(NON_BREAKING));
        let last = left.next().unwrap_or_default();
        let first = right.next().unwrap_or_default();
        Self { before: [left.next().unwrap_or_default(), last], after: [first, right.next().unwrap_or_default()] }
    }
}

/// How well a line end between these words reads.
pub(super) fn break_quality(words: LineEnd<'_>) -> BreakQuality {
    let ([_, before], [after, next]) = (words.before, words.after);
    if is_dash(after) || is_one(before, after) || is_named(before, after) || is_numbered(words) {
        return BreakQuality::Never;
    }
    if is_dash(before) || is_open(before) || is_any(before, &JOINING) || is_any(before, &LEADING) {
        return BreakQuality::Bad;
    }
    let begins_tier = is_any(after, &TIERS) && !is_notion(after, next);
    if before.ends_with([',', ';', ':']) || is_any(after, &JOINING) || begins_tier || after.starts_with(['(', '“']) {
        BreakQuality::Good
    } else {
        BreakQuality::Plain
    }
}

/// Whether words held together are a period: `6 tháng cuối năm 2025`, `giai đoạn 2026 - 2030`.
pub(super) fn is_period(held: &str) -> bool {
    let is_year = |word: &str| word.len() == 4 && word.chars().all(|letter| letter.is_ascii_digit());
    let mut words = held.rsplit(NON_BREAKING);
    let ends = words.next().is_some_and(|last| is_year(last.rsplit('/').next().unwrap_or(last)));
    ends && words.next().is_some_and(|word| ["năm", "quý", "-", "–"].iter().any(|other| is_in_any_case(word, other)))
}

/// Whether two words are read as one: a term, or brackets that open before the first and close after the second.
pub(super) fn is_one(before: &str, after: &str) -> bool {
    is_notion(before, after) || (is_open(before) && after.contains(')'))
}

/// Whether the second word begins or continues a name: `Cồn Lau`, `xã Cồn Lau`, `UBND xã`. A text in capitals has no
/// names of its own that could be seen.
fn is_named(before: &str, after: &str) -> bool {
    let is_stopped = before.ends_with([',', ';', ':', '.', ')']);
    if is_stopped {
        return false;
    }
    let (first, second) = (case(before), case(after));
    match (first, second) {
        (Case::Name, Case::Name) => true,
        (Case::Small, Case::Name) | (Case::Capitals, Case::Capitals) => is_any(before, &BEFORE_NAMES),
        (Case::Capitals, Case::Small) => is_any(after, &TIERS) && before.chars().count() > 2,
        _ => false,
    }
}

/// Whether the line end is between a number and its word: `6 tháng`, `năm 2026`, `Nghị quyết số 12`, `chuyển đổi số`.
fn is_numbered(words: LineEnd<'_>) -> bool {
    let ([second, before], [after, next]) = (words.before, words.after);
    if before.ends_with([',', ';', ':', ')']) {
        return false;
    }
    if is_in_any_case(after, "số") {
        return true;
    }
    if is_number(before) {
        // A number that has its word before it counts nothing: `năm 2026 thực hiện`.
        let counts = !is_any(second, &BEFORE_NUMBERS) && !is_number(after) && !is_any(after, &JOINING);
        return counts || is_any(after, &["tháng", "năm"]);
    }
    is_number(after) && (is_any(before, &BEFORE_NUMBERS) || next.is_empty() || is_any(next, &JOINING))
}

/// The letters of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// Small letters.
    Small,
    /// A capital first letter alone.
    Name,
    /// Capitals only, at least two.
    Capitals,
    /// No letters.
    None,
}

fn case(word: &str) -> Case {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    match (first.is_uppercase(), letters.next()) {
        (false, _) => Case::Small,
        (true, Some(second)) if second.is_uppercase() => Case::Capitals,
        (true, _) => Case::Name,
    }
}

/// Digits, a code that begins with them, or a Roman number.
fn is_number(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '“']).trim_end_matches([',', ';', '.', ')', '”', ':']);
    let is_roman = !word.is_empty() && word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L'));
    is_roman || word.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether a word is one of these, which have small letters, in either case.
pub(super) fn is_any(word: &str, words: &[&str]) -> bool {
    // Most words differ in their first letter, which is put in small letters once.
    let Some(first) = word.chars().next().and_then(|first| first.to_lowercase().next()) else { return false };
    words.iter().any(|other| other.starts_with(first) && is_in_any_case(word, other))
}

/// Whether a word is this one, which has small letters, in either case.
fn is_in_any_case(word: &str, small: &str) -> bool {
    // A letter and its capital have almost the same length.
    word.len().abs_diff(small.len()) <= 2 && word.chars().flat_map(char::to_lowercase).eq(small.chars())
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

/// Whether a bracket or a quotation opens before a word and does not close after it: `(trong hạn)` is read as one.
fn is_open(word: &str) -> bool {
    (word.starts_with('(') && !word.contains(')')) || (word.starts_with('“') && !word.contains('”'))
}

#[cfg(test)]
mod tests {
    use super::BreakQuality::{Bad, Good, Never, Plain};
    use super::*;

    /// The quality of the line end at the stroke.
    fn judged(text: &str) -> BreakQuality {
        let (before, after) = text.split_once('|').expect("a line end");
        break_quality(LineEnd::of(before.split(' '), after.split(' ')))
    }

    #[test]
    fn line_ends_are_judged_by_the_words_around_them() {
        let samples = [
            ("ỦY|BAN NHÂN DÂN", Never),
            ("Uỷ|ban, hội đồng", Never),
            ("Văn hóa|- Xã hội", Never),
            ("Văn hóa -|Xã hội", Bad),
            ("địa bàn|xã", Good),
            ("NHÂN DÂN|XÃ AN KHÁNH", Good),
            ("NHÂN DÂN XÃ|AN KHÁNH", Never),
            ("phát triển|xã hội số", Plain),
            ("phát triển xã hội|số", Never),
            ("cháy|và cứu nạn", Good),
            ("cháy và|cứu nạn", Bad),
            ("phòng cháy,|chữa cháy", Good),
            ("lần|thứ\u{a0}I", Never),
            ("Nghị quyết|số\u{a0}33/CT-TTg", Never),
            ("văn nghệ|quần chúng", Plain),
            ("thực hiện|(trong hạn)", Good),
            ("(trong|hạn)", Never),
            ("(%)|năm nay", Plain),
            ("phương|hướng, nhiệm vụ", Never),
            ("Chính|phủ về", Never),
            ("quý|I năm 2027", Never),
            ("tháng cuối năm|2026", Never),
            ("6|tháng cuối năm", Never),
            ("giao|07 nhiệm vụ", Plain),
            ("giao 07|nhiệm vụ", Never),
            ("Hải|Vân", Never),
            ("xã|Cồn Lau", Never),
            ("UBND|xã Cồn Lau", Never),
            ("của|UBND xã", Bad),
            ("Mặt trận Tổ quốc|Việt Nam", Plain),
            ("các|đơn vị", Bad),
            ("giai đoạn|2026 - 2030", Never),
            ("tỉnh Hải Vân|giao năm 2026", Plain),
        ];
        for (text, expected) in samples {
            assert_eq!(judged(text), expected, "{text}");
        }
    }

    #[test]
    fn a_period_ends_with_its_year() {
        for period in ["6 tháng cuối năm 2025", "năm 2026", "quý I/2027", "giai đoạn 2026 - 2030"] {
            assert!(is_period(&period.replace(' ', "\u{a0}")), "{period}");
        }
        assert!(!is_period("2026") && !is_period("ngày\u{a0}2026"));
    }
}
