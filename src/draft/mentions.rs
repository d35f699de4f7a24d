//! Checks that the body refers to each annex (PL-01).
//!
//! Owns finding these references. Must not know how annexes look. Its warnings go to the clerk.

use std::borrow::Cow;

use memchr::memchr2_iter;

use super::writing::{ANNEX, WordedAnnex};
use super::{Block, Span};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::templates::template::SourceText;
use crate::vietnamese::fold;

/// Warns about every annex to which the body does not refer.
pub(super) fn check((body, blocks): (&SourceText, &[Block]), annexes: &[WordedAnnex], out: &mut Diagnostics) {
    let texts: Vec<Cow<str>> = blocks.iter().filter_map(text).collect();
    let rows: Vec<(Vec<String>, &str)> = texts.iter().flat_map(|text| rows(text)).collect();
    let numbers: Vec<&str> = annexes.iter().filter_map(|annex| annex.number.as_deref()).collect();
    for name in
        rows.iter().filter(|(numbers, behind)| !numbers.is_empty() && is_own(behind)).flat_map(|(numbers, _)| numbers)
    {
        let is_there = numbers.iter().any(|number| fold::key(number) == *name);
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
        if !rows.iter().any(|(numbers, _)| names(numbers, &name)) {
            let message = Diagnostic::warning("VB-008").at(&Place::file(&annex.text.source.label));
            out.report(message.with("annex", name).with("title", &annex.title));
        }
    }
}

/// The text of a block; borrowed where it is one piece.
fn text(block: &Block) -> Option<Cow<'_, str>> {
    let spans = match block {
        Block::Heading { title: spans, .. }
        | Block::Clause { text: spans, .. }
        | Block::Paragraph(spans)
        | Block::Dash(spans) => spans,
        Block::Table(_) | Block::Note(_) | Block::Picture(_) => return None,
    };
    Some(match spans.as_slice() {
        [Span { text, .. }] => Cow::Borrowed(text),
        several => Cow::Owned(several.iter().map(|Span { text, .. }| text.as_str()).collect()),
    })
}

/// Whether a list of numbers includes the annex of this name: `các phụ lục I, II` includes both.
fn names(numbers: &[String], name: &str) -> bool {
    let number = fold::key(name.strip_prefix(ANNEX).unwrap_or_default());
    number.is_empty() || numbers.contains(&number)
}

/// Whether an annex is the document's own: after the numbers of another document's annex follows that document's name.
fn is_own(behind: &str) -> bool {
    let key = format!(" {} ", fold::key(behind));
    !["nghi dinh", "thong tu", "luat", "quyet dinh so", "nghi quyet so", "ke hoach so", "ban hanh kem theo"]
        .iter()
        .any(|other| key.split(" . ").next().is_some_and(|sentence| sentence.contains(&format!(" {other} "))))
}

/// Each place with "phụ lục": the list of numbers after it, folded, and the text after them.
fn rows(text: &str) -> impl Iterator<Item = (Vec<String>, &str)> {
    // Few paragraphs mention annexes: only those are read letter by letter.
    // The last bytes of Ụ and ụ, a blank and the next letter.
    let mut middles = memchr2_iter(0xa4, 0xa5, text.as_bytes()).map(|place| &text.as_bytes()[place + 1..]);
    let may_be_there = middles.any(|rest| matches!(rest, [b' ', b'l' | b'L', ..]));
    let mut places = Vec::new();
    if may_be_there {
        // Vietnamese letters keep their length in lower case.
        let (lower, annex) = (text.to_lowercase(), ANNEX.to_lowercase());
        places.extend(lower.match_indices(&annex).map(|(at, found)| at + found.len()));
    }
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

    fn is_named(text: &str, name: &str) -> bool {
        rows(text).any(|(numbers, _)| names(&numbers, name))
    }

    fn annexes_referred_to(text: &str) -> Vec<String> {
        rows(text).filter(|(_, behind)| is_own(behind)).flat_map(|(numbers, _)| numbers).collect()
    }

    #[test]
    fn a_number_is_found_alone_and_in_a_list() {
        assert!(is_named("chi tiết tại Phụ lục kèm theo", "Phụ lục"));
        assert!(is_named("tại các phụ lục\u{a0}I, II", "Phụ lục I"));
        assert!(is_named("tại các phụ lục I, II và III kèm theo", "Phụ lục III"));
        assert!(!is_named("tại Phụ lục II", "Phụ lục I"));
        assert!(!is_named("tại Phụ lục kèm theo, mục I", "Phụ lục I"));
        assert!(!is_named("chi tiết kèm theo", "Phụ lục"));
    }

    #[test]
    fn annexes_of_another_document_are_ignored() {
        assert_eq!(annexes_referred_to("nêu tại Phụ lục I, II và IV kèm theo Kế hoạch này"), ["i", "ii", "iv"]);
        assert!(annexes_referred_to("theo Phụ lục III Nghị định số 30/2020/NĐ-CP").is_empty());
        assert!(annexes_referred_to("theo Phụ lục I ban hành kèm theo Thông tư").is_empty());
        assert!(annexes_referred_to("nêu tại Phụ lục kèm theo").is_empty());
    }
}
