//! The command `build`: workbooks in, documents out.
//!
//! Owns the files it reads, the place of the documents, and the messages about them. Must not know a rule: `pipeline`
//! builds.

use std::path::{Path, PathBuf};

use super::args::BuildArguments;
use super::console::Console;
use crate::answers::inputs::{self, SettingsLookup};
use crate::answers::json::StoredDocument;
use crate::answers::{Ending, json};
use crate::diag::{Diagnostics, Severity};
use crate::files::{self, Force, Ownership, Request, Status, Stored};
use crate::pipeline::{self, Audiences, Built, BuiltDocument, Fingerprint, HeldBack, SheetReading, Which};

/// The folder for documents, beside the first workbook.
const DEFAULT_FOLDER: &str = "ket-qua";

/// The results of a build, as far as it came.
#[derive(Default)]
struct BuildResult {
    sheets: Vec<SheetReading>,
    documents: Vec<StoredDocument>,
}

/// Runs the command.
pub(super) fn run(build: &BuildArguments, lookup: SettingsLookup, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    let mut result = BuildResult::default();
    let ending = attempt(build, lookup, &mut result, console, &mut out).err().unwrap_or(Ending::Done);
    console.print_messages(&out);
    if console.is_json {
        console.print_json(json::build(&result.documents, &result.sheets), &out);
    } else {
        for document in &result.documents {
            let Some(status) = document.status else { continue };
            let Some(path) = document.path.as_ref().map(|path| path.display().to_string()) else { continue };
            if let Some(word) = status_word(build, status) {
                console.print_status(word, &path, status == Status::Replaced);
            }
            console.print_result(&path);
        }
    }
    ending
}

/// The key of the text beside a document's path; a new document, and one with a warning of its own, has none.
fn status_word(build: &BuildArguments, status: Status) -> Option<&'static str> {
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

/// Everything up to storing the documents; messages are in `out`.
fn attempt(
    build: &BuildArguments,
    lookup: SettingsLookup,
    result: &mut BuildResult,
    console: &mut Console,
    out: &mut Diagnostics,
) -> Result<(), Ending> {
    let given = inputs::read(&build.files, build.as_of.as_deref(), lookup, out)?;
    if !build.dry_run {
        files::prepare(&folder(build)).map_err(|failure| inputs::report_failure(&failure, out))?;
    }
    let which = match build.template.as_slice() {
        _ if build.all => Which::All,
        [] => Which::Workbook,
        names => Which::Named(names),
    };
    let source = given.source();
    // Messages about storing come after those about the data.
    let mut storing_messages = Diagnostics::new();
    let mut worst = None;
    let mut hand_on = |paper: Result<BuiltDocument, HeldBack>| {
        let document = match paper {
            Ok(document) => document,
            Err(held_back) => return result.documents.push(held_back_document(held_back)),
        };
        let before = storing_messages.count(Severity::Warning);
        // A document that can't be written, because it is open in Word, does not stop the others.
        let stored = store(build, &document, &source, &mut storing_messages);
        worst = worst.max(stored.as_ref().err().copied());
        let further = storing_messages.count(Severity::Warning) - before;
        let sha256 = console.is_json.then(|| pipeline::sha256(&document.bytes));
        let mut stored = stored_document(build, document, stored.ok(), sha256);
        stored.warnings += further;
        result.documents.push(stored);
    };
    let order = given.order(which, Audiences::Everyone);
    let Built { sheets, unprinted, held_back, written } =
        pipeline::build(&given.workbooks(), &order, out, &mut hand_on);
    storing_messages.into_messages().into_iter().for_each(|message| out.report(message));
    console.print_row_counts(&sheets, &unprinted);
    result.sheets = sheets;
    if written == 0 {
        result.documents.clear();
        return Err(Ending::of_messages(out));
    }
    worst.max((held_back > 0).then_some(Ending::Part)).map_or(Ok(()), Err)
}

/// The result for a document that a mistake of its own held back.
fn held_back_document(held_back: HeldBack) -> StoredDocument {
    let HeldBack { template, unit, warnings } = held_back;
    StoredDocument { path: None, template, unit, status: None, sha256: None, assignments: Vec::new(), warnings }
}

fn store(
    build: &BuildArguments,
    document: &BuiltDocument,
    source: &str,
    out: &mut Diagnostics,
) -> Result<Stored, Ending> {
    let request = Request {
        folder: &folder(build),
        name: &file_name(document),
        bytes: &document.bytes,
        judge: &|bytes| ownership(bytes, source),
        force: if build.force { Force::On } else { Force::Off },
    };
    let stored = if build.dry_run { files::plan(&request) } else { files::store(&request) };
    let stored = stored.map_err(|failure| inputs::report_failure(&failure, out))?;
    if let Some(message) = stored.message() {
        out.report(message);
    }
    Ok(stored)
}

fn file_name(document: &BuiltDocument) -> String {
    format!("{}.docx", document.name)
}

/// The folder for documents.
fn folder(build: &BuildArguments) -> PathBuf {
    let beside = build.files[0].parent().unwrap_or(Path::new(""));
    build.out.clone().unwrap_or_else(|| beside.join(DEFAULT_FOLDER))
}

/// Whose a file is, by the fingerprint in our documents and by the workbooks that it was made from. Earlier versions
/// did not write down the workbooks.
fn ownership(bytes: &[u8], source: &str) -> Ownership {
    match pipeline::fingerprint(bytes) {
        Fingerprint::Matches => match pipeline::source(bytes) {
            Some(other) if other != source => Ownership::OfAnotherSource(other),
            _ => Ownership::OursIntact,
        },
        Fingerprint::Differs => Ownership::OursEdited,
        Fingerprint::Absent => Ownership::NotOurs,
    }
}

/// The result for a document that was stored, or could not be.
fn stored_document(
    build: &BuildArguments,
    document: BuiltDocument,
    stored: Option<Stored>,
    sha256: Option<String>,
) -> StoredDocument {
    let status = stored.as_ref().map(|stored| stored.status);
    StoredDocument {
        path: Some(stored.map_or_else(|| folder(build).join(file_name(&document)), |stored| stored.path)),
        template: Some(document.template),
        unit: document.unit,
        status,
        sha256,
        assignments: document.assignments,
        warnings: document.warnings,
    }
}
