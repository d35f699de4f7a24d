//! The folder before the work: can it be written, and is it free of what a killed run left?
//!
//! Owns the question asked before anything is rendered. Must not make the folder: where a
//! mistake is found later, nothing was written. Its output is a go-ahead or a failure.

use std::path::{Path, PathBuf};

use super::failure::{Cause, Failure};
use super::temporary::{sweep, temporary_file};

/// Finds out whether documents can be written into this folder, and sweeps temporary files of killed runs out of it.
///
/// The folder may be missing: then the nearest one above it is tried. Nothing stays on the disk.
///
/// # Errors
/// The folder, or what stands in its way (`TEP-002`, `TEP-003`, `TEP-006`, `TEP-009`).
pub fn prepare(folder: &Path) -> Result<(), Failure> {
    let standing = nearest_standing(folder);
    if !standing.is_dir() {
        return Err(Failure::new(&standing, Cause::NotAFolder));
    }
    sweep(folder);
    let probe = temporary_file(&standing).map_err(|error| Failure::of(&standing, &error))?;
    probe.close().map_err(|error| Failure::of(&standing, &error))
}

/// The folder itself or the nearest path above it that is there.
fn nearest_standing(folder: &Path) -> PathBuf {
    let named = folder.ancestors().take_while(|path| !path.as_os_str().is_empty());
    named.into_iter().find(|path| path.exists()).unwrap_or(Path::new(".")).to_owned()
}
