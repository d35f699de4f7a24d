//! The office's tone-mark style (`[chu] dau_thanh`), applied to every word of the draft.
//!
//! Owns walking the draft. Knows no syllable: `vietnamese::tone` moves the marks. As typed is the default.

use super::{Block, Draft, Span};
use crate::settings::ToneMarks;
use crate::vietnamese::tone::{ToneStyle, restyle};

/// Moves the tone marks of the whole draft, where the office asks for it.
pub(super) fn apply(draft: &mut Draft, marks: ToneMarks) {
    let style = match marks {
        ToneMarks::AsTyped => return,
        ToneMarks::New => ToneStyle::New,
        ToneMarks::Old => ToneStyle::Old,
    };
    let Draft { head, title, subject, grounds, body, recipients, signature } = draft;
    let lines = head.issuing_body.iter_mut().chain(&mut head.superior_body).chain([&mut head.place, title, subject]);
    let lines = lines.chain(grounds).chain(recipients).chain(&mut signature.lines).chain([&mut signature.name]);
    for line in lines {
        *line = restyle(line, style);
    }
    for span in body.iter_mut().flat_map(spans) {
        span.text = restyle(&span.text, style);
    }
}

fn spans(block: &mut Block) -> &mut Vec<Span> {
    match block {
        Block::Heading { title: spans, .. }
        | Block::Clause { text: spans, .. }
        | Block::Paragraph(spans)
        | Block::Dash(spans) => spans,
    }
}
