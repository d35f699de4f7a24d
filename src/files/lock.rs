//! The lock of a folder: one run at a time writes into it.
//!
//! Owns the lock and the folders made for it. Must not know what is written. Its output is a [`LockedFolder`], which a run
//! keeps while it writes.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::failure::{Cause, Failure};
use super::prepare::nearest_existing;
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
    /// `None` on a disk without locks.
    file: Option<File>,
    /// The folders made for it, the innermost first.
    made: Vec<PathBuf>,
}

/// Makes the folder where it is missing, locks it, and removes the temporary files of killed runs.
///
/// # Errors
/// `TEP-021` where another run holds it, else why it can't be written to (`TEP-002`, `TEP-003`, `TEP-006`, `TEP-009`).
pub fn lock(folder: &Path) -> Result<LockedFolder, Failure> {
    let existing = nearest_existing(folder);
    if !existing.is_dir() {
        return Err(Failure::new(&existing, Cause::NotAFolder));
    }
    let missing = folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.exists());
    let made: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    make_folder(folder)?;
    // From here on, what was made is taken away again where locking fails.
    let mut locked = LockedFolder { path: folder.join(LOCK), file: None, made };
    locked.file = locked_file(&locked.path).map_err(|error| match error.kind() {
        ErrorKind::WouldBlock => Failure::new(folder, Cause::Held),
        _ => Failure::of(folder, &error),
    })?;
    sweep(folder);
    Ok(locked)
}

/// The locked file; `None` on a disk without locks, `WouldBlock` where another run has it.
fn locked_file(path: &Path) -> io::Result<Option<File>> {
    loop {
        let file = match File::options().read(true).write(true).create(true).truncate(false).open(path) {
            Ok(file) => file,
            // Windows answers so while another run removes the file.
            Err(error) if cfg!(windows) && error.kind() == ErrorKind::PermissionDenied && path.exists() => {
                return Err(ErrorKind::WouldBlock.into());
            }
            Err(error) => return Err(error),
        };
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(_)) => return Ok(None),
            // Another run may have removed the file, or made it anew, before this one had the lock.
            Ok(()) if is_at(&file, path) => return Ok(Some(file)),
            Ok(()) => {}
        }
    }
}

/// Whether an open file is still the one with this path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |found: io::Result<fs::Metadata>| found.ok().map(|found| (found.dev(), found.ino()));
    identity(file.metadata()).is_some_and(|open| identity(fs::symlink_metadata(path)) == Some(open))
}

/// Whether an open file is still the one with this path: Windows does not give its name to another while it is open.
#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}

impl Drop for LockedFolder {
    #[expect(clippy::disallowed_methods, reason = "the lock is our own file")]
    fn drop(&mut self) {
        // The file goes before its lock. What can't be removed stays: it blocks no later run.
        if let Some(file) = self.file.take() {
            let _stays = fs::remove_file(&self.path);
            drop(file);
        }
        for folder in &self.made {
            let _is_filled = fs::remove_dir(folder);
        }
    }
}
