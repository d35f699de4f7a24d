//! Stores the index of a batch beside its documents.
//!
//! Owns which files of the folder are ours, and the order of the writes. Must not know what an index says: `cycle` does.
//! Front ends call it after the last document.

use std::path::{Path, PathBuf};

use super::ending::Ending;
use super::inputs::report_failure;
use crate::cycle::batch::{
    BatchIndex, INDEX_NAME, MANIFEST_NAME, index_workbook, is_manifest, manifest, read_manifest,
};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::files::{self, Cause, Durability, Failure, Force, Ownership, Request};
use crate::pipeline::sha256;

/// The largest index that is read, in bytes; one of a hundred thousand documents is smaller.
const LARGEST_INDEX: u64 = 256 * 1024 * 1024;

/// How many of the workbooks written last the JSON file names.
const KNOWN: usize = 8;

/// Where the index of a batch is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredIndex {
    /// The workbook.
    pub workbook: PathBuf,
    /// The JSON file.
    pub manifest: PathBuf,
}

/// The index that a batch left in a folder.
///
/// # Errors
/// How the command ends where there is none that can be read; the message says why.
pub fn read(folder: &Path, out: &mut Diagnostics) -> Result<BatchIndex, Ending> {
    let path = folder.join(MANIFEST_NAME);
    let bytes = files::read(&path, LARGEST_INDEX).map_err(|failure| report_failure(&failure, out))?;
    let (index, _) = read_manifest(&bytes);
    if index.documents.is_empty() {
        out.report(Diagnostic::error("TEP-022").at(&Place::file(MANIFEST_NAME)).with("path", path.display()));
        return Err(Ending::Mistakes);
    }
    Ok(index)
}

/// Joins the index of a run with the one in the folder, and stores it as a workbook and as JSON. A workbook that was
/// edited, to register the documents in it, is kept, and the new one is written beside it.
///
/// The JSON file names the workbooks of ours that may stand beside it. It is written first, so that a killed run leaves
/// a workbook that the next run knows.
///
/// # Errors
/// How the command ends where the disk fails; the messages say why. It has done its part where one of the two files is
/// open in Excel: the documents are written, and the same command writes the index once the file is closed.
pub fn store(
    folder: &Path,
    index: BatchIndex,
    durability: Durability,
    out: &mut Diagnostics,
) -> Result<StoredIndex, Ending> {
    let (earlier, known) = match files::read(&folder.join(MANIFEST_NAME), LARGEST_INDEX) {
        Ok(bytes) => read_manifest(&bytes),
        Err(Failure { cause: Cause::Missing | Cause::NotAFile | Cause::TooLarge(_), .. }) => Default::default(),
        // An index that is there but can't be read is not written over: it may list documents that no run makes anew.
        Err(failure) => return Err(refused(&failure, out)),
    };
    let index = index.joined_with(earlier, &|file| !files::is_missing(&folder.join(file)));
    let workbook = index_workbook(&index);
    let new = sha256(&workbook);
    let others = known.into_iter().filter(|one| *one != new);
    let known: Vec<String> = std::iter::once(new.clone()).chain(others).take(KNOWN).collect();
    let mut write = |name: &str, bytes: &[u8], is_ours: &dyn Fn(&[u8]) -> Option<Ownership>| {
        let judge = |bytes: &[u8]| is_ours(bytes).unwrap_or(Ownership::NotOurs);
        let request = Request { folder, name, bytes, judge: &judge, force: Force::Off, durability };
        let stored = files::store(&request).map_err(|failure| refused(&failure, out))?;
        stored.message().into_iter().for_each(|message| out.report(message));
        Ok(stored.path)
    };
    let list = manifest(&index, known.clone());
    let manifest = write(MANIFEST_NAME, &list, &|bytes| is_manifest(bytes).then_some(Ownership::OursIntact))?;
    let workbook = write(INDEX_NAME, &workbook, &|bytes| {
        Some(if known.contains(&sha256(bytes)) { Ownership::OursIntact } else { Ownership::OursEdited })
    })?;
    Ok(StoredIndex { workbook, manifest })
}

/// Reports why the index can't be read or written.
fn refused(failure: &Failure, out: &mut Diagnostics) -> Ending {
    if failure.is_open_elsewhere() {
        out.report(failure.message().hint("index"));
        return Ending::Part;
    }
    report_failure(failure, out)
}
