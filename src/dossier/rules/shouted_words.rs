//! HS-300: words of a sentence are typed in capitals: «TIẾP TỤC rà soát», a whole result in capitals.
//!
//! Why: body text is in small letters (ND-10); capitals for stress stand out on a signed paper, and the program can't know
//! which of them are names. Source: Nghị định 30/2020/NĐ-CP, Phụ lục II. Only words with the marks of Vietnamese vowels
//! are told, which abbreviations have not. Tasks, groups and products wholly in capitals are set right (HS-121).

use crate::diag::{Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::{Correction, report_corrections};
use crate::vietnamese::text::lower;

/// Words of a sentence are typed in capitals.
pub(super) struct ShoutedWords {
    /// Whether a text wholly in capitals is told, too.
    pub(super) whole: bool,
}

impl Rule<[PrintedText<'_>]> for ShoutedWords {
    fn code(&self) -> &'static str {
        "HS-300"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        let told = |paragraph: &str| {
            let is_told = may_shout(paragraph.as_bytes()) && (self.whole || paragraph.chars().any(char::is_lowercase));
            if is_told { corrections(paragraph) } else { Vec::new() }
        };
        report_corrections(self.code(), texts, told, out);
    }
}

/// Whether a text in UTF-8 may have a marked vowel beside a capital: a quick look, which settles nearly every text.
fn may_shout(text: &[u8]) -> bool {
    // À to Ý, Ă, Ơ and Ư, Ạ to Ỹ; the small letters are their neighbours.
    let is_marked_capital = |letter: &[u8]| match letter {
        [0xc3, second, ..] => (0x80..=0x9e).contains(second),
        [0xc4, 0x82, ..] | [0xc6, 0xa0 | 0xaf, ..] => true,
        [0xe1, _, third, ..] => third % 2 == 0,
        _ => false,
    };
    text.iter().enumerate().any(|(at, byte)| {
        byte.is_ascii_uppercase() && (at > 0 && text[at - 1] >= 0x80 || is_marked_capital(&text[at + 1..]))
    })
}

/// The runs of words in capitals; a single word counts from three letters on.
fn corrections(paragraph: &str) -> Vec<Correction> {
    let mut found: Vec<Correction> = Vec::new();
    let (mut start, mut end, mut count, mut is_marked) = (0, 0, 0, false);
    let mut close = |start: usize, end: usize, count: usize, is_marked: bool| {
        let run = &paragraph[start..end];
        if is_marked && (count > 1 || run.chars().count() > 2) {
            found.push(Correction { range: start..end, with: lower(run) });
        }
    };
    for word in paragraph.split([' ', '\u{a0}']) {
        let from = word.as_ptr() as usize - paragraph.as_ptr() as usize;
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let at = from + (word.len() - word.trim_start_matches(|letter: char| !letter.is_alphanumeric()).len());
        let is_shouted = bare.starts_with(char::is_uppercase) && bare.chars().all(char::is_uppercase);
        if is_shouted {
            if count == 0 {
                start = at;
            }
            (end, count) = (at + bare.len(), count + 1);
            is_marked |= bare.chars().any(|letter| !letter.is_ascii() && letter != 'Đ');
        }
        if count > 0 && (!is_shouted || word.ends_with(|letter: char| !letter.is_alphanumeric())) {
            close(start, end, count, is_marked);
            (count, is_marked) = (0, false);
        }
    }
    if count > 0 {
        close(start, end, count, is_marked);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_capitals_are_found() {
        let shouted = |text: &str| {
            corrections(text).into_iter().map(|found| text[found.range].to_owned()).collect::<Vec<String>>()
        };
        assert_eq!(shouted("TIẾP TỤC rà soát, KHÔNG để tồn đọng"), ["TIẾP TỤC", "KHÔNG"]);
        assert_eq!(shouted("ĐÃ SỐ HÓA 660 HỒ SƠ"), ["ĐÃ SỐ HÓA", "HỒ SƠ"]);
        for text in [
            "UBND xã, HĐND, UBMTTQ, BCĐ 389, Nghị quyết số 57-NQ/TƯ",
            "Nghị định số 30/2020/NĐ-CP, quý IV, TW, TƯ",
            "Rà soát Ý kiến",
            "Đ/c Lan, OCOP, VNeID, ATTP",
        ] {
            assert_eq!(shouted(text), [""; 0], "{text}");
        }
    }
}
