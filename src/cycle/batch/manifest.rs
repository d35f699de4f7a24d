//! The index of a batch as JSON: `muc-luc.json`.
//!
//! Owns the fields, which scripts rely on. Must not decide anything by it: an index that is cut or lost loses nothing.

use serde::{Deserialize, Serialize};

use super::index::{BatchIndex, IndexedDocument};

/// The version of the form.
const VERSION: u32 = 1;

#[derive(Debug, Default, Serialize, Deserialize)]
struct Manifest<Documents> {
    version: u32,
    /// The names of the workbooks.
    source: String,
    documents: Documents,
    /// The SHA-256 of the last versions of `muc-luc.xlsx`, the newest first: that file is written after this one, and a
    /// killed run leaves one of them.
    index_sha256: Vec<String>,
}

/// The bytes of the JSON file; `index_sha256` are those of the workbooks that may stand beside it.
///
/// # Panics
/// Never: an index has only texts and numbers.
#[must_use]
pub fn manifest(index: &BatchIndex, index_sha256: Vec<String>) -> Vec<u8> {
    // Thousands of documents are not copied.
    let BatchIndex { source, documents } = index;
    let manifest = Manifest { version: VERSION, source: source.clone(), documents: documents.as_slice(), index_sha256 };
    let mut text = serde_json::to_string_pretty(&manifest).expect("an index has only texts and numbers");
    text.push('\n');
    text.into_bytes()
}

/// How every JSON file of ours begins.
const BEGINNING: &str = "{\n  \"version\": 1,\n  \"source\": ";

/// Whether bytes are an index of ours, whole or cut.
#[must_use]
pub fn is_manifest(bytes: &[u8]) -> bool {
    let common = bytes.len().min(BEGINNING.len());
    bytes[..common] == BEGINNING.as_bytes()[..common]
}

/// The index in a JSON file, and the workbooks that may stand beside it; empty where the file is cut, of another version,
/// or not ours.
#[must_use]
pub fn read_manifest(bytes: &[u8]) -> (BatchIndex, Vec<String>) {
    let read: Manifest<Vec<IndexedDocument>> = serde_json::from_slice(bytes).unwrap_or_default();
    if read.version != VERSION {
        return Default::default();
    }
    (BatchIndex { source: read.source, documents: read.documents }, read.index_sha256)
}
