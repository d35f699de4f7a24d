//! The corridor: the five rooms in order, from workbook bytes to docx bytes.
//!
//! The only file that names every room. Knows no file, terminal or clock: bytes and the day are given to it.

mod documents;
mod measured;
mod unprinted;

use chrono::NaiveDate;

use crate::contract::SheetKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Severity};
use crate::dossier::{self, Survey};
use crate::records::{HeadingAnswers, Records};
use crate::settings::Settings;
use crate::{document, docx, draft, records};

pub use documents::BuiltDocument;
pub use measured::{FigurePicture, Measured, Pictures, figures};
pub use unprinted::Unprinted;

pub use crate::chart::{PictureMark, mark};
pub use crate::docx::{Fingerprint, fingerprint, sha256};
pub use crate::dossier::{Assignment, Completion, Figure, Indicator, Party, Unit, Village, with_decimals};
pub use crate::draft::FigureTable;
pub use crate::records::{Ledger, SheetReading, Skipped, Workbook};
pub use crate::templates::{
    Need, Origin, TemplateField, TemplateFile, TemplateFolder, TemplateSummary, check_template, template_fields,
    template_named, templates,
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

/// What came of a build: the account of what was read, and the documents unless an error was reported.
#[derive(Debug)]
pub struct Built {
    /// Every sheet of every workbook, in order.
    pub sheets: Vec<SheetReading>,
    /// Filled columns of the contract that no document prints.
    pub unprinted: Vec<Unprinted>,
    /// The documents, in the order asked for; none where an error was reported.
    pub documents: Vec<BuiltDocument>,
}

/// What came of a check: all that was understood, whatever is wrong.
#[derive(Debug)]
pub struct Checked {
    /// Every sheet of every workbook, in order.
    pub sheets: Vec<SheetReading>,
    /// The facts of the rows, as far as they were understood.
    pub survey: Survey,
    /// Whether a document can be written from the workbooks as they are.
    pub is_ready: bool,
}

/// Messages about what only a document needs. A register alone is checked without them: they are notes there.
const NEEDED_BY_A_DOCUMENT: [&str; 8] =
    ["HS-001", "HS-002", "HS-012", "HS-024", "HS-062", "MAU-003", "VB-001", "VB-010"];

/// Reads and checks the workbooks of one dossier, up to the wording of its document. All mistakes are in `out`, each
/// with its row.
pub fn check(workbooks: &[Workbook], order: &Order, out: &mut Diagnostics) -> Checked {
    let records = read(workbooks, order, out);
    let is_whole = workbooks.iter().all(|workbook| records.has_read(workbook.name));
    let terms = documents::terms(order);
    let told = out.messages().len();
    let survey = dossier::survey(&records, &terms, out);
    if !is_whole {
        // What is in a file that was refused whole is missed by every check: its own message is enough.
        out.forget_from(told);
    }
    let worded = survey.dossier.as_ref().ok().filter(|_| is_whole).map(|dossier| documents::word(dossier, order, out));
    ask_for_no_document(out);
    fill_excerpts(&records, out);
    Checked { is_ready: matches!(worded, Some(Ok(_))), survey, sheets: records.sheets }
}

/// What only a document needs is worth a note where none is asked for.
fn ask_for_no_document(out: &mut Diagnostics) {
    for message in out.messages_mut() {
        if message.severity == Severity::Error && NEEDED_BY_A_DOCUMENT.contains(&message.code) {
            message.severity = Severity::Note;
        }
    }
}

fn read(workbooks: &[Workbook], order: &Order, out: &mut Diagnostics) -> Records {
    let answers = HeadingAnswers(order.settings.headings.clone());
    records::read(workbooks, &answers, out)
}

/// Gives each message the row that it points at.
fn fill_excerpts(records: &Records, out: &mut Diagnostics) {
    for message in out.messages_mut() {
        if message.excerpt.is_none() {
            message.excerpt = records.excerpt(&message.place);
        }
    }
}

/// Builds the documents of one dossier. All mistakes are in `out`, each with its row.
pub fn build(workbooks: &[Workbook], order: &Order, out: &mut Diagnostics) -> Built {
    let records = read(workbooks, order, out);
    // A file that was refused whole would be missed by every check: its own message is enough.
    let is_whole = workbooks.iter().all(|workbook| records.has_read(workbook.name));
    let worded = if is_whole { documents::worded(&records, order, out) } else { Ok(Vec::new()) };
    let worded = worded.unwrap_or_default();
    if worded.is_empty() && out.checkpoint().is_ok() {
        // A workbook of charts alone has nothing to read and nothing to refuse.
        let file = workbooks.first().map_or("", |workbook| workbook.name);
        let message = Diagnostic::error("HS-001").at(&Place::file(file));
        out.report(message.with("sheet", SheetKind::General.title()));
    }
    fill_excerpts(&records, out);
    let unprinted = unprinted::gather(&records, &worded);
    // The rows have said all they have to say: thousands of them need not be held while the files are made.
    let sheets = records.sheets;
    drop((records.rows, records.shown));
    Built { sheets, unprinted, documents: documents::written(worded) }
}
