//! Each annex is pointed to by the body (PL-01).
//!
//! Owns finding the words that point. Must not know how annexes look.

use super::writing::{ANNEX, Piece};
use super::{Block, Span};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::templates::template::Source;
use crate::vietnamese::fold;

/// Warns about every annex that the body does not name.
pub(super) fn check((body, blocks): (&Source, &[Block]), annexes: &[Piece], out: &mut Diagnostics) {
    let texts: Vec<String> = blocks.iter().filter_map(text).collect();
    let numbers: Vec<&str> = annexes.iter().filter_map(|annex| annex.number.as_deref()).collect();
    for name in texts.iter().flat_map(|text| pointed_at(text)) {
        let is_there = numbers.iter().any(|number| fold::key(number) == name);
        if !is_there {
            let message = Diagnostic::warning("VB-012").at(&Place::file(&body.label)).hint(match annexes {
                [] => "none",
                [_] => "one",
                _ => "several",
            });
            out.report(message.with("annex", format!("{ANNEX} {}", name.to_uppercase())).with("count", annexes.len()));
        }
    }
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
        Block::Table(_) | Block::Note(_) | Block::Picture(_) => return None,
    };
    Some(spans.iter().map(|Span { text, .. }| text.as_str()).collect())
}

/// Whether a text holds the name, alone or in a row: `các phụ lục I, II` names both.
fn names(text: &str, name: &str) -> bool {
    let number = fold::key(name.strip_prefix(ANNEX).unwrap_or_default());
    rows(text).any(|(numbers, _)| number.is_empty() || numbers.contains(&number))
}

/// The numbers that a text points at as annexes of its own: another document's are said to be so.
fn pointed_at(text: &str) -> Vec<String> {
    let is_own = |behind: &str| {
        let key = format!(" {} ", fold::key(behind));
        !["nghi dinh", "thong tu", "luat", "quyet dinh so", "nghi quyet so", "ke hoach so", "ban hanh kem theo"]
            .iter()
            .any(|other| key.split(" . ").next().is_some_and(|sentence| sentence.contains(&format!(" {other} "))))
    };
    rows(text).filter(|(_, behind)| is_own(behind)).flat_map(|(numbers, _)| numbers).collect()
}

/// Each place that says "phụ lục": the numbers in a row behind it, as keys, and the text behind them.
fn rows(text: &str) -> impl Iterator<Item = (Vec<String>, &str)> {
    let lower = text.to_lowercase();
    // Vietnamese letters keep their length in lower case.
    let places: Vec<usize> = lower.match_indices(&ANNEX.to_lowercase()).map(|(at, found)| at + found.len()).collect();
    places.into_iter().filter_map(|at| text.get(at..)).map(|behind| {
        let is_number = |word: &str| !word.is_empty() && word.bytes().all(|letter| b"ivxlIVXL".contains(&letter));
        let words = behind.split_inclusive([' ', '\u{a0}', ',', ';', '.', ')']);
        let (mut numbers, mut length) = (Vec::new(), 0);
        for word in words {
            let bare = word.trim_matches([' ', '\u{a0}', ',', ';', '.', ')']);
            if is_number(bare) {
                numbers.push(fold::key(bare));
            } else if !bare.is_empty() && fold::key(bare) != "va" {
                break;
            }
            length += word.len();
        }
        (numbers, &behind[length..])
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

    #[test]
    fn a_number_of_another_documents_annex_is_left_alone() {
        assert_eq!(pointed_at("nêu tại Phụ lục I, II và IV kèm theo Kế hoạch này"), ["i", "ii", "iv"]);
        assert!(pointed_at("theo Phụ lục III Nghị định số 30/2020/NĐ-CP").is_empty());
        assert!(pointed_at("theo Phụ lục I ban hành kèm theo Thông tư").is_empty());
        assert!(pointed_at("nêu tại Phụ lục kèm theo").is_empty());
    }
}
