//! Folders of text files: listing one, and checking that a path is inside one.
//!
//! Owns listing a folder, the refusal of links that lead out of it, and creating new files that never overwrite. Must
//! not know the content of the files. Its output goes to the front.

use std::io::ErrorKind;
use std::path::Path;

use super::disk;
use super::failure::{Cause, Failure};
use super::request::Durability;
use super::store::make_folder;
use super::temporary::{Existing, write};
use crate::vietnamese::text::composed;

/// An entry of a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FolderEntry {
    /// Its name, NFC.
    pub name: String,
    /// What it is; for a link, what it leads to.
    pub kind: EntryKind,
}

/// The kind of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A folder.
    Folder,
    /// A file.
    File,
}

/// The entries of a folder, by name. Hidden entries are left out, and so is anything that is neither file nor folder.
///
/// # Errors
/// The folder is missing (`TEP-001`) or none (`TEP-006`), rights are missing (`TEP-002`), or the disk fails (`TEP-009`).
pub fn list(folder: &Path) -> Result<Vec<FolderEntry>, Failure> {
    let failure = |error| Failure::of(folder, &error);
    let mut found = Vec::new();
    for entry in disk::list(folder).map_err(failure)? {
        let path = entry.map_err(failure)?.path();
        let name = path.file_name().map(|name| composed(&name.to_string_lossy())).unwrap_or_default();
        // Hidden files, and Office's owner files of open documents.
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        // A broken link is listed as a file, so that reading it reports the failure.
        match disk::look_through(&path) {
            Ok(data) if data.is_dir() => found.push(FolderEntry { name, kind: EntryKind::Folder }),
            Ok(data) if !data.is_file() => {}
            Ok(_) | Err(_) => found.push(FolderEntry { name, kind: EntryKind::File }),
        }
    }
    found.sort();
    Ok(found)
}

/// Makes sure that a path is inside a folder, wherever links lead.
///
/// # Errors
/// `TEP-016` where it does not; `TEP-001` where it is missing.
pub fn stay_inside(folder: &Path, path: &Path) -> Result<(), Failure> {
    let real = |path: &Path| disk::without_links(path).map_err(|error| Failure::of(path, &error));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    if real(path)?.starts_with(real(folder)?) { Ok(()) } else { Err(Failure::new(path, Cause::Outside)) }
}

/// Makes sure that this name is free, or is an empty folder.
///
/// # Errors
/// `TEP-013`.
pub fn stay_clear(path: &Path) -> Result<(), Failure> {
    let is_empty_folder = || disk::list(path).is_ok_and(|mut entries| entries.next().is_none());
    if disk::look(path).is_err() || is_empty_folder() {
        return Ok(());
    }
    Err(Failure::new(path, Cause::Taken))
}

/// Writes a new file and creates its folder; an existing file is not touched.
///
/// # Errors
/// `TEP-013` where the name exists, else the failures of writing.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    make_folder(path.parent().unwrap_or(Path::new("")))?;
    write(path, bytes, Existing::Keep, Durability::Synced).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::new(path, Cause::Taken),
        _ => Failure::of(path, &error),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_folder_is_listed_by_name_without_hidden_files() {
        let room = tempfile::tempdir().expect("a temporary folder");
        for name in ["b.md", "a.md", ".an", "~$a.md", "con/x.md"] {
            create(&room.path().join(name), b"x").expect("a new file");
        }
        let names: Vec<String> = list(room.path()).expect("a folder").into_iter().map(|entry| entry.name).collect();
        assert_eq!(names, ["a.md", "b.md", "con"]);
        assert_eq!(list(&room.path().join("d")).map_err(|failure| failure.cause), Err(Cause::Missing));
    }

    #[test]
    fn an_existing_file_is_not_touched() {
        let room = tempfile::tempdir().expect("a temporary folder");
        let path = room.path().join("a.md");
        create(&path, b"first").expect("a new file");
        assert_eq!(create(&path, b"second").map_err(|failure| failure.cause), Err(Cause::Taken));
        assert_eq!(fs::read(&path).expect("the file"), b"first");
        assert_eq!(stay_clear(room.path()).map_err(|failure| failure.cause), Err(Cause::Taken));
        assert_eq!(stay_clear(&room.path().join("b")), Ok(()));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_refused() {
        let room = tempfile::tempdir().expect("a temporary folder");
        let (inside, outside) = (room.path().join("mau"), room.path().join("khac.md"));
        create(&inside.join("a.md"), b"x").expect("a new file");
        create(&outside, b"x").expect("a new file");
        std::os::unix::fs::symlink("a.md", inside.join("b.md")).expect("a link");
        std::os::unix::fs::symlink("../khac.md", inside.join("c.md")).expect("a link");
        assert_eq!(stay_inside(&inside, &inside.join("b.md")), Ok(()));
        assert_eq!(stay_inside(&inside, &inside.join("c.md")).map_err(|failure| failure.cause), Err(Cause::Outside));
    }
}
