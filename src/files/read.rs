//! Reading whole files, within a limit, and finding the settings above a workbook.
//!
//! Owns all reading of the disk. Must not know what the bytes mean. Its output goes to the front, which passes the
//! bytes to the rooms.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk;
use super::failure::{Cause, Failure};

/// The bytes of a file of at most `limit` bytes.
///
/// # Errors
/// The file is missing (`TEP-001`), can't be read for lack of rights (`TEP-002`), is open elsewhere (`TEP-004`), is a
/// folder or device (`TEP-007`), is larger than the limit (`TEP-008`), or the disk fails (`TEP-009`).
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    let failure = |error: io::Error| Failure::of(path, &error);
    // Checked before opening: opening a pipe would wait for ever.
    if !disk::look_through(path).map_err(failure)?.is_file() {
        return Err(Failure::new(path, Cause::NotAFile));
    }
    let file = disk::open(path, File::options().read(true)).map_err(failure)?;
    let bytes = disk::read(file, path, limit.saturating_add(1)).map_err(failure)?;
    let is_within = u64::try_from(bytes.len()).is_ok_and(|length| length <= limit);
    if is_within { Ok(bytes) } else { Err(Failure::new(path, Cause::TooLarge(limit))) }
}

/// The nearest file of this name in a folder or any folder above it; `None` where there is none.
#[must_use]
pub fn find_upward(start: &Path, name: &str) -> Option<PathBuf> {
    let whole = std::path::absolute(start).unwrap_or_else(|_| start.to_owned());
    whole
        .ancestors()
        .map(|folder| folder.join(name))
        .find(|path| disk::look_through(path).is_ok_and(|found| found.is_file()))
}

/// Whether there is surely nothing with this path: what can't be looked at counts as there.
#[must_use]
pub fn is_missing(path: &Path) -> bool {
    disk::look_through(path).is_err_and(|error| matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory))
}

/// The folder of a file; the current one for a bare name.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
