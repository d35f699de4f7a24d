//! The command `index`: the indexes of several batches in, one out.
//!
//! Owns the folders it reads, and which documents are missing from them. Must not know what an index says: `cycle` joins
//! them.

use std::path::{Path, PathBuf};

use super::args::IndexArguments;
use super::console::Console;
use crate::answers::batch_index::{self, StoredIndex};
use crate::answers::{Ending, json};
use crate::cycle::batch::{BatchIndex, of_folders};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::files::{self, Durability};

/// Runs the command.
pub(super) fn run(index: &IndexArguments, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    let stored = joined(index, &mut out);
    console.print_messages(&out);
    if console.is_json {
        console.print_json(json::index(stored.as_ref().ok()), &out);
    } else if let Ok(StoredIndex { workbook, manifest }) = &stored {
        console.print_result(&workbook.display().to_string());
        console.print_result(&manifest.display().to_string());
    }
    stored.err().unwrap_or(Ending::Done)
}

fn joined(arguments: &IndexArguments, out: &mut Diagnostics) -> Result<StoredIndex, Ending> {
    let (mut indexes, mut ending) = (Vec::new(), None);
    let folder = folder(arguments);
    for of_batch in &arguments.folders {
        match batch_index::read(of_batch, out) {
            Ok(index) => indexes.push((seen_from(&folder, of_batch), with_files(index, of_batch, out))),
            Err(failed) => ending = ending.max(Some(failed)),
        }
    }
    match ending {
        Some(failed) => Err(failed),
        // The index is all that is written here, not a part.
        None => batch_index::store(&folder, of_folders(indexes), Durability::Synced, out)
            .map_err(|failed| if failed == Ending::Part { Ending::Disk } else { failed }),
    }
}

/// The folder of the joined index: the one that holds the first folder, where none is named.
fn folder(arguments: &IndexArguments) -> PathBuf {
    let above = || arguments.folders[0].parent().unwrap_or(Path::new("")).to_owned();
    arguments.out.clone().unwrap_or_else(above)
}

/// The path of a folder from the one of the joined index; whole where it lies elsewhere.
fn seen_from(folder: &Path, of_batch: &Path) -> String {
    let path = of_batch.strip_prefix(folder).map(Path::to_owned);
    let path = path.unwrap_or_else(|_| std::path::absolute(of_batch).unwrap_or_else(|_| of_batch.to_owned()));
    path.to_string_lossy().replace('\\', "/")
}

/// The index with the documents that are still there; the others are reported.
fn with_files(mut index: BatchIndex, folder: &Path, out: &mut Diagnostics) -> BatchIndex {
    let (there, missing): (Vec<_>, Vec<_>) =
        index.documents.into_iter().partition(|document| !files::is_missing(&folder.join(&document.file)));
    if !missing.is_empty() {
        let names: Vec<String> = missing.into_iter().map(|document| document.file).collect();
        let message = Diagnostic::warning("TEP-023").at(&Place::file(folder.to_string_lossy()));
        out.report(message.with("count", names.len()).with("names", names.join("; ")));
    }
    index.documents = there;
    index
}
