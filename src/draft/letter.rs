//! What only a letter (công văn) has: its subject below the number, and its symbol without a kind.
//!
//! Owns their wording. Must not know a measure. Both go to the draft.

use super::DraftForm;
use crate::vietnamese::{capitals, fold};

/// The words that a subject begins with, folded, the longest first.
const ABOUT: [&str; 4] = ["ve viec", "v v", "vv", "ve"];

/// The subject as a letter says it, `về việc giao nhiệm vụ` (TL-04, TL-05); as it is in any other form.
pub(super) fn subject(form: DraftForm, subject: String) -> String {
    match form {
        DraftForm::Named => subject,
        DraftForm::Letter => format!("về việc {}", capitals::in_a_sentence(without_about(&subject))),
    }
}

/// A subject without `Về việc`, `V/v` or `Về` before it.
fn without_about(subject: &str) -> &str {
    let words = subject.trim();
    let ends = words.match_indices(char::is_whitespace).map(|(at, _)| at);
    let begins = |end: &usize| ABOUT.contains(&fold::key(words[..*end].trim_end_matches([':', '.'])).as_str());
    let about = ends.take(2).filter(begins).last();
    about.map_or(words, |end| words[end..].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_says_what_it_is_about_once() {
        for typed in
            ["Về việc giao nhiệm vụ", "V/v giao nhiệm vụ", "V/v: Giao nhiệm vụ", "Giao nhiệm vụ", "về giao nhiệm vụ"]
        {
            assert_eq!(subject(DraftForm::Letter, typed.into()), "về việc giao nhiệm vụ", "{typed}");
        }
        assert_eq!(subject(DraftForm::Letter, "Đề án 06".into()), "về việc Đề án 06");
        assert_eq!(subject(DraftForm::Named, "Về việc giao nhiệm vụ".into()), "Về việc giao nhiệm vụ");
    }
}
