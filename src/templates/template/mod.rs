//! A template: a folder of texts, the body with its front matter.
//!
//! Owns opening one. Must not know a field: `checking` understands the texts. The built-in templates are part of the
//! program; a clerk's own come from the front as bytes. Its output goes to `library`.

mod folder;
mod front;
mod need;
mod phrase;
mod readers;
mod source;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::dossier::General;
use crate::dossier::period::Period;
use crate::templates::blocks::{self, KnownBlocks};
use crate::templates::language::{Faults, Spot, Tree};

pub(crate) use folder::{BODY, annexes_of_reports, built_in};
pub use folder::{Origin, TemplateFile, TemplateFolder};
pub use front::Orientation;
pub(super) use front::Periods;
pub(crate) use front::{Front, OutlineStyle, TextRole};
pub use need::Need;
pub(crate) use phrase::FrontText;
pub use readers::{OnlyWhere, Readers};
pub use source::LARGEST_TEMPLATE_FILE;
pub(crate) use source::SourceText;

/// A template of one kind of document.
#[derive(Debug)]
pub(crate) struct Template {
    /// Its name: its folder's.
    pub(crate) name: String,
    /// Whether it is one of ours.
    pub(super) origin: Origin,
    /// The main text.
    pub(crate) body: TemplateText,
    /// The annexes, in order of their files' names.
    pub(crate) annexes: Vec<TemplateText>,
    /// The texts that others may include, by file name.
    pub(crate) pieces: BTreeMap<String, SourceText>,
}

/// A text with its front matter.
#[derive(Debug)]
pub(crate) struct TemplateText {
    /// Its file's name.
    pub(crate) name: String,
    /// Its file.
    pub(crate) source: SourceText,
    /// Its front matter.
    pub(crate) front: Front,
    /// The start of its body, in bytes of the file.
    pub(crate) start: usize,
    /// The mistakes in its front matter.
    pub(crate) faults: Faults,
    tree: OnceLock<Tree>,
    blocks: OnceLock<KnownBlocks>,
}

impl Template {
    /// Its texts: the body, then the annexes.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &TemplateText> {
        [&self.body].into_iter().chain(&self.annexes)
    }

    /// The kind of document that it is for. Where it names none, which is reported, the workbook's kind.
    pub(crate) fn kind(&self, general: &General) -> DocumentKind {
        self.body.front.kind.unwrap_or(general.kind)
    }

    /// Whether one of its texts, or a piece that they may include, has a table of the tasks.
    pub(super) fn has_tables(&self) -> bool {
        let texts = self.texts().map(|text| &text.source);
        texts.chain(self.pieces.values()).any(|source| blocks::has_task_table(&source.text))
    }

    /// Whether one of its texts has a table of figures.
    pub(crate) fn has_tables_of_figures(&self) -> bool {
        [&self.body].into_iter().chain(&self.annexes).any(|text| blocks::needs_figures(text.body()))
    }
}

impl TemplateText {
    /// The printed part of the text.
    pub(crate) fn body(&self) -> &str {
        &self.source.text[self.start..]
    }

    /// The printed part as a tree; spots are bytes of [`TemplateText::body`].
    pub(crate) fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| Tree::of(self.body()))
    }

    /// The tables and charts that stand in the printed part.
    pub(crate) fn blocks(&self) -> &KnownBlocks {
        self.blocks.get_or_init(|| KnownBlocks::of(self.body()))
    }

    fn open(
        folder: &TemplateFolder,
        file: &TemplateFile,
        origin: Origin,
        role: TextRole,
    ) -> Result<Self, Box<Diagnostic>> {
        let source = SourceText::read(folder.label_of(file), &file.bytes, origin)?;
        let Some((matter, start)) = front::split(&source.text) else {
            let mut faults = Faults::default();
            let first_line: Spot = 0..source.text.find('\n').unwrap_or(source.text.len());
            faults.add(Diagnostic::error("MAU-004"), first_line);
            let fault = faults.in_order().remove(0);
            return Err(Box::new(source.message(fault)));
        };
        let mut faults = Faults::default();
        let front = front::read(&source.text, &matter, role, &mut faults);
        source.check_letters(&mut faults);
        Ok(Self {
            name: file.name.clone(),
            source,
            front,
            start,
            faults,
            tree: OnceLock::new(),
            blocks: OnceLock::new(),
        })
    }
}

/// Opens a folder; files that can't be read are reported.
///
/// # Errors
/// `TEP-017` without a body, `MAU-004`, `MAU-020`, `MAU-023`.
pub(super) fn open(folder: &TemplateFolder, origin: Origin, out: &mut Diagnostics) -> Result<Template, Reported> {
    let mut is_whole = true;
    let mut report = |message: Box<Diagnostic>| {
        out.report(*message);
        is_whole = false;
    };
    let body = match folder.file(BODY) {
        Some(file) => TemplateText::open(folder, file, origin, TextRole::Body),
        None => Err(Box::new(without_body(folder))),
    };
    let body = body.map_err(&mut report).ok();
    let open_annex = |file: &TemplateFile| TemplateText::open(folder, file, origin, TextRole::Annex);
    let annexes = folder.annexes().into_iter().filter_map(|file| open_annex(file).map_err(&mut report).ok()).collect();
    let mut pieces = BTreeMap::new();
    for file in folder.pieces() {
        if let Ok(source) = SourceText::read(folder.label_of(file), &file.bytes, origin).map_err(&mut report) {
            pieces.insert(file.name.clone(), source);
        }
    }
    match body {
        Some(body) if is_whole => Ok(Template { name: folder.name.clone(), origin, body, annexes, pieces }),
        _ => Err(out.checkpoint().expect_err("what can't be read was reported just now")),
    }
}

fn without_body(folder: &TemplateFolder) -> Diagnostic {
    let place = Place::file(&folder.label);
    Diagnostic::error("TEP-017").at(&place).with("folder", &folder.label).with("file", BODY)
}

impl Front {
    /// Whether it is for this kind of document and this period; `None` where that depends on a period that is not known.
    pub(super) fn is_for(&self, kind: DocumentKind, period: Option<Period>) -> Option<bool> {
        let is_for_everyone = self.readers.as_ref().is_none_or(|readers| readers.contains(&Readers::Everyone));
        if !is_for_everyone {
            return Some(false);
        }
        match self.periods {
            Some(periods) if self.kind == Some(kind) => period.map(|period| periods.have(period)),
            _ => Some(self.kind == Some(kind)),
        }
    }
}

/// The front matter of a folder's body; `None` where it can't be read.
pub(super) fn front_of(folder: &TemplateFolder, origin: Origin) -> Option<Front> {
    let file = folder.file(BODY)?;
    Some(TemplateText::open(folder, file, origin, TextRole::Body).ok()?.front)
}
