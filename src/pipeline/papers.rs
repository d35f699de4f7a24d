//! The papers of one cycle: which are requested, the messages about each, and their file names.
//!
//! Owns the loop over the requested papers, one at a time. Must not know what a paper says: `draft` words it,
//! `document` and `docx` make the file. A mistake in one paper holds back only that one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::file_names::{self, FileNames, NamedBy};
use super::index_entry::{self, IndexEntry, UsedTask};
use super::left_out::LeftOut;
use super::paper_names::{PaperNames, PaperSet};
use super::requested::{self, RequestedPaper, RequestedPapers};
use super::unread_sheets::UnreadSheets;
use super::{Order, document, docx, draft, paper};
use crate::diag::{Concern, Diagnostic, Diagnostics, Place, Severity};
use crate::document::Document;
use crate::dossier::Dossier;
use crate::draft::{Draft, SharedWords, Worded};
use crate::kept::KeptResults;
use crate::paper::{Audiences, MessageCount, PaperRequest, PreparedFacts, RowMessages};
use crate::templates::{ChosenTemplate, Library, Need};
use crate::vietnamese::fold;

/// A finished document.
#[derive(Debug)]
pub struct BuiltDocument {
    /// A readable file name, without folder and extension.
    pub name: String,
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// How it looks.
    pub layout: Document,
    /// The codes of the tasks in it, in order; tasks without one are left out.
    pub assignments: Vec<String>,
    /// The template's name.
    pub template: String,
    /// The village or unit that it is for; `None` for everyone.
    pub unit: Option<String>,
    /// How many warnings are about it: its own, and those about the facts that all papers share.
    pub warnings: usize,
    /// What the index of a batch says of it.
    pub entry: IndexEntry,
}

/// A document that was not written because of a mistake of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBack {
    /// The template requested; `None` where the workbook chooses it.
    pub template: Option<String>,
    /// The village or unit that it is for; `None` for everyone.
    pub unit: Option<String>,
    /// How many warnings are about it.
    pub warnings: usize,
}

/// The parts of the workbook that the papers so far print.
#[derive(Debug, Default)]
pub(super) struct PrintedParts {
    /// Columns and items that a template uses.
    pub(super) needs: BTreeSet<Need>,
    /// The lines of Nơi nhận, folded.
    pub(super) recipients: BTreeSet<String>,
    /// Whether a paper has addressees.
    pub(super) has_addressees: bool,
}

/// Whether messages about figures are already reported, or deferred until a paper prints figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureMessages {
    /// They are reported.
    Reported,
    /// They are deferred.
    Deferred,
}

/// The papers of one run.
pub(super) struct Papers<'a> {
    dossier: &'a Dossier,
    library: &'a Library<'a>,
    shared: &'a SharedWords,
    order: &'a Order<'a>,
    prepared: PreparedFacts,
    /// The messages about the rows.
    row_messages: &'a [Diagnostic],
    /// The sheets that were not read completely.
    unread: &'a UnreadSheets,
    figure_messages: FigureMessages,
    /// What was reported about the facts, by audience.
    reported_rows: RowMessages,
    /// The messages that concern figures.
    about_figures: MessageCount,
    /// How messages name the papers requested.
    paper_names: PaperNames,
    /// How many papers were begun.
    begun: usize,
    /// The papers that print figures.
    with_figures: PapersWithFigures,
    names: FileNames,
    /// The messages of single papers so far, each with its index among all messages and the papers that it is about.
    reported: BTreeMap<MessageKey, (usize, PaperSet)>,
    /// The parts of the workbook that the papers leave out.
    left_out: LeftOut,
    /// The parts of the workbook printed so far.
    pub(super) printed: PrintedParts,
    /// Lines of Nơi nhận that are among them.
    noted_recipients: KeptResults<(), ()>,
}

/// The papers that print figures, and the messages about figures.
#[derive(Debug, Default)]
struct PapersWithFigures {
    papers: PaperSet,
    /// Where the deferred messages are among all messages.
    messages: Range<usize>,
}

/// What identifies a message: two messages with the same key are the same.
type MessageKey = (&'static str, Severity, Option<&'static str>, Place, Vec<(&'static str, String)>);

/// A paper that is worded but not yet written to a file.
pub(super) struct WordedPaper {
    name: String,
    draft: Draft,
    assignments: Vec<String>,
    template: String,
    unit: Option<String>,
    warnings: usize,
    entry: IndexEntry,
}

impl WordedPaper {
    /// Makes the file.
    pub(super) fn written(self, writer: &mut docx::Writer, source: &str) -> BuiltDocument {
        let Self { name, draft, assignments, template, unit, warnings, entry } = self;
        let mut layout = document::lay_out(draft);
        source.clone_into(&mut layout.properties.source);
        let bytes = writer.write(&layout);
        BuiltDocument { name, bytes, layout, assignments, template, unit, warnings, entry }
    }
}

impl<'a> Papers<'a> {
    /// Starts without a paper. The messages about the rows must be in `out` already, except those about figures where
    /// they are deferred.
    pub(super) fn of(
        (dossier, library, shared): (&'a Dossier, &'a Library<'a>, &'a SharedWords),
        order: &'a Order<'a>,
        (row_messages, unread): (&'a [Diagnostic], &'a UnreadSheets),
        figure_messages: FigureMessages,
        out: &Diagnostics,
    ) -> Self {
        let prepared = match order.audiences {
            Audiences::Everyone => PreparedFacts::default(),
            Audiences::EachVillage | Audiences::EachUnit => PreparedFacts::of(dossier),
        };
        Self {
            dossier,
            library,
            shared,
            order,
            reported_rows: RowMessages::of(out, order.audiences, dossier, prepared.index()),
            about_figures: about_figures(row_messages),
            prepared,
            row_messages,
            unread,
            figure_messages,
            paper_names: PaperNames::default(),
            begun: 0,
            with_figures: PapersWithFigures::default(),
            names: FileNames::of(dossier),
            reported: BTreeMap::new(),
            left_out: LeftOut::default(),
            printed: PrintedParts::default(),
            noted_recipients: KeptResults::default(),
        }
    }

    /// Whether a paper made so far prints figures.
    pub(super) fn prints_figures(&self) -> bool {
        self.with_figures.papers.len() > 0
    }

    /// The requested papers, in order.
    pub(super) fn requested(&mut self, out: &mut Diagnostics) -> Vec<RequestedPaper<'a>> {
        let is_stopped = self.reported_rows.holds_back_all(self.order.audiences);
        let RequestedPapers { papers, batch } =
            requested::papers(self.order, (self.dossier, self.prepared.index()), self.library, is_stopped, out);
        self.paper_names = PaperNames::of(&papers);
        self.names.batch = batch;
        papers
    }

    /// Words one paper.
    ///
    /// # Errors
    /// Where a mistake in the shared facts or in this paper stops it; `out` has the message.
    pub(super) fn word(&mut self, asked: &RequestedPaper, out: &mut Diagnostics) -> Result<WordedPaper, HeldBack> {
        let mut own = Diagnostics::new();
        let Attempt { prints_figures, worded } = own.within(Concern::Paper, |own| self.attempt(asked, own, out));
        let about_figures = if prints_figures { self.about_figures.warnings } else { 0 };
        let about_rows = self.reported_rows.about(asked.audience, prints_figures).warnings;
        let mut warnings = about_rows + about_figures + own.count(Severity::Warning);
        let unit = asked.audience.name().map(str::to_owned);
        self.report(own, out);
        self.begun += 1;
        let Some((Worded { draft, template, printed, unprinted }, tasks)) = worded else {
            return Err(HeldBack { template: asked.template.clone(), unit, warnings });
        };
        warnings += unprinted.iter().filter(|message| message.severity == Severity::Warning).count();
        self.note_printed(&draft, printed, unprinted);
        let name = self.name(&draft, &template, asked);
        let assignments = tasks.iter().filter_map(|task| task.code.clone()).collect();
        let entry = IndexEntry::of(&draft, tasks);
        Ok(WordedPaper { name, draft, assignments, template, unit, warnings, entry })
    }

    /// Chooses the template, makes the paper and words it. Where a mistake prevents that, what the template certainly asks
    /// for is reported all the same.
    fn attempt(&mut self, asked: &RequestedPaper, own: &mut Diagnostics, out: &mut Diagnostics) -> Attempt {
        let Order { settings, .. } = *self.order;
        let Self { dossier, library, shared, .. } = *self;
        let mut of_choice = Diagnostics::new();
        let chosen = library.choose(asked.template.as_deref(), dossier, &mut of_choice).ok();
        let prints_figures = match &chosen {
            Some(chosen) => chosen.prints_figures(shared.parts()),
            None => asked.template.is_none() && library.surely_prints_figures(dossier, shared.parts()),
        };
        if prints_figures {
            self.report_figure_messages(out);
        }
        let kind = chosen.map_or(dossier.kind(), |chosen| chosen.kind(dossier));
        let request = kind.map(|kind| PaperRequest {
            kind,
            has_table: chosen.as_ref().is_some_and(ChosenTemplate::has_table),
            charts: settings.report_charts,
            audience: asked.audience,
        });
        let made = if let Some(request) = request {
            paper::paper(dossier, &self.prepared, request, own).ok()
        } else {
            paper::check_rows(dossier, own);
            None
        };
        of_choice.into_messages().into_iter().for_each(|message| own.report(Diagnostic { concern: None, ..message }));
        let is_stopped = self.reported_rows.about(asked.audience, prints_figures).holds_back
            || prints_figures && self.about_figures.holds_back;
        let worded = match (chosen, made.filter(|_| !is_stopped)) {
            (Some(chosen), Some(paper)) => draft::render(paper, chosen, shared, settings, own)
                .ok()
                .filter(|_| own.checkpoint().is_ok())
                .map(|worded| (worded, index_entry::tasks(paper))),
            (Some(chosen), None) => {
                if let Some(kind) = kind {
                    let is_certain = |need| self.is_certain(need);
                    draft::report_foreseeable(dossier, kind, chosen, shared, is_certain, own);
                }
                None
            }
            (None, _) => None,
        };
        Attempt { prints_figures, worded }
    }

    /// Whether a part of the workbook is certainly missing where it was not found.
    fn is_certain(&self, need: Need) -> bool {
        let may_be_there = matches!(need, Need::Item(_)) && self.dossier.may_have_more_items();
        !self.unread.contain(need.sheet()) && !may_be_there
    }

    /// Notes that a paper prints figures; the first one reports the deferred messages.
    fn report_figure_messages(&mut self, out: &mut Diagnostics) {
        self.with_figures.papers.add(self.begun);
        if std::mem::replace(&mut self.figure_messages, FigureMessages::Reported) == FigureMessages::Deferred {
            let of_figures = self.row_messages.iter().filter(|message| message.concern == Some(Concern::Figures));
            let first = out.messages().len();
            out.report_all(of_figures.cloned());
            self.with_figures.messages = first..out.messages().len();
        }
    }

    /// Reports the messages about the paper begun. A message that an earlier paper had too is reported once.
    fn report(&mut self, own: Diagnostics, out: &mut Diagnostics) {
        for message in own.into_messages() {
            let key = (message.code, message.severity, message.hint, message.place.clone(), message.arguments.clone());
            if let Some((_, papers)) = self.reported.get_mut(&key) {
                papers.add(self.begun);
                continue;
            }
            let mut papers = PaperSet::default();
            papers.add(self.begun);
            self.reported.insert(key, (out.messages().len(), papers));
            out.report(message);
        }
    }

    /// Records which parts of the workbook a paper prints, and which it leaves out.
    fn note_printed(&mut self, draft: &Draft, printed: BTreeSet<Need>, unprinted: Vec<Diagnostic>) {
        self.printed.needs.extend(printed);
        for line in &draft.recipients {
            // Most papers of a batch have the same lines.
            if self.noted_recipients.known(line, &()).is_none() {
                self.printed.recipients.insert(fold::key(line));
                if self.noted_recipients.comes_again(line) {
                    self.noted_recipients.keep(line, (), ());
                }
            }
        }
        self.printed.has_addressees |= !draft.addressees.is_empty();
        self.left_out.add(unprinted);
    }

    /// Reports the parts of the workbook that no paper prints, and names in each message the papers that it is about,
    /// unless these are all.
    pub(super) fn finish(&mut self, out: &mut Diagnostics) {
        let PapersWithFigures { papers, messages } = std::mem::take(&mut self.with_figures);
        // Every paper with figures is about every row.
        if papers.len() == 0 {
            for (place, names) in self.reported_rows.errors_of_some() {
                out.messages_mut()[*place].papers = names.iter().map(|name| name.as_str().into()).collect();
            }
        }
        if papers.len() < self.begun {
            let names = self.paper_names.names(&papers);
            for message in &mut out.messages_mut()[messages] {
                message.papers.clone_from(&names);
            }
        }
        for (place, papers) in std::mem::take(&mut self.reported).into_values() {
            out.messages_mut()[place].papers = self.paper_names.names(&papers);
        }
        out.report_all(std::mem::take(&mut self.left_out).everywhere());
    }

    /// The name of a paper's file.
    fn name(&mut self, draft: &Draft, template: &str, asked: &RequestedPaper) -> String {
        let Self { dossier, library, order, .. } = *self;
        let distinction = || {
            let own = requested::own_template(dossier, library);
            file_names::distinction(template, own, library, dossier)
        };
        let unit = asked.audience.name().map(|name| (asked.number, name));
        let paper = NamedBy { title: &draft.title, subject: &draft.subject, template, unit };
        self.names.name(order.settings, paper, distinction)
    }
}

/// The result of making one paper.
struct Attempt {
    /// Whether the paper prints figures.
    prints_figures: bool,
    /// Its wording and its tasks; `None` where a mistake holds it back.
    worded: Option<(Worded, Vec<UsedTask>)>,
}

/// The messages about rows that concern figures.
fn about_figures(row_messages: &[Diagnostic]) -> MessageCount {
    let mut count = MessageCount::default();
    let of_figures = row_messages.iter().filter(|message| message.concern == Some(Concern::Figures));
    of_figures.for_each(|message| count.add(message));
    count
}
