//! The documents of a batch, in order.
//!
//! Owns joining the documents of a run with those that earlier runs left in the same folder. Must not know JSON or Excel.
//! `manifest` and `index_workbook` print it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::diag::Place;
use crate::pipeline::{BuiltDocument, IndexEntry, UsedTask};

/// The index of a batch. It finds documents and never decides whose a file is: each document carries its own digest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchIndex {
    /// The names of the workbooks, as the documents carry them.
    pub source: String,
    /// Its documents, by file name.
    pub documents: Vec<IndexedDocument>,
}

/// A document in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexedDocument {
    /// Its file name, without the folder.
    pub file: String,
    /// The name of its template.
    pub template: String,
    /// The village or unit that it is for.
    pub unit: String,
    /// The tasks that it prints, in order.
    pub rows: Vec<IndexedTask>,
    /// How many warnings are about it.
    pub warnings: usize,
    /// The SHA-256 of its bytes, in small hexadecimal digits.
    pub sha256: String,
    /// The symbol after the open number: `KH-UBND`.
    pub symbol: String,
    /// Its title and trích yếu in one line.
    pub subject: String,
    /// The signer's full name.
    pub signer: String,
    /// The lines of Nơi nhận, without the archive line.
    pub recipients: Vec<String>,
    /// Who keeps the file copy: `VT, VHXH (2)`.
    pub archive: String,
}

/// A task that a document prints, by its cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexedTask {
    /// The workbook's file name.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// The cell with the contents.
    pub cell: String,
    /// Its code; `None` for a task without one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id: Option<String>,
}

impl BatchIndex {
    /// This index with those documents of an earlier one that the run did not touch and that are still there: a run for
    /// some villages, or for one part of a batch, keeps what is known of the others. An index of other workbooks adds
    /// nothing.
    #[must_use]
    pub fn joined_with(mut self, earlier: Self, is_there: &dyn Fn(&str) -> bool) -> Self {
        if earlier.source == self.source {
            let own: BTreeSet<(String, String)> = self.documents.iter().map(IndexedDocument::purpose).collect();
            let is_kept = |other: &IndexedDocument| !own.contains(&other.purpose()) && is_there(&other.file);
            self.documents.extend(earlier.documents.into_iter().filter(is_kept));
        }
        self.documents.sort_by(|one, other| one.file.cmp(&other.file));
        self
    }
}

/// The indexes of several folders as one: each document is found from the folder of the new index.
#[must_use]
pub fn of_folders(folders: Vec<(String, BatchIndex)>) -> BatchIndex {
    let sources: BTreeSet<String> = folders.iter().map(|(_, index)| index.source.clone()).collect();
    let placed = |folder: String, index: BatchIndex| {
        let file = move |document: IndexedDocument| match folder.as_str() {
            "" => document,
            folder => IndexedDocument { file: format!("{folder}/{}", document.file), ..document },
        };
        index.documents.into_iter().map(file)
    };
    let documents = folders.into_iter().flat_map(|(folder, index)| placed(folder, index)).collect();
    BatchIndex { source: sources.into_iter().collect::<Vec<_>>().join("; "), documents }
}

impl IndexedDocument {
    /// The line of a document that is stored under this name.
    #[must_use]
    pub fn of(document: &BuiltDocument, file: String, sha256: String) -> Self {
        let BuiltDocument { template, unit, warnings, entry, .. } = document;
        let IndexEntry { tasks, symbol, subject, signer, recipients, archive } = entry.clone();
        Self {
            file,
            template: template.clone(),
            unit: unit.clone().unwrap_or_default(),
            rows: tasks.into_iter().map(IndexedTask::of).collect(),
            warnings: *warnings,
            sha256,
            symbol,
            subject,
            signer,
            recipients,
            archive,
        }
    }

    /// What the document is: two versions of the same one have the same.
    fn purpose(&self) -> (String, String) {
        (self.template.clone(), self.unit.clone())
    }
}

impl IndexedTask {
    /// A task as a paper uses it.
    #[must_use]
    pub fn of(task: UsedTask) -> Self {
        let Place { file, sheet, cell, .. } = task.at;
        let text = |part: Option<String>| part.unwrap_or_default();
        Self {
            file: text(file.map(|file| file.to_string())),
            sheet: text(sheet.map(|sheet| sheet.to_string())),
            cell: text(cell.map(|cell| cell.to_string())),
            id: task.code,
        }
    }
}
