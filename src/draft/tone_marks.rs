//! The office's style of tone marks (`[chu] dau_thanh`), applied to every word of the draft.
//!
//! Owns walking through the draft. Must not know a syllable: `vietnamese::tone` moves the marks. By default they stay
//! as typed.

use super::{Annex, Attached, Block, Draft, Reference, TableRow};
use crate::settings::ToneMarks;
use crate::vietnamese::tone::{ToneStyle, restyle};

/// Moves the tone marks of the whole draft, if the office has chosen a style.
pub(super) fn apply(draft: &mut Draft, marks: ToneMarks) {
    let style = match marks {
        ToneMarks::AsTyped => return,
        ToneMarks::New => ToneStyle::New,
        ToneMarks::Old => ToneStyle::Old,
    };
    let Draft {
        form: _,
        head,
        title,
        subject,
        addressees,
        enacting,
        grounds,
        body,
        recipients,
        signature,
        attached,
        annexes,
    } = draft;
    let mut set = |line: &mut String| *line = restyle(line, style);
    let names = head.issuing_body.iter_mut().chain(&mut head.superior_body).chain([&mut head.place]);
    names.chain([title, subject]).chain(addressees).chain(grounds).chain(recipients).for_each(&mut set);
    signature.lines.iter_mut().chain(&mut signature.agency_position).chain([&mut signature.name]).for_each(&mut set);
    enacting.iter_mut().flat_map(|enacting| [&mut enacting.decider, &mut enacting.word]).for_each(&mut set);
    body.iter_mut().flat_map(texts).for_each(&mut set);
    if let Some(text) = attached {
        let Attached { superior_body, issuing_body, title, subject, reference, body, annexes } = text;
        issuing_body.iter_mut().chain(superior_body).chain([title, subject]).for_each(&mut set);
        reference_texts(reference).into_iter().for_each(&mut set);
        body.iter_mut().flat_map(texts).for_each(&mut set);
        annexes.iter_mut().flat_map(annex_texts).for_each(&mut set);
    }
    annexes.iter_mut().flat_map(annex_texts).for_each(&mut set);
}

fn annex_texts(annex: &mut Annex) -> Vec<&mut String> {
    let Annex { number: _, title, reference, orientation: _, body } = annex;
    let head = [title].into_iter().chain(reference_texts(reference));
    head.chain(body.iter_mut().flat_map(texts)).collect()
}

fn reference_texts(reference: &mut Reference) -> [&mut String; 2] {
    [&mut reference.document, &mut reference.issuer]
}

fn texts(block: &mut Block) -> Vec<&mut String> {
    match block {
        Block::Heading { title: spans, .. }
        | Block::Clause { text: spans, .. }
        | Block::Paragraph(spans)
        | Block::Dash(spans)
        | Block::Note(spans) => spans.iter_mut().map(|span| &mut span.text).collect(),
        Block::Table(table) => {
            let headings =
                table.columns.iter_mut().flat_map(|column| column.parent.iter_mut().chain([&mut column.heading]));
            headings.chain(table.rows.iter_mut().flat_map(row_texts)).collect()
        }
        Block::Picture(chart) => {
            let bars = chart.bars.iter_mut().flat_map(|bar| [&mut bar.label, &mut bar.text]);
            std::iter::once(&mut chart.title).chain(bars).collect()
        }
    }
}

fn row_texts(row: &mut TableRow) -> Vec<&mut String> {
    match row {
        TableRow::Group(name) => vec![name],
        TableRow::Cells(cells) | TableRow::Total(cells) => cells.iter_mut().flatten().collect(),
    }
}
