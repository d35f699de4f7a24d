//! The first files of a folder: created where there are none, all of them or none.
//!
//! Owns the order in which they appear, so that a full disk leaves nothing behind. Must not know their content. Its
//! output goes to the front: where each file is, and whether it existed before.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::decision::refuse_long;
use super::failure::{Cause, Failure};
use super::prepare::prepare;
use super::request::Durability;
use super::store::make_folder;
use super::temporary::{Existing, persist, stage};

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
    let first = (path, Some(staged(first)?));
    let mut files = vec![first];
    for file in others {
        let path = folder.join(file.name);
        let temporary = if exists(&path) { None } else { Some(staged(file)?) };
        files.push((path, temporary));
    }
    let mut created = Vec::new();
    for (path, temporary) in files {
        let made = temporary.map(|temporary| persist(temporary, &path, Existing::Keep, Durability::Synced)).transpose();
        match made {
            Ok(made) => created.push(StartingFile { is_kept: made.is_none(), path }),
            // Another program created the file in the meantime. For the first file that is a failure; any other file is
            // kept.
            Err(error) if error.kind() == ErrorKind::AlreadyExists && !created.is_empty() => {
                created.push(StartingFile { is_kept: true, path });
            }
            Err(error) => return Err(Failure::of(&path, &error)),
        }
    }
    Ok(created)
}

/// Whether anything has this name, a broken link included.
fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
