//! The answer of `build`.
//!
//! Owns its fields. Must not know how a document is made or stored. Its output goes to the front ends.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::answer::JsonAnswer;
use super::sheets::sheets;
use crate::answers::archive::StoredArchive;
use crate::answers::batch_index::StoredIndex;
use crate::files::{Status, Stored};
use crate::pipeline::SheetReading;

/// A requested document and its outcome.
#[derive(Clone, Debug)]
pub struct StoredDocument {
    /// Where it is, or would be; `None` for a document that a mistake held back: its title and file name are not known.
    pub path: Option<PathBuf>,
    /// The name of its file in an archive; `path` is that of the archive then. `None` for a file in a folder.
    pub entry: Option<String>,
    /// Where its PDF is, or would be; `None` where there is none.
    pub pdf: Option<Stored>,
    /// The template's name; `None` where the workbook chooses it and a mistake held the document back.
    pub template: Option<String>,
    /// The village or unit that it is for; `None` for everyone.
    pub unit: Option<String>,
    /// What was done; `None` where it was not written.
    pub status: Option<Status>,
    /// The digest of its bytes, in hexadecimal; `None` where it was not asked for or there are no bytes.
    pub sha256: Option<String>,
    /// The codes of the tasks in it, in order; tasks without one are left out.
    pub assignments: Vec<String>,
    /// How many warnings are about it.
    pub warnings: usize,
}

/// The documents of a build, the sheets read, the index of a batch and the archive.
#[must_use]
pub fn build(
    documents: &[StoredDocument],
    readings: &[SheetReading],
    index: Option<&StoredIndex>,
    archive: Option<&StoredArchive>,
) -> JsonAnswer {
    let documents: Vec<Value> = documents.iter().map(document).collect();
    let mut answer = json!({ "documents": documents, "sheets": sheets(readings) });
    if let Some(index) = index {
        answer["index"] = files_of(index);
    }
    if let Some(StoredArchive { path, status }) = archive {
        answer["archive"] = json!({ "path": path.display().to_string(), "status": status.id() });
    }
    JsonAnswer::of(answer)
}

/// The joined index; `None` where it was not written.
#[must_use]
pub fn index(stored: Option<&StoredIndex>) -> JsonAnswer {
    JsonAnswer::of(json!({ "index": stored.map(files_of) }))
}

fn files_of(StoredIndex { workbook, manifest }: &StoredIndex) -> Value {
    json!({ "workbook": workbook.display().to_string(), "manifest": manifest.display().to_string() })
}

fn document(document: &StoredDocument) -> Value {
    let mut answer = json!({
        "path": document.path.as_ref().map(|path| path.display().to_string()),
        "pdf": document.pdf.as_ref().map(|pdf| pdf.path.display().to_string()),
        "template": document.template,
        "unit": document.unit,
        "status": document.status.map_or("failed", Status::id),
        "sha256": document.sha256,
        "assignments": document.assignments,
        "warnings": document.warnings,
    });
    if let Some(entry) = &document.entry {
        answer["entry"] = json!(entry);
    }
    answer
}
