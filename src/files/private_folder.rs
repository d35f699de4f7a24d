//! A folder of our own among the system's temporary files, for programs that take files and give files.
//!
//! Owns the folder from making it to removing it, also the ones that killed runs left; nothing of the clerk's is in it, so it
//! does not go through `disk`. Must not know which program works in it. Its output is the paths and bytes of the files in it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempDir};

use super::failure::Failure;
use super::read::read;

/// How the names of such folders begin.
const PREFIX: &str = "vanthu-";
/// The file that is locked as long as the folder is in use; the system frees the lock of a killed run.
const LOCK: &str = "lock";

/// A folder that nobody else reads or writes; it is removed with all that is in it.
#[derive(Debug)]
pub struct PrivateFolder {
    folder: TempDir,
    /// Locked until the folder is removed.
    _lock: File,
}

impl PrivateFolder {
    /// Makes the folder, and removes those of killed runs.
    ///
    /// # Errors
    /// Why it can't be made (`TEP-002`, `TEP-003`, `TEP-009`).
    pub fn create() -> Result<Self, Failure> {
        let among = std::env::temp_dir();
        sweep_among(&among);
        let failure = |error| Failure::of(&among, &error);
        let folder = Builder::new().prefix(PREFIX).tempdir_in(&among).map_err(failure)?;
        let lock = new_file(&folder.path().join(LOCK))?;
        // On a disk without locks no other run gets one either, and leaves the folder alone.
        let _is_locked = lock.try_lock();
        Ok(Self { folder, _lock: lock })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file with a new name; its folder below this one is made.
    ///
    /// # Errors
    /// The disk is full (`TEP-003`) or fails (`TEP-009`).
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
        use std::io::Write as _;
        let path = self.path().join(name);
        let parent = path.parent().unwrap_or(self.path());
        fs::create_dir_all(parent).map_err(|error| Failure::of(parent, &error))?;
        new_file(&path)?.write_all(bytes).map_err(|error| Failure::of(&path, &error))?;
        Ok(path)
    }

    /// The bytes of a file of at most `limit` bytes.
    ///
    /// # Errors
    /// It is missing (`TEP-001`), larger (`TEP-008`), or can't be read.
    pub fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, Failure> {
        read(&self.path().join(name), limit)
    }
}

fn new_file(path: &Path) -> Result<File, Failure> {
    File::options().write(true).create_new(true).open(path).map_err(|error| Failure::of(path, &error))
}

/// Removes the folders of ours that no run uses any more. What can't be removed stays: it is no reason to stop.
fn sweep_among(among: &Path) {
    for entry in fs::read_dir(among).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        // A link is not followed.
        if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        // A folder without the file may have been made just now.
        let lock = File::options().read(true).write(true).open(entry.path().join(LOCK));
        if lock.is_ok_and(|lock| lock.try_lock().is_ok()) {
            let _stays = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_goes_with_its_files_and_so_does_that_of_a_killed_run() {
        let folder = PrivateFolder::create().expect("a folder");
        folder.write("a/b.docx", b"x").expect("a file");
        assert_eq!(folder.read("a/b.docx", 1), Ok(b"x".to_vec()));
        assert!(folder.write("a/b.docx", b"y").is_err(), "a file is not written over");
        let path = folder.path().to_owned();
        let room = tempfile::tempdir().expect("a temporary folder");
        let left = room.path().join("vanthu-left");
        fs::create_dir(&left).expect("a folder");
        drop(new_file(&left.join(LOCK)).expect("a file"));
        fs::create_dir(room.path().join("vanthu-new")).expect("a folder");
        sweep_among(room.path());
        assert!(!left.exists() && room.path().join("vanthu-new").exists());
        sweep_among(path.parent().expect("it is in a folder"));
        assert!(path.exists(), "a folder in use stays");
        drop(folder);
        assert!(!path.exists());
    }
}
