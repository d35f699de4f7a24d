//! The corridor: the five rooms in order, from workbook bytes to docx bytes.
//!
//! The only file that names every room. Knows no file, terminal or clock: bytes and the day are given to it.

use chrono::NaiveDate;

use crate::contract::{Field, GeneralKey, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place, Reported, Severity};
use crate::dossier::{self, Dossier, Survey, Terms};
use crate::draft::{self, Draft, Worded, Wording};
use crate::records::{HeadingAnswers, Record, Records};
use crate::settings::Settings;
use crate::vietnamese::{fold, text};
use crate::{document, docx, records};

pub use crate::docx::{Seal, seal, sha256};
pub use crate::dossier::{Assignment, Completion, Indicator, Party, Unit, Village, with_decimals};
pub use crate::draft::{
    Origin, TemplateField, TemplateFile, TemplateFolder, TemplateSummary, check_template, template_fields,
    template_named, templates,
};
pub use crate::records::{Ledger, SheetReading, Skipped, Workbook};
pub use crate::workbook::{blank, sample};

/// What to build, and by which house style.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The template asked for; `None` leaves the choice to the workbook.
    pub template: Option<&'a str>,
    /// The clerk's own templates; empty where there are none.
    pub own_templates: &'a [TemplateFolder],
    /// The day of `--as-of`.
    pub as_of: Option<NaiveDate>,
    /// The house style of the office.
    pub settings: &'a Settings,
}

/// What came of a build: the account of what was read, and the document unless an error was reported.
#[derive(Debug)]
pub struct Built {
    /// Every sheet of every workbook, in order.
    pub sheets: Vec<SheetReading>,
    /// Filled columns of the contract that the document prints nowhere.
    pub unprinted: Vec<Unprinted>,
    /// The document; `None` where an error was reported.
    pub document: Option<BuiltDocument>,
}

/// A column that was read and is printed nowhere in this document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unprinted {
    /// The sheet's place.
    pub at: Place,
    /// Headings, as in the contract.
    pub headings: Vec<&'static str>,
}

/// A finished document.
#[derive(Debug)]
pub struct BuiltDocument {
    /// The name a person would give it, without folder and extension.
    pub name: String,
    /// Its file.
    pub bytes: Vec<u8>,
    /// What it says.
    pub draft: Draft,
    /// The codes of the tasks in it, in order; tasks without one are left out.
    pub assignments: Vec<String>,
    /// The template's name.
    pub template: String,
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
const NEEDED_BY_A_DOCUMENT: [&str; 6] = ["HS-001", "HS-002", "HS-012", "HS-024", "MAU-003", "VB-001"];

/// Reads and checks the workbooks of one dossier, up to the wording of its document. All mistakes are in `out`, each
/// with its row.
pub fn check(workbooks: &[Workbook], order: &Order, out: &mut Diagnostics) -> Checked {
    let records = read(workbooks, order, out);
    let is_whole = workbooks.iter().all(|workbook| records.has_read(workbook.name));
    let terms = Terms { settings: order.settings, as_of: order.as_of };
    let told = out.messages().len();
    let survey = dossier::survey(&records, &terms, out);
    if !is_whole {
        // What is in a file that was refused whole is missed by every check: its own message is enough.
        out.forget_from(told);
    }
    let wording = Wording { template: order.template, own_templates: order.own_templates, settings: order.settings };
    let worded = survey.dossier.as_ref().ok().filter(|_| is_whole).map(|dossier| draft::render(dossier, &wording, out));
    for message in out.messages_mut() {
        if message.severity == Severity::Error && NEEDED_BY_A_DOCUMENT.contains(&message.code) {
            message.severity = Severity::Note;
        }
    }
    fill_excerpts(&records, out);
    Checked { is_ready: matches!(worded, Some(Ok(_))), survey, sheets: records.sheets }
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

/// Builds one document from the workbooks of one dossier. All mistakes are in `out`, each with its row.
pub fn build(workbooks: &[Workbook], order: &Order, out: &mut Diagnostics) -> Built {
    let records = read(workbooks, order, out);
    // A file that was refused whole would be missed by every check: its own message is enough.
    let is_whole = workbooks.iter().all(|workbook| records.has_read(workbook.name));
    let document = if is_whole { document(&records, order, out).ok() } else { None };
    if document.is_none() && out.checkpoint().is_ok() {
        // A workbook of charts alone has nothing to read and nothing to refuse.
        let file = workbooks.first().map_or("", |workbook| workbook.name);
        let message = Diagnostic::error("HS-001").at(&Place::file(file));
        out.report(message.with("sheet", SheetKind::General.title()));
    }
    fill_excerpts(&records, out);
    Built { unprinted: unprinted(&records), document, sheets: records.sheets }
}

fn document(records: &Records, order: &Order, out: &mut Diagnostics) -> Result<BuiltDocument, Reported> {
    let terms = Terms { settings: order.settings, as_of: order.as_of };
    let dossier = dossier::check(records, &terms, out)?;
    let wording = Wording { template: order.template, own_templates: order.own_templates, settings: order.settings };
    let Worded { draft, template } = draft::render(&dossier, &wording, out)?;
    let bytes = docx::write(&document::lay_out(&draft));
    Ok(BuiltDocument {
        name: name(&dossier, &draft, order.settings),
        bytes,
        assignments: codes(&dossier),
        template,
        draft,
    })
}

fn codes(dossier: &Dossier) -> Vec<String> {
    dossier.assignments().iter().filter_map(|task| task.id.as_ref()).map(|id| id.value.clone()).collect()
}

/// The file's name by the office's pattern: title in sentence case, period in its canonical words.
fn name(dossier: &Dossier, draft: &Draft, settings: &Settings) -> String {
    let title = shortened(&text::sentence_case(&draft.title));
    let period = dossier.general().period.name();
    settings.file_name.fill(|gap| match gap {
        "ten_goi" => Some(title.as_str()),
        "ky" => Some(period.as_str()),
        _ => None,
    })
}

/// A title short enough that the period still stands in the file's name: the next period's must have another.
fn shortened(title: &str) -> String {
    const LONGEST: usize = 80;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST).collect();
    cut.rsplit_once(' ').map_or(cut.clone(), |(whole_words, _)| whole_words.to_owned())
}

/// Fields that the programme prints or decides by; every other filled column is named in the account of what was read.
const PRINTED: [Field; 26] = [
    Field::Item,
    Field::Value,
    Field::Part,
    Field::Content,
    Field::Code,
    Field::Name,
    Field::ShortName,
    Field::OtherNames,
    Field::ArchiveCode,
    Field::RecipientLine,
    Field::DocumentType,
    Field::NumberSymbol,
    Field::IssuedOn,
    Field::Issuer,
    Field::Subject,
    Field::UsedIn,
    Field::Group,
    Field::Lead,
    Field::Support,
    Field::Product,
    Field::Deadline,
    Field::Unit,
    Field::Recipient,
    Field::Purpose,
    Field::AppliesTo,
    Field::FullName,
];

fn unprinted(records: &Records) -> Vec<Unprinted> {
    let used = [Field::Position, Field::Authority, Field::Ordinal];
    let validity = [Field::ValidFrom, Field::ValidTo];
    let printed_nowhere = [SheetKind::Completions, SheetKind::Indicators, SheetKind::VillageIndicators];
    let mut found = Vec::new();
    for sheet in &records.sheets {
        let Some(kind) = sheet.kind else { continue };
        let is_printed = |field: &Field| {
            !printed_nowhere.contains(&kind)
                && (PRINTED.contains(field)
                    || (kind != SheetKind::Assignments && used.contains(field))
                    || (kind == SheetKind::Signatories && validity.contains(field)))
        };
        let is_here = |place: &Place| (&place.file, &place.sheet) == (&sheet.at.file, &sheet.at.sheet);
        let rows = || records.rows(kind).iter().filter(|row| is_here(&row.at));
        let filled = |field: Field| rows().any(|row| row.cell(field).is_some());
        let columns = kind.columns().iter().filter(|column| sheet.columns.contains_key(&column.field));
        let mut headings: Vec<&str> = columns
            .filter(|column| !is_printed(&column.field) && filled(column.field))
            .map(|column| column.heading)
            .collect();
        if kind == SheetKind::General {
            headings.extend(unprinted_items(records));
        }
        if !headings.is_empty() {
            found.push(Unprinted { at: sheet.at.clone(), headings });
        }
    }
    found
}

/// Items of Thông tin chung that are filled and that a programme has no place for.
fn unprinted_items(records: &Records) -> impl Iterator<Item = &'static str> {
    let filled = |title: &str| {
        let is_item =
            |row: &&Record| row.text(Field::Item).is_some_and(|item| fold::key(&item.value) == fold::key(title));
        records.rows(SheetKind::General).iter().find(is_item).is_some_and(|row| row.cell(Field::Value).is_some())
    };
    let items = [GeneralKey::Province, GeneralKey::Addressees].map(GeneralKey::title);
    items.into_iter().filter(move |title| filled(title))
}
