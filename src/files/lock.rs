//! The lock of a folder: one run at a time writes into it.
//!
//! Owns the lock and the folders made for it. Must not know what is written. Its output is a [`LockedFolder`], which a run
//! keeps while it writes.

#[cfg(unix)]
use std::fs;
use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk;
use super::failure::{Cause, Failure};
use super::prepare::{must_be_folder, nearest_existing};
use super::read::is_missing;
use super::store::make_folder;
use super::temporary::sweep;

/// The file that is locked. The system frees the lock of a killed run, so that such a file never blocks another run.
const LOCK: &str = ".vanthu-lock";

/// A folder that this run alone writes into.
///
/// When it is dropped, the lock goes, and with it every folder that was made for it and is still empty: where nothing was
/// written, nothing stays.
#[derive(Debug)]
pub struct LockedFolder {
    path: PathBuf,
    /// `None` until it is locked.
    file: Option<File>,
    /// The folders made for it, the innermost first.
    made: Vec<PathBuf>,
}

/// Makes the folder where it is missing, locks it, and removes the temporary files of killed runs.
///
/// # Errors
/// `TEP-021` where another run holds it, else why it can't be written to (`TEP-002`, `TEP-003`, `TEP-006`, `TEP-009`).
pub fn lock(folder: &Path) -> Result<LockedFolder, Failure> {
    must_be_folder(&nearest_existing(folder))?;
    let missing = folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && is_missing(path));
    let made: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    // From here on, what was made is taken away again where locking fails.
    let mut locked = LockedFolder { path: folder.join(LOCK), file: None, made };
    make_folder(folder)?;
    let file = locked_file(&locked.path).map_err(|error| match error.kind() {
        ErrorKind::WouldBlock => Failure::new(folder, Cause::Held),
        _ => Failure::of(folder, &error),
    })?;
    locked.file = Some(file);
    sweep(folder);
    Ok(locked)
}

/// The locked file; without its lock on a disk that has none. `WouldBlock` where another run has it.
fn locked_file(path: &Path) -> io::Result<File> {
    loop {
        let file = match disk::open(path, File::options().read(true).write(true).create(true).truncate(false)) {
            Ok(file) => file,
            // Windows answers so while another run removes the file.
            Err(error) if cfg!(windows) && error.kind() == ErrorKind::PermissionDenied && !is_missing(path) => {
                return Err(ErrorKind::WouldBlock.into());
            }
            Err(error) => return Err(error),
        };
        match disk::try_lock(&file, path) {
            Err(TryLockError::WouldBlock) => return Err(ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(_)) => return Ok(file),
            // Another run may have removed the file, or made it anew, before this one had the lock.
            Ok(()) if is_at(&file, path) => return Ok(file),
            Ok(()) => {}
        }
    }
}

/// Whether an open file is still the one with this path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |found: &fs::Metadata| (found.dev(), found.ino());
    match (file.metadata(), disk::look(path)) {
        (Ok(open), Ok(found)) => identity(&open) == identity(&found),
        (_, Err(error)) if error.kind() == ErrorKind::NotFound => false,
        // Nothing says that it is another one.
        _ => true,
    }
}

/// Whether an open file is still the one with this path: Windows does not give its name to another while it is open.
#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    !is_missing(path)
}

impl Drop for LockedFolder {
    fn drop(&mut self) {
        // The file goes before its lock. What can't be removed stays: it blocks no later run.
        if let Some(file) = self.file.take() {
            let _stays = disk::remove_file(&self.path);
            drop(file);
        }
        for folder in &self.made {
            let _is_filled = disk::remove_folder(folder);
        }
    }
}
