//! Third room: a checked dossier and a template become a [`Draft`], what the document says, component by component.
//!
//! Owns the wording. Must not know millimetres, fonts or XML. Its output goes to `document`.

mod citation;
mod closing;
mod engine;
mod fields;
mod head;
mod inert;
mod markup;
mod outline;
mod recipients;
mod signature;
mod template;
mod tone_marks;
mod types;
mod unprinted;

use tera::Context;

use crate::contract::SheetKind;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::{Dossier, UsedIn};
use crate::settings::Settings;
use crate::vietnamese::{fold, text};

pub use types::*;

/// What a document is written with besides the dossier.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The template asked for by the command; `None` leaves the choice to the workbook.
    pub template: Option<&'a str>,
    /// The house style of the office.
    pub settings: &'a Settings,
}

/// A worded document and the template that worded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// What the document says.
    pub draft: Draft,
    /// The template's name.
    pub template: &'static str,
}

/// Words the document.
///
/// # Errors
/// `MAU-` and `VB-` codes, and what only a document needs of the data.
pub fn render(dossier: &Dossier, wording: &Wording, out: &mut Diagnostics) -> Result<Worded, Reported> {
    let template = template::choose(wording.template, dossier.general(), out)?;
    for kind in template.needed_sheets().filter(|&kind| !dossier.has(kind)) {
        out.report(missing_data(kind, dossier));
    }
    out.checkpoint()?;
    let title = printed_title(dossier, &template, out)?;
    let context = fields::context(dossier, &title);
    let rendered = engine::render(&body_source(&template), &context, out);
    let subject = value(&template, &template.front.subject, &context, out);
    let head = head::words(dossier, out);
    let first_line = head.as_ref().map(|head| head.issuing_body[0].clone()).unwrap_or_default();
    let signature = signature::block(dossier.signatory(), &first_line, wording.settings.deputy_lines, out);
    let mut body = markup::blocks(&rendered?, &template, out)?;
    closing::close(&mut body);
    citation::note_unprinted(dossier, out);
    unprinted::report(dossier, &template, out);
    let mut draft = Draft {
        head: head?,
        subject: subject?,
        grounds: grounds(dossier, &template, wording),
        body,
        recipients: recipients::lines(dossier, out),
        signature: signature?,
        title,
    };
    tone_marks::apply(&mut draft, wording.settings.tone_marks);
    Ok(Worded { draft, template: template.name })
}

fn body_source(template: &template::Template) -> engine::Source<'_> {
    engine::Source { file: &template.file, first_line: template.body_line, text: &template.body }
}

/// A value of the front matter, rendered as a template of its own.
fn value(
    template: &template::Template,
    text: &str,
    context: &Context,
    out: &mut Diagnostics,
) -> Result<String, Reported> {
    let source = engine::Source { file: &template.file, first_line: 2, text };
    engine::render(&source, context, out).map(|rendered| text::single_breaks(&inert::revive(&rendered)))
}

/// Tên gọi of the workbook, else the template's, else the name of the kind.
fn printed_title(dossier: &Dossier, template: &template::Template, out: &mut Diagnostics) -> Result<String, Reported> {
    let general = dossier.general();
    match (&general.printed_title, &template.front.title) {
        (Some(title), _) => Ok(title.clone()),
        (None, Some(title)) => value(template, title, &Context::new(), out),
        (None, None) => Ok(template.front.kind.clone()),
    }
}

fn grounds(dossier: &Dossier, template: &template::Template, wording: &Wording) -> Vec<String> {
    let is_asked_for = template.front.grounds.as_deref().is_some_and(|name| fold::key(name) == "can cu");
    if is_asked_for { citation::block(dossier, UsedIn::Grounds, wording.settings.last_ground_mark) } else { Vec::new() }
}

fn missing_data(kind: SheetKind, dossier: &Dossier) -> Diagnostic {
    let file = dossier.general().issuing_body.at.file.clone().unwrap_or_default();
    let message = Diagnostic::error("VB-001").at(&crate::diag::Place::file(file));
    message.with("sheet", kind.title()).with("kind", dossier.general().kind.name())
}
