//! Every call on the disk, each with the path that it is about.
//!
//! Owns the calls that reading and storing are made of; a test may let any of them fail. Must not know why a call is made
//! or what its failure means. Its output goes to the other files of this room, none of which calls the system itself.

use std::fs::{self, File, Metadata, OpenOptions, ReadDir, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tempfile::{Builder, NamedTempFile, PersistError};

/// A kind of call on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DiskCall {
    /// What a path leads to: a file, a folder, nothing.
    Look,
    /// The entries of a folder.
    List,
    /// Opening a file.
    Open,
    /// Reading a file to its end.
    Read,
    /// Making a temporary file.
    Create,
    /// Writing bytes.
    Write,
    /// Waiting until bytes or names are on the disk.
    Sync,
    /// Taking a lock.
    Lock,
    /// Giving a file its name, or another one.
    Rename,
    /// Making a folder with its parents.
    MakeFolder,
    /// Removing a file or an empty folder of ours.
    Remove,
}

/// Which calls fail, for tests: a disk fails when it likes, and each of its failures must leave whole files.
pub trait DiskFaults: Sync {
    /// Asked before each call; its error is the call's, which is then not made.
    ///
    /// # Errors
    /// The failure of this call; none where it is to be made.
    fn before(&self, call: DiskCall, path: &Path) -> io::Result<()>;
}

static FAULTS: OnceLock<&'static dyn DiskFaults> = OnceLock::new();

/// Lets calls on the disk fail from now on, in the whole process; the first who asks for it decides. Only tests do: the
/// program never calls this.
pub fn inject_faults(faults: &'static dyn DiskFaults) {
    FAULTS.get_or_init(|| faults);
}

fn ask(call: DiskCall, path: &Path) -> io::Result<()> {
    FAULTS.get().map_or(Ok(()), |faults| faults.before(call, path))
}

/// What has this name; a link is not followed.
pub(super) fn look(path: &Path) -> io::Result<Metadata> {
    ask(DiskCall::Look, path)?;
    fs::symlink_metadata(path)
}

/// What this path leads to, through links.
pub(super) fn look_through(path: &Path) -> io::Result<Metadata> {
    ask(DiskCall::Look, path)?;
    fs::metadata(path)
}

/// The path without links.
pub(super) fn without_links(path: &Path) -> io::Result<PathBuf> {
    ask(DiskCall::Look, path)?;
    fs::canonicalize(path)
}

pub(super) fn list(folder: &Path) -> io::Result<ReadDir> {
    ask(DiskCall::List, folder)?;
    fs::read_dir(folder)
}

pub(super) fn open(path: &Path, options: &OpenOptions) -> io::Result<File> {
    ask(DiskCall::Open, path)?;
    options.open(path)
}

/// The bytes of an open file from where it stands, at most so many.
pub(super) fn read(file: File, path: &Path, most: u64) -> io::Result<Vec<u8>> {
    ask(DiskCall::Read, path)?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(super) fn create_temporary(builder: &Builder, folder: &Path) -> io::Result<NamedTempFile> {
    ask(DiskCall::Create, folder)?;
    builder.tempfile_in(folder)
}

pub(super) fn write(temporary: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
    ask(DiskCall::Write, temporary.path())?;
    temporary.write_all(bytes)
}

/// Writes some of the bytes; returns how many.
pub(super) fn write_some(temporary: &mut NamedTempFile, bytes: &[u8]) -> io::Result<usize> {
    ask(DiskCall::Write, temporary.path())?;
    temporary.write(bytes)
}

pub(super) fn sync(file: &File, path: &Path) -> io::Result<()> {
    ask(DiskCall::Sync, path)?;
    file.sync_all()
}

pub(super) fn try_lock(file: &File, path: &Path) -> Result<(), TryLockError> {
    ask(DiskCall::Lock, path).map_err(TryLockError::Error)?;
    file.try_lock()
}

/// Gives a temporary file its name; fails where the name is taken.
pub(super) fn name_new(temporary: NamedTempFile, path: &Path) -> Result<(), PersistError> {
    match ask(DiskCall::Rename, path) {
        Ok(()) => temporary.persist_noclobber(path).map(drop),
        Err(error) => Err(PersistError { error, file: temporary }),
    }
}

/// Gives a temporary file its name, in place of the file that has it.
pub(super) fn name_over(temporary: NamedTempFile, path: &Path) -> Result<(), PersistError> {
    match ask(DiskCall::Rename, path) {
        Ok(()) => temporary.persist(path).map(drop),
        Err(error) => Err(PersistError { error, file: temporary }),
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that moves files")]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    ask(DiskCall::Rename, from)?;
    fs::rename(from, to)
}

pub(super) fn make_folders(folder: &Path) -> io::Result<()> {
    ask(DiskCall::MakeFolder, folder)?;
    fs::create_dir_all(folder)
}

#[expect(clippy::disallowed_methods, reason = "the one place that removes files: our own lock and temporary ones")]
pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    ask(DiskCall::Remove, path)?;
    fs::remove_file(path)
}

/// Removes a folder; one that is not empty stays.
pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    ask(DiskCall::Remove, path)?;
    fs::remove_dir(path)
}

/// Removes a temporary file that got no name.
pub(super) fn discard(mut temporary: NamedTempFile) -> io::Result<()> {
    if let Err(error) = ask(DiskCall::Remove, temporary.path()) {
        // It stays, as after a real failure; the next run removes it.
        temporary.disable_cleanup(true);
        return Err(error);
    }
    temporary.close()
}
