//! What becomes of the file that has a document's name already.
//!
//! Owns the rules that keep a clerk's edits. Must not write: it looks and decides. Its output goes to `store`, which
//! carries it out.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::failure::{Cause, Failure, LONGEST_PATH, path_length};
use super::names::{backup_name, beside_name, safe_name};
use super::read::read;
use super::request::{Force, Ownership, Request, Status, Stored};

/// Where the bytes go, and how.
pub(super) struct StoreDecision {
    pub(super) stored: Stored,
    pub(super) step: Step,
}

/// What is to be done on the disk.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// Nothing: the bytes are there.
    Leave,
    /// Write where nothing stands.
    Create,
    /// Write over a file of ours.
    Replace,
    /// Keep what is there under `stored.kept`, then replace it.
    BackUp,
}

/// What stands under a name, seen against the new bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Absent,
    Same,
    Ours,
    Edited,
    Strange,
}

/// Looks at what stands under the name, and beside it, and decides.
pub(super) fn decide(request: &Request) -> Result<StoreDecision, Failure> {
    let name = safe_name(request.name);
    let path = request.folder.join(&name);
    let status = match standing(&path, request)? {
        Standing::Absent => return Ok(StoreDecision::new(path, Status::Created, None, Step::Create)),
        Standing::Same => return Ok(StoreDecision::new(path, Status::Unchanged, None, Step::Leave)),
        Standing::Ours => return Ok(StoreDecision::new(path, Status::Replaced, None, Step::Replace)),
        Standing::Edited => Status::KeptEdited,
        Standing::Strange => Status::Conflict,
    };
    match request.force {
        Force::On => {
            let backup = free_backup(request.folder, &name);
            Ok(StoreDecision::new(path, Status::Replaced, Some(backup), Step::BackUp))
        }
        Force::Off => {
            let (beside, step) = place_beside(&name, request)?;
            Ok(StoreDecision::new(beside, status, Some(path), step))
        }
    }
}

impl StoreDecision {
    fn new(path: PathBuf, status: Status, kept: Option<PathBuf>, step: Step) -> Self {
        Self { stored: Stored { path, status, kept }, step }
    }
}

fn standing(path: &Path, request: &Request) -> Result<Standing, Failure> {
    refuse_long(path)?;
    let bytes = match look(path)? {
        FoundFile::Nothing => return Ok(Standing::Absent),
        FoundFile::NoDocument => return Ok(Standing::Strange),
        FoundFile::Document(bytes) => bytes,
    };
    if bytes == request.bytes {
        return Ok(Standing::Same);
    }
    Ok(match (request.judge)(&bytes) {
        Ownership::OursIntact => Standing::Ours,
        Ownership::OursEdited => Standing::Edited,
        Ownership::NotOurs => Standing::Strange,
    })
}

/// Refuses a path that Word does not open.
pub(super) fn refuse_long(path: &Path) -> Result<(), Failure> {
    if path_length(path) > LONGEST_PATH { Err(Failure::new(path, Cause::TooLong)) } else { Ok(()) }
}

/// What stands under a name on the disk, looked at once: another run may make the file between two looks.
pub(super) enum FoundFile {
    Nothing,
    /// A link, a folder, a giant.
    NoDocument,
    /// The bytes of a plain file.
    Document(Vec<u8>),
}

/// Looks at what stands under a name.
pub(super) fn look(path: &Path) -> Result<FoundFile, Failure> {
    /// No document of ours comes near it; what is larger need not be read to be kept.
    const LARGEST_DOCUMENT: u64 = 64 * 1024 * 1024;
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() && found.len() <= LARGEST_DOCUMENT => {
            read(path, LARGEST_DOCUMENT).map(FoundFile::Document)
        }
        Ok(_) => Ok(FoundFile::NoDocument),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(FoundFile::Nothing),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            Err(Failure::new(path.parent().unwrap_or(path), Cause::NotAFolder))
        }
        Err(error) => Err(Failure::of(path, &error)),
    }
}

/// The first name beside a kept file that is free, or holds what is ours.
fn place_beside(name: &str, request: &Request) -> Result<(PathBuf, Step), Failure> {
    let mut nth = 1;
    loop {
        let path = request.folder.join(beside_name(name, nth));
        match standing(&path, request)? {
            Standing::Absent => return Ok((path, Step::Create)),
            Standing::Same => return Ok((path, Step::Leave)),
            Standing::Ours => return Ok((path, Step::Replace)),
            Standing::Edited | Standing::Strange => nth += 1,
        }
    }
}

fn free_backup(folder: &Path, name: &str) -> PathBuf {
    let mut nth = 1;
    loop {
        let path = folder.join(backup_name(name, nth));
        if fs::symlink_metadata(&path).is_err() {
            return path;
        }
        nth += 1;
    }
}
