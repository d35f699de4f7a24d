//! Checks a template without data: all mistakes of all files at once.
//!
//! Owns the check of names, kinds of values and limits. Must not render: `engine` does. Its output is the trees that
//! `cost` walks with the data, and the names that the template uses.

mod conditions;
mod expressions;
mod filters;
mod kinds;
mod marks;
mod names;
mod statements;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::fields::UsedFields;
use super::language::{Fault, Faults, Spot, TemplateNode, Tree, parse};
use super::template::{Front, FrontText, Need, Template, TemplateText};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported, Severity};
use names::Scopes;

/// The purpose of a check.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose<'a> {
    /// The template alone: a problem that depends on the workbook is a warning.
    Alone,
    /// A document, for a workbook with these parts of Nội dung: a part that would not be printed is an error.
    Document(&'a BTreeSet<String>),
}

/// A template without mistakes.
#[derive(Debug)]
pub(crate) struct CheckedTemplate {
    /// The pieces that may be included, by file name.
    pub(crate) pieces: BTreeMap<String, Vec<TemplateNode>>,
    /// The fields that the template uses.
    pub(crate) used: UsedFields,
    /// Whether a text uses a figure, or has a table or a chart of figures.
    pub(crate) uses_figures: bool,
    printed: OnceLock<BTreeSet<Need>>,
}

impl CheckedTemplate {
    /// The parts of the workbook that its fields print, looked up once for all papers. Those in tables are not
    /// included.
    pub(crate) fn printed(&self) -> &BTreeSet<Need> {
        self.printed.get_or_init(|| self.used.paths().filter_map(Need::printed_by).collect())
    }
}

/// Checks every file of a template.
///
/// # Errors
/// `MAU-007` to `MAU-027`, all that are found.
pub(crate) fn check(template: &Template, purpose: Purpose, out: &mut Diagnostics) -> Result<CheckedTemplate, Reported> {
    let mut sink = Sink { template, purpose, messages: Vec::new() };
    let mut pieces = BTreeMap::new();
    let mut piece_faults = BTreeMap::new();
    for (name, source) in &template.pieces {
        let mut faults = Faults::default();
        source.check_letters(&mut faults);
        let nodes = parse(&source.text, &mut faults);
        marks::check(&source.text, &nodes, &mut faults);
        pieces.insert(name.clone(), nodes);
        piece_faults.insert(name.clone(), faults);
    }
    let mut used_paths = BTreeSet::new();
    let mut context = Context {
        template,
        purpose,
        pieces: &pieces,
        piece_faults,
        used_paths: &mut used_paths,
        included: BTreeSet::new(),
    };
    for text in [&template.body].into_iter().chain(&template.annexes) {
        sink.text(text, &mut context);
    }
    let mut messages = std::mem::take(&mut sink.messages);
    for (_, source) in template.pieces.iter().filter(|(name, _)| !context.included.contains(*name)) {
        messages.push(Diagnostic::warning("MAU-030").at(&Place::file(&source.label)));
    }
    for (name, faults) in context.piece_faults {
        let source = &template.pieces[&name];
        messages.extend(faults.in_order().into_iter().map(|fault| source.message(fault)));
    }
    messages.sort_by_key(|message| (message.place.file.clone(), message.place.line));
    let is_wrong = messages.iter().any(|message| message.severity == Severity::Error);
    for message in messages {
        out.report(message);
    }
    if is_wrong {
        Err(out.checkpoint().expect_err("a mistake was reported just now"))
    } else {
        let uses_figures = [super::fields::REVIEW, super::fields::LED].iter().any(|group| used_paths.contains(*group))
            || template.has_tables_of_figures();
        Ok(CheckedTemplate { pieces, used: UsedFields::of(used_paths), uses_figures, printed: OnceLock::new() })
    }
}

/// The shared data for the check of one text.
struct Context<'a> {
    template: &'a Template,
    purpose: Purpose<'a>,
    pieces: &'a BTreeMap<String, Vec<TemplateNode>>,
    /// The mistakes of each piece, over all texts that include it.
    piece_faults: BTreeMap<String, Faults>,
    used_paths: &'a mut BTreeSet<String>,
    /// The pieces that some text includes.
    included: BTreeSet<String>,
}

/// Collects the messages of the whole template.
struct Sink<'a> {
    template: &'a Template,
    purpose: Purpose<'a>,
    messages: Vec<Diagnostic>,
}

impl Sink<'_> {
    /// Checks a text and its front matter.
    fn text(&mut self, text: &TemplateText, context: &mut Context) {
        let mut all: Vec<Fault> = text.faults.clone().in_order();
        let Tree { nodes, faults } = text.tree();
        let mut faults = faults.clone();
        marks::check(text.body(), nodes, &mut faults);
        let faults = Checker::new(context, text.body(), faults, None).run(nodes);
        all.extend(faults.in_order().into_iter().map(|fault| moved(fault, text.start)));
        let Front { title, subject, addressees, own_grounds, goes_with, .. } = &text.front;
        // An annex may name its document, but the document's own title can't use itself.
        let without = std::ptr::eq(text, &raw const self.template.body).then_some(super::fields::TITLE);
        if let Some(phrase) = title {
            check_phrase(phrase, without, context, &mut all);
        }
        let others = [subject, goes_with].into_iter().flatten().chain(addressees).chain(own_grounds);
        for phrase in others {
            check_phrase(phrase, None, context, &mut all);
        }
        all.extend(self.unprinted(text));
        self.messages.extend(all.into_iter().map(|fault| text.source.message(fault)));
    }

    /// Reports a kind of document that this version does not print.
    fn unprinted(&self, text: &TemplateText) -> Option<Fault> {
        let kind = text.front.kind.filter(|kind| !is_printed(*kind))?;
        let message = match self.purpose {
            Purpose::Alone => Diagnostic::warning("MAU-027"),
            Purpose::Document(_) => Diagnostic::error("MAU-027"),
        };
        let at = text.source.text.find("loai").unwrap_or_default();
        let message = message.with("what", format!("loai = \"{}\"", kind.name()));
        Some(Fault { message, spot: at..at + "loai".len() })
    }
}

fn moved(mut fault: Fault, by: usize) -> Fault {
    fault.spot = fault.spot.start + by..fault.spot.end + by;
    fault
}

/// Whether we have a form for this kind of document: the usual one, or a decision's.
fn is_printed(kind: DocumentKind) -> bool {
    kind.has_common_form() || matches!(kind, DocumentKind::Decision | DocumentKind::CongVan)
}

/// Checks a text of the front matter as a template.
fn check_phrase(phrase: &FrontText, without: Option<&'static str>, context: &mut Context, all: &mut Vec<Fault>) {
    let Tree { nodes, faults } = phrase.tree();
    let faults = Checker::new(context, &phrase.text, faults.clone(), without).run(nodes);
    all.extend(faults.in_order().into_iter().map(|fault| phrase.moved(fault)));
}

/// The walk over one text and its includes.
struct Checker<'a, 'b> {
    context: &'b mut Context<'a>,
    /// The text itself.
    text: &'b str,
    /// Its mistakes.
    faults: Faults,
    /// The pieces around the current node, the innermost last.
    including: Vec<String>,
    /// The number of files included so far.
    includes: usize,
    scopes: Scopes,
    /// Names that may be parts of Nội dung and are reported as such.
    doubted: BTreeSet<String>,
    /// A field that does not exist yet.
    without: Option<&'static str>,
}

impl<'a, 'b> Checker<'a, 'b> {
    fn new(context: &'b mut Context<'a>, text: &'b str, faults: Faults, without: Option<&'static str>) -> Self {
        Self {
            context,
            text,
            faults,
            including: Vec::new(),
            includes: 0,
            scopes: Scopes::new(),
            doubted: BTreeSet::new(),
            without,
        }
    }

    fn run(mut self, nodes: &[TemplateNode]) -> Faults {
        self.nodes(nodes);
        self.faults
    }

    /// Reports a mistake in the current text.
    fn fault(&mut self, message: Diagnostic, spot: &Spot) {
        let faults = match self.including.last() {
            Some(name) => self.context.piece_faults.entry(name.clone()).or_default(),
            None => &mut self.faults,
        };
        faults.add(message, spot.clone());
    }

    /// The text at a spot of the current text.
    fn written(&self, spot: &Spot) -> &str {
        let text = match self.including.last().and_then(|name| self.context.template.pieces.get(name)) {
            Some(piece) => &piece.text,
            None => self.text,
        };
        text.get(spot.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
