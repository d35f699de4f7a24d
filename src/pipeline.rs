//! The corridor: the rooms in order, from workbook bytes to docx bytes.
//!
//! The only file that names every room. Knows no file, terminal or clock: bytes and the day are given to it.

mod measured;
mod papers;
mod unprinted;

use chrono::NaiveDate;

use crate::diag::{Concern, Diagnostic, Diagnostics, Goals};
use crate::dossier::{self, Dossier, Terms};
use crate::records::{HeadingAnswers, Records};
use crate::settings::Settings;
use crate::{document, docx, draft, paper, records};
use papers::{FigureMessages, Papers};
use unprinted::Account;

pub use measured::{FigurePicture, Measured, Pictures, figures};
pub use papers::{BuiltDocument, HeldBack};
pub use unprinted::Unprinted;

pub use crate::chart::{PictureMark, mark};
pub use crate::docx::{Fingerprint, fingerprint, sha256};
pub use crate::dossier::{Assignment, Completion, Figure, Indicator, Party, Unit, Village, with_decimals};
pub use crate::draft::FigureTable;
use crate::draft::SharedWords;
pub use crate::records::{Ledger, SheetReading, Skipped, Workbook};
pub use crate::templates::{
    Library, Need, Origin, TemplateField, TemplateFile, TemplateFolder, TemplateSummary, check_template,
    template_fields,
};
pub use crate::workbook::{blank, sample};

/// What to build, and by which house style.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// Which documents are written.
    pub which: Which<'a>,
    /// The clerk's own templates; empty where there are none.
    pub own_templates: &'a [TemplateFolder],
    /// The day of `--as-of`.
    pub as_of: Option<NaiveDate>,
    /// The house style of the office.
    pub settings: &'a Settings,
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

/// What came of a build beside the documents: the account of what was read, and what was held back.
#[derive(Debug, Default)]
pub struct Built {
    /// Every sheet of every workbook, in order.
    pub sheets: Vec<SheetReading>,
    /// Filled columns of the contract that no document prints.
    pub unprinted: Vec<Unprinted>,
    /// The documents that a mistake of their own held back, in the order asked for; none where a mistake in what all share
    /// stopped every one.
    pub held_back: Vec<HeldBack>,
    /// How many documents were written.
    pub written: usize,
}

/// What came of a check: all that was understood, whatever is wrong.
#[derive(Debug)]
pub struct WorkbookCheck {
    /// Every sheet of every workbook, in order.
    pub sheets: Vec<SheetReading>,
    /// The facts of the rows, as far as they were understood.
    pub dossier: Dossier,
    /// Whether a document can be written from the workbooks as they are.
    pub is_ready: bool,
}

/// The facts of the workbooks and what is said of them.
struct Facts {
    records: Records,
    dossier: Dossier,
    /// What is said of the rows, in order; what concerns figures among it is for whoever makes some.
    said: Vec<Diagnostic>,
    /// Whether every file was understood: what is in one that was not would be missed by every check.
    is_whole: bool,
}

fn facts(workbooks: &[Workbook], order: &Order, out: &mut Diagnostics) -> Facts {
    let answers = HeadingAnswers(order.settings.headings.clone());
    let records = records::read(workbooks, &answers, out);
    let is_whole = workbooks.iter().all(|workbook| records.is_understood(workbook.name));
    let mut own = Diagnostics::after(out);
    let dossier = dossier::check(&records, &Terms { settings: order.settings, as_of: order.as_of }, &mut own);
    // The message of a file that was not understood is enough: what else is missed is missed because of it.
    let said = if is_whole { own.into_messages() } else { Vec::new() };
    Facts { records, dossier, said, is_whole }
}

/// Reads and checks the workbooks of one cycle, up to the wording of its paper. All mistakes are in `out`, each with its
/// row; an error that holds back nothing asked for has the weight of a note or a warning.
pub fn check(workbooks: &[Workbook], order: &Order, out: &mut Diagnostics) -> WorkbookCheck {
    let Facts { records, dossier, said, is_whole } = facts(workbooks, order, out);
    let is_bare = dossier.is_bare_register();
    let (mut asked, mut has_paper, mut prints_figures) = (Goals { papers: !is_bare, figures: is_bare }, false, false);
    out.report_all(said.iter().cloned());
    if is_whole && is_bare {
        paper::check_rows(&dossier, None, out);
    } else if is_whole {
        let (library, shared) = (Library::of(order.own_templates), SharedWords::of(&dossier));
        let mut papers = Papers::of((&dossier, &library, &shared), order, &said, FigureMessages::Reported, out);
        let worded = papers.word(None, out);
        (has_paper, prints_figures) = (worded.is_ok(), papers.prints_figures());
        asked.figures = prints_figures;
        papers.finish(out);
    }
    if !prints_figures && is_whole {
        out.report_all(dossier.unread().iter().cloned());
    }
    out.weigh(asked);
    fill_excerpts(&records, out);
    WorkbookCheck { is_ready: has_paper && out.checkpoint().is_ok(), dossier, sheets: records.sheets }
}

/// Gives each message the row that it points at.
fn fill_excerpts(records: &Records, out: &mut Diagnostics) {
    for message in out.messages_mut() {
        if message.excerpt.is_none() {
            message.excerpt = records.excerpt(&message.place);
        }
    }
}

/// Builds the papers of one cycle and hands each on as soon as it is written. All mistakes are in `out`, each with its row:
/// one in what all papers share stops all, one in a paper's own holds back that paper.
pub fn build(
    workbooks: &[Workbook],
    order: &Order,
    out: &mut Diagnostics,
    hand_on: &mut dyn FnMut(BuiltDocument),
) -> Built {
    let Facts { mut records, dossier, said, is_whole } = facts(workbooks, order, out);
    let account = Account::of(&records);
    // The rows have said all they have to say: thousands of them need not be held while papers are made.
    records.rows.clear();
    let is_of_figures = |message: &&Diagnostic| message.concern == Some(Concern::Figures);
    out.report_all(said.iter().filter(|message| !is_of_figures(message)).cloned());
    let mut built = Built::default();
    if is_whole && dossier.is_bare_register() {
        paper::check_rows(&dossier, None, out);
    } else if is_whole {
        let (library, shared) = (Library::of(order.own_templates), SharedWords::of(&dossier));
        let mut papers = Papers::of((&dossier, &library, &shared), order, &said, FigureMessages::Deferred, out);
        let mut writer = docx::Writer::default();
        for template in papers.asked_for(out) {
            match papers.word(template.as_deref(), out) {
                Ok(worded) => {
                    hand_on(worded.written(&mut writer));
                    built.written += 1;
                }
                Err(held_back) => built.held_back.push(held_back),
            }
        }
        papers.finish(out);
        if built.written > 0 {
            built.unprinted = account.unprinted(&papers.printed);
        }
    }
    fill_excerpts(&records, out);
    built.sheets = records.sheets;
    built
}
