//! Writes a file in one step: a temporary file beside the target, then a rename.
//!
//! Owns our temporary files, from creating them to removing those that a killed run left. Must not know why a file is
//! written or replaced. Its output is the finished file.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

use super::failure::is_sharing_violation;
use super::read::folder_of;
use super::request::Durability;

const PREFIX: &str = ".vanthu-";
const SUFFIX: &str = ".tmp";

/// What happens to an existing file of this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Existing {
    /// It is kept, and the write fails with `AlreadyExists`.
    Keep,
    /// It is replaced in one step.
    Replace,
}

/// Writes a file completely or not at all.
///
/// A killed run leaves a temporary file, which [`sweep`] removes.
pub(super) fn write(path: &Path, bytes: &[u8], existing: Existing, durability: Durability) -> io::Result<()> {
    persist(stage(folder_of(path), bytes, durability)?, path, existing, durability)
}

/// Writes bytes to the disk under a temporary name; dropping the value removes the file.
pub(super) fn stage(folder: &Path, bytes: &[u8], durability: Durability) -> io::Result<NamedTempFile> {
    let mut temporary = temporary_file(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?;
    temporary.write_all(bytes)?;
    if durability == Durability::Synced {
        temporary.as_file().sync_all()?;
    }
    Ok(temporary)
}

/// Gives a staged file its name.
pub(super) fn persist(
    temporary: NamedTempFile,
    path: &Path,
    existing: Existing,
    durability: Durability,
) -> io::Result<()> {
    rename_over(temporary, path, existing)?;
    if durability == Durability::Synced { sync_folder(folder_of(path)) } else { Ok(()) }
}

/// A new temporary file of ours. It is locked as long as it is open, so that no other run removes it.
pub(super) fn temporary_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // A document is for the whole office: the system's umask decides its rights, not the private default of
        // temporary files.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    loop {
        let temporary = builder.tempfile_in(folder)?;
        match temporary.as_file().try_lock() {
            // Another run took the lock first: it owns the file now, or has removed it.
            Err(TryLockError::WouldBlock) => {}
            Ok(()) if !temporary.path().exists() => {}
            // Where the disk has no locks, another run gets none either and leaves the file alone.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(temporary),
        }
    }
}

/// Removes the temporary files that killed runs left in this folder.
///
/// They are recognised by prefix and suffix, are plain files, and are no longer locked by the run that created them. A
/// file that cannot be removed stays: it is no reason to stop.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.starts_with(PREFIX) && name.ends_with(SUFFIX);
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            remove_if_abandoned(&entry.path());
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that removes files: our own temporary ones")]
fn remove_if_abandoned(path: &Path) {
    // Opened for writing, because some network disks lock only files open for writing.
    let Ok(file) = File::options().read(true).write(true).open(path) else {
        return;
    };
    // The lock is held while the file is removed, so that the run that created it, should it still be alive, notices.
    if file.try_lock().is_ok() {
        let _stays_for_the_next_run = fs::remove_file(path);
    }
}

fn rename_over(mut temporary: NamedTempFile, path: &Path, existing: Existing) -> io::Result<()> {
    // Virus scanners and previews hold a new file for a moment; a program that holds it longer has it open.
    for pause in [200, 400, 800].map(Duration::from_millis) {
        match rename_once(temporary, path, existing) {
            Err(refused) if is_held(&refused.error) => temporary = refused.file,
            done => return done.map_err(|refused| refused.error),
        }
        sleep(pause);
    }
    rename_once(temporary, path, existing).map_err(|refused| refused.error)
}

fn rename_once(temporary: NamedTempFile, path: &Path, existing: Existing) -> Result<(), tempfile::PersistError> {
    let renamed = match existing {
        Existing::Keep => temporary.persist_noclobber(path),
        Existing::Replace => temporary.persist(path),
    };
    renamed.map(drop)
}

/// Windows answers a rename onto an open file with "access denied" (5) too.
fn is_held(error: &io::Error) -> bool {
    is_sharing_violation(error) || (cfg!(windows) && error.raw_os_error() == Some(5))
}

/// Makes the rename itself survive a power cut; Windows has no such call for folders.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network disks can't sync a folder. That is ignored: the file itself is written.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
