//! Bytes become a file in one step: a temporary file beside the target, then a rename.
//!
//! Owns our temporary files, from their making to the sweeping of those that a killed run left.
//! Must not know why a file is written or replaced. Its output is the finished file.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

use super::failure::is_sharing_violation;
use super::read::folder_of;

const PREFIX: &str = ".vanthu-";
const SUFFIX: &str = ".tmp";

/// What may happen to a file that has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Existing {
    /// It is kept, and the write fails with `AlreadyExists`.
    Keep,
    /// It is replaced in one step.
    Replace,
}

/// Writes a file whole or not at all, and through to the disk.
///
/// Killed midway it leaves a temporary file, which [`sweep`] removes.
pub(super) fn write(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    settle(stage(folder_of(path), bytes)?, path, existing)
}

/// Brings bytes onto the disk under a temporary name; where the file is dropped, they are gone again.
pub(super) fn stage(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut temporary = temporary_file(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// Gives a staged file its name.
pub(super) fn settle(temporary: NamedTempFile, path: &Path, existing: Existing) -> io::Result<()> {
    rename_over(temporary, path, existing)?;
    sync_folder(folder_of(path))
}

/// A fresh temporary file of ours, locked as long as it is open so that no other run sweeps it.
pub(super) fn temporary_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // A document is for the whole office: the system's mask decides, not the privacy of temporary files.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    loop {
        let temporary = builder.tempfile_in(folder)?;
        match temporary.as_file().try_lock() {
            // A sweeper was quicker than our lock: the file is its, or gone already.
            Err(TryLockError::WouldBlock) => {}
            Ok(()) if !temporary.path().exists() => {}
            // Where the disk knows no locks, a sweeper gets none either and leaves the file alone.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(temporary),
        }
    }
}

/// Removes the temporary files that killed runs left in this folder.
///
/// Ours by prefix and suffix, plain files, and no longer locked by the run that made them. What cannot be
/// removed stays: a stray file is no reason to stop.
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
    // Writable, because some network disks lock only what may be written.
    let Ok(file) = File::options().read(true).write(true).open(path) else {
        return;
    };
    // The lock is held while the file goes, so that its maker, should it live, sees what happened.
    if file.try_lock().is_ok() {
        let _stays_for_the_next_run = fs::remove_file(path);
    }
}

fn rename_over(mut temporary: NamedTempFile, path: &Path, existing: Existing) -> io::Result<()> {
    // Virus scanners and previews hold a fresh file for a moment; whoever holds it longer has it open.
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
        // Some network disks can't sync a folder; they promise nothing, and the file itself is there.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the same question as on Unix")]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
