//! The pipeline: calls the rooms in order, from workbook bytes to docx bytes.
//!
//! The only module that names every room. Must not use files, the terminal or the clock: bytes and the day are passed
//! in.

mod file_names;
mod fitting;
mod index_entry;
mod left_out;
mod measured;
mod paper_names;
mod papers;
mod requested;
mod selected;
mod selection;
mod unprinted;
mod unread_sheets;
mod workers;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::diag::{Concern, Diagnostic, Diagnostics, Goals, Reported};
use crate::dossier::{self, Dossier, Terms};
use crate::records::{Answers, HeadingAnswers, Records, RowAnswers, SheetAnswers};
use crate::settings::Settings;
use crate::{document, docx, draft, paper, records};
use papers::{FigureMessages, Papers};
use requested::RequestedPaper;
use unprinted::Account;
use unread_sheets::UnreadSheets;

pub use crate::paper::Audiences;
pub use fitting::Occasion;
pub use index_entry::{IndexEntry, UsedTask};
pub use measured::{FigurePicture, Measured, Pictures, figures};
pub use papers::{BuiltDocument, HeldBack};
pub use selection::{NoShard, Selection, Shard, WithoutRows};
pub use unprinted::Unprinted;
pub use workers::Workers;

pub use crate::chart::{PictureMark, mark};
pub use crate::docx::{Fingerprint, fingerprint, sha256, source};
pub use crate::dossier::{Assignment, Completion, Figure, Indicator, Party, Unit, Village, with_decimals};
pub use crate::draft::FigureTable;
use crate::draft::SharedWords;
pub use crate::records::{Ledger, SheetReading, Skipped, Workbook};
pub use crate::templates::{
    LARGEST_TEMPLATE_FILE, Library, Need, Origin, TemplateField, TemplateFile, TemplateFolder, TemplateSummary,
    check_template, template_fields,
};
pub use crate::workbook::{blank, sample};

/// What to build, and with which settings.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// By which templates documents are written.
    pub which: Which<'a>,
    /// For whom they are written.
    pub audiences: Audiences,
    /// Which villages or units of a batch; all of them where a document is for everyone.
    pub selection: Selection<'a>,
    /// The clerk's own templates; empty where there are none.
    pub own_templates: &'a [TemplateFolder],
    /// The day of `--as-of`.
    pub as_of: Option<NaiveDate>,
    /// The settings of the office.
    pub settings: &'a Settings,
}

impl<'a> Order<'a> {
    /// The document that the workbook names, for everyone, by our own templates, on no particular day.
    #[must_use]
    pub fn of_workbook(settings: &'a Settings) -> Self {
        let (which, audiences, selection) = (Which::Workbook, Audiences::Everyone, Selection::default());
        Self { which, audiences, selection, own_templates: &[], as_of: None, settings }
    }
}

/// Which documents of a workbook are written.
#[derive(Clone, Copy, Debug, Default)]
pub enum Which<'a> {
    /// The one that the workbook names.
    #[default]
    Workbook,
    /// One for each of these templates.
    Named(&'a [String]),
    /// One for each template that the workbook has the data for.
    All,
}

/// The result of a build, besides the documents: the rows read, and how many documents were written.
#[derive(Debug, Default)]
pub struct Built {
    /// Every sheet of every workbook, in order.
    pub sheets: Vec<SheetReading>,
    /// Filled columns of the contract that no document prints.
    pub unprinted: Vec<Unprinted>,
    /// How many documents were held back by a mistake.
    pub held_back: usize,
    /// How many documents were written.
    pub written: usize,
}

/// The result of a check: everything that was understood, whatever is wrong.
#[derive(Debug)]
pub struct WorkbookCheck {
    /// Every sheet of every workbook, in order.
    pub sheets: Vec<SheetReading>,
    /// The facts of the rows, as far as they were understood.
    pub dossier: Dossier,
    /// Whether a document can be written from the workbooks as they are.
    pub is_ready: bool,
}

/// Workbooks as they were read: their facts and the messages about them. Any number of checks and builds follow from
/// one reading.
pub struct Facts {
    records: Records,
    dossier: Dossier,
    /// The messages about the rows, in order. Those that concern figures are reported only where figures are made.
    messages: Vec<Diagnostic>,
    /// The sheets that were not read completely.
    unread: UnreadSheets,
    /// The filled columns, to find those that no document prints.
    account: Account,
    /// The names of the workbooks as a document carries them.
    source: String,
    /// Whether every file was understood. If not, every check would miss the rows of the other files.
    is_whole: bool,
}

/// Whether every template asked for by name can be written for those it is asked for. Nothing of the workbooks is needed.
///
/// # Errors
/// `CD-021` for each that can't.
pub fn check_readers(order: &Order, out: &mut Diagnostics) -> Result<(), Reported> {
    requested::check_readers(order, &Library::of(order.own_templates), out)
}

/// Reads the workbooks of one cycle. The messages about reading are in `out`; those about the facts follow with a check
/// or a build. The order counts only with the day and the settings.
pub fn facts(workbooks: &[Workbook], order: &Order, out: &mut Diagnostics) -> Facts {
    let headings = HeadingAnswers(order.settings.headings.clone());
    let sheets = SheetAnswers(order.settings.sheets.clone());
    let rows = RowAnswers { struck_rows: order.settings.struck_rows, groups: order.settings.groups.clone() };
    let answers = Answers { headings, sheets, rows };
    let before = out.messages().len();
    let mut records = records::read(workbooks, &answers, out);
    let unread = UnreadSheets::of(&records, &out.messages()[before..]);
    let is_whole = workbooks.iter().all(|workbook| records.is_understood(workbook.name));
    let mut own = Diagnostics::after(out);
    let dossier = dossier::check(&records, &Terms { settings: order.settings, as_of: order.as_of }, &mut own);
    // Where a file was not understood, its own message is enough: other checks would only report its rows as missing.
    let messages = if is_whole { own.into_messages() } else { Vec::new() };
    let account = Account::of(&records);
    // The rows are needed no longer: thousands of them should not stay in memory while papers are made.
    records.rows.clear();
    let source = source_name(workbooks.iter().map(|workbook| workbook.name));
    Facts { records, dossier, messages, unread, account, source, is_whole }
}

/// Reads and checks the workbooks of one cycle, up to the wording of its paper. All mistakes are in `out`, each with
/// its row. An error that holds back nothing that was asked for is lowered to a note or a warning.
pub fn check(workbooks: &[Workbook], order: &Order, out: &mut Diagnostics) -> WorkbookCheck {
    let facts = facts(workbooks, order, out);
    let is_ready = facts.check(order, out);
    WorkbookCheck { is_ready, dossier: facts.dossier, sheets: facts.records.sheets }
}

/// Builds the papers of one cycle, in the order requested, and hands on each as soon as it is written or held back. All
/// mistakes are in `out`, each with its row. A mistake in the shared facts stops all papers; a mistake in one paper holds
/// back that paper.
pub fn build(
    workbooks: &[Workbook],
    order: &Order,
    out: &mut Diagnostics,
    hand_on: &mut dyn FnMut(Result<BuiltDocument, HeldBack>),
) -> Built {
    let facts = facts(workbooks, order, out);
    let built = facts.build(order, out, hand_on);
    Built { sheets: facts.records.sheets, ..built }
}

impl Facts {
    /// Every sheet of every workbook, in order.
    #[must_use]
    pub fn sheets(&self) -> &[SheetReading] {
        &self.records.sheets
    }

    /// Whether a document can be written. All messages are in `out`, which must hold those about reading.
    pub fn check(&self, order: &Order, out: &mut Diagnostics) -> bool {
        let is_bare = self.dossier.is_bare_register();
        let (mut goals, mut has_paper, mut prints_figures) =
            (Goals { papers: !is_bare, figures: is_bare }, false, false);
        out.report_all(self.messages.iter().cloned());
        if self.is_whole && is_bare {
            paper::check_rows(&self.dossier, out);
        } else if self.is_whole {
            let (library, shared) = (Library::of(order.own_templates), SharedWords::of(&self.dossier));
            let mut papers = self.papers((&library, &shared), order, FigureMessages::Reported, out);
            let worded = papers.word(&RequestedPaper::default(), out);
            (has_paper, prints_figures) = (worded.is_ok(), papers.prints_figures());
            goals.figures = prints_figures;
            papers.finish(out);
        }
        if !prints_figures && self.is_whole {
            out.report_all(self.dossier.unread().iter().cloned());
        }
        out.downgrade(goals);
        fill_excerpts(&self.records, out);
        has_paper && out.checkpoint().is_ok()
    }

    /// Builds the papers as [`build`] does. All messages are in `out`, which must hold those about reading. The sheets
    /// are left out of the result.
    pub fn build(
        &self,
        order: &Order,
        out: &mut Diagnostics,
        hand_on: &mut dyn FnMut(Result<BuiltDocument, HeldBack>),
    ) -> Built {
        let alone = Workers { count: 1, begin: &|_| (), finish: &|document| document, is_stopped: &|| false };
        self.build_by(&alone, order, out, hand_on)
    }

    /// Builds the papers as [`Facts::build`] does, each finished by one of several workers. What they return is handed on
    /// in the order requested. The papers are the same for any number of workers.
    pub fn build_by<T: Send>(
        &self,
        workers: &Workers<T>,
        order: &Order,
        out: &mut Diagnostics,
        hand_on: &mut dyn FnMut(Result<T, HeldBack>),
    ) -> Built {
        let is_of_figures = |message: &&Diagnostic| message.concern == Some(Concern::Figures);
        out.report_all(self.messages.iter().filter(|message| !is_of_figures(message)).cloned());
        let mut built = Built::default();
        if self.is_whole && self.dossier.is_bare_register() {
            paper::check_rows(&self.dossier, out);
        } else if self.is_whole {
            let (library, shared) = (Library::of(order.own_templates), SharedWords::of(&self.dossier));
            let mut papers = self.papers((&library, &shared), order, FigureMessages::Deferred, out);
            let requested = papers.requested(out);
            (workers.begin)(requested.len());
            let mut worded = requested.iter().map(|requested| papers.word(requested, out));
            workers.run(&mut worded, &self.source, &mut |paper| {
                *(if paper.is_ok() { &mut built.written } else { &mut built.held_back }) += 1;
                hand_on(paper);
            });
            drop(worded);
            papers.finish(out);
            if built.written > 0 {
                built.unprinted = self.account.unprinted(&papers.printed);
            }
        }
        fill_excerpts(&self.records, out);
        built
    }

    fn papers<'a>(
        &'a self,
        (library, shared): (&'a Library<'a>, &'a SharedWords),
        order: &'a Order<'a>,
        figure_messages: FigureMessages,
        out: &Diagnostics,
    ) -> Papers<'a> {
        Papers::of((&self.dossier, library, shared), order, (&self.messages, &self.unread), figure_messages, out)
    }
}

/// The names of workbooks as the documents made from them carry them, whatever their order.
pub fn source_name<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: BTreeSet<&str> = names.collect();
    names.into_iter().collect::<Vec<_>>().join("; ")
}

/// Adds to each message the row that it points at.
fn fill_excerpts(records: &Records, out: &mut Diagnostics) {
    for message in out.messages_mut() {
        if message.excerpt.is_none() {
            message.excerpt = records.excerpt(&message.place);
        }
    }
}
