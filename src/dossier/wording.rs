//! The spots of a paragraph that need a correction, shown with a few words around them.
//!
//! Owns cutting out a spot as typed and as corrected, and what the rules about wording share. Must not know any rule.
//! Nothing is rewritten: its output goes into the hint of a message.

use std::ops::Range;

use super::printed::PrintedText;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::vietnamese::text::{decomposed, is_of_word};

/// A part of a paragraph and its correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Correction {
    /// The part, in bytes.
    pub(super) range: Range<usize>,
    /// The corrected text of the part.
    pub(super) with: String,
}

/// The first spot of a cell, and the number of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PrintedSpot {
    /// As typed, with the words around it.
    pub(super) typed: String,
    /// As corrected, with the same words around it.
    pub(super) written: String,
    /// The number of spots of the cell outside these words.
    pub(super) others: usize,
}

impl PrintedSpot {
    /// The warning about it; the hint `several` gives the number of others.
    pub(super) fn warning(&self, code: &'static str, at: &Place) -> Diagnostic {
        let message = Diagnostic::warning(code).at(at).with("typed", &self.typed).with("written", &self.written);
        if self.others == 0 { message } else { message.with("others", self.others).hint("several") }
    }
}

/// Reports one warning for every cell that needs a correction.
pub(super) fn report_corrections(
    code: &'static str,
    texts: &[PrintedText],
    find: impl Fn(&str) -> Vec<Correction>,
    out: &mut Diagnostics,
) {
    for text in texts {
        if let Some(spot) = first_spot(text, &find) {
            out.report(spot.warning(code, text.at));
        }
    }
}

/// The first spot of a cell; `None` where nothing needs a correction.
///
/// `find` must return the corrections of a paragraph from left to right, without overlaps.
pub(super) fn first_spot(text: &PrintedText, find: impl Fn(&str) -> Vec<Correction>) -> Option<PrintedSpot> {
    let mut first: Option<PrintedSpot> = None;
    for paragraph in text.paragraphs() {
        let corrections = find(paragraph);
        match &mut first {
            Some(spot) => spot.others += corrections.len(),
            None => first = spot(paragraph, &corrections),
        }
    }
    first
}

/// The part of a paragraph with the words around it, as typed.
pub(super) fn around(paragraph: &str, range: &Range<usize>) -> Range<usize> {
    words_back(paragraph, range.start)..words_on(paragraph, range.end)
}

/// The words of a paragraph: runs of letters and digits.
pub(super) fn words(paragraph: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, character) in paragraph.char_indices() {
        if !is_of_word(character) {
            continue;
        }
        let end = at + character.len_utf8();
        match words.last_mut() {
            Some(word) if word.end == at => word.end = end,
            _ => words.push(at..end),
        }
    }
    words
}

/// The letters and digits at the end of a text; empty where it ends with another character.
pub(super) fn last_word(text: &str) -> &str {
    let stem = text.trim_end_matches(is_of_word);
    &text[stem.len()..]
}

/// Whether a stop after this word need not end a sentence: a single letter, only capitals, or no vowel in it.
pub(super) fn is_abbreviation(word: &str) -> bool {
    const WITH_VOWEL: [&str; 2] = ["cty", "Cty"];
    let is_vowel = |letter: char| matches!(decomposed(letter).first(), Some('a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    let has_vowel = word.chars().flat_map(char::to_lowercase).any(is_vowel);
    word.chars().nth(1).is_none() || !has_vowel || !word.chars().any(char::is_lowercase) || WITH_VOWEL.contains(&word)
}

/// How many words are shown on either side of a spot.
const AROUND: usize = 3;

fn spot(paragraph: &str, corrections: &[Correction]) -> Option<PrintedSpot> {
    let first = corrections.first()?;
    let mut shown = around(paragraph, &first.range);
    let mut written = String::new();
    let (mut read, mut inside) = (shown.start, 0);
    for correction in corrections {
        if correction.range.start >= shown.end && inside > 0 {
            break;
        }
        shown.end = shown.end.max(correction.range.end);
        written.push_str(&paragraph[read..correction.range.start]);
        written.push_str(&correction.with);
        read = correction.range.end;
        inside += 1;
    }
    written.push_str(&paragraph[read..shown.end]);
    Some(PrintedSpot { typed: paragraph[shown].to_owned(), written, others: corrections.len() - inside })
}

fn words_back(paragraph: &str, from: usize) -> usize {
    let mut start = from;
    for _ in 0..AROUND {
        let ahead = paragraph[..start].trim_end();
        start = ahead.trim_end_matches(|c: char| !c.is_whitespace()).len();
    }
    start
}

fn words_on(paragraph: &str, from: usize) -> usize {
    let mut end = from;
    for _ in 0..AROUND {
        let behind = paragraph[end..].trim_start();
        end = paragraph.len() - behind.trim_start_matches(|c: char| !c.is_whitespace()).len();
    }
    end
}

/// The corrected texts that a rule suggests for a cell.
#[cfg(test)]
pub(super) fn suggestions(rule: &dyn for<'a> crate::diag::Rule<[PrintedText<'a>]>, text: &str) -> Vec<String> {
    let mut out = crate::diag::Diagnostics::new();
    rule.check(&[PrintedText::of(text, &Place::default())], &mut out);
    let written = |message: &Diagnostic| message.arguments.iter().find(|(name, _)| *name == "written").cloned();
    out.messages().iter().map(|message| written(message).map_or_else(String::new, |(_, text)| text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot_of(paragraph: &str) -> Option<(String, String, usize)> {
        let at = Place::default();
        let stars = |paragraph: &str| {
            let stars = paragraph.match_indices('*');
            stars.map(|(at, _)| Correction { range: at..at + 1, with: "+".into() }).collect()
        };
        first_spot(&PrintedText::of(paragraph, &at), stars).map(|spot| (spot.typed, spot.written, spot.others))
    }

    #[test]
    fn a_spot_is_shown_with_three_words_on_either_side() {
        assert_eq!(
            spot_of("một hai ba tư * năm sáu bảy tám"),
            Some(("hai ba tư * năm sáu bảy".into(), "hai ba tư + năm sáu bảy".into(), 0))
        );
        assert_eq!(spot_of("*"), Some(("*".into(), "+".into(), 0)));
        assert_eq!(spot_of("không có gì"), None);
    }

    #[test]
    fn spots_in_the_same_words_are_shown_together_and_the_others_counted() {
        assert_eq!(spot_of("a * b * c d e * f\n*"), Some(("a * b * c".into(), "a + b + c".into(), 2)));
    }

    #[test]
    fn an_abbreviation_has_no_vowel_or_no_small_letter() {
        for word in ["TP", "Tr", "Ths", "v", "UBND", "Cty", "vd"] {
            assert!(is_abbreviation(word), "{word}");
        }
        for word in ["vụ", "Sở", "xã"] {
            assert!(!is_abbreviation(word), "{word}");
        }
    }

    #[test]
    fn words_are_letters_and_digits() {
        let text = "Văn hóa - Xã 2";
        assert_eq!(words(text).into_iter().map(|word| &text[word]).collect::<Vec<_>>(), ["Văn", "hóa", "Xã", "2"]);
        assert_eq!(last_word("công vụ"), "vụ");
        assert_eq!(last_word("công vụ."), "");
    }
}
