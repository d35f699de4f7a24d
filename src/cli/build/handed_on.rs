//! What becomes of the documents of a build, in the order requested.
//!
//! Owns the archive, the index and the PDFs of a run, and how the run ends for them. Must not know how a document is
//! made. Its output is the result that the command prints.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use super::super::args::BuildArguments;
use super::BuildResult;
use super::storing::{FinishedDocument, durability, folder, force, held_back_document};
use crate::answers::archive::{ArchiveOrder, RunArchive};
use crate::answers::pdf::{self, PdfOrder, StoredPdfs};
use crate::answers::{Ending, batch_index, inputs};
use crate::cycle::batch::BatchIndex;
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::Failure;
use crate::pipeline::HeldBack;

/// The documents of a run so far.
pub(super) struct HandedOn<'a> {
    build: &'a BuildArguments,
    source: &'a str,
    result: &'a mut BuildResult,
    archive: Option<RunArchive<'a>>,
    index: BatchIndex,
    /// Set where the archive can't be written: no further document is begun.
    has_failed: &'a AtomicBool,
    /// How the run ends for what could not be stored.
    worst: Option<Ending>,
    /// Messages about storing; they come after those about the data.
    messages: Vec<Diagnostic>,
}

/// What making PDFs needs from outside.
#[derive(Clone, Copy)]
pub(super) struct PdfSurroundings<'a> {
    /// Whether the clerk asked to stop.
    pub(super) is_stopped: &'a dyn Fn() -> bool,
    /// Variables of the environment, by name.
    pub(super) environment: &'a dyn Fn(&str) -> Option<String>,
    /// Told how many PDFs are made, and how many are to be made.
    pub(super) progress: &'a dyn Fn(usize, usize),
}

impl<'a> HandedOn<'a> {
    pub(super) fn new(
        build: &'a BuildArguments,
        (path, source): (&'a Option<PathBuf>, &'a str),
        has_failed: &'a AtomicBool,
        result: &'a mut BuildResult,
    ) -> Self {
        let archive = path.as_deref().map(|path| {
            let (force, durability) = (force(build), durability(build));
            RunArchive::new(ArchiveOrder { path, source, force, durability, is_planned: build.dry_run })
        });
        let index = BatchIndex { source: source.to_owned(), documents: Vec::new() };
        Self { build, source, result, archive, index, has_failed, worst: None, messages: Vec::new() }
    }

    /// Takes the next document.
    pub(super) fn take(&mut self, paper: Result<FinishedDocument, HeldBack>) {
        match paper {
            Ok(FinishedDocument { document, bytes, indexed, failed, messages }) => {
                if let (Some(archive), Some(bytes), Some(name)) = (&mut self.archive, bytes, &document.entry) {
                    let added = archive.add(name, &bytes);
                    self.note_archive_failure(added);
                }
                self.result.documents.push(document);
                self.index.documents.extend(indexed);
                self.worst = self.worst.max(failed);
                self.messages.extend(messages);
            }
            Err(held_back) => self.result.documents.push(held_back_document(held_back)),
        }
    }

    /// Stores what is about all documents: the archive or the index, and the PDFs. Returns how the run ends for what could
    /// not be stored.
    pub(super) fn finish(
        mut self,
        surroundings: PdfSurroundings,
        counts: (usize, usize),
        out: &mut Diagnostics,
    ) -> Option<Ending> {
        if counts.0 < counts.1 && (surroundings.is_stopped)() {
            let (done, total) = counts;
            let message = Diagnostic::warning("CK-004").with("done", done).with("total", total);
            self.messages.push(if self.archive.is_some() { message.hint("archive") } else { message });
            self.worst = Some(Ending::Stopped);
        }
        let is_archive = self.archive.is_some();
        self.store_archive();
        out.report_all(std::mem::take(&mut self.messages));
        if !is_archive {
            self.store_index(out);
            if self.build.delivery.pdf && self.worst != Some(Ending::Stopped) {
                self.make_pdfs(surroundings, out);
            }
        }
        let is_any_stored = self.result.documents.iter().any(|document| document.status.is_some());
        // Where no other document is stored, one that is open elsewhere is not a part but the whole.
        self.worst.map(|worst| if worst == Ending::Part && !is_any_stored { Ending::Disk } else { worst })
    }

    /// Stores the archive; one that is not whole is dropped, and so the old one stays.
    fn store_archive(&mut self) {
        let Some(mut archive) = self.archive.take() else { return };
        if self.worst.is_some() || self.result.documents.iter().all(|document| document.entry.is_none()) {
            return;
        }
        if self.build.batch.for_each.is_some() {
            let added = archive.add_index(std::mem::take(&mut self.index));
            self.note_archive_failure(added);
            if self.worst.is_some() {
                return;
            }
        }
        let mut out = Diagnostics::new();
        match archive.store(&mut out) {
            Ok(stored) => {
                let in_archive = self.result.documents.iter_mut().filter(|document| document.entry.is_some());
                for document in in_archive {
                    document.path = Some(stored.path.clone());
                    document.status = Some(stored.status);
                }
                self.result.archive = Some(stored);
            }
            Err(ending) => self.worst = self.worst.max(Some(ending)),
        }
        self.messages.extend(out.into_messages());
    }

    /// Reports the first failure only: after it, nothing is kept.
    fn note_archive_failure(&mut self, added: Result<(), Failure>) {
        let Err(failure) = added else { return };
        if !self.has_failed.swap(true, Ordering::SeqCst) {
            let mut out = Diagnostics::new();
            self.worst = self.worst.max(Some(inputs::report_failure(&failure, &mut out)));
            self.messages.extend(out.into_messages());
        }
    }

    fn store_index(&mut self, out: &mut Diagnostics) {
        let build = self.build;
        if build.batch.for_each.is_none() || build.dry_run || self.index.documents.is_empty() {
            return;
        }
        match batch_index::store(&folder(build), std::mem::take(&mut self.index), durability(build), out) {
            Ok(stored) => self.result.index = Some(stored),
            Err(failed) => self.worst = self.worst.max(Some(failed)),
        }
    }

    fn make_pdfs(&mut self, surroundings: PdfSurroundings, out: &mut Diagnostics) {
        let PdfSurroundings { is_stopped, environment, progress } = surroundings;
        let mut places = Vec::new();
        let mut documents = Vec::new();
        for (place, document) in self.result.documents.iter().enumerate() {
            if let (Some(path), Some(sha256), Some(_)) = (&document.path, &document.sha256, document.status) {
                places.push(place);
                documents.push((path.clone(), sha256.clone()));
            }
        }
        let order = PdfOrder {
            documents: &documents,
            source: self.source,
            force: force(self.build),
            durability: durability(self.build),
            is_planned: self.build.dry_run,
            environment,
            is_stopped,
            progress,
        };
        let StoredPdfs { stored, failed } = pdf::make(&order, out);
        for (place, stored) in places.into_iter().zip(stored) {
            self.result.documents[place].pdf = stored;
        }
        self.worst = self.worst.max(failed);
    }
}
