//! Blanks and hyphens that no line may break at: between a number and the word that names it, and inside a code.
//!
//! Owns what holds together. Must not know styles or lines. Changes single blanks and hyphens into their non-breaking
//! twins and nothing else; its runs and texts go
//! to the components' files. Only pairs are held in running text, never a whole date: a long stretch
//! that can't break tears rivers into justified lines.

use crate::document::types::{NON_BREAKING_HYPHEN, Run};

const NON_BREAKING: char = '\u{a0}';

/// Words that hold a number or code behind them: `số 33/CT-TTg`, `ngày 05`, `khoản 2` (and `phụ lục 1`).
const BEFORE_DIGITS: [&str; 10] = ["số", "ngày", "tháng", "năm", "điều", "khoản", "điểm", "quý", "mục", "lục"];

/// Words that hold a Roman number behind them: `quý IV`, `lần thứ II`.
const BEFORE_ROMAN: [&str; 6] = ["quý", "chương", "phần", "mục", "lục", "thứ"];

/// Words that hold a number before them: `6 tháng`.
const BEHIND_DIGITS: [&str; 4] = ["tháng", "%", "triệu", "tỷ"];

/// Holds numbers and their words together in a paragraph, across its runs.
pub(super) fn hold_together(runs: Vec<Run>) -> Vec<Run> {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let mut letters = with_pairs_held(&text).into_iter();
    runs.into_iter().map(|run| Run { text: letters.by_ref().take(run.text.chars().count()).collect(), ..run }).collect()
}

/// Holds numbers and their words together in a text of one weight and slant.
pub(super) fn held(text: &str) -> String {
    with_pairs_held(text).into_iter().collect()
}

/// Holds the period at the end of a trích yếu together as one: `6 tháng cuối năm 2025`, `quý IV năm 2025`.
pub(super) fn hold_period(subject: &str) -> String {
    let words: Vec<&str> = subject.split([' ', NON_BREAKING]).collect();
    let period = &words[words.len() - period_length(&words)..];
    let length = period.join(" ").chars().count();
    let start = subject.chars().count() - length;
    subject.chars().enumerate().map(|(at, letter)| if at >= start { non_breaking(letter) } else { letter }).collect()
}

fn non_breaking(letter: char) -> char {
    if letter == ' ' { NON_BREAKING } else { letter }
}

/// How many words at the end name a period; 0 where none does.
fn period_length(words: &[&str]) -> usize {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let [before @ .., "năm", year] = lower.as_slice() else { return 0 };
    if year.len() != 4 || !is_number(year) {
        return 0;
    }
    let part = match before {
        [.., months, "tháng", "đầu" | "cuối"] if is_number(months) => 3,
        [.., months, "tháng"] if is_number(months) => 2,
        [.., "quý", quarter] if is_number(quarter) || is_roman(&quarter.to_uppercase()) => 2,
        [.., "tháng", month] if is_number(month) => 2,
        _ => 0,
    };
    part + 2
}

fn with_pairs_held(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    // Two blanks in a row make an empty word between them, which holds to nothing.
    let words: Vec<&str> = text.split([' ', NON_BREAKING]).collect();
    let mut blank = 0;
    for (index, pair) in words.windows(2).enumerate() {
        blank += pair[0].chars().count();
        let before = if index == 0 { "" } else { words[index - 1] };
        if hold(before, pair[0], pair[1]) {
            letters[blank] = non_breaking(letters[blank]);
        }
        blank += 1;
    }
    let mut start = 0;
    for word in words {
        let length = word.chars().count();
        if is_code(word) {
            letters[start..start + length].iter_mut().filter(|letter| **letter == '-').for_each(|letter| {
                *letter = NON_BREAKING_HYPHEN;
            });
        }
        start += length + 1;
    }
    letters
}

/// Whether a word is a document's number and symbol: `25-NQ/TW`, `64/KH-UBND`, `48/2019/QĐ-UBND`.
fn is_code(word: &str) -> bool {
    let code = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    code.starts_with(|letter: char| letter.is_ascii_digit())
        && code.contains('/')
        && code.chars().any(char::is_uppercase)
        && code.chars().all(|letter| letter.is_alphanumeric() || "/-&.".contains(letter))
}

/// Whether two neighbouring words hold together, given the word before them.
fn hold(before: &str, left: &str, right: &str) -> bool {
    let left = left.trim_start_matches(['(', '“', '"', '[']);
    let right = right.trim_end_matches([',', '.', ';', ':', ')', '”', '"', ']', '/']);
    let is_numbered = right.starts_with(|c: char| c.is_ascii_digit());
    if is_numbered || is_roman(right) || is_small_letter(right) {
        let left = left.to_lowercase();
        let names_number = is_numbered && BEFORE_DIGITS.contains(&left.as_str());
        let names_roman = is_roman(right) && BEFORE_ROMAN.contains(&left.as_str());
        let names_point = is_small_letter(right) && left == "điểm";
        if names_number || names_roman || names_point {
            return true;
        }
    }
    // In "ngày 05 tháng 01" the day belongs to its word before, not to the month.
    is_number(left) && BEHIND_DIGITS.contains(&right) && before.to_lowercase() != "ngày"
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit())
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| "IVXLC".contains(letter))
}

fn is_small_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_lowercase) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text with every non-breaking blank shown as `~`, every non-breaking hyphen as `=`.
    fn shown(text: &str) -> String {
        let runs = hold_together(vec![Run { text: text.to_owned(), ..Run::default() }]);
        runs.iter().map(|run| run.text.replace(NON_BREAKING, "~").replace(NON_BREAKING_HYPHEN, "=")).collect()
    }

    #[test]
    fn numbers_hold_to_their_words() {
        let samples = [
            ("Chỉ thị số 33/CT-TTg ngày 26/11/2021", "Chỉ thị số~33/CT=TTg ngày~26/11/2021"),
            ("ngày 05 tháng 01 năm 2026", "ngày~05 tháng~01 năm~2026"),
            ("công tác 6 tháng cuối năm 2025 của xã", "công tác 6~tháng cuối năm~2025 của xã"),
            ("điểm a khoản 2 Điều 103 Mục 5 Chương XII;", "điểm~a khoản~2 Điều~103 Mục~5 Chương~XII;"),
            ("(quý IV năm 2025), lần thứ I, đạt 95 %.", "(quý~IV năm~2025), lần thứ~I, đạt 95~%."),
        ];
        for (text, expected) in samples {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn a_code_holds_together() {
        let samples = [
            ("(25-NQ/TW; 48/2019/QĐ-UBND, 07-CT/TU)", "(25=NQ/TW; 48/2019/QĐ=UBND, 07=CT/TU)"),
            (
                "Văn hóa - Xã hội, 2025-2030, 15-20/tháng, Vla-đi-mia",
                "Văn hóa - Xã hội, 2025-2030, 15-20/tháng, Vla-đi-mia",
            ),
        ];
        for (text, expected) in samples {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn other_blanks_stay() {
        for text in ["1. Mục đích", "số lượng", "hằng năm, 2025", "số  33", "thời điểm này", "2025 - 2030", ""]
        {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn a_pair_may_lie_across_runs() {
        let run = |text: &str, is_bold| Run { text: text.to_owned(), is_bold, is_italic: false };
        let held = hold_together(vec![run("Quyết định số ", false), run("12/QĐ-UBND", true)]);
        assert_eq!(held, [run("Quyết định số\u{a0}", false), run("12/QĐ\u{e02d}UBND", true)]);
    }

    #[test]
    fn a_period_at_the_end_is_one() {
        let samples = [
            ("Công tác Dân vận 6 tháng cuối năm 2025", "Công tác Dân vận 6~tháng~cuối~năm~2025"),
            ("Công tác quý IV năm 2025", "Công tác quý~IV~năm~2025"),
            ("Công tác tháng 12 năm 2025", "Công tác tháng~12~năm~2025"),
            ("Công tác 9 tháng năm 2026", "Công tác 9~tháng~năm~2026"),
            ("Công tác năm 2025", "Công tác năm~2025"),
            ("6 tháng đầu năm 2026", "6~tháng~đầu~năm~2026"),
            ("Công tác năm", "Công tác năm"),
            ("", ""),
        ];
        for (text, expected) in samples {
            assert_eq!(hold_period(text).replace(NON_BREAKING, "~"), expected);
        }
    }

    proptest! {
        #[test]
        fn only_blanks_and_hyphens_change(words in prop::collection::vec("số|25-NQ/TW|12/QĐ-UBND,|-|ngày|6|05|tháng|năm|2025|quý|IV|\u{a0}|| |điểm|a|%|Ỹ.{0,3}", 0..30)) {
            let texts: Vec<String> = words.chunks(3).map(|words| words.join(" ")).collect();
            let runs = texts.iter().map(|text| Run { text: text.clone(), ..Run::default() }).collect();
            for (before, after) in texts.iter().zip(hold_together(runs)) {
                let after = after.text.replace(NON_BREAKING_HYPHEN, "-");
                prop_assert_eq!(before.replace(NON_BREAKING, " "), after.replace(NON_BREAKING, " "));
            }
            let subject = words.join(" ");
            prop_assert_eq!(subject.replace(NON_BREAKING, " "), hold_period(&subject).replace(NON_BREAKING, " "));
        }
    }
}
