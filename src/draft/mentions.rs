//! Each annex is pointed to by the body (PL-01).
//!
//! Owns finding the words that point. Must not know how annexes look.

use super::writing::{ANNEX, Piece};
use super::{Block, Span};
use crate::diag::{Diagnostic, Diagnostics, Place};

/// Warns about every annex that the body does not name.
pub(super) fn check(body: &[Block], annexes: &[Piece], out: &mut Diagnostics) {
    let texts: Vec<String> = body.iter().filter_map(text).collect();
    for annex in annexes {
        let name = annex.name();
        if !texts.iter().any(|text| names(text, &name)) {
            let message = Diagnostic::warning("VB-008").at(&Place::file(&annex.text.source.label));
            out.report(message.with("annex", name).with("title", &annex.title));
        }
    }
}

fn text(block: &Block) -> Option<String> {
    let spans = match block {
        Block::Heading { title: spans, .. }
        | Block::Clause { text: spans, .. }
        | Block::Paragraph(spans)
        | Block::Dash(spans) => spans,
        Block::Table(_) => return None,
    };
    Some(spans.iter().map(|Span { text, .. }| text.as_str()).collect())
}

/// Whether a text holds the name, alone or in a row: `các phụ lục I, II` names both.
fn names(text: &str, name: &str) -> bool {
    let text = text.to_lowercase().replace('\u{a0}', " ");
    let word = ANNEX.to_lowercase();
    let number = name.to_lowercase();
    let number = number.strip_prefix(&word).map(str::trim).unwrap_or_default();
    let is_in_row = |word: &&str| *word == "và" || word.bytes().all(|letter| b"ivxl".contains(&letter));
    text.match_indices(&word).any(|(at, found)| {
        let behind = text[at + found.len()..].split([' ', ',', ';', '.', ')']).filter(|word| !word.is_empty());
        number.is_empty() || behind.take_while(is_in_row).any(|word| word == number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_alone_and_in_a_row() {
        assert!(names("chi tiết tại Phụ lục kèm theo", "Phụ lục"));
        assert!(names("tại các phụ lục\u{a0}I, II", "Phụ lục I"));
        assert!(names("tại các phụ lục I, II và III kèm theo", "Phụ lục III"));
        assert!(!names("tại Phụ lục II", "Phụ lục I"));
        assert!(!names("tại Phụ lục kèm theo, mục I", "Phụ lục I"));
        assert!(!names("chi tiết kèm theo", "Phụ lục"));
    }
}
