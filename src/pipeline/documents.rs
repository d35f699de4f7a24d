//! The documents of one workbook: which are asked for, what is said of them together, and their names.
//!
//! Owns the loop over templates. Must not know what a document says: `draft` words it, `document` and `docx` make the file.

use std::collections::{BTreeMap, BTreeSet};

use super::{Order, Which, document, docx, dossier, draft};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported, Severity};
use crate::dossier::{Dossier, Terms};
use crate::draft::{Draft, Worded, Wording};
use crate::records::Records;
use crate::settings::Settings;
use crate::templates::{self, Need};
use crate::vietnamese::{fold, text};

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
    /// How many warnings are about it.
    pub warnings: usize,
    /// The columns and items of the workbook that it prints.
    pub printed: BTreeSet<Need>,
}

/// Messages about what a document does not print: of several documents, what one of them prints is printed.
const PRINTED_NOWHERE: [&str; 2] = ["VB-003", "VB-004"];

/// What the facts are checked against, as the documents asked for need it.
pub(super) fn terms<'a>(order: &Order<'a>) -> Terms<'a> {
    let is_tabled = match order.which {
        Which::Workbook => false,
        Which::Named(names) => names.iter().any(|name| templates::asks_for_table(name, order.own_templates)),
        Which::All => true,
    };
    Terms { settings: order.settings, as_of: order.as_of, is_tabled }
}

/// A document whose words are there and whose file is not.
pub(super) struct WordedDocument {
    name: String,
    /// What it says.
    pub(super) draft: Draft,
    assignments: Vec<String>,
    template: String,
    warnings: usize,
    /// The columns and items of the workbook that it prints.
    pub(super) printed: BTreeSet<Need>,
}

/// Words every document asked for; all of them or none.
pub(super) fn worded(records: &Records, order: &Order, out: &mut Diagnostics) -> Result<Vec<WordedDocument>, Reported> {
    let dossier = dossier::check(records, &terms(order), out)?;
    let shared = out.count(Severity::Warning);
    let worded = word(&dossier, order, out)?;
    let mut names = BTreeSet::new();
    let mut documents = Vec::new();
    for (Worded { draft, template, printed }, warnings) in worded {
        let mut name = name(&dossier, &draft, order.settings);
        // Two templates may print one title.
        if !names.insert(name.clone()) {
            name = format!("{name} ({template})");
        }
        let assignments = codes(&dossier);
        let warnings = shared + warnings;
        documents.push(WordedDocument { name, draft, assignments, template, warnings, printed });
    }
    Ok(documents)
}

/// Makes the file of each document.
pub(super) fn written(documents: Vec<WordedDocument>) -> Vec<BuiltDocument> {
    let mut writer = docx::Writer::default();
    let written = |WordedDocument { name, draft, assignments, template, warnings, printed }| {
        let bytes = writer.write(&document::lay_out(&draft));
        BuiltDocument { name, bytes, draft, assignments, template, warnings, printed }
    };
    documents.into_iter().map(written).collect()
}

/// The words of every document asked for, each with the number of its own warnings.
pub(super) fn word(dossier: &Dossier, order: &Order, out: &mut Diagnostics) -> Result<Vec<(Worded, usize)>, Reported> {
    let asked: Vec<Option<String>> = match order.which {
        Which::Workbook => vec![None],
        Which::Named(names) => once(names).into_iter().map(Some).collect(),
        Which::All => all(dossier, order, out),
    };
    let (mut worded, mut told) = (Vec::new(), Vec::new());
    for template in &asked {
        let mut own = Diagnostics::new();
        let wording =
            Wording { template: template.as_deref(), own_templates: order.own_templates, settings: order.settings };
        let rendered = draft::render(dossier, &wording, &mut own);
        let warnings = own.count(Severity::Warning);
        told.push(own.into_messages());
        worded.extend(rendered.ok().map(|rendered| (rendered, warnings)));
    }
    for message in joined(&told) {
        out.report(message);
    }
    out.checkpoint().map(|()| worded)
}

/// The names asked for, each once: the same document twice would be two papers.
fn once(names: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.iter().filter(|name| seen.insert(fold::key(name))).cloned().collect()
}

/// The templates that the workbook has the data for; what the others miss is said. Without any, the workbook's own
/// choice is tried, whose messages say what is missing.
fn all(dossier: &Dossier, order: &Order, out: &mut Diagnostics) -> Vec<Option<String>> {
    let mut supported = Vec::new();
    let templates = templates::templates(order.own_templates).into_iter();
    // A report of a year is no document of a half: nothing is missing, it is another paper.
    for template in templates.filter(|template| template.fits_period(dossier)) {
        let missing: Vec<String> = template.missing(dossier).map(|need| need.to_string()).collect();
        let issuing_body = &dossier.general().issuing_body;
        // A decision is the Committee's or its chair's: a division proposes one.
        if template.kind == Some(DocumentKind::Decision) && !dossier.commune().is_issuer {
            let message = Diagnostic::note("VB-014").at(&issuing_body.at).with("template", template.name);
            out.report(message.with("body", issuing_body.value.join(" ")));
        } else if missing.is_empty() {
            supported.push(Some(template.name));
        } else {
            let file = issuing_body.at.file.clone().unwrap_or_default();
            let message = Diagnostic::note("VB-011").at(&Place::file(file)).with("template", template.name);
            out.report(message.with("missing", missing.join(", ")));
        }
    }
    if supported.is_empty() { vec![None] } else { supported }
}

/// What is said of several documents, each thing once, in order of first appearance.
fn joined(told: &[Vec<Diagnostic>]) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    let mut joined = Vec::new();
    for message in told.iter().flatten() {
        let count = counts.entry((message.code, &message.place, &message.arguments)).or_default();
        *count += 1;
        let is_due = if PRINTED_NOWHERE.contains(&message.code) { *count == told.len() } else { *count == 1 };
        if is_due {
            joined.push(message.clone());
        }
    }
    joined
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
