//! The marks at the end of paragraphs: a full stop where there is none, `./.` at the end of the body (ND-15).
//!
//! Owns the changes that the form requires behind a clerk's last word. Must not know the text. They are applied to the
//! body and to each annex.

use super::{Block, Span};

/// The mark at the end of the body.
const MARK: &str = "./.";

/// The marks and blanks that a clerk may have typed at the end of the body.
const TYPED: [char; 9] = ['.', ';', ',', ':', '…', '/', ' ', '\u{a0}', '!'];

/// Marks that end a paragraph, or that a list goes on after.
const END_MARKS: [char; 7] = ['.', ';', ':', '!', '?', '…', ','];

/// What may stand behind the mark: «…tham gia.”».
const CLOSING: [char; 5] = ['”', '"', '’', ')', ' '];

/// Ends every paragraph with a mark, and the body with `./.`, once, in place of whatever marks were typed there.
pub(super) fn close(body: &mut [Block]) {
    for span in body.iter_mut().filter_map(spans).filter_map(|spans| spans.last_mut()) {
        let text = span.text.trim_end();
        if !text.is_empty() && !text.trim_end_matches(CLOSING).ends_with(END_MARKS) {
            span.text = format!("{text}.");
        }
    }
    let Some(spans) = body.last_mut().and_then(spans) else { return };
    // The marks may be a part of their own, as where only the words are bold.
    while spans.len() > 1 && spans.last().is_some_and(|span| span.text.trim_end_matches(TYPED).is_empty()) {
        spans.pop();
    }
    let Some(span) = spans.last_mut() else { return };
    span.text = format!("{}{MARK}", span.text.trim_end_matches(TYPED));
}

fn spans(block: &mut Block) -> Option<&mut Vec<Span>> {
    match block {
        Block::Paragraph(spans) | Block::Dash(spans) | Block::Clause { text: spans, .. } => Some(spans),
        Block::Heading { .. } | Block::Table(_) | Block::Note(_) | Block::Picture(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed<const N: usize>(texts: [&str; N]) -> Vec<String> {
        let mut body = texts.map(|text| Block::Paragraph(vec![Span::plain(text)]));
        close(&mut body);
        body.iter_mut().filter_map(spans).map(|spans| spans[0].text.clone()).collect()
    }

    #[test]
    fn the_body_ends_with_exactly_one_mark() {
        let typed = ["", ".", "./.", ". ", ";", ",", ":", "…", "...", "./", "././.", " ./.", "/.", ".;", "…./.", "!"];
        for marks in typed {
            assert_eq!(closed([&format!("thực hiện{marks}")]), ["thực hiện./."], "{marks:?}");
        }
        assert_eq!(closed(["(đính kèm)."]), ["(đính kèm)./."]);
        assert_eq!(closed(["trồng cây, v.v."]), ["trồng cây, v.v./."]);
        assert_eq!(closed(["ban hành “Quy chế”"]), ["ban hành “Quy chế”./."]);
    }

    #[test]
    fn marks_of_their_own_go_too() {
        let bold = Span { is_bold: true, ..Span::plain("thực hiện") };
        let mut body = [Block::Dash(vec![bold, Span::plain("; ")])];
        close(&mut body);
        let Block::Dash(spans) = &body[0] else { panic!("a dash stays one") };
        assert_eq!(spans.iter().map(|span| span.text.as_str()).collect::<Vec<_>>(), ["thực hiện./."]);
    }

    #[test]
    fn a_paragraph_ends_with_a_mark() {
        let texts =
            ["Rà soát hộ nghèo", "như sau:", "một;", "“Ngày thứ Bảy số”", "tham gia.”", "(lần 2)", "hai…", "Hết."];
        let ends =
            ["Rà soát hộ nghèo.", "như sau:", "một;", "“Ngày thứ Bảy số”.", "tham gia.”", "(lần 2).", "hai…", "Hết./."];
        assert_eq!(closed(texts), ends);
    }
}
