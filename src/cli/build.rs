//! The command `build`: workbooks in, documents out.
//!
//! Owns the files it reads, where the document goes, and what is said of it. Knows no rule: `pipeline` builds.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::Build;
use super::console::Console;
use super::inputs::{self, Surroundings};
use super::own_templates;
use super::{Exit, ledger};
use crate::diag::{Diagnostics, Severity};
use crate::files::{self, Force, Ownership, Request, Status, Stored};
use crate::pipeline::{self, Built, BuiltDocument, Order, Seal, SheetReading, Which};

/// The folder beside the first workbook that documents go to.
const DEFAULT_FOLDER: &str = "ket-qua";
/// What a build gave, as far as it came.
#[derive(Default)]
struct Outcome {
    sheets: Vec<SheetReading>,
    /// Each with where it is now; `None` where it could not be written.
    documents: Vec<(BuiltDocument, Option<Stored>)>,
}

/// Runs the command.
pub(super) fn run(build: &Build, around: Surroundings, console: &mut Console) -> Exit {
    let mut out = Diagnostics::new();
    let mut outcome = Outcome::default();
    let exit = attempt(build, around, &mut outcome, console, &mut out).err().unwrap_or(Exit::Done);
    console.say(&out);
    let documents: Vec<Value> = outcome.documents.iter().map(|document| object(build, document)).collect();
    if console.is_json {
        console.give(json!({ "documents": documents, "sheets": ledger::json(&outcome.sheets) }), &out);
    } else {
        for stored in outcome.documents.iter().filter_map(|(_, stored)| stored.as_ref()) {
            let path = stored.path.display().to_string();
            if let Some(word) = status_word(build, stored.status) {
                console.status(word, &path);
            }
            console.result(&path);
        }
    }
    exit
}

/// What is said of a document beside its path; a plain success and what has a warning of its own need no word.
fn status_word(build: &Build, status: Status) -> Option<&'static str> {
    match (build.dry_run, status) {
        (true, Status::Created) => Some("would_be_created"),
        (true, Status::Unchanged) => Some("would_be_unchanged"),
        (true, Status::Replaced) => Some("would_be_replaced"),
        (true, Status::KeptEdited | Status::Conflict) => Some("would_be_beside"),
        (false, Status::Unchanged) => Some("was_unchanged"),
        (false, Status::Replaced) => Some("was_replaced"),
        (false, Status::Created | Status::KeptEdited | Status::Conflict) => None,
    }
}

/// Everything up to the stored document; messages are in `out`.
fn attempt(
    build: &Build,
    around: Surroundings,
    outcome: &mut Outcome,
    console: &mut Console,
    out: &mut Diagnostics,
) -> Result<(), Exit> {
    let as_of = inputs::as_of(build.as_of.as_deref(), out);
    let settings = inputs::settings(&build.files[0], around, out)?.settings;
    let contents = inputs::workbooks(&build.files, out)?;
    let own_templates = own_templates::beside(files::folder_of(&build.files[0]), out)?;
    if !build.dry_run {
        files::prepare(&folder(build)).map_err(|failure| inputs::disk(&failure, out))?;
    }
    let which = match build.template.as_slice() {
        _ if build.all => Which::All,
        [] => Which::Workbook,
        names => Which::Named(names),
    };
    let order = Order { which, own_templates: &own_templates, as_of, settings: &settings };
    let Built { sheets, unprinted, documents } = pipeline::build(&contents.workbooks(), &order, out);
    console.account(&sheets, &unprinted);
    outcome.sheets = sheets;
    if documents.is_empty() {
        return Err(inputs::worst(out));
    }
    let mut worst = None;
    for mut document in documents {
        let before = out.count(Severity::Warning);
        // One that can't be written, being open in Word, keeps no other from being written.
        let stored = store(build, &document, out);
        document.warnings += out.count(Severity::Warning) - before;
        worst = worst.max(stored.as_ref().err().copied());
        outcome.documents.push((document, stored.ok()));
    }
    worst.map_or(Ok(()), Err)
}

fn store(build: &Build, document: &BuiltDocument, out: &mut Diagnostics) -> Result<Stored, Exit> {
    let request = Request {
        folder: &folder(build),
        name: &file_name(document),
        bytes: &document.bytes,
        judge: &ownership,
        force: if build.force { Force::On } else { Force::Off },
    };
    let stored = if build.dry_run { files::plan(&request) } else { files::store(&request) };
    let stored = stored.map_err(|failure| inputs::disk(&failure, out))?;
    if let Some(message) = stored.message() {
        out.report(message);
    }
    Ok(stored)
}

fn file_name(document: &BuiltDocument) -> String {
    format!("{}.docx", document.name)
}

/// Where documents go.
fn folder(build: &Build) -> PathBuf {
    let beside = build.files[0].parent().unwrap_or(Path::new(""));
    build.out.clone().unwrap_or_else(|| beside.join(DEFAULT_FOLDER))
}

/// Whose a file is, by the digest that our documents carry.
fn ownership(bytes: &[u8]) -> Ownership {
    match pipeline::seal(bytes) {
        Seal::Intact => Ownership::OursIntact,
        Seal::Broken => Ownership::OursEdited,
        Seal::Absent => Ownership::NotOurs,
    }
}

/// A document in the object of `build --json`.
fn object(build: &Build, (document, stored): &(BuiltDocument, Option<Stored>)) -> Value {
    let path = stored.as_ref().map_or_else(|| folder(build).join(file_name(document)), |stored| stored.path.clone());
    json!({
        "path": path.display().to_string(),
        "template": document.template,
        "unit": null,
        "status": stored.as_ref().map_or("failed", |stored| stored.status.id()),
        "sha256": pipeline::sha256(&document.bytes),
        "assignments": document.assignments,
        "warnings": document.warnings,
    })
}
