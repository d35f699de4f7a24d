//! The command `build`: workbooks in, one document out.
//!
//! Owns the files it reads, where the document goes, and what is said of it. Knows no rule: `pipeline` builds.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::Exit;
use super::args::Build;
use super::console::Console;
use super::own_templates;
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::files::{self, Cause, Failure, Force, Ownership, Request, Status, Stored};
use crate::pipeline::{self, Built, BuiltDocument, Order, Seal, SheetReading, Workbook};
use crate::settings::{self, Settings};
use crate::vietnamese::date;

/// The folder beside the first workbook that documents go to.
const DEFAULT_FOLDER: &str = "ket-qua";
/// The name of the office's settings.
const SETTINGS_FILE: &str = "vanthu.toml";
/// The largest workbook read, in bytes.
const LARGEST_WORKBOOK: u64 = 20 * 1024 * 1024;
/// The largest settings file read, in bytes: a page of text.
const LARGEST_SETTINGS: u64 = 1024 * 1024;

/// What a build gave, as far as it came.
#[derive(Default)]
struct Outcome {
    sheets: Vec<SheetReading>,
    document: Option<(BuiltDocument, Stored)>,
}

/// Runs the command.
pub(super) fn run(build: &Build, config: Option<&Path>, console: &mut Console) -> Exit {
    let mut out = Diagnostics::new();
    let mut outcome = Outcome::default();
    let exit = attempt(build, config, &mut outcome, console, &mut out).err().unwrap_or(Exit::Done);
    console.say(&out);
    let documents: Vec<Value> = outcome.document.iter().map(|document| object(document, &out)).collect();
    if console.is_json {
        let object = console.object(&documents, &outcome.sheets, &out);
        console.result(&object.to_string());
    } else if let Some((_, stored)) = &outcome.document {
        let path = stored.path.display().to_string();
        if let Some(word) = status_word(build, stored.status) {
            console.status(word, &path);
        }
        console.result(&path);
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
    config: Option<&Path>,
    outcome: &mut Outcome,
    console: &mut Console,
    out: &mut Diagnostics,
) -> Result<(), Exit> {
    let settings = read_settings(&build.files[0], config, out);
    let as_of = as_of(build.as_of.as_deref(), out);
    let settings = settings?;
    if out.checkpoint().is_err() {
        return Err(Exit::Wrong);
    }
    let contents = read_workbooks(&build.files, out)?;
    let own_templates = own_templates::beside(folder_of(&build.files[0]), out)?;
    if !build.dry_run {
        files::prepare(&folder(build)).map_err(|failure| disk(&failure, out))?;
    }
    let workbooks: Vec<Workbook> =
        contents.iter().map(|(name, bytes)| Workbook { name: name.as_str(), bytes: bytes.as_slice() }).collect();
    let order =
        Order { template: build.template.as_deref(), own_templates: &own_templates, as_of, settings: &settings };
    let Built { sheets, unprinted, document } = pipeline::build(&workbooks, &order, out);
    console.account(&sheets, &unprinted);
    outcome.sheets = sheets;
    let document = document.ok_or_else(|| worst(out))?;
    let stored = store(build, &document, out)?;
    outcome.document = Some((document, stored));
    Ok(())
}

/// Mistakes in settings that only the data brought to light weigh more than those in the data.
fn worst(out: &Diagnostics) -> Exit {
    let is_setting = |message: &Diagnostic| message.severity == Severity::Error && message.code.starts_with("CD-");
    if out.messages().iter().any(is_setting) { Exit::Wrong } else { Exit::Mistakes }
}

fn read_settings(first: &Path, config: Option<&Path>, out: &mut Diagnostics) -> Result<Settings, Exit> {
    let found = match config {
        Some(path) => Some(path.to_owned()),
        None => files::find_upward(folder_of(first), SETTINGS_FILE),
    };
    let Some(path) = found else { return Ok(Settings::default()) };
    let bytes = files::read(&path, LARGEST_SETTINGS).map_err(|failure| disk(&failure, out))?;
    let name = super::file_name(&path);
    let text = settings::decode(&name, bytes, out).map_err(|_| Exit::Wrong)?;
    Ok(settings::parse(&name, &text, out))
}

fn as_of(text: Option<&str>, out: &mut Diagnostics) -> Option<NaiveDate> {
    let text = text?;
    let day = date::parse(text).ok();
    if day.is_none() {
        out.report(Diagnostic::error("CD-011").with("text", text));
    }
    day
}

/// The bytes of every workbook under its name; every file that can't be read is reported.
fn read_workbooks(paths: &[PathBuf], out: &mut Diagnostics) -> Result<Vec<(String, Vec<u8>)>, Exit> {
    let (mut contents, mut exit) = (Vec::new(), None);
    for path in paths {
        match files::read(path, LARGEST_WORKBOOK) {
            Ok(bytes) => contents.push((super::file_name(path), bytes)),
            Err(failure) => {
                let found = disk(&failure, out);
                // A file past the bound is bad data, not a bad disk; where both happen the disk is told first.
                let is_data = matches!(failure.cause, Cause::TooLarge(_));
                exit = if is_data { exit.or(Some(Exit::Mistakes)) } else { Some(found) };
            }
        }
    }
    exit.map_or(Ok(contents), Err)
}

/// Reports a failure of the disk.
fn disk(failure: &Failure, out: &mut Diagnostics) -> Exit {
    out.report(failure.message());
    Exit::Disk
}

fn store(build: &Build, document: &BuiltDocument, out: &mut Diagnostics) -> Result<Stored, Exit> {
    let request = Request {
        folder: &folder(build),
        name: &format!("{}.docx", document.name),
        bytes: &document.bytes,
        judge: &ownership,
        force: if build.force { Force::On } else { Force::Off },
    };
    let stored = if build.dry_run { files::plan(&request) } else { files::store(&request) };
    let stored = stored.map_err(|failure| disk(&failure, out))?;
    if let Some(message) = stored.message() {
        out.report(message);
    }
    Ok(stored)
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

/// The folder a file stands in; the current one for a bare name.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A document in the object of `build --json`.
fn object((document, stored): &(BuiltDocument, Stored), out: &Diagnostics) -> Value {
    json!({
        "path": stored.path.display().to_string(),
        "template": document.template,
        "unit": null,
        "status": stored.status.id(),
        "sha256": pipeline::sha256(&document.bytes),
        "assignments": document.assignments,
        "warnings": out.count(Severity::Warning),
    })
}
