//! The documents of a run in one archive instead of a folder.
//!
//! Owns when the archive is begun, whose an existing one is, and when it gets its name. Must not know what a document
//! says. Front ends add the documents in their order and end with [`RunArchive::store`].

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::ending::Ending;
use super::inputs::report_failure;
use crate::cycle::batch::{BatchIndex, INDEX_NAME, MANIFEST_NAME, index_workbook, manifest};
use crate::diag::Diagnostics;
use crate::files::{
    self, Destination, Durability, ExistingContent, Failure, Force, Ownership, SeekableRead, StagedFile, Status,
};
use crate::pipeline::sha256;
use crate::zip::{ArchiveState, ArchiveWriter, ContentDigest, archive_state, source_in_comment};

/// The extension of an archive.
const EXTENSION: &str = "zip";

/// Which archive is to be written, and how.
#[derive(Clone, Copy, Debug)]
pub struct ArchiveOrder<'a> {
    /// The archive.
    pub path: &'a Path,
    /// The names of the workbooks that its documents are made from.
    pub source: &'a str,
    /// What happens to an existing archive that was edited or is not ours.
    pub force: Force,
    /// Whether the archive is on the disk before it gets its name.
    pub durability: Durability,
    /// Whether nothing is written, and only what would be done is found.
    pub is_planned: bool,
}

/// An archive that is being written. Dropped without being stored, it leaves nothing.
pub struct RunArchive<'a> {
    order: ArchiveOrder<'a>,
    digest: ContentDigest,
    /// `None` before the first document, and where nothing is written.
    writer: Option<ArchiveWriter<StagedFile>>,
}

/// An archive that was stored, or would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredArchive {
    /// Where it is.
    pub path: PathBuf,
    /// What was done with it, and so with all its documents.
    pub status: Status,
}

/// The path of an archive as typed, with its extension added where it has none or another: no workbook that was typed
/// by mistake is meant.
#[must_use]
pub fn archive_path(typed: &Path) -> PathBuf {
    let has_extension = typed.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION));
    if has_extension {
        return typed.to_owned();
    }
    let mut name = OsString::from(typed);
    name.push(format!(".{EXTENSION}"));
    PathBuf::from(name)
}

impl<'a> RunArchive<'a> {
    /// An archive without documents; nothing is on the disk yet.
    #[must_use]
    pub fn new(order: ArchiveOrder<'a>) -> Self {
        Self { order, digest: ContentDigest::default(), writer: None }
    }

    /// Adds a file under the name that it would have in a folder.
    ///
    /// # Errors
    /// Why the disk can't take it (`TEP-002`, `TEP-003`, `TEP-006`, `TEP-009`).
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.digest.add(name, bytes);
        if self.order.is_planned {
            return Ok(());
        }
        let writer = match &mut self.writer {
            Some(writer) => writer,
            None => self.writer.insert(ArchiveWriter::new(StagedFile::create(files::folder_of(self.order.path))?)),
        };
        writer.add(name, bytes).map_err(|error| Failure::of(self.order.path, &error))
    }

    /// Adds the index of a batch, as the folder of a first run would have it.
    ///
    /// # Errors
    /// As for a document.
    pub fn add_index(&mut self, index: BatchIndex) -> Result<(), Failure> {
        let index = index.joined_with(BatchIndex::default(), &|_| false);
        let workbook = index_workbook(&index);
        self.add(MANIFEST_NAME, &manifest(&index, vec![sha256(&workbook)]))?;
        self.add(INDEX_NAME, &workbook)
    }

    /// Gives the archive its name. One of ours that holds the same is left alone, any other of ours is replaced; an
    /// archive that was edited, was made from another workbook or is not ours is kept, and the new one goes beside it.
    ///
    /// # Errors
    /// How the command ends where the disk fails; the message says why.
    pub fn store(self, out: &mut Diagnostics) -> Result<StoredArchive, Ending> {
        let Self { order, digest, writer } = self;
        let digest = digest.hex();
        let name = order.path.file_name().unwrap_or_default().to_string_lossy();
        let destination = Destination {
            folder: order.path.parent().unwrap_or(Path::new("")),
            name: &name,
            judge: &|existing| judged(existing, &digest, order.source),
            force: order.force,
            durability: order.durability,
        };
        let stored = match writer {
            None => files::plan_staged(&destination),
            Some(writer) => writer
                .finish(&digest, order.source)
                .map_err(|error| Failure::of(order.path, &error))
                .and_then(|staged| files::store_staged(&destination, staged)),
        };
        let stored = stored.map_err(|failure| report_failure(&failure, out))?;
        stored.message().into_iter().for_each(|message| out.report(message));
        Ok(StoredArchive { path: stored.path, status: stored.status })
    }
}

fn judged(existing: &mut dyn SeekableRead, digest: &str, source: &str) -> ExistingContent {
    let ownership = match archive_state(existing) {
        ArchiveState::Intact { source: other, .. } if other != source_in_comment(source) => {
            Ownership::OfAnotherSource(other)
        }
        ArchiveState::Intact { digest: existing, .. } if existing == digest => return ExistingContent::Same,
        ArchiveState::Intact { .. } => Ownership::OursIntact,
        ArchiveState::Edited => Ownership::OursEdited,
        ArchiveState::Foreign => Ownership::NotOurs,
    };
    ExistingContent::Other(ownership)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_ends_in_zip() {
        let check = |typed: &str, path: &str| assert_eq!(archive_path(Path::new(typed)), Path::new(path));
        check("thon.zip", "thon.zip");
        check("ra/Thôn.ZIP", "ra/Thôn.ZIP");
        check("quy-1.2026", "quy-1.2026.zip");
        check("so-lieu.xlsx", "so-lieu.xlsx.zip");
    }
}
