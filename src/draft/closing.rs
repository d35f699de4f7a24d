//! The closing mark of the body (ND-15).
//!
//! Owns the one change that the form requires in a clerk's last sentence. Must not know the text. It is applied to the
//! body.

use super::{Block, Span};

/// The mark itself.
const MARK: &str = "./.";

/// Ends the body with the mark: an existing mark stays, a full stop is replaced by it, otherwise it is added.
pub(super) fn close(body: &mut [Block]) {
    let Some(spans) = body.last_mut().and_then(last_spans) else { return };
    let Some(span) = spans.last_mut() else { return };
    let text = span.text.trim_end();
    if text.ends_with(MARK) {
        return;
    }
    span.text = format!("{}{MARK}", text.strip_suffix('.').unwrap_or(text));
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
        for text in ["thực hiện", "thực hiện.", "thực hiện./.", "thực hiện. "] {
            assert_eq!(closed(text), "thực hiện./.", "{text:?}");
        }
    }
}
