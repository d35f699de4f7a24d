//! Storing one document.
//!
//! Owns the steps on the disk. Must not decide: `decision` says what happens to an existing file. Its output tells the
//! front where the bytes are and why.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::decision::{FoundFile, Step, StoreDecision, decide, inspect, refuse_long};
use super::failure::{Cause, Failure};
use super::names::safe_name;
use super::request::{Durability, Request, Stored};
use super::temporary::{Existing, write};

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
        Step::Replace => write(path, bytes, Existing::Replace, durability),
        Step::BackUp => {
            let backup = decision.stored.kept.as_deref().expect("a backup has a name");
            back_up(path, backup, durability)?;
            write(path, bytes, Existing::Replace, durability)
        }
    }
}

/// Keeps an existing file under a second name.
///
/// A plain file is copied, so that its name is never without a file; a link or a folder can only be moved.
#[expect(clippy::disallowed_methods, reason = "the one place that moves files")]
fn back_up(path: &Path, backup: &Path, durability: Durability) -> io::Result<()> {
    match inspect(path) {
        Ok(FoundFile::PlainFile(bytes)) => write(backup, &bytes, Existing::Keep, durability),
        Ok(FoundFile::Missing | FoundFile::Other) | Err(_) => fs::rename(path, backup),
    }
}

/// Makes a folder with its parents; an empty path is the current one.
pub(super) fn make_folder(folder: &Path) -> Result<(), Failure> {
    match fs::create_dir_all(folder) {
        Ok(()) => Ok(()),
        // The system's error where a file has the folder's name.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(Failure::new(folder, Cause::NotAFolder)),
        Err(error) => Err(Failure::of(folder, &error)),
    }
}
