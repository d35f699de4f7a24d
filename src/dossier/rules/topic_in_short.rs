//! HS-306: Chủ đề or Trích yếu is an abbreviation alone: «CĐS».
//!
//! Why: it stands in the title and in every sentence about the paper; who reads it from outside need not know the letters.
//! Source: PL1 II.5, the subject says briefly and in full what the document is about. The program can't know the words.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::printed::PrintedText;

/// Chủ đề or Trích yếu is an abbreviation alone.
pub(super) struct TopicInShort;

impl Rule<[PrintedText<'_>]> for TopicInShort {
    fn code(&self) -> &'static str {
        "HS-306"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        for text in texts.iter().filter(|text| is_abbreviation(text.text)) {
            out.report(Diagnostic::warning(self.code()).at(text.at).with("text", text.text));
        }
    }
}

/// Whether a text is one word of capitals and figures.
fn is_abbreviation(text: &str) -> bool {
    let is_short = |letter: char| letter.is_uppercase() || letter.is_ascii_digit() || matches!(letter, '-' | '/' | '&');
    let bare = text.trim().trim_end_matches('.');
    bare.chars().filter(|letter| letter.is_uppercase()).count() > 1 && bare.chars().all(is_short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_of_capitals_is_an_abbreviation() {
        assert!(["CĐS", "PCTT", "CCHC.", "KT-XH", " ATTP "].into_iter().all(is_abbreviation));
        assert!(!["chuyển đổi số", "Đề án 06", "CHUYỂN ĐỔI SỐ", "A", "2026", ""].into_iter().any(is_abbreviation));
    }
}
