//! The closing mark of the body (ND-15).
//!
//! Owns the one change that the form requires in a clerk's last sentence. Must not know the text. It is applied to the
//! body.

use super::{Block, Span};

/// The mark itself.
const MARK: &str = "./.";

/// The marks and blanks that a clerk may have typed at the end.
const TYPED: [char; 9] = ['.', ';', ',', ':', '…', '/', ' ', '\u{a0}', '!'];

/// Ends the body with the mark, once, in place of whatever marks were typed there.
pub(super) fn close(body: &mut [Block]) {
    let Some(spans) = body.last_mut().and_then(last_spans) else { return };
    // The marks may be a part of their own, as where only the words are bold.
    while spans.len() > 1 && spans.last().is_some_and(|span| span.text.trim_end_matches(TYPED).is_empty()) {
        spans.pop();
    }
    let Some(span) = spans.last_mut() else { return };
    span.text = format!("{}{MARK}", span.text.trim_end_matches(TYPED));
}

fn last_spans(block: &mut Block) -> Option<&mut Vec<Span>> {
    match block {
        Block::Paragraph(spans) | Block::Dash(spans) | Block::Clause { text: spans, .. } => Some(spans),
        Block::Heading { .. } | Block::Table(_) | Block::Note(_) | Block::Picture(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(text: &str) -> String {
        let mut body = [Block::Paragraph(vec![Span::plain(text)])];
        close(&mut body);
        match &body[0] {
            Block::Paragraph(spans) => spans[0].text.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_body_ends_with_exactly_one_mark() {
        let typed = ["", ".", "./.", ". ", ";", ",", ":", "…", "...", "./", "././.", " ./.", "/.", ".;", "…./.", "!"];
        for marks in typed {
            assert_eq!(closed(&format!("thực hiện{marks}")), "thực hiện./.", "{marks:?}");
        }
        assert_eq!(closed("(đính kèm)."), "(đính kèm)./.");
    }

    #[test]
    fn marks_of_their_own_go_too() {
        let bold = Span { is_bold: true, ..Span::plain("thực hiện") };
        let mut body = [Block::Dash(vec![bold, Span::plain("; ")])];
        close(&mut body);
        let Block::Dash(spans) = &body[0] else { panic!("a dash stays one") };
        assert_eq!(spans.iter().map(|span| span.text.as_str()).collect::<Vec<_>>(), ["thực hiện./."]);
    }
}
