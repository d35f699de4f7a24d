//! HS-047: a compound of two fields lost its dash.
//!
//! Why: `chính trị xã hội` reads as one thing; the law names two. Source: the names in use by the Party and the State,
//! `chính trị - xã hội`, `kinh tế - xã hội`, `văn hóa - xã hội`. `xã hội chủ nghĩa`, `xã hội hóa` and `xã hội học` are
//! terms of their own.

use std::ops::Range;

use crate::diag::{Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::{Correction, report_corrections, words};

/// A compound of two fields lost its dash.
pub(super) struct LostDash;

impl Rule<[PrintedText<'_>]> for LostDash {
    fn code(&self) -> &'static str {
        "HS-047"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        report_corrections(self.code(), texts, corrections, out);
    }
}

const FIELDS: [[&str; 2]; 4] = [["chính", "trị"], ["kinh", "tế"], ["văn", "hóa"], ["văn", "hoá"]];
/// Words that make `xã hội` the beginning of another term.
const GOES_ON: [&str; 4] = ["chủ", "hóa", "hoá", "học"];

fn corrections(paragraph: &str) -> Vec<Correction> {
    // A quick test: most paragraphs do not contain the term.
    if !["xã hội", "Xã hội", "Xã Hội", "XÃ HỘI"].iter().any(|society| paragraph.contains(society)) {
        return Vec::new();
    }
    let words = words(paragraph);
    let is = |index: usize, expected: &str| {
        let letters = |word: &Range<usize>| paragraph[word.clone()].chars().flat_map(char::to_lowercase);
        words.get(index).is_some_and(|word| letters(word).eq(expected.chars()))
    };
    let names = |index: usize, [first, second]: [&str; 2]| is(index, first) && is(index + 1, second);
    let blanks = |index: usize| paragraph[words[index].end..words[index + 1].start].chars().all(char::is_whitespace);
    // "Phòng Kinh tế xã Hội Sơn" names a commune.
    let is_commune = |index: usize| {
        let is_small = |index: usize| paragraph[words[index].clone()].starts_with(char::is_lowercase);
        is_small(index) && !is_small(index + 1)
    };
    let mut found = Vec::new();
    for index in 0..words.len().saturating_sub(3) {
        let is_compound = is(index + 3, "hội")
            && is(index + 2, "xã")
            && FIELDS.into_iter().any(|field| names(index, field))
            && (index..index + 3).all(blanks);
        if !is_compound {
            continue;
        }
        let goes_on = GOES_ON.iter().any(|word| is(index + 4, word)) && blanks(index + 3);
        // "kinh tế văn hóa xã hội" lost its commas, not its dash.
        let is_list = index >= 2 && FIELDS.into_iter().any(|field| names(index - 2, field)) && blanks(index - 1);
        if !goes_on && !is_list && !is_commune(index + 2) {
            found.push(Correction { range: words[index + 1].end..words[index + 2].start, with: " - ".into() });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::wording::suggestions;

    #[test]
    fn a_lost_dash_is_restored() {
        assert_eq!(suggestions(&LostDash, "các đoàn thể chính trị xã hội và Nhân dân"), ["thể chính trị - xã hội và"]);
        assert_eq!(suggestions(&LostDash, "PHÁT TRIỂN KINH TẾ XÃ HỘI"), ["TRIỂN KINH TẾ - XÃ HỘI"]);
        assert_eq!(suggestions(&LostDash, "Phòng Văn hoá Xã hội"), ["Phòng Văn hoá - Xã hội"]);
    }

    #[test]
    fn lists_and_other_words_are_left_alone() {
        for text in [
            "chính trị - xã hội; kinh tế – xã hội; chính trị, xã hội; văn hóa và xã hội",
            "nền kinh tế xã hội chủ nghĩa",
            "công tác văn hóa xã hội hóa",
            "kinh tế văn hóa xã hội",
            "chính trị, tư tưởng, xã hội",
            "Phòng Kinh tế xã Hội Sơn phục vụ xã hội",
        ] {
            assert_eq!(suggestions(&LostDash, text), [""; 0], "{text}");
        }
    }
}
