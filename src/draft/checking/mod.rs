//! Is a template right? Every mistake of every file at once, before any data is there.
//!
//! Owns the check of names, kinds of values and bounds. Must not render: `engine` does. Its output is the trees that
//! `cost` walks with the data, and the names the template asks for.

mod conditions;
mod expressions;
mod filters;
mod kinds;
mod marks;
mod names;
mod statements;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use super::language::{Fault, Faults, Node, Spot, parse};
use super::template::{Phrase, Template, Text};
use crate::diag::{Diagnostic, Diagnostics, Place, Reported, Severity};
use names::Scopes;

/// What a check is for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose<'a> {
    /// The template alone: what may go wrong with some workbook is a warning.
    Alone,
    /// A document, of a workbook with these parts of Nội dung: what it would not print is an error.
    Document(&'a BTreeSet<String>),
}

/// A template found right.
#[derive(Debug)]
pub(super) struct Checked {
    /// The body.
    pub(super) body: Vec<Node>,
    /// The printed title, where the template has one.
    pub(super) title: Option<Vec<Node>>,
    /// Trích yếu.
    pub(super) subject: Vec<Node>,
    /// What may be included, by file name.
    pub(super) pieces: BTreeMap<String, Vec<Node>>,
    /// The names at the top that the template asks for.
    pub(super) asked: BTreeSet<String>,
}

/// Checks every file of a template.
///
/// # Errors
/// `MAU-007` to `MAU-027`, all that are found.
pub(super) fn check(template: &Template, purpose: Purpose, out: &mut Diagnostics) -> Result<Checked, Reported> {
    let mut sink = Sink { template, purpose, told: Vec::new() };
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
    let mut asked = BTreeSet::new();
    let mut context = Context { template, purpose, pieces: &pieces, piece_faults, asked: &mut asked };
    let body = sink.text(&template.body, &mut context);
    for annex in &template.annexes {
        let _annexes_come_with_tables = sink.text(annex, &mut context);
    }
    let mut told = std::mem::take(&mut sink.told);
    for (name, faults) in context.piece_faults {
        let source = &template.pieces[&name];
        told.extend(faults.in_order().into_iter().map(|fault| source.told(fault)));
    }
    told.sort_by_key(|message| (message.place.file.clone(), message.place.line));
    let is_wrong = told.iter().any(|message| message.severity == Severity::Error);
    for message in told {
        out.report(message);
    }
    match body {
        Some(body) if !is_wrong => {
            Ok(Checked { body: body.nodes, title: body.title, subject: body.subject, pieces, asked })
        }
        _ => Err(out.checkpoint().expect_err("a mistake was told just now")),
    }
}

/// What the check of one text leans on.
struct Context<'a> {
    template: &'a Template,
    purpose: Purpose<'a>,
    pieces: &'a BTreeMap<String, Vec<Node>>,
    /// The mistakes of each piece, wherever it is included.
    piece_faults: BTreeMap<String, Faults>,
    asked: &'a mut BTreeSet<String>,
}

/// The trees of the body and of what is printed of its front matter.
struct Body {
    nodes: Vec<Node>,
    title: Option<Vec<Node>>,
    subject: Vec<Node>,
}

/// Where messages of the whole template are gathered.
struct Sink<'a> {
    template: &'a Template,
    purpose: Purpose<'a>,
    told: Vec<Diagnostic>,
}

impl Sink<'_> {
    /// Checks a text and its front matter.
    fn text(&mut self, text: &Text, context: &mut Context) -> Option<Body> {
        let mut all: Vec<Fault> = text.faults.clone().in_order();
        let mut faults = Faults::default();
        let nodes = parse(text.body(), &mut faults);
        let tables = marks::check(text.body(), &nodes, &mut faults);
        let faults = Checker::new(context, text.body(), faults, None).run(&nodes);
        all.extend(faults.in_order().into_iter().map(|fault| moved(fault, text.start)));
        let title =
            text.front.title.as_ref().map(|phrase| phrase_tree(phrase, Some(super::fields::TITLE), context, &mut all));
        let subject = text.front.subject.as_ref().map(|phrase| phrase_tree(phrase, None, context, &mut all));
        for phrase in &text.front.unprinted {
            let _printed_by_a_later_version = phrase_tree(phrase, None, context, &mut all);
        }
        all.extend(self.later(text, &tables));
        self.told.extend(all.into_iter().map(|fault| text.source.told(fault)));
        let is_annex = !std::ptr::eq(text, &raw const self.template.body);
        if is_annex {
            let message = self.unprinted("phu-luc").at(&Place::file(&text.source.label));
            self.told.push(message);
            return None;
        }
        Some(Body { nodes, title, subject: subject.unwrap_or_default() })
    }

    /// What this version knows and does not print.
    fn later(&self, text: &Text, tables: &[Spot]) -> Vec<Fault> {
        let mut faults: Vec<Fault> = text
            .front
            .later
            .iter()
            .map(|(what, spot)| Fault { message: self.unprinted(what), spot: spot.clone() })
            .collect();
        if let Some(kind) = text.front.kind.filter(|kind| !kind.has_common_form()) {
            let at = text.source.text.find("loai").unwrap_or_default();
            let message = self.unprinted(&format!("loai = \"{}\"", kind.name()));
            faults.push(Fault { message, spot: at..at + "loai".len() });
        }
        let table = |spot: &Spot| Fault { message: self.unprinted("```bang"), spot: spot.clone() };
        faults.extend(tables.iter().map(table).map(|fault| moved(fault, text.start)));
        faults
    }

    fn unprinted(&self, what: &str) -> Diagnostic {
        let message = match self.purpose {
            Purpose::Alone => Diagnostic::warning("MAU-027"),
            Purpose::Document(_) => Diagnostic::error("MAU-027"),
        };
        message.with("what", what)
    }
}

fn moved(mut fault: Fault, by: usize) -> Fault {
    fault.spot = fault.spot.start + by..fault.spot.end + by;
    fault
}

/// Checks a text of the front matter as a template of its own.
fn phrase_tree(
    phrase: &Phrase,
    without: Option<&'static str>,
    context: &mut Context,
    all: &mut Vec<Fault>,
) -> Vec<Node> {
    let mut faults = Faults::default();
    let nodes = parse(&phrase.text, &mut faults);
    let faults = Checker::new(context, &phrase.text, faults, without).run(&nodes);
    all.extend(faults.in_order().into_iter().map(|fault| phrase.moved(fault)));
    nodes
}

/// The walk over one text and what it includes.
struct Checker<'a, 'b> {
    context: &'b mut Context<'a>,
    /// The text itself.
    text: &'b str,
    /// Its mistakes.
    faults: Faults,
    /// The pieces that the walk is inside of, the innermost last.
    including: Vec<String>,
    /// How many files were included so far.
    includes: usize,
    scopes: Scopes,
    /// Names that may be parts of Nội dung, told as such.
    doubted: BTreeSet<String>,
    /// A field that is not there yet.
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

    fn run(mut self, nodes: &[Node]) -> Faults {
        self.nodes(nodes);
        self.faults
    }

    /// Tells a mistake of the text that the walk is in.
    fn fault(&mut self, message: Diagnostic, spot: &Spot) {
        let faults = match self.including.last() {
            Some(name) => self.context.piece_faults.entry(name.clone()).or_default(),
            None => &mut self.faults,
        };
        faults.add(message, spot.clone());
    }

    /// What stands at a spot of the text that the walk is in.
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
