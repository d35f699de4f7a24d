//! Storing one document.
//!
//! Owns the steps on the disk. Must not decide: `decision` says what happens to an existing file. Its output tells the
//! front where the bytes are and why.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::decision::{FoundFile, Step, StoreDecision, decide, inspect, refuse_long};
use super::disk;
use super::failure::{Cause, Failure};
use super::names::safe_name;
use super::read::{folder_of, is_missing};
use super::request::{Durability, Request, Stored};
use super::temporary::{Existing, Temporary, persist, stage, sync_folder, write};

/// What [`store`] would do; writes nothing.
///
/// # Errors
/// Those of [`store`] that can be found without writing.
pub fn plan(request: &Request) -> Result<Stored, Failure> {
    decide(request).map(|decision| decision.stored)
}

/// Stores a document completely or not at all, and never over another's work.
///
/// A missing file is created. A file with the same bytes is not touched, nor is its time stamp. A file of ours is
/// replaced. Any other is kept, and the new one is written beside it as `… (bản mới).docx`, by the same rules; with
/// [`super::Force::On`] it is replaced and kept as `.bak`. A symbolic link is not followed: it counts as a file that is
/// not ours.
///
/// # Errors
/// The path is too long for Word (`TEP-005`), the folder is none (`TEP-006`), the disk is full (`TEP-003`), the file
/// is open elsewhere (`TEP-004`), rights are missing (`TEP-002`), or the disk fails (`TEP-009`).
pub fn store(request: &Request) -> Result<Stored, Failure> {
    refuse_long(&request.folder.join(safe_name(request.name)))?;
    make_folder(request.folder)?;
    loop {
        let decision = decide(request)?;
        match carry_out(&decision, request) {
            Ok(()) => return Ok(decision.stored),
            // Another program created a file of this name in the meantime: decide again with that file.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Failure::of(&decision.stored.path, &error)),
        }
    }
}

fn carry_out(decision: &StoreDecision, request: &Request) -> io::Result<()> {
    let Request { bytes, durability, .. } = *request;
    let path = &decision.stored.path;
    match decision.step {
        Step::Leave => Ok(()),
        Step::Create => write(path, bytes, Existing::Keep, durability),
        Step::Replace | Step::ReplaceBackedUp => write(path, bytes, Existing::Replace, durability),
        Step::BackUp => {
            let backup = decision.stored.kept.as_deref().expect("a backup has a name");
            replace_and_keep(path, backup, stage(folder_of(path), bytes, durability)?, durability)
        }
    }
}

/// Replaces an existing file, which is kept under a second name.
///
/// A plain file is copied, so that its name is never without a file; a link, a folder or a very large file can only be
/// moved, and is moved back where the new file gets no name.
pub(super) fn replace_and_keep(
    path: &Path,
    backup: &Path,
    staged: Temporary,
    durability: Durability,
) -> io::Result<()> {
    if disk::look(path)?.is_file()
        && let Ok(FoundFile::PlainFile(existing)) = inspect(path)
    {
        write(backup, &existing, Existing::Keep, durability)?;
        return persist(staged, path, Existing::Replace, durability);
    }
    disk::rename(path, backup)?;
    persist(staged, path, Existing::Keep, durability).inspect_err(|_| {
        if disk::look(path).is_err() {
            let _stays_under_its_second_name = disk::rename(backup, path);
        }
    })
}

/// Makes a folder with its parents, whose names survive a power cut; an empty path is the current one.
pub(super) fn make_folder(folder: &Path) -> Result<(), Failure> {
    let named = || folder.ancestors().filter(|path| !path.as_os_str().is_empty());
    let made: Vec<&Path> = named().take_while(|path| is_missing(path)).collect();
    let failure = |error: io::Error| match error.kind() {
        // The system's error where a file has the folder's name.
        ErrorKind::AlreadyExists => Failure::new(folder, Cause::NotAFolder),
        _ => Failure::of(folder, &error),
    };
    disk::make_folders(folder).map_err(failure)?;
    let is_unreadable = |error: &io::Error| error.kind() == ErrorKind::PermissionDenied;
    for folder in made.into_iter().map(folder_of) {
        // A folder that may be written but not read can't be opened for this; what is in it is written all the same.
        sync_folder(folder).or_else(|error| if is_unreadable(&error) { Ok(()) } else { Err(failure(error)) })?;
    }
    Ok(())
}
