//! The two lines of a decision around its grounds: who decides, and the word `QUYẾT ĐỊNH:`.
//!
//! Owns their capitals and colon (forms 1.2 and 1.3). Must not know grounds or body. Its paragraphs come above and
//! below the grounds.

use crate::document::types::Paragraph;
use crate::draft::Enacting;

use super::centred::in_capitals;
use super::styles::{self, StyleRole};
use super::{TEXT_WIDTH, title};

/// Who decides.
pub(super) fn decider(enacting: &Enacting) -> Paragraph {
    set(&styles::DECIDER, &enacting.decider)
}

/// `QUYẾT ĐỊNH:`.
pub(super) fn word(enacting: &Enacting) -> Paragraph {
    set(&styles::ENACTING_WORD, &format!("{}:", enacting.word.trim_end_matches(':')))
}

fn set(role: &StyleRole, text: &str) -> Paragraph {
    in_capitals(role, text, title::widest(TEXT_WIDTH)).paragraph
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::types::Content;

    #[test]
    fn both_lines_are_in_capitals_and_the_word_has_its_colon_once() {
        let text = |paragraph: Paragraph| match paragraph.content {
            Content::Text(runs) => runs.into_iter().map(|run| run.text).collect::<String>(),
            Content::Rule { .. } => String::new(),
        };
        let enacting =
            |word: &str| Enacting { decider: "Chủ tịch Ủy ban nhân dân xã".into(), word: word.into() };
        assert_eq!(text(decider(&enacting("Quyết định"))), "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ");
        assert_eq!(text(word(&enacting("Quyết định"))), "QUYẾT ĐỊNH:");
        assert_eq!(text(word(&enacting("Quyết định:"))), "QUYẾT ĐỊNH:");
    }
}
