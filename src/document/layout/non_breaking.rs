//! Makes blanks non-breaking: between a number and the word that it belongs to, and before a dash between words.
//!
//! Owns which words are held together. Must not know styles or lines. Replaces single blanks by U+00A0 and changes nothing
//! else; its runs and texts go to the components' files. In running text only pairs are held, never a whole date: a long
//! unbreakable part makes wide gaps in justified lines. A code such as `25-NQ/TW` may break after its hyphen: Word's
//! non-breaking hyphen is no letter of the text, and many readers drop it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use crate::document::break_quality::is_any;
use crate::document::types::Run;
use crate::kept::KeptResults;

pub(super) const NON_BREAKING: char = '\u{a0}';

/// Words that hold a number or code after them: `số 33/CT-TTg`, `ngày 05`, `khoản 2` (and `phụ lục 1`).
const BEFORE_DIGITS: [&str; 10] = ["số", "ngày", "tháng", "năm", "điều", "khoản", "điểm", "quý", "mục", "lục"];

/// Words that hold a Roman number after them: `quý IV`, `lần thứ II`.
const BEFORE_ROMAN: [&str; 6] = ["quý", "chương", "phần", "mục", "lục", "thứ"];

/// The dashes that stand between two words.
pub(super) const DASHES: [&str; 2] = ["-", "–"];

/// Marks that may follow a number or a letter.
const MARKS_AFTER: [char; 9] = [',', '.', ';', ':', ')', '”', '"', ']', '/'];

/// Marks that may come before them.
const OPENING: [char; 4] = ['(', '“', '"', '['];

/// Words that hold a number before them: `6 tháng`.
const AFTER_DIGITS: [&str; 10] = ["tháng", "%", "triệu", "tỷ", "hộ", "người", "lượt", "tấn", "ha", "km"];

/// Holds numbers and their words together in a paragraph, across its runs.
pub(super) fn hold_together(mut runs: Vec<Run>) -> Vec<Run> {
    if let [run] = runs.as_mut_slice() {
        run.text = held_text(std::mem::take(&mut run.text));
        return runs;
    }
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let whole = held(&text);
    let mut letters = whole.chars();
    runs.into_iter().map(|run| Run { text: letters.by_ref().take(run.text.chars().count()).collect(), ..run }).collect()
}

/// The same as [`held`] for a text that is given away.
pub(super) fn held_text(text: String) -> String {
    thread_local! {
        /// The held texts; `None` for those that stay unchanged.
        static KEPT: RefCell<KeptResults<(), Option<Rc<str>>>> = RefCell::default();
    }
    let made = || match held(&text) {
        Cow::Owned(held) => Some(held.into()),
        Cow::Borrowed(_) => None,
    };
    let held = KEPT.with_borrow_mut(|kept| kept.get(&text, (), made));
    held.map_or(text, |held| held.as_ref().to_owned())
}

/// Holds numbers and their words together in a text of one weight and slant, and each dash to the word before it: a line
/// that begins with ` - ` looks like an item of a list. Most texts stay unchanged.
pub(super) fn held(text: &str) -> Cow<'_, str> {
    let mut words = HeldWords { text, whole: String::new(), copied: 0 };
    let bytes = text.as_bytes();
    // The two words before the next one; two blanks in a row have an empty word between them.
    let (mut second, mut before) = (0..0, 0..0);
    let (mut was_number, mut is_behind_blank) = (false, false);
    let (mut start, mut end) = (0, 0);
    loop {
        let may_end = |byte: &u8| *byte == b' ' || *byte == NON_BREAKING_START;
        end += bytes[end..].iter().position(may_end).unwrap_or(bytes.len() - end);
        let blank = bytes.get(end);
        if blank == Some(&NON_BREAKING_START) && !text[end..].starts_with(NON_BREAKING) {
            end += 1;
            continue;
        }
        let is_number = may_be_number(&bytes[start..end]);
        // Few words are numbers or letters of points, or follow one.
        if is_behind_blank && (is_number || was_number) {
            words.hold([second, before.clone(), start..end]);
        }
        if blank.is_none() {
            return words.finish();
        }
        (second, before) = (before, start..end);
        (was_number, is_behind_blank) = (is_number, blank == Some(&b' '));
        start = end + if is_behind_blank { 1 } else { NON_BREAKING.len_utf8() };
        end = start;
    }
}

/// The first byte of a non-breaking blank.
const NON_BREAKING_START: u8 = 0xc2;

/// A text whose words are held together one after another.
struct HeldWords<'a> {
    text: &'a str,
    /// The changed text, up to the last change.
    whole: String,
    /// How many bytes of the original text that covers.
    copied: usize,
}

impl<'a> HeldWords<'a> {
    /// Holds the last of three words to the one before it, where the two belong together.
    #[cold]
    fn hold(&mut self, places: [Range<usize>; 3]) {
        let start = places[2].start;
        let [second, left, right] = places.map(|place| &self.text[place]);
        if hold(second, left, right) {
            self.whole.push_str(&self.text[self.copied..start - 1]);
            self.whole.push(NON_BREAKING);
            self.copied = start;
        }
    }

    fn finish(mut self) -> Cow<'a, str> {
        if self.copied == 0 {
            return Cow::Borrowed(self.text);
        }
        self.whole.push_str(&self.text[self.copied..]);
        Cow::Owned(self.whole)
    }
}

/// Holds every period of a trích yếu together: `6 tháng cuối năm 2025`, `quý IV năm 2025`, `giai đoạn 2026 - 2030`.
pub(super) fn hold_periods(subject: &str) -> String {
    let words: Vec<&str> = subject.split(BLANKS).collect();
    let small = subject.to_lowercase();
    let lower: Vec<&str> = small.split(BLANKS).map(bare).collect();
    let mut blanks = subject.chars().filter(|letter| BLANKS.contains(letter));
    let mut held = String::with_capacity(subject.len() + words.len());
    // How many blanks from here on are inside a period.
    let mut inside = 0_usize;
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            let blank = blanks.next().unwrap_or(' ');
            held.push(if inside > 0 { NON_BREAKING } else { blank });
            inside = inside.saturating_sub(1);
        }
        held.push_str(word);
        inside = inside.max(period_length(&lower[at..]).saturating_sub(1));
    }
    held
}

const BLANKS: [char; 2] = [' ', NON_BREAKING];

/// How many of these words, in small letters, are the period that they begin with; 0 where there is none.
fn period_length(words: &[&str]) -> usize {
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let is_year = |at: usize| word(at).len() == 4 && is_number(word(at));
    let year_after = |at: usize| if word(at) == "năm" && is_year(at + 1) { 2 } else { 0 };
    let span_after = |at: usize| match word(at + 1) {
        "-" | "–" if is_year(at) && is_year(at + 2) => 3,
        _ if word(at).starts_with(|first: char| first.is_ascii_digit()) => 1,
        _ => 0,
    };
    let with = |begun: usize, more: usize| if more > 0 { begun + more } else { 0 };
    match (word(0), word(1)) {
        (months, "tháng") if is_number(months) && matches!(word(2), "đầu" | "cuối") && word(3) == "năm" => {
            3 + year_after(3).max(1)
        }
        (months, "tháng") if is_number(months) => 2 + year_after(2),
        (years, "năm") if is_number(years) && span_after(2) == 3 => 5,
        ("quý", quarter) if is_number(quarter) || is_roman(&quarter.to_uppercase()) => 2 + year_after(2),
        ("quý" | "tháng", both) if both.split_once('/').is_some_and(|(_, year)| is_number(year)) => 2,
        ("ngày", day) if is_number(day) && word(2) == "tháng" && is_number(word(3)) => 4 + year_after(4),
        ("tháng", month) if is_number(month) => 2 + year_after(2),
        ("giai", "đoạn") | ("nhiệm", "kỳ") | ("năm", "học") => with(2, span_after(2)),
        ("năm", _) => year_after(0),
        _ => span_after(0).max(1) - 1,
    }
}

/// Whether two adjacent words are held together, given the word before them.
fn hold(before: &str, left: &str, right: &str) -> bool {
    is_dashed(before, left, right)
        || names(unbracketed(left), bare(right))
        || is_counted(before, unbracketed(left), bare(right))
}

/// Whether a dash follows a word, or stands between two numbers: `2026 - 2030`.
fn is_dashed(before: &str, left: &str, right: &str) -> bool {
    let begins_with_digit = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    (DASHES.contains(&right) && !left.is_empty())
        || (DASHES.contains(&left) && begins_with_digit(unbracketed(before)) && begins_with_digit(right))
}

/// Whether a word may be a number, the letter of a point or a dash, brackets before it allowed. Looks at the first letters
/// only; never false for one that is.
fn may_be_number(word: &[u8]) -> bool {
    let Some(&first) = word.first() else { return false };
    if !is_letter_byte(first) {
        return true;
    }
    let is_roman = |byte: u8| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C');
    // Of a Roman number only digits follow the first one, then perhaps punctuation.
    if is_roman(first) && word.get(1).is_none_or(|second| is_roman(*second) || !is_letter_byte(*second)) {
        return true;
    }
    let length = match first {
        0..0x80 => 1,
        0x80..0xe0 => 2,
        0xe0.. => 3,
    };
    // A single letter, perhaps with punctuation after it.
    word.get(length).is_none_or(|second| !(is_letter_byte(*second) || second.is_ascii_digit()))
}

/// Whether a Vietnamese letter begins with this byte; no digit and no punctuation does.
fn is_letter_byte(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || (0xc3..=0xe1).contains(&byte)
}

/// Whether a word is the name for the number, or the letter of a point, after it.
fn names(left: &str, right: &str) -> bool {
    let is_numbered = right.starts_with(|first: char| first.is_ascii_digit());
    if !(is_numbered || is_roman(right) || is_small_letter(right)) {
        return false;
    }
    (is_numbered && is_any(left, &BEFORE_DIGITS))
        || (is_roman(right) && is_any(left, &BEFORE_ROMAN))
        || (is_small_letter(right) && is_any(left, &["điểm"]))
}

/// Whether a number counts the word after it. In "ngày 05 tháng 01" the number 05 belongs to the word before it, not to
/// the month.
fn is_counted(before: &str, left: &str, right: &str) -> bool {
    is_amount(left) && AFTER_DIGITS.contains(&right) && !is_any(before, &["ngày"])
}

/// A word without the brackets before it.
fn unbracketed(word: &str) -> &str {
    word.trim_start_matches(OPENING)
}

/// A word without the marks after it.
fn bare(word: &str) -> &str {
    word.trim_end_matches(MARKS_AFTER)
}

/// Whether a word is a figure as it is printed: `6`, `1.318,5`.
fn is_amount(word: &str) -> bool {
    word.split(['.', ',']).all(is_number)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit())
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(is_roman_digit)
}

fn is_roman_digit(letter: char) -> bool {
    matches!(letter, 'I' | 'V' | 'X' | 'L' | 'C')
}

fn is_small_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_lowercase) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text with non-breaking blanks shown as `~`.
    fn shown(text: &str) -> String {
        let runs = hold_together(vec![Run { text: text.to_owned(), ..Run::default() }]);
        runs.iter().map(|run| run.text.replace(NON_BREAKING, "~")).collect()
    }

    #[test]
    fn numbers_are_held_to_their_words() {
        let samples = [
            ("Chỉ thị số 33/CT-TTg ngày 26/11/2021", "Chỉ thị số~33/CT-TTg ngày~26/11/2021"),
            ("ngày 05 tháng 01 năm 2026", "ngày~05 tháng~01 năm~2026"),
            ("công tác 6 tháng cuối năm 2025 của xã", "công tác 6~tháng cuối năm~2025 của xã"),
            ("điểm a khoản 2 Điều 103 Mục 5 Chương XII;", "điểm~a khoản~2 Điều~103 Mục~5 Chương~XII;"),
            ("góp 1.318,5 triệu đồng, 251 hộ", "góp 1.318,5~triệu đồng, 251~hộ"),
            ("(quý IV năm 2025), lần thứ I, đạt 95 %.", "(quý~IV năm~2025), lần thứ~I, đạt 95~%."),
        ];
        for (text, expected) in samples {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn a_code_keeps_its_plain_hyphens() {
        for text in ["(25-NQ/TW; 48/2019/QĐ-UBND, 07-CT/TU)", "2025-2030, 15-20/tháng"] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn no_line_can_begin_with_a_dash_between_words() {
        let samples = [
            ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa~- Xã hội"),
            ("kinh tế – xã hội", "kinh tế~– xã hội"),
            ("giai đoạn 2026 - 2030,", "giai đoạn 2026~-~2030,"),
            ("- Các thôn", "- Các thôn"),
            ("-", "-"),
        ];
        for (text, expected) in samples {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn other_blanks_are_not_changed() {
        for text in ["1. Mục đích", "số lượng", "hằng năm, 2025", "số  33", "thời điểm này", ""] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn a_pair_is_held_across_runs() {
        let run = |text: &str, is_bold| Run { text: text.to_owned(), is_bold, ..Run::default() };
        let held = hold_together(vec![run("Quyết định số ", false), run("12/QĐ-UBND", true)]);
        assert_eq!(held, [run("Quyết định số\u{a0}", false), run("12/QĐ-UBND", true)]);
    }

    #[test]
    fn every_period_is_held_together() {
        let samples = [
            ("Công tác Dân vận 6 tháng cuối năm 2025", "Công tác Dân vận 6~tháng~cuối~năm~2025"),
            ("quý IV năm 2025 và quý I/2026", "quý~IV~năm~2025 và quý~I/2026"),
            ("Công tác tháng 12 năm 2025", "Công tác tháng~12~năm~2025"),
            ("9 tháng năm 2026, nhiệm vụ 3 tháng cuối năm", "9~tháng~năm~2026, nhiệm vụ 3~tháng~cuối~năm"),
            ("năm 2025", "năm~2025"),
            ("kế hoạch giai đoạn 2026 - 2030", "kế hoạch giai~đoạn~2026~-~2030"),
            ("nhiệm kỳ 2025-2030 của xã", "nhiệm~kỳ~2025-2030 của xã"),
            ("nông thôn 5 năm 2026 - 2030", "nông thôn 5~năm~2026~-~2030"),
            ("năm học 2026 - 2027; từ ngày 05 tháng 01", "năm~học~2026~-~2027; từ ngày~05~tháng~01"),
            ("Công tác năm", "Công tác năm"),
            ("", ""),
        ];
        for (text, expected) in samples {
            assert_eq!(hold_periods(text).replace(NON_BREAKING, "~"), expected);
        }
    }

    /// Does the same as [`held`], but checks every pair of words.
    fn held_plainly(text: &str) -> String {
        let words: Vec<&str> = text.split([' ', NON_BREAKING]).collect();
        let blanks: Vec<char> = text.chars().filter(|letter| [' ', NON_BREAKING].contains(letter)).collect();
        let holds = |index: usize| {
            let (left, right) = (unbracketed(words[index]), bare(words[index + 1]));
            let before = if index == 0 { "" } else { words[index - 1] };
            is_dashed(before, words[index], words[index + 1]) || names(left, right) || is_counted(before, left, right)
        };
        let words = words.iter().enumerate().map(|(index, word)| {
            let word = (*word).to_owned();
            let blank = blanks.get(index).map(|blank| if holds(index) { NON_BREAKING } else { *blank });
            word + &blank.map_or(String::new(), String::from)
        });
        words.collect()
    }

    proptest! {
        #[test]
        fn the_fast_and_the_plain_way_hold_the_same_words(
            words in prop::collection::vec("số|25-NQ/TW[,.]?|\\(?ngày|6|05/|tháng|năm|2025\\)|quý|IV|IX;|Cấm|Lò,|Vi|IVa|\u{a0}|| |điểm|-|–|a|b\\)|ab|%|triệu|.{0,4}", 0..12),
        ) {
            let text = words.join(" ");
            prop_assert_eq!(held(&text), held_plainly(&text));
        }

        #[test]
        fn only_blanks_change(words in prop::collection::vec("số|25-NQ/TW|12/QĐ-UBND,|-|ngày|6|05|tháng|năm|2025|quý|IV|\u{a0}|| |điểm|a|%|Ỹ.{0,3}", 0..30)) {
            let texts: Vec<String> = words.chunks(3).map(|words| words.join(" ")).collect();
            let runs = texts.iter().map(|text| Run { text: text.clone(), ..Run::default() }).collect();
            for (before, after) in texts.iter().zip(hold_together(runs)) {
                prop_assert_eq!(before.replace(NON_BREAKING, " "), after.text.replace(NON_BREAKING, " "));
            }
            let subject = words.join(" ");
            prop_assert_eq!(subject.replace(NON_BREAKING, " "), hold_periods(&subject).replace(NON_BREAKING, " "));
        }
    }
}
