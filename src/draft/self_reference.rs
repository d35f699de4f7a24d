//! «Chương trình hành động này», or «thực hiện Chương trình hành động.», in a plan: the words of a workbook that name its
//! own document, printed in another kind.
//!
//! Owns the change of that name and its note. Must not know where the words come from: it reads the finished draft. A
//! paper of the workbook's own kind is not touched.

use super::{Block, Draft};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::paper::Paper;
use crate::vietnamese::text;

/// What stands behind the name of a document that speaks of itself; else a mark does, or nothing. «Kế hoạch số 12» is
/// another document.
const THIS: &str = " này";

/// Puts the paper's own name where the workbook's document calls itself by name, and notes each place.
pub(super) fn apply(draft: &mut Draft, paper: Paper, out: &mut Diagnostics) {
    let own = paper.general.kind;
    if paper.kind == own && draft.attached.is_none() {
        return;
    }
    let names = own_names(paper);
    let mut changes: Vec<(String, String)> = Vec::new();
    if paper.kind != own {
        rename(&mut draft.body, &names, &draft.title, &mut changes);
    }
    if let Some(attached) = &mut draft.attached
        && own != crate::decree::kinds::DocumentKind::Decision
    {
        rename(&mut attached.body, &names, &attached.title, &mut changes);
    }
    changes.dedup();
    for (typed, printed) in changes {
        let message = Diagnostic::note("VB-046").at(&place_of(&typed, paper)).with("own", own.name());
        out.report(message.with("kind", paper.kind.name()).with("typed", typed).with("printed", printed));
    }
}

/// What the workbook's document calls itself, the longest first: its printed title, its kind.
fn own_names(paper: Paper) -> Vec<String> {
    let title = paper.general.printed_title.as_deref().map(text::sentence_case);
    let kind = paper.general.kind.name().to_owned();
    let mut names: Vec<String> = title.into_iter().chain([kind]).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}

fn rename(body: &mut [Block], names: &[String], title: &str, changes: &mut Vec<(String, String)>) {
    let printed = text::sentence_case(title);
    let spans = body.iter_mut().flat_map(|block| match block {
        Block::Paragraph(spans) | Block::Dash(spans) | Block::Clause { text: spans, .. } => spans.as_mut_slice(),
        Block::Heading { .. } | Block::Table(_) | Block::Note(_) | Block::Picture(_) => &mut [],
    });
    for span in spans {
        for name in names.iter().filter(|name| **name != printed) {
            let places = self_references(&span.text, name);
            for &(start, has_this) in places.iter().rev() {
                span.text.replace_range(start..start + name.len(), &printed);
                let this = if has_this { THIS } else { "" };
                changes.push((format!("{name}{this}"), format!("{printed}{this}")));
            }
        }
    }
}

/// Where a name stands for the document itself: the bytes at which it starts, and whether «này» follows.
fn self_references(text: &str, name: &str) -> Vec<(usize, bool)> {
    let finder = memchr::memmem::find_iter(text.as_bytes(), name.as_bytes());
    let places = finder.filter_map(|start| {
        let rest = &text[start + name.len()..];
        let has_this = rest.strip_prefix(THIS).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let is_end = rest.is_empty() || rest.starts_with(['.', ';', ',', ':']);
        (has_this || is_end).then_some((start, has_this))
    });
    places.collect()
}

/// Where the workbook first has these words: a part of Nội dung, a unit of Tổ chức thực hiện; the item Loại văn bản for
/// words of a task.
fn place_of(typed: &str, paper: Paper) -> Place {
    let has = |paragraphs: &[String]| paragraphs.iter().any(|paragraph| paragraph.contains(typed));
    let part = paper.dossier.prose_parts().iter().find(|part| has(&part.paragraphs)).map(|part| &part.at);
    let mut duties = paper.rows().duties();
    let duty = || duties.find(|duty| has(&duty.paragraphs)).and_then(|duty| duty.named_at.first());
    part.or_else(duty).unwrap_or(&paper.general.kind_at).clone()
}
