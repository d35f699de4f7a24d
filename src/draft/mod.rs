//! Third room: a checked dossier and a template become a [`Draft`], what the document says, component by component.
//!
//! Owns the wording. Must not know millimetres, fonts or XML. Its output goes to `document`.

mod checking;
mod citation;
mod closing;
mod cost;
mod engine;
mod fields;
mod head;
mod inert;
mod language;
mod markup;
mod outline;
mod recipients;
mod signature;
mod template;
mod tone_marks;
mod types;
mod unprinted;

use std::collections::BTreeSet;

use tera::Context;

use crate::contract::SheetKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::dossier::{Dossier, UsedIn};
use crate::settings::Settings;
use crate::vietnamese::text;
use checking::{Checked, Purpose};
use engine::Rendered;
use language::Node;
use template::{Phrase, Template};

pub use fields::Field as TemplateField;
pub use template::{Origin, TemplateFile, TemplateFolder, TemplateSummary};
pub use types::*;

/// What a document is written with besides the dossier.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The template asked for by the command; `None` leaves the choice to the workbook.
    pub template: Option<&'a str>,
    /// The clerk's own templates; empty where there are none.
    pub own_templates: &'a [TemplateFolder],
    /// The house style of the office.
    pub settings: &'a Settings,
}

/// A worded document and the template that worded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// What the document says.
    pub draft: Draft,
    /// The template's name.
    pub template: String,
}

/// Words the document.
///
/// # Errors
/// `MAU-` and `VB-` codes, and what only a document needs of the data.
pub fn render(dossier: &Dossier, wording: &Wording, out: &mut Diagnostics) -> Result<Worded, Reported> {
    let template = template::choose(wording.template, wording.own_templates, dossier.general(), out)?;
    for &kind in template.body.front.needs.iter().filter(|&&kind| !dossier.has(kind)) {
        out.report(missing_data(kind, dossier));
    }
    let parts: BTreeSet<String> = dossier.prose_parts().iter().map(crate::dossier::Part::field_name).collect();
    let checked = checking::check(&template, Purpose::Document(&parts), out)?;
    out.checkpoint()?;
    let mut context = fields::context(dossier);
    let title = printed_title(dossier, &template, &checked, &context, out)?;
    context.insert(fields::TITLE, &text::sentence_case(&title));
    cost::bound(&template, Rendered::Body, (&checked.body, &checked), &context, out)?;
    let rendered = engine::render(&template, Rendered::Body, &context, out);
    let subject = subject(&template, &checked, &context, out);
    let head = head::words(dossier, out);
    let first_line = head.as_ref().map(|head| head.issuing_body[0].clone()).unwrap_or_default();
    let signature = signature::block(dossier.signatory(), &first_line, wording.settings.deputy_lines, out);
    let mut body = markup::blocks(&rendered?, &template, out)?;
    closing::close(&mut body);
    citation::note_unprinted(dossier, out);
    unprinted::report(dossier, &checked.asked, out);
    let form = recipients::Form { kind: dossier.general().kind, first_line: None, addressees: &[] };
    let mut draft = Draft {
        head: head?,
        subject: subject?,
        addressees: Vec::new(),
        enacting: None,
        grounds: grounds(dossier, &template, wording),
        body,
        recipients: recipients::lines(dossier, &form, out),
        signature: signature?,
        attached: None,
        annexes: Vec::new(),
        title,
    };
    tone_marks::apply(&mut draft, wording.settings.tone_marks);
    Ok(Worded { draft, template: template.name })
}

/// Every template that can be asked for by name, the program's first.
#[must_use]
pub fn templates(own: &[TemplateFolder]) -> Vec<TemplateSummary> {
    template::list(own)
}

/// A template's folder by its name: a clerk's own, else the program's.
///
/// # Errors
/// `MAU-002`.
pub fn template_named(name: &str, own: &[TemplateFolder], out: &mut Diagnostics) -> Result<TemplateFolder, Reported> {
    template::named(name, own, &Place::default(), out)
}

/// Every field that a template may ask for, in the order of the help.
#[must_use]
pub fn template_fields() -> &'static [TemplateField] {
    fields::FIELDS
}

/// Checks a template without data: every mistake of every file is in `out`.
///
/// # Errors
/// `MAU-` codes and `TEP-017`.
pub fn check_template(folder: &TemplateFolder, out: &mut Diagnostics) -> Result<(), Reported> {
    let template = template::open(folder, out)?;
    checking::check(&template, Purpose::Alone, out).map(drop)
}

/// A text of the front matter, rendered as a template of its own.
fn phrase(
    template: &Template,
    phrase: &Phrase,
    tree: (&[Node], &Checked),
    context: &Context,
    out: &mut Diagnostics,
) -> Result<String, Reported> {
    cost::bound(template, Rendered::Phrase(phrase), tree, context, out)?;
    let rendered = engine::render(template, Rendered::Phrase(phrase), context, out);
    rendered.map(|rendered| text::single_breaks(&inert::revive(&rendered)))
}

fn subject(
    template: &Template,
    checked: &Checked,
    context: &Context,
    out: &mut Diagnostics,
) -> Result<String, Reported> {
    let words = template.body.front.subject.as_ref().expect("a checked template has a subject");
    phrase(template, words, (&checked.subject, checked), context, out)
}

/// Tên gọi of the workbook, else the template's, else the name of the kind.
fn printed_title(
    dossier: &Dossier,
    template: &Template,
    checked: &Checked,
    context: &Context,
    out: &mut Diagnostics,
) -> Result<String, Reported> {
    let general = dossier.general();
    match (&general.printed_title, &template.body.front.title, &checked.title) {
        (Some(title), _, _) => Ok(title.clone()),
        (None, Some(title), Some(tree)) => phrase(template, title, (tree, checked), context, out),
        _ => Ok(general.kind.name().to_owned()),
    }
}

fn grounds(dossier: &Dossier, template: &Template, wording: &Wording) -> Vec<String> {
    if template.body.front.has_grounds {
        citation::block(dossier, UsedIn::Grounds, wording.settings.last_ground_mark)
    } else {
        Vec::new()
    }
}

fn missing_data(kind: SheetKind, dossier: &Dossier) -> Diagnostic {
    let file = dossier.general().issuing_body.at.file.clone().unwrap_or_default();
    let message = Diagnostic::error("VB-001").at(&Place::file(file));
    message.with("sheet", kind.title()).with("kind", dossier.general().kind.name())
}
