//! One document of a build: stored in the folder, or made ready for the archive.
//!
//! Owns whose an existing file is, and what the answer says of a document. Must not know the others of the run. It works
//! on any thread; its output goes to `handed_on`, in the order requested.

use std::path::{Path, PathBuf};

use super::super::args::BuildArguments;
use crate::answers::archive::archive_path;
use crate::answers::json::StoredDocument;
use crate::answers::{Ending, inputs};
use crate::cycle::batch::IndexedDocument;
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::files::{self, Durability, Force, Ownership, Request, Stored};
use crate::pipeline::{self, BuiltDocument, Fingerprint, HeldBack};

/// The folder for documents, beside the first workbook.
const DEFAULT_FOLDER: &str = "ket-qua";

/// A document that was stored, waits for the archive, or could not be stored.
pub(super) struct FinishedDocument {
    pub(super) document: StoredDocument,
    /// Its bytes, where they go into the archive.
    pub(super) bytes: Option<Vec<u8>>,
    /// Its line in the index of a batch; `None` where it could not be stored.
    pub(super) indexed: Option<IndexedDocument>,
    /// How the command ends for it where it could not be stored.
    pub(super) failed: Option<Ending>,
    pub(super) messages: Vec<Diagnostic>,
}

/// Stores a document. One that can't be stored, because it is open in Word, does not stop the others.
///
/// Its digest is computed only where something shows it.
pub(super) fn finished(
    build: &BuildArguments,
    mut document: BuiltDocument,
    source: &str,
    is_json: bool,
) -> FinishedDocument {
    let mut out = Diagnostics::new();
    let is_batch = build.batch.for_each.is_some();
    let sha256 = (is_json || is_batch || build.delivery.pdf).then(|| pipeline::sha256(&document.bytes));
    let name = file_name(&document);
    let (stored, file, failed) = if build.delivery.zip.is_some() {
        (None, Some(name.clone()), None)
    } else {
        let stored = store(build, &document, source, &mut out);
        let file_of = |stored: &Stored| stored.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let failed = stored.as_ref().err().copied();
        let stored = stored.ok();
        let file = stored.as_ref().map(file_of);
        (stored, file, failed)
    };
    document.warnings += out.count(Severity::Warning);
    let indexed =
        file.filter(|_| is_batch).map(|file| IndexedDocument::of(&document, file, sha256.clone().unwrap_or_default()));
    let (entry, bytes) = match &build.delivery.zip {
        Some(_) => (Some(name.clone()), Some(std::mem::take(&mut document.bytes))),
        None => (None, None),
    };
    let document = StoredDocument {
        path: Some(stored.as_ref().map_or_else(|| expected_path(build, &name), |stored| stored.path.clone())),
        entry,
        pdf: None,
        template: Some(document.template),
        unit: document.unit,
        status: stored.map(|stored| stored.status),
        sha256,
        assignments: document.assignments,
        warnings: document.warnings,
    };
    FinishedDocument { document, bytes, indexed, failed, messages: out.into_messages() }
}

/// The result for a document that a mistake of its own held back.
pub(super) fn held_back_document(held_back: HeldBack) -> StoredDocument {
    let HeldBack { template, unit, warnings } = held_back;
    let (assignments, status, sha256) = (Vec::new(), None, None);
    StoredDocument { path: None, entry: None, pdf: None, template, unit, status, sha256, assignments, warnings }
}

pub(super) fn durability(build: &BuildArguments) -> Durability {
    if build.batch.no_sync { Durability::Unsynced } else { Durability::Synced }
}

pub(super) fn force(build: &BuildArguments) -> Force {
    if build.force { Force::On } else { Force::Off }
}

/// The folder that the run writes into: that of the documents, or that of the archive.
pub(super) fn folder(build: &BuildArguments) -> PathBuf {
    if let Some(archive) = &build.delivery.zip {
        return files::folder_of(archive).to_owned();
    }
    let beside = build.files[0].parent().unwrap_or(Path::new(""));
    build.out.clone().unwrap_or_else(|| beside.join(DEFAULT_FOLDER))
}

/// Where a document would be that is not stored.
fn expected_path(build: &BuildArguments, name: &str) -> PathBuf {
    build.delivery.zip.as_ref().map_or_else(|| folder(build).join(name), |archive| archive_path(archive))
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
        force: force(build),
        durability: durability(build),
    };
    let stored = if build.dry_run { files::plan(&request) } else { files::store(&request) };
    let stored = stored.map_err(|failure| match inputs::report_failure(&failure, out) {
        // The clerk closes it and runs again; the other documents are written.
        Ending::Disk if failure.is_open_elsewhere() => Ending::Part,
        ending => ending,
    })?;
    if let Some(message) = stored.message() {
        out.report(message);
    }
    Ok(stored)
}

fn file_name(document: &BuiltDocument) -> String {
    files::safe_name(&format!("{}.docx", document.name))
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
