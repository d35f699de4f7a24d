//! A template: a folder of texts, the body with its front matter.
//!
//! Owns finding one by name or by kind, and opening it. Knows no field: what the texts say is `checking`'s. The built-in
//! ones are part of the program; a clerk's own come from the front as bytes.

mod folder;
mod front;
mod need;
mod phrase;
mod source;

use std::collections::BTreeMap;

use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::dossier::{Dossier, General};
use crate::templates::blocks;
use crate::templates::language::{Faults, Spot};
use crate::vietnamese::fold;

pub(crate) use folder::{BODY, annexes_of_reports, built_in};
pub use folder::{TemplateFile, TemplateFolder};
pub use front::Orientation;
use front::Periods;
pub(crate) use front::{Front, OutlineStyle, Role};
pub use need::Need;
pub(crate) use phrase::Phrase;
pub(crate) use source::Source;

/// A template of one kind of document.
#[derive(Debug)]
pub(crate) struct Template {
    /// Its name: the folder it stands in.
    pub(crate) name: String,
    /// The text printed.
    pub(crate) body: Text,
    /// The annexes, in order of their files' names.
    pub(crate) annexes: Vec<Text>,
    /// What the texts may include, by file name.
    pub(crate) pieces: BTreeMap<String, Source>,
}

/// A text with its front matter.
#[derive(Debug)]
pub(crate) struct Text {
    /// Its file.
    pub(crate) source: Source,
    /// What its front matter says.
    pub(crate) front: Front,
    /// Where its body begins, in bytes of the file.
    pub(crate) start: usize,
    /// What is wrong in its front matter.
    pub(crate) faults: Faults,
}

impl Template {
    /// Whether a text of it, or a part that texts may include, asks for a table of the tasks.
    pub(crate) fn has_tables(&self) -> bool {
        let texts = [&self.body].into_iter().chain(&self.annexes).map(|text| &text.source);
        texts.chain(self.pieces.values()).any(|source| blocks::stands_in(&source.text))
    }

    /// Whether a text of it asks for a table of figures.
    pub(crate) fn has_tables_of_figures(&self) -> bool {
        [&self.body].into_iter().chain(&self.annexes).any(|text| blocks::needs_figures(text.body()))
    }
}

impl Text {
    /// What is printed, with its place in the file.
    pub(crate) fn body(&self) -> &str {
        &self.source.text[self.start..]
    }

    fn open(label: String, bytes: &[u8], role: Role) -> Result<Self, Box<Diagnostic>> {
        let source = Source::read(label, bytes)?;
        let Some((matter, start)) = front::split(&source.text) else {
            let mut faults = Faults::default();
            let first_line: Spot = 0..source.text.find('\n').unwrap_or(source.text.len());
            faults.add(Diagnostic::error("MAU-004"), first_line);
            let fault = faults.in_order().remove(0);
            return Err(Box::new(source.told(fault)));
        };
        let mut faults = Faults::default();
        let front = front::read(&source.text, &matter, role, &mut faults);
        source.check_letters(&mut faults);
        Ok(Self { source, front, start, faults })
    }
}

/// Opens a folder; what can't be read at all is told.
///
/// # Errors
/// `TEP-017` without a body, `MAU-004`, `MAU-020`, `MAU-023`.
pub(crate) fn open(folder: &TemplateFolder, out: &mut Diagnostics) -> Result<Template, Reported> {
    let mut is_whole = true;
    let mut tell = |message: Box<Diagnostic>| {
        out.report(*message);
        is_whole = false;
    };
    let label = |name: &str| format!("{}/{name}", folder.label);
    let body = match folder.file(BODY) {
        Some(file) => Text::open(label(BODY), &file.bytes, Role::Body),
        None => Err(Box::new(without_body(folder))),
    };
    let body = body.map_err(&mut tell).ok();
    let open_annex = |file: &TemplateFile| Text::open(label(&file.name), &file.bytes, Role::Annex);
    let annexes = folder.annexes().into_iter().filter_map(|file| open_annex(file).map_err(&mut tell).ok()).collect();
    let mut pieces = BTreeMap::new();
    for file in folder.pieces() {
        if let Ok(source) = Source::read(label(&file.name), &file.bytes).map_err(&mut tell) {
            pieces.insert(file.name.clone(), source);
        }
    }
    match body {
        Some(body) if is_whole => Ok(Template { name: folder.name.clone(), body, annexes, pieces }),
        _ => Err(out.checkpoint().expect_err("what can't be read was told just now")),
    }
}

fn without_body(folder: &TemplateFolder) -> Diagnostic {
    let place = Place::file(&folder.label);
    Diagnostic::error("TEP-017").at(&place).with("folder", &folder.label).with("file", BODY)
}

/// The template asked for: by the command, else by the workbook, else by the kind of document; a clerk's own first.
///
/// # Errors
/// `MAU-002` for an unknown name, `MAU-003` for a kind without a template, `MAU-028` for one with several, `MAU-029` for
/// a template of another kind, and those of opening it.
pub(crate) fn choose(
    asked: Option<&str>,
    own: &[TemplateFolder],
    general: &General,
    out: &mut Diagnostics,
) -> Result<Template, Reported> {
    let (folder, at) = match (asked, &general.template) {
        (Some(name), _) => (named(name, own, &Place::default(), out)?, &general.kind_at),
        (None, Some(name)) => (named(&name.value, own, &name.at, out)?, &name.at),
        (None, None) => (of_kind(own, general, out)?, &general.kind_at),
    };
    let template = open(&folder, out)?;
    // The command may ask for another document of the same workbook; the workbook itself must not contradict itself.
    let named_by_workbook = template.body.front.kind.filter(|kind| asked.is_none() && *kind != general.kind);
    if let Some(kind) = named_by_workbook {
        let message = Diagnostic::error("MAU-029").at(at).with("template", &template.name);
        out.report(message.with("kind", kind.name()).with("wanted", general.kind.name()));
    }
    Ok(template)
}

/// The template of the text that is issued with a document; `None` where it issues none.
///
/// # Errors
/// `MAU-002` for an unknown name, `MAU-027` for one that would issue a text of its own, and those of opening it.
pub(crate) fn issued_with(
    template: &Template,
    own: &[TemplateFolder],
    out: &mut Diagnostics,
) -> Result<Option<Template>, Reported> {
    let Text { source, front, .. } = &template.body;
    let Some(name) = &front.goes_with else { return Ok(None) };
    let fault = |message: Diagnostic| source.told(name.whole(message));
    let Some(folder) = find(&name.text, own) else {
        return Err(out.fail(fault(unknown(&name.text, own))));
    };
    let issued = open(&folder, out)?;
    if issued.body.front.goes_with.is_some() {
        return Err(out.fail(fault(Diagnostic::error("MAU-027").with("what", "kem_theo"))));
    }
    Ok(Some(issued))
}

/// The folder of this name: a clerk's own, else the program's.
///
/// # Errors
/// `MAU-002`.
pub(crate) fn named(
    name: &str,
    own: &[TemplateFolder],
    at: &Place,
    out: &mut Diagnostics,
) -> Result<TemplateFolder, Reported> {
    find(name, own).ok_or_else(|| out.fail(unknown(name, own).at(at)))
}

/// The folder of this name; `None` where there is none.
pub(crate) fn find(name: &str, own: &[TemplateFolder]) -> Option<TemplateFolder> {
    let wanted = fold::key(name);
    let mut folders = own.iter().cloned().chain(built_in());
    folders.find(|folder| fold::key(&folder.name) == wanted)
}

fn unknown(name: &str, own: &[TemplateFolder]) -> Diagnostic {
    let names = names(own);
    let message = Diagnostic::error("MAU-002").with("name", name).with("names", names.join(", "));
    message.nearest(fold::nearest(name, names.iter().map(String::as_str)))
}

/// The template of the workbook's kind of document, and of its period where the kind has several.
fn of_kind(own: &[TemplateFolder], general: &General, out: &mut Diagnostics) -> Result<TemplateFolder, Reported> {
    let mut found: Vec<&TemplateFolder> = Vec::new();
    for folder in own {
        match front_of(folder) {
            Some(front) if front.is_for(general) => found.push(folder),
            Some(Front { kind: Some(_), .. }) => {}
            // Which kind it is for can't be said, so neither can the choice be made: its front matter is told.
            _ => {
                let Text { source, faults, .. } = open(folder, out)?.body;
                for fault in faults.in_order() {
                    out.report(source.told(fault));
                }
                out.checkpoint()?;
            }
        }
    }
    match found.as_slice() {
        [] => {}
        [folder] => return Ok((*folder).clone()),
        several => {
            let names: Vec<&str> = several.iter().map(|folder| folder.name.as_str()).collect();
            let message = Diagnostic::error("MAU-028").at(&general.kind_at).with("kind", general.kind.name());
            return Err(out.fail(message.with("names", names.join(", ")).with("first", names[0])));
        }
    }
    let is_meant = |folder: &TemplateFolder| front_of(folder).is_some_and(|front| front.is_for(general));
    built_in().into_iter().find(is_meant).ok_or_else(|| {
        let message = Diagnostic::error("MAU-003").at(&general.kind_at).with("kind", general.kind.name());
        out.fail(message.with("names", names(own).join(", ")))
    })
}

impl Front {
    /// Whether it is for the workbook's kind of document and its period.
    fn is_for(&self, general: &General) -> bool {
        self.kind == Some(general.kind) && self.periods.is_none_or(|periods| periods.have(general.period))
    }
}

/// What the front matter of a folder's body says; `None` where it can't be read.
fn front_of(folder: &TemplateFolder) -> Option<Front> {
    let file = folder.file(BODY)?;
    Some(Text::open(folder.label.clone(), &file.bytes, Role::Body).ok()?.front)
}

/// The names of all templates, the program's first, each once.
fn names(own: &[TemplateFolder]) -> Vec<String> {
    let mut names: Vec<String> = built_in().into_iter().map(|folder| folder.name).collect();
    for folder in own.iter().filter(|folder| folder.file(BODY).is_some()) {
        if !names.contains(&folder.name) {
            names.push(folder.name.clone());
        }
    }
    names
}

/// A template as the list of templates gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateSummary {
    /// Its name.
    pub name: String,
    /// What is printed above the text; `None` where its front matter can't be read.
    pub title: Option<String>,
    /// Whose it is.
    pub origin: Origin,
    /// The kind of document that it is for; `None` where its front matter can't be read.
    pub kind: Option<DocumentKind>,
    /// What of the workbook it can't do without.
    pub needs: Vec<Need>,
    /// What of the workbook it reads badly without.
    pub wishes: Vec<Need>,
    /// Which periods it is for; `None` for all.
    periods: Option<Periods>,
}

impl TemplateSummary {
    /// Whether it is for the period of a workbook.
    #[must_use]
    pub fn fits_period(&self, general: &General) -> bool {
        self.periods.is_none_or(|periods| periods.have(general.period))
    }

    /// What it needs for a document that nobody asked for by name, and the workbook does not have.
    pub fn missing<'a>(&'a self, dossier: &'a Dossier) -> impl Iterator<Item = Need> + 'a {
        self.needs.iter().chain(&self.wishes).copied().filter(|need| !need.is_met(dossier))
    }
}

/// Whose a template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Part of the program.
    BuiltIn,
    /// The clerk's own.
    Own,
}

/// Every template that can be asked for by name: a clerk's own stands in the place of the program's of that name.
pub(crate) fn list(own: &[TemplateFolder]) -> Vec<TemplateSummary> {
    let is_own = |name: &str| own.iter().any(|folder| fold::key(&folder.name) == fold::key(name));
    let ours = built_in().into_iter().filter(|folder| !is_own(&folder.name)).map(|folder| (folder, Origin::BuiltIn));
    let theirs = own.iter().filter(|folder| folder.file(BODY).is_some()).map(|folder| (folder.clone(), Origin::Own));
    ours.chain(theirs).map(|(folder, origin)| summary(&folder, origin)).collect()
}

fn summary(folder: &TemplateFolder, origin: Origin) -> TemplateSummary {
    let text = folder.file(BODY).and_then(|file| Text::open(String::new(), &file.bytes, Role::Body).ok());
    let front = text.map(|text| text.front).unwrap_or_default();
    // A title with fields has no words without a workbook.
    let title = front.title.map(|phrase| phrase.text).filter(|text| !text.contains('{'));
    let kind = front.kind.map(|kind| kind.name().to_owned());
    TemplateSummary {
        name: folder.name.clone(),
        title: title.or(kind),
        origin,
        kind: front.kind,
        needs: front.needs,
        wishes: front.wishes,
        periods: front.periods,
    }
}
