//! The index of a batch: which file is whose, made from which rows; as JSON for programs, as a workbook for the office.
//!
//! Owns the list of documents and what becomes of it from run to run. Must not know how documents are made or stored. The
//! front stores both files beside the documents.

mod index;
mod index_workbook;
mod manifest;

pub use index::{BatchIndex, IndexedDocument, IndexedTask, of_folders};
pub use index_workbook::index_workbook;
pub use manifest::{is_manifest, manifest, read_manifest};

/// The name of the JSON file.
pub const MANIFEST_NAME: &str = "muc-luc.json";
/// The name of the workbook.
pub const INDEX_NAME: &str = "muc-luc.xlsx";
