//! Checks the CommonMark in a template, without data.
//!
//! Owns reading a text as it will be printed, without tags, with the place of each letter. Must not know a mark:
//! `templates/marks` says which marks documents can't have, and `blocks` what a block for a table or a chart may
//! contain.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use crate::diag::Diagnostic;
use crate::templates::blocks::{self, Fence};
use crate::templates::language::{Expression, Fault, Faults, Spot, TemplateNode};
use crate::templates::marks;

/// The placeholder for a value: a letter that is part of no mark.
const VALUE: &str = "x";

/// Reports every mark that documents can't have, and mistakes in blocks for tables and charts.
pub(super) fn check(text: &str, nodes: &[TemplateNode], faults: &mut Faults) {
    let mut printed = TextOutsideTags::default();
    printed.gather(text, nodes);
    // Markdown tables are parsed only here, so that they are reported; with data they would be read as plain lines.
    let mut blocks = Vec::new();
    let parser = Parser::new_ext(&printed.text, Options::ENABLE_TABLES);
    for (event, range) in parser.into_offset_iter() {
        if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(fence))) = &event
            && let Some(fence) = Fence::of(fence)
        {
            blocks.push(range.clone());
            check_block(text, fence, &printed.spot(&range), faults);
            continue;
        }
        if let Some(mark) = marks::refused(&event, &printed.text[range.clone()]) {
            let spot = printed.spot(&range);
            faults.add(Diagnostic::error("MAU-006").with("mark", mark), first_line(text, &spot));
        }
    }
    check_glued(text, &printed, &blocks, faults);
}

/// The first line of a spot.
fn first_line(text: &str, spot: &Spot) -> Spot {
    let end = text[spot.start..].find('\n').map_or(spot.end, |length| (spot.start + length).min(spot.end));
    spot.start..end
}

/// Reports marks at the start of a line without the blank that makes them marks: `#Kinh phí` would be printed as it is.
fn check_glued(text: &str, printed: &TextOutsideTags, blocks: &[Spot], faults: &mut Faults) {
    let mut start = 0;
    for line in printed.text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        let indent = line.len() - line.trim_start().len();
        if names_a_target(line.trim()) && !blocks.iter().any(|block| block.contains(&range.start)) {
            let spot = printed.spot(&(range.start + indent..range.start + line.trim_end().len()));
            faults.add(Diagnostic::error("MAU-006").with("mark", "[…]:").hint("definition"), first_line(text, &spot));
        }
        let glued = glued_mark(line.trim());
        if let Some(mark) = glued.filter(|_| !blocks.iter().any(|block| block.contains(&range.start))) {
            let spot = printed.spot(&(range.start + indent..range.start + indent + mark.len()));
            let message = Diagnostic::error("MAU-031").with("mark", mark);
            faults.add(message.with("right", format!("{mark} ")), first_line(text, &spot));
        }
    }
}

/// Whether a line `[1]: …` may be a link's target, which CommonMark prints nowhere.
fn names_a_target(line: &str) -> bool {
    line.strip_prefix('[').and_then(|rest| rest.split_once("]:")).is_some_and(|(label, _)| !label.contains('['))
}

/// The mark of a heading or a list that stands directly before a letter: `#`, `-`, `1.`.
fn glued_mark(line: &str) -> Option<&str> {
    let heading = line.len() - line.trim_start_matches('#').len();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let dash = usize::from(line.starts_with(['-', '+']));
    let length = match (heading, digits, dash) {
        (1..=6, ..) => heading,
        (_, 1..=2, _) if line[digits..].starts_with(['.', ')']) => digits + 1,
        (.., 1) => 1,
        _ => return None,
    };
    let next = line[length..].chars().next()?;
    let is_glued = if heading > 0 { !next.is_whitespace() } else { next.is_uppercase() };
    is_glued.then_some(&line[..length])
}

/// Reports mistakes in the block at this spot, which includes its fences.
fn check_block(text: &str, fence: Fence, block: &Spot, faults: &mut Faults) {
    let whole = &text[block.clone()];
    let first = whole.find('\n').map_or(whole.len(), |index| index + 1);
    let last = whole.trim_end().rfind('\n').map_or(first, |index| index + 1).max(first);
    let start = block.start + first;
    for Fault { message, spot } in blocks::read(fence, &whole[first..last]).err().into_iter().flatten() {
        faults.add(message, start + spot.start..start + spot.end);
    }
}

/// The text without its tags, and the origin of each part of it.
#[derive(Default)]
struct TextOutsideTags {
    text: String,
    /// The start of a part in this text, and in the template.
    stretches: Vec<(usize, usize)>,
}

impl TextOutsideTags {
    fn gather(&mut self, text: &str, nodes: &[TemplateNode]) {
        for node in nodes {
            match node {
                TemplateNode::Text(spot) => self.push(&text[spot.clone()], spot.start),
                TemplateNode::Output(Expression { spot, .. }) => self.push(VALUE, spot.start),
                TemplateNode::If { branches, otherwise } => {
                    for (_, body) in branches {
                        self.gather(text, body);
                    }
                    self.gather(text, otherwise);
                }
                TemplateNode::For { body, otherwise, .. } => {
                    self.gather(text, body);
                    self.gather(text, otherwise);
                }
                TemplateNode::Set { .. } | TemplateNode::Include(_) => {}
            }
        }
    }

    fn push(&mut self, stretch: &str, at: usize) {
        self.stretches.push((self.text.len(), at));
        self.text.push_str(stretch);
    }

    /// The place of a range in the template.
    fn spot(&self, range: &Spot) -> Spot {
        let start = self.origin(range.start);
        let last = self.origin(range.end.saturating_sub(1).max(range.start));
        start..last.max(start) + 1
    }

    fn origin(&self, at: usize) -> usize {
        let behind = self.stretches.partition_point(|(start, _)| *start <= at);
        self.stretches[..behind].last().map_or(at, |(start, origin)| origin + (at - start))
    }
}
