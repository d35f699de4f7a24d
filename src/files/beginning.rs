//! The first files of a folder: made where nothing stands, all of them or none.
//!
//! Owns the order in which they appear, so that a full disk leaves nothing behind. Must not know what they hold. Its output
//! goes to the front: where each file is, and whether it was there before.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::decision::refuse_long;
use super::failure::{Cause, Failure};
use super::prepare::prepare;
use super::store::make_folder;
use super::temporary::{Existing, settle, stage};

/// A file to be made.
#[derive(Clone, Copy, Debug)]
pub struct FirstFile<'a> {
    /// Its name, one that is safe everywhere.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// A file that is in the folder now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Began {
    /// The folder joined with its name.
    pub path: PathBuf,
    /// Whether it was there before and was left as it is.
    pub is_kept: bool,
}

/// Makes the first files of a folder, and the folder with its parents; no file that is there is touched.
///
/// Where the file `first` is there already, nothing is written at all. Another that is there is kept. Every byte is on the
/// disk before the first name appears.
///
/// # Errors
/// The first file is there (`TEP-013`), a path is too long for Office (`TEP-005`), the folder is none (`TEP-006`), the
/// disk is full (`TEP-003`), rights are missing (`TEP-002`), or the disk fails (`TEP-009`).
pub fn begin(folder: &Path, first: &FirstFile, others: &[FirstFile]) -> Result<Vec<Began>, Failure> {
    for file in [first].into_iter().chain(others) {
        refuse_long(&folder.join(file.name))?;
    }
    let path = folder.join(first.name);
    if stands(&path) {
        return Err(Failure::new(&path, Cause::Taken));
    }
    prepare(folder)?;
    make_folder(folder)?;
    let staged = |file: &FirstFile| {
        let temporary = stage(folder, file.bytes);
        temporary.map_err(|error| Failure::of(&folder.join(file.name), &error))
    };
    let first = (path, Some(staged(first)?));
    let mut files = vec![first];
    for file in others {
        let path = folder.join(file.name);
        let temporary = if stands(&path) { None } else { Some(staged(file)?) };
        files.push((path, temporary));
    }
    let mut began = Vec::new();
    for (path, temporary) in files {
        let made = temporary.map(|temporary| settle(temporary, &path, Existing::Keep)).transpose();
        match made {
            Ok(made) => began.push(Began { is_kept: made.is_none(), path }),
            // Someone made it since it was looked for. The first one is the whole point; another is theirs.
            Err(error) if error.kind() == ErrorKind::AlreadyExists && !began.is_empty() => {
                began.push(Began { is_kept: true, path });
            }
            Err(error) => return Err(Failure::of(&path, &error)),
        }
    }
    Ok(began)
}

/// Whether anything has this name, a broken link included.
fn stands(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
