//! The first files of a folder: created where there are none, all of them or none.
//!
//! Owns the order in which they appear, so that a full disk leaves nothing behind. Must not know their content. Its
//! output goes to the front: where each file is, and whether it existed before.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::decision::refuse_long;
use super::disk;
use super::failure::{Cause, Failure};
use super::prepare::prepare;
use super::request::Durability;
use super::store::make_folder;
use super::temporary::{Existing, Temporary, persist, stage};

/// A file to be created.
#[derive(Clone, Copy, Debug)]
pub struct FirstFile<'a> {
    /// Its name; it must be safe on every system.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// A file that is now in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartingFile {
    /// The folder joined with its name.
    pub path: PathBuf,
    /// Whether it existed before and was not touched.
    pub is_kept: bool,
}

/// Creates the first files of a folder, and the folder with its parents; existing files are not touched.
///
/// Where the file `first` exists already, nothing is written at all. Other existing files are kept. All bytes are on
/// the disk before the first name appears.
///
/// # Errors
/// The first file exists (`TEP-013`), a path is too long for Office (`TEP-005`), the folder is none (`TEP-006`), the
/// disk is full (`TEP-003`), rights are missing (`TEP-002`), or the disk fails (`TEP-009`).
pub fn create_first_files(
    folder: &Path,
    first: &FirstFile,
    others: &[FirstFile],
) -> Result<Vec<StartingFile>, Failure> {
    for file in [first].into_iter().chain(others) {
        refuse_long(&folder.join(file.name))?;
    }
    let path = folder.join(first.name);
    if exists(&path) {
        return Err(Failure::new(&path, Cause::Taken));
    }
    prepare(folder)?;
    make_folder(folder)?;
    let staged = |file: &FirstFile| {
        let temporary = stage(folder, file.bytes, Durability::Synced);
        temporary.map_err(|error| Failure::of(&folder.join(file.name), &error))
    };
    let first = staged(first)?;
    let mut files = Vec::new();
    for file in others {
        let path = folder.join(file.name);
        let temporary = if exists(&path) { None } else { Some(staged(file)?) };
        files.push((path, temporary));
    }
    let mut created = Vec::new();
    for (path, temporary) in files {
        let is_kept = match temporary.map(|temporary| name(temporary, &path)).transpose() {
            Ok(made) => made.is_none(),
            // Another program created the file in the meantime.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => true,
            Err(error) => return Err(Failure::of(&path, &error)),
        };
        created.push(StartingFile { path, is_kept });
    }
    // The first file comes last: as long as it is missing, the command can be run again.
    name(first, &path).map_err(|error| Failure::of(&path, &error))?;
    created.insert(0, StartingFile { path, is_kept: false });
    Ok(created)
}

fn name(temporary: Temporary, path: &Path) -> io::Result<()> {
    persist(temporary, path, Existing::Keep, Durability::Synced)
}

/// Whether anything has this name, a broken link included.
fn exists(path: &Path) -> bool {
    disk::look(path).is_ok()
}
