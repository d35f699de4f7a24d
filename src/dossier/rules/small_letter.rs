//! HS-046: a small letter follows a full stop.
//!
//! Why: either the stop or the letter is wrong, and the sentence is ambiguous. Source: PL2 of the decree, the first
//! letter of a sentence is a capital. Abbreviations, numbering and `v.v.` do not end a sentence.

use crate::diag::{Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::{Correction, first_spot, is_abbreviation, last_word};
use crate::vietnamese::text::capitalized;

/// A small letter follows a full stop.
pub(super) struct SmallLetter;

impl Rule<[PrintedText<'_>]> for SmallLetter {
    fn code(&self) -> &'static str {
        "HS-046"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        for text in texts {
            let Some(spot) = first_spot(text, raised) else { continue };
            if let Some(joined) = first_spot(text, joined) {
                out.report(spot.warning(self.code(), text.at).with("joined", joined.written));
            }
        }
    }
}

/// The corrections that keep the stop and capitalise the letter.
fn raised(paragraph: &str) -> Vec<Correction> {
    let raise = |at: usize| {
        let blanks = paragraph[at + 1..].len() - paragraph[at + 1..].trim_start().len();
        let start = at + 1 + blanks;
        let letter: String = paragraph[start..].chars().take(1).collect();
        Correction { range: at..start + letter.len(), with: format!(". {}", capitalized(&letter)) }
    };
    stops(paragraph).map(raise).collect()
}

/// The corrections that remove the stop and keep the letter.
fn joined(paragraph: &str) -> Vec<Correction> {
    let drop = |(at, correction): (usize, Correction)| Correction {
        with: paragraph[at + 1..correction.range.end].to_owned(),
        ..correction
    };
    stops(paragraph).zip(raised(paragraph)).map(drop).collect()
}

/// The stops of a paragraph that end a sentence, with a small letter behind.
pub(in crate::dossier) fn stops(paragraph: &str) -> impl Iterator<Item = usize> + '_ {
    let stops = paragraph.match_indices('.').map(|(at, _)| at);
    stops.filter(|&at| ends_sentence(&paragraph[..at]) && begins_small(&paragraph[at + 1..]))
}

/// Whether a stop after this text certainly ends a sentence.
fn ends_sentence(ahead: &str) -> bool {
    let word = last_word(ahead);
    let is_word = word.chars().all(char::is_alphabetic) && !is_abbreviation(word) && !word.is_empty();
    let is_end = is_word || is_count(word) || ahead.ends_with(['%', ')', '”']);
    is_end && !ahead[..ahead.len() - word.len()].ends_with(['.', '/', '@', ','])
}

/// Whether a number is too long to be that of an item in a list: «300 lượt, năm 2027».
fn is_count(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a blank and a word in small letters follow; `a)` is numbering, `iOffice` a name.
fn begins_small(behind: &str) -> bool {
    let next = behind.trim_start();
    let word: &str = &next[..next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len())];
    let is_numbering = word.chars().nth(1).is_none() && next[word.len()..].starts_with([')', '.', '/']);
    next.len() < behind.len()
        && word.starts_with(char::is_lowercase)
        && !word.chars().any(|c| c.is_uppercase() || c.is_ascii_digit())
        && !is_numbering
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::wording::suggestions;

    #[test]
    fn a_small_letter_after_a_stop_is_reported_with_both_corrections() {
        let text = "thực thi nhiệm vụ, công vụ. theo Quyết định số 48";
        assert_eq!(suggestions(&SmallLetter, text), ["vụ, công vụ. Theo Quyết định"]);
        let spot = first_spot(&PrintedText::of(text, &crate::diag::Place::default()), joined);
        assert_eq!(spot.map(|spot| spot.written).as_deref(), Some("vụ, công vụ theo Quyết định"));
    }

    #[test]
    fn abbreviations_numbering_and_names_are_left_alone() {
        for text in [
            "thực hiện. Đôn đốc các thôn",
            "văn nghệ, thể thao, v.v. của xã",
            "TP. nào cũng vậy; Tr. bên; Cty. xây dựng; T.Ư. ban hành",
            "Điều 5. nội dung; mục a. nội dung; các việc... khác",
            "các việc sau. a) Tuyên truyền",
            "dùng phần mềm. iOffice của xã",
            "như sau./. hết",
            "tệp kehoach.docx và trang xa.gov.vn nào",
        ] {
            assert_eq!(suggestions(&SmallLetter, text), [""; 0], "{text}");
        }
    }
}
