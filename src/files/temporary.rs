//! Writes a file in one step: a temporary file beside the target, then a rename.
//!
//! Owns our temporary files, from creating them to removing those that a killed run left. Must not know why a file is
//! written or replaced. Its output is the finished file.

#[cfg(unix)]
use std::fs::Permissions;
use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use tempfile::{Builder, NamedTempFile, PersistError};

use super::disk;
use super::failure::is_sharing_violation;
use super::read::{folder_of, is_missing};
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

/// Writes bytes to the disk under a temporary name.
pub(super) fn stage(folder: &Path, bytes: &[u8], durability: Durability) -> io::Result<Temporary> {
    let mut temporary = Temporary::create(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?;
    let file = temporary.0.as_mut().expect("it is new");
    disk::write(file, bytes)?;
    if durability == Durability::Synced {
        disk::sync(file.as_file(), file.path())?;
    }
    Ok(temporary)
}

/// Gives a staged file its name.
pub(super) fn persist(temporary: Temporary, path: &Path, existing: Existing, durability: Durability) -> io::Result<()> {
    rename_over(temporary, path, existing)?;
    if durability == Durability::Synced { sync_folder(folder_of(path)) } else { Ok(()) }
}

/// A temporary file of ours; dropping it removes the file. It is locked as long as it is open, so that no other run
/// removes it.
#[derive(Debug)]
pub(super) struct Temporary(Option<NamedTempFile>);

impl Temporary {
    /// A new one in this folder.
    pub(super) fn create(folder: &Path) -> io::Result<Self> {
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // A document is for the whole office: the system's umask decides its rights, not the private default of
            // temporary files.
            builder.permissions(Permissions::from_mode(0o666));
        }
        loop {
            let temporary = Self(Some(disk::create_temporary(&builder, folder)?));
            let file = temporary.0.as_ref().expect("it is new");
            match disk::try_lock(file.as_file(), file.path()) {
                // Another run took the lock first: it owns the file now, or has removed it.
                Err(TryLockError::WouldBlock) => {}
                Ok(()) if is_missing(file.path()) => {}
                // Where the disk has no locks, another run gets none either and leaves the file alone.
                Ok(()) | Err(TryLockError::Error(_)) => return Ok(temporary),
            }
        }
    }

    /// The open file.
    pub(super) fn file(&mut self) -> &mut NamedTempFile {
        self.0.as_mut().expect("it has no name yet")
    }

    /// Removes the file.
    pub(super) fn discard(mut self) -> io::Result<()> {
        self.0.take().map_or(Ok(()), disk::discard)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _stays_for_the_next_run = self.0.take().map(disk::discard);
    }
}

/// Removes the temporary files that killed runs left in this folder.
///
/// They are recognised by prefix and suffix, are plain files, and are no longer locked by the run that created them. A
/// file that cannot be removed stays: it is no reason to stop.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = disk::list(folder) else {
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

fn remove_if_abandoned(path: &Path) {
    // Opened for writing, because some network disks lock only files open for writing.
    let Ok(file) = disk::open(path, File::options().read(true).write(true)) else {
        return;
    };
    // The lock is held while the file is removed, so that the run that created it, should it still be alive, notices.
    if disk::try_lock(&file, path).is_ok() {
        let _stays_for_the_next_run = disk::remove_file(path);
    }
}

fn rename_over(mut temporary: Temporary, path: &Path, existing: Existing) -> io::Result<()> {
    // Virus scanners and previews hold a new file for a moment; a program that holds it longer has it open.
    for pause in [200, 400, 800].map(Duration::from_millis) {
        match rename_once(temporary, path, existing) {
            Err(PersistError { error, file }) if is_held(&error) => temporary = Temporary(Some(file)),
            done => return finished(done),
        }
        sleep(pause);
    }
    finished(rename_once(temporary, path, existing))
}

fn rename_once(mut temporary: Temporary, path: &Path, existing: Existing) -> Result<(), PersistError> {
    let file = temporary.0.take().expect("it has no name yet");
    match existing {
        Existing::Keep => disk::name_new(file, path),
        Existing::Replace => disk::name_over(file, path),
    }
}

/// Removes a temporary file that got no name.
fn finished(renamed: Result<(), PersistError>) -> io::Result<()> {
    renamed.map_err(|PersistError { error, file }| {
        drop(Temporary(Some(file)));
        error
    })
}

/// Windows answers a rename onto an open file with "access denied" (5) too.
fn is_held(error: &io::Error) -> bool {
    let is_busy = matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy);
    is_busy || is_sharing_violation(error) || (cfg!(windows) && error.raw_os_error() == Some(5))
}

/// Makes the rename itself survive a power cut; Windows has no such call for folders.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    let opened = disk::open(folder, File::options().read(true))?;
    match disk::sync(&opened, folder) {
        // Some network disks can't sync a folder. That is ignored: the file itself is written.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
