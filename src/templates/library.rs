//! The templates of one run, the program's and a clerk's own: each is read, checked and prepared once, when it is first
//! asked for.
//!
//! Owns finding one by name or by kind. Must not know the content of a text: `template` opens it, `checking` checks it.
//! The mistakes of a template are reported each time it is asked for. Its output goes to `draft`.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::prepared::{Prepared, unconcerned};
use super::template::{
    self, BODY, Front, Need, OnlyWhere, Origin, Periods, Readers, TemplateFolder, built_in, front_of,
};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::dossier::{Dossier, General, NamedText};
use crate::vietnamese::fold;

/// Every template that can be asked for.
pub struct Library<'a> {
    /// The clerk's own first.
    entries: Vec<LibraryEntry<'a>>,
}

/// One template.
struct LibraryEntry<'a> {
    folder: &'a TemplateFolder,
    origin: Origin,
    /// Its front matter; `None` where it can't be read.
    front: OnceLock<Option<Front>>,
    opened: OnceLock<Opened>,
}

/// An opened template: the messages about it, and the template unless it can't be read.
struct Opened {
    messages: Vec<Diagnostic>,
    prepared: Option<Prepared>,
}

/// The chosen template, and the template of the text that is issued with its document.
#[derive(Clone, Copy)]
pub struct ChosenTemplate<'a> {
    pub(crate) main: &'a Prepared,
    /// `None` where it issues no text.
    pub(crate) issued: Option<&'a Prepared>,
}

impl<'a> ChosenTemplate<'a> {
    /// The kind of document that it is for. Where it names none, which was reported, the workbook's kind; `None` where
    /// that is not known either.
    #[must_use]
    pub fn kind(&self, dossier: &Dossier) -> Option<DocumentKind> {
        self.main.template().body.front.kind.or(dossier.kind())
    }

    /// The template of the document, then that of the text issued with it.
    pub(crate) fn both(self) -> impl Iterator<Item = &'a Prepared> + Clone {
        [self.main].into_iter().chain(self.issued)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'a str {
        &self.main.template().name
    }

    /// Whether it has a table of tasks, in the document or in the text issued with it.
    #[must_use]
    pub fn has_table(&self) -> bool {
        self.both().any(Prepared::has_table)
    }

    /// Whether it prints figures, in a workbook with these parts of Nội dung.
    #[must_use]
    pub fn prints_figures(&self, parts: &BTreeSet<String>) -> bool {
        self.both().any(|prepared| prepared.prints_figures(parts))
    }
}

impl<'a> Library<'a> {
    /// The program's templates and the clerk's own (which may be none). Reads nothing yet.
    #[must_use]
    pub fn of(own: &'a [TemplateFolder]) -> Self {
        let own = own.iter().map(|folder| (folder, Origin::Own));
        let ours = built_in().iter().map(|folder| (folder, Origin::BuiltIn));
        let entry = |(folder, origin)| LibraryEntry { folder, origin, front: OnceLock::new(), opened: OnceLock::new() };
        Self { entries: own.chain(ours).map(entry).collect() }
    }

    /// Every template that can be asked for by name; a clerk's own replaces the program's of the same name.
    #[must_use]
    pub fn list(&self) -> Vec<TemplateSummary> {
        let is_own = |name: &str| self.own().any(|entry| fold::key(&entry.folder.name) == fold::key(name));
        let ours = self.built_in().filter(|entry| !is_own(&entry.folder.name));
        let theirs = self.own().filter(|entry| entry.folder.file(BODY).is_some());
        ours.chain(theirs).map(LibraryEntry::summary).collect()
    }

    /// A template's folder by its name: the clerk's own, else the program's.
    ///
    /// # Errors
    /// `MAU-002`.
    pub fn folder(&self, name: &str, out: &mut Diagnostics) -> Result<&'a TemplateFolder, Reported> {
        self.named(name, &Place::default(), out).map(|entry| entry.folder)
    }

    /// A template that is asked for by name, in a list of templates; `None` where there is none of this name.
    #[must_use]
    pub fn summary(&self, name: &str) -> Option<TemplateSummary> {
        self.named(name, &Place::default(), &mut Diagnostics::new()).ok().map(LibraryEntry::summary)
    }

    /// Chooses a template: by the command, else by the workbook, else by the kind of document; the clerk's own first.
    /// This takes no more of Thông tin chung than it needs, so that mistakes in other items don't hide what the template
    /// asks for.
    ///
    /// # Errors
    /// `MAU-002` for an unknown name, `MAU-003` for a kind without a template, `MAU-028` for one with several,
    /// `MAU-029` for a template of another kind, `MAU-027` for one whose issued text would issue another, and the codes
    /// of opening it. Also where the kind or the period is not known, which was reported.
    pub fn choose(
        &self,
        requested: Option<&str>,
        dossier: &Dossier,
        out: &mut Diagnostics,
    ) -> Result<ChosenTemplate<'_>, Reported> {
        let (entry, at) = match (requested, dossier.template()) {
            (Some(name), _) => (self.named(name, &Place::default(), out)?, dossier.kind_at()),
            (None, Some(name)) => (self.named(&name.value, &name.at, out)?, &name.at),
            (None, None) => (self.of_kind(dossier, out)?, dossier.kind_at()),
        };
        let main = entry.prepared(out)?;
        let template = main.template();
        // The command may ask for another kind of document than the workbook's; the workbook itself must not contradict
        // itself.
        let kinds = template.body.front.kind.zip(dossier.kind()).filter(|(kind, wanted)| kind != wanted);
        if let Some((kind, wanted)) = kinds.filter(|_| requested.is_none()) {
            let message = Diagnostic::error("MAU-029").at(at).with("template", &template.name);
            out.report(message.with("kind", kind.name()).with("wanted", wanted.name()));
        }
        let issued = self.issued_with(main, dossier, out)?;
        Ok(ChosenTemplate { main, issued })
    }

    /// The template of the text that is issued with a document: of the kind that the trích yếu names, else the one that
    /// the template names; `None` where it issues none.
    fn issued_with(
        &self,
        main: &Prepared,
        dossier: &Dossier,
        out: &mut Diagnostics,
    ) -> Result<Option<&Prepared>, Reported> {
        let body = &main.template().body;
        let Some(name) = &body.front.goes_with else { return Ok(None) };
        let fault = |message: Diagnostic| body.source.message(name.whole(message));
        let Some(entry) = self.find(&name.text) else {
            return Err(out.fail(fault(self.unknown(&name.text))));
        };
        let issued = self.of_named_text(main, entry, dossier).unwrap_or(entry).prepared(out)?;
        if issued.template().body.front.goes_with.is_some() {
            return Err(out.fail(fault(Diagnostic::error("MAU-027").with("what", "kem_theo"))));
        }
        Ok(Some(issued))
    }

    /// The template for the plan or programme that the decision's own trích yếu names, where the usual one is for
    /// another kind.
    fn of_named_text(&self, main: &Prepared, usual: &LibraryEntry<'a>, dossier: &Dossier) -> Option<&LibraryEntry<'a>> {
        let general = dossier.general().ok()?;
        let is_own = main.template().body.front.kind == Some(general.kind);
        let text = general.subject.as_ref().filter(|_| is_own)?.deed()?.text.filter(NamedText::is_planned)?;
        let is_for = |entry: &&LibraryEntry| {
            entry.front().is_some_and(|front| front.is_for(text.kind, Some(general.period)) == Some(true))
        };
        if is_for(&usual) { None } else { self.entries.iter().find(is_for) }
    }

    fn own(&self) -> impl Iterator<Item = &LibraryEntry<'a>> {
        self.entries.iter().filter(|entry| entry.origin == Origin::Own)
    }

    fn built_in(&self) -> impl Iterator<Item = &LibraryEntry<'a>> {
        self.entries.iter().filter(|entry| entry.origin == Origin::BuiltIn)
    }

    fn named(&self, name: &str, at: &Place, out: &mut Diagnostics) -> Result<&LibraryEntry<'a>, Reported> {
        self.find(name).ok_or_else(|| out.fail(self.unknown(name).at(at)))
    }

    fn find(&self, name: &str) -> Option<&LibraryEntry<'a>> {
        let wanted = fold::key(name);
        self.entries.iter().find(|entry| fold::key(&entry.folder.name) == wanted)
    }

    fn unknown(&self, name: &str) -> Diagnostic {
        let names = self.names();
        let message = Diagnostic::error("MAU-002").with("name", name).with("names", names.join(", "));
        message.nearest(fold::nearest(name, names.iter().copied()))
    }

    /// Whether every template that may be the workbook's prints figures, where its period alone is not known.
    #[must_use]
    pub fn surely_prints_figures(&self, dossier: &Dossier, parts: &BTreeSet<String>) -> bool {
        let Some(kind) = dossier.kind().filter(|_| dossier.template().is_none() && dossier.period().is_none()) else {
            return false;
        };
        let mut of_kind =
            self.entries.iter().filter(|entry| entry.front().is_some_and(|front| front.kind == Some(kind)));
        let prints_figures = |entry: &LibraryEntry| {
            entry.prepared(&mut Diagnostics::new()).is_ok_and(|prepared| prepared.prints_figures(parts))
        };
        of_kind.clone().next().is_some() && of_kind.all(prints_figures)
    }

    /// The template of the workbook's kind of document, and of its period where the kind has several.
    fn of_kind(&self, dossier: &Dossier, out: &mut Diagnostics) -> Result<&LibraryEntry<'a>, Reported> {
        let not_known = || dossier.general().map(drop).expect_err("a kind or a period that is not known was reported");
        let (kind, period) = (dossier.kind().ok_or_else(not_known)?, dossier.period());
        let is_for = |front: &Front| front.is_for(kind, period).ok_or_else(not_known);
        let mut found: Vec<&LibraryEntry> = Vec::new();
        for entry in self.own() {
            match entry.front() {
                Some(front @ Front { kind: Some(_), .. }) => found.extend(is_for(front)?.then_some(entry)),
                // A template whose kind can't be read might be the right one, so no other is chosen.
                _ => entry.report_front(out)?,
            }
        }
        match found.as_slice() {
            [] => {}
            [entry] => return Ok(entry),
            several => {
                let names: Vec<&str> = several.iter().map(|entry| entry.folder.name.as_str()).collect();
                let message = Diagnostic::error("MAU-028").at(dossier.kind_at()).with("kind", kind.name());
                return Err(out.fail(message.with("names", names.join(", ")).with("first", names[0])));
            }
        }
        for entry in self.built_in() {
            if entry.front().map_or(Ok(false), is_for)? {
                return Ok(entry);
            }
        }
        let message = Diagnostic::error("MAU-003").at(dossier.kind_at()).with("kind", kind.name());
        Err(out.fail(message.with("names", self.names().join(", "))))
    }

    /// The names of all templates, each once, the program's first.
    fn names(&self) -> Vec<&'a str> {
        let mut names: Vec<&str> = self.built_in().map(|entry| entry.folder.name.as_str()).collect();
        for entry in self.own().filter(|entry| entry.folder.file(BODY).is_some()) {
            if !names.contains(&entry.folder.name.as_str()) {
                names.push(&entry.folder.name);
            }
        }
        names
    }
}

impl LibraryEntry<'_> {
    fn front(&self) -> Option<&Front> {
        self.front.get_or_init(|| front_of(self.folder, self.origin)).as_ref()
    }

    /// Reports the mistakes in the front matter.
    ///
    /// # Errors
    /// The codes of opening the template, and its mistakes.
    fn report_front(&self, out: &mut Diagnostics) -> Result<(), Reported> {
        let body = &self.prepared(out)?.template().body;
        for fault in body.faults.clone().in_order() {
            out.report(body.source.message(fault));
        }
        out.checkpoint()
    }

    fn prepared(&self, out: &mut Diagnostics) -> Result<&Prepared, Reported> {
        let Opened { messages, prepared } = self.opened.get_or_init(|| {
            let mut own = Diagnostics::new();
            let prepared = template::open(self.folder, self.origin, &mut own).map(Prepared::of).ok();
            Opened { messages: unconcerned(own), prepared }
        });
        for message in messages {
            out.report(message.clone());
        }
        match prepared {
            Some(prepared) => Ok(prepared),
            None => Err(out.checkpoint().expect_err("what can't be read was reported just now")),
        }
    }

    /// For whom it can be written, as it says; else, from the fields that only papers for a village, or for a unit,
    /// have. `None` for all.
    fn readers(&self) -> Option<Vec<Readers>> {
        let front = self.front()?;
        if front.readers.is_some() || self.origin == Origin::BuiltIn {
            return front.readers.clone();
        }
        // A template is checked as a whole only where one of its files names such a field.
        let names = |group: &str| {
            self.folder.files.iter().any(|file| file.bytes.windows(group.len()).any(|part| part == group.as_bytes()))
        };
        let of_fields = [("thon.", "thon", Readers::Villages), ("don_vi.", "don_vi", Readers::Units)];
        let mut of_fields = of_fields.into_iter().filter(|(field, ..)| names(field)).peekable();
        of_fields.peek()?;
        let prepared = self.prepared(&mut Diagnostics::new()).ok()?;
        of_fields.find(|(_, group, _)| prepared.uses_group(group)).map(|(.., readers)| vec![readers])
    }

    fn summary(&self) -> TemplateSummary {
        let front = self.front();
        // A title with fields can't be shown without a workbook.
        let title = front.and_then(|front| front.title.as_ref()).map(|phrase| phrase.text.clone());
        let kind = front.and_then(|front| front.kind);
        TemplateSummary {
            name: self.folder.name.clone(),
            title: title.filter(|text| !text.contains('{')).or(kind.map(|kind| kind.name().to_owned())),
            origin: self.origin,
            kind,
            needs: front.map_or_else(Vec::new, |front| front.needs.clone()),
            recommended: front.map_or_else(Vec::new, |front| front.recommended.clone()),
            periods: front.and_then(|front| front.periods),
            readers: self.readers(),
            only_where: front.and_then(|front| front.only_where),
        }
    }
}

/// A template in the list of templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateSummary {
    /// Its name.
    pub name: String,
    /// The printed title; `None` where its front matter can't be read or the title has fields.
    pub title: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
    /// The kind of document that it is for; `None` where its front matter can't be read.
    pub kind: Option<DocumentKind>,
    /// The parts of the workbook that it needs.
    pub needs: Vec<Need>,
    /// The parts of the workbook that it should have.
    pub recommended: Vec<Need>,
    /// The periods that it is for; `None` for all.
    periods: Option<Periods>,
    /// For whom it can be written; `None` for everyone, each village and each unit.
    pub readers: Option<Vec<Readers>>,
    /// What there must be for a paper to be written; `None` where it is always written.
    pub only_where: Option<OnlyWhere>,
}

impl TemplateSummary {
    /// Whether it is for the period of a workbook.
    #[must_use]
    pub fn fits_period(&self, general: &General) -> bool {
        self.periods.is_none_or(|periods| periods.have(general.period))
    }

    /// Whether it is for everyone, without being asked for: a letter goes to those whom a clerk chooses.
    #[must_use]
    pub fn is_for_everyone(&self) -> bool {
        let is_for_all = self.readers.as_ref().is_none_or(|readers| readers.contains(&Readers::Everyone));
        is_for_all && self.kind != Some(DocumentKind::CongVan) && self.only_where.is_none()
    }

    /// What the workbook lacks for this template. For a document that nobody asked for, recommended parts count too.
    pub fn missing<'a>(&'a self, dossier: &'a Dossier, asked: Asked) -> impl Iterator<Item = Need> + 'a {
        let recommended = self.recommended.iter().filter(move |_| asked == Asked::ByNobody);
        self.needs.iter().chain(recommended).copied().filter(|need| !need.is_met(dossier))
    }
}

/// Whether a document is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The workbook names it.
    ByWorkbook,
    /// It is only possible.
    ByNobody,
}
