//! What happens to an existing file with the name of a document.
//!
//! Owns the rules that keep a clerk's edits. Must not write: it reads and decides. Its output goes to `store`, which
//! carries it out.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk;
use super::failure::{Cause, Failure, LONGEST_PATH, path_length};
use super::names::{backup_name, beside_name, safe_name};
use super::read::read;
use super::request::{Force, Ownership, Request, Status, Stored};

/// The name that is asked for, and how a file with such a name is judged.
pub(super) struct WantedName<'a> {
    pub(super) folder: &'a Path,
    pub(super) name: &'a str,
    pub(super) force: Force,
    pub(super) state: &'a dyn Fn(&Path) -> Result<TargetState, Failure>,
}

/// Where the bytes go, and how.
pub(super) struct StoreDecision {
    pub(super) stored: Stored,
    pub(super) step: Step,
}

/// What is to be done on the disk.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// Nothing: the file has these bytes already.
    Leave,
    /// Write a new file.
    Create,
    /// Write over a file of ours.
    Replace,
    /// Keep the existing file as `stored.kept`, then write.
    BackUp,
    /// Write over a file whose copy is `stored.kept` already: a run that failed or was killed has made it.
    ReplaceBackedUp,
}

/// The existing file of a name, compared with the new bytes.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum TargetState {
    Absent,
    Same,
    Ours,
    Edited,
    Foreign,
    OfAnotherSource(String),
}

/// Inspects the file of a document's name, and those beside it, and decides.
pub(super) fn decide(request: &Request) -> Result<StoreDecision, Failure> {
    let Request { folder, name, force, .. } = *request;
    decide_for(&WantedName { folder, name, force, state: &|path| target_state(path, request) })
}

/// Inspects the file of this name, and those beside it, and decides.
pub(super) fn decide_for(wanted: &WantedName) -> Result<StoreDecision, Failure> {
    let name = safe_name(wanted.name);
    let path = wanted.folder.join(&name);
    let mut kept_source = None;
    let status = match (wanted.state)(&path)? {
        TargetState::Absent => return Ok(StoreDecision::new(path, Status::Created, None, Step::Create)),
        TargetState::Same => return Ok(StoreDecision::new(path, Status::Unchanged, None, Step::Leave)),
        TargetState::Ours => return Ok(StoreDecision::new(path, Status::Replaced, None, Step::Replace)),
        TargetState::Edited => Status::KeptEdited,
        TargetState::Foreign => Status::Conflict,
        TargetState::OfAnotherSource(source) => {
            kept_source = Some(source);
            Status::Conflict
        }
    };
    match wanted.force {
        Force::On => {
            let (backup, step) = backup(&path, wanted.folder, &name)?;
            Ok(StoreDecision::new(path, Status::Replaced, Some(backup), step))
        }
        Force::Off => {
            let (beside, step) = place_beside(&name, wanted)?;
            let StoreDecision { stored, step } = StoreDecision::new(beside, status, Some(path), step);
            Ok(StoreDecision { stored: Stored { kept_source, ..stored }, step })
        }
    }
}

impl TargetState {
    /// The state of a file with other bytes than the new ones.
    pub(super) fn of(ownership: Ownership) -> Self {
        match ownership {
            Ownership::OursIntact => Self::Ours,
            Ownership::OursEdited => Self::Edited,
            Ownership::NotOurs => Self::Foreign,
            Ownership::OfAnotherSource(source) => Self::OfAnotherSource(source),
        }
    }
}

impl StoreDecision {
    fn new(path: PathBuf, status: Status, kept: Option<PathBuf>, step: Step) -> Self {
        Self { stored: Stored { path, status, kept, kept_source: None }, step }
    }
}

fn target_state(path: &Path, request: &Request) -> Result<TargetState, Failure> {
    refuse_long(path)?;
    let bytes = match inspect(path)? {
        FoundFile::Missing => return Ok(TargetState::Absent),
        FoundFile::Other => return Ok(TargetState::Foreign),
        FoundFile::PlainFile(bytes) => bytes,
    };
    if bytes == request.bytes {
        return Ok(TargetState::Same);
    }
    Ok(TargetState::of((request.judge)(&bytes)))
}

/// Refuses a path that Word does not open.
pub(super) fn refuse_long(path: &Path) -> Result<(), Failure> {
    if path_length(path) > LONGEST_PATH { Err(Failure::new(path, Cause::TooLong)) } else { Ok(()) }
}

/// An existing file, inspected once: another run may create it between two inspections.
pub(super) enum FoundFile {
    Missing,
    /// A link, a folder, or a file over the size limit.
    Other,
    /// The bytes of a plain file.
    PlainFile(Vec<u8>),
}

/// Inspects the file of a name.
pub(super) fn inspect(path: &Path) -> Result<FoundFile, Failure> {
    /// None of our documents is nearly as large. A larger file is kept without being read.
    const LARGEST_DOCUMENT: u64 = 64 * 1024 * 1024;
    match disk::look(path) {
        Ok(found) if found.is_file() && found.len() <= LARGEST_DOCUMENT => {
            read(path, LARGEST_DOCUMENT).map(FoundFile::PlainFile)
        }
        Ok(_) => Ok(FoundFile::Other),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(FoundFile::Missing),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            Err(Failure::new(path.parent().unwrap_or(path), Cause::NotAFolder))
        }
        Err(error) => Err(Failure::of(path, &error)),
    }
}

/// The first name beside a kept file that is free, or whose file is ours.
fn place_beside(name: &str, wanted: &WantedName) -> Result<(PathBuf, Step), Failure> {
    let mut nth = 1;
    loop {
        let path = wanted.folder.join(beside_name(name, nth));
        match (wanted.state)(&path)? {
            TargetState::Absent => return Ok((path, Step::Create)),
            TargetState::Same => return Ok((path, Step::Leave)),
            TargetState::Ours => return Ok((path, Step::Replace)),
            TargetState::Edited | TargetState::Foreign | TargetState::OfAnotherSource(_) => nth += 1,
        }
    }
}

/// The first name of a backup that is free, or whose file is a copy of the existing one.
fn backup(path: &Path, folder: &Path, name: &str) -> Result<(PathBuf, Step), Failure> {
    let existing = match inspect(path)? {
        FoundFile::PlainFile(bytes) => Some(bytes),
        FoundFile::Missing | FoundFile::Other => None,
    };
    let mut nth = 1;
    loop {
        let backup = folder.join(backup_name(name, nth));
        match inspect(&backup)? {
            FoundFile::Missing => return Ok((backup, Step::BackUp)),
            FoundFile::PlainFile(bytes) if existing.as_ref() == Some(&bytes) => {
                return Ok((backup, Step::ReplaceBackedUp));
            }
            FoundFile::PlainFile(_) | FoundFile::Other => nth += 1,
        }
    }
}
