//! A file where there is none yet.
//!
//! Owns making it whole or not at all, and never over anything that has the name. Must not know what it holds. Its
//! output is the path, or why there is none.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::decision::refuse_long;
use super::failure::{Cause, Failure};
use super::store::make_folder;
use super::temporary::{Existing, write};

/// Whether anything stands under this name in a folder: a file, a folder, a link that leads nowhere.
#[must_use]
pub fn is_there(folder: &Path, name: &str) -> bool {
    std::fs::symlink_metadata(folder.join(name)).is_ok()
}

/// Makes a file in a folder, which is made with its parents where it is missing.
///
/// # Errors
/// Something has the name already (`TEP-013`), and those of [`super::store`].
pub fn create(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    let path = folder.join(name);
    refuse_long(&path)?;
    make_folder(folder)?;
    match write(&path, bytes, Existing::Keep) {
        Ok(()) => Ok(path),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(Failure::new(&path, Cause::AlreadyThere)),
        Err(error) => Err(Failure::of(&path, &error)),
    }
}
