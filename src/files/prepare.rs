//! The folder before the work: can it be written to, and are temporary files of killed runs removed?
//!
//! Owns this check, which runs before anything is rendered. Must not create the folder: where a mistake is found later,
//! nothing must have been written. Its output is success or a failure.

use std::path::{Path, PathBuf};

use super::disk;
use super::failure::{Cause, Failure};
use super::read::is_missing;
use super::temporary::{Temporary, sweep};

/// Checks whether documents can be written into this folder, and removes temporary files of killed runs from it.
///
/// The folder may be missing: then the nearest existing one above it is tried. Nothing stays on the disk.
///
/// # Errors
/// Why the folder can't be written to (`TEP-002`, `TEP-003`, `TEP-006`, `TEP-009`).
pub fn prepare(folder: &Path) -> Result<(), Failure> {
    let existing = nearest_existing(folder);
    must_be_folder(&existing)?;
    sweep(folder);
    let probe = Temporary::create(&existing).map_err(|error| Failure::of(&existing, &error))?;
    probe.discard().map_err(|error| Failure::of(&existing, &error))
}

/// Refuses a file where a folder should be.
pub(super) fn must_be_folder(existing: &Path) -> Result<(), Failure> {
    match disk::look_through(existing) {
        Ok(found) if found.is_dir() => Ok(()),
        Ok(_) => Err(Failure::new(existing, Cause::NotAFolder)),
        Err(error) => Err(Failure::of(existing, &error)),
    }
}

/// The folder itself or the nearest existing path above it.
pub(super) fn nearest_existing(folder: &Path) -> PathBuf {
    let named = folder.ancestors().take_while(|path| !path.as_os_str().is_empty());
    named.into_iter().find(|path| !is_missing(path)).unwrap_or(Path::new(".")).to_owned()
}
