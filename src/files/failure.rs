//! Why the disk refused, as causes that a clerk can act on.
//!
//! Owns the mapping of the system's errors to causes and their codes. Must not know what was to be stored. Its output
//! goes to the front, which prints it and ends with exit code 5.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk;
use crate::diag::{Diagnostic, Place};

/// A file or folder that could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The file or folder in question, as it was given.
    pub path: PathBuf,
    /// Why.
    pub cause: Cause,
}

/// The cause of a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// There is no such file or folder.
    Missing,
    /// The rights do not allow it, or the disk is read-only.
    Denied,
    /// No room is left on the disk.
    Full,
    /// Another program holds the file open.
    Open,
    /// The whole path has more characters than Word opens.
    TooLong,
    /// A file is where a folder should be.
    NotAFolder,
    /// A folder or a device is where a file should be.
    NotAFile,
    /// The file is larger than this many bytes.
    TooLarge(u64),
    /// It is a link out of the folder in which it must be.
    Outside,
    /// A file that should be created exists already.
    Taken,
    /// Another run writes into the folder.
    Held,
    /// Anything else, in the system's own words.
    Other(ErrorKind),
}

/// The most characters of a whole path, in the units that Windows counts.
///
/// Office fails near 260 whatever the system allows; the difference is room for its lock file and for a copy in a
/// deeper folder.
pub(super) const LONGEST_PATH: usize = 200;

impl Failure {
    pub(super) fn new(path: &Path, cause: Cause) -> Self {
        Self { path: path.to_owned(), cause }
    }

    /// The failure behind a system's error on this path.
    #[must_use]
    pub fn of(path: &Path, error: &io::Error) -> Self {
        let cause = Cause::of(error);
        // Office's owner files remain after a crash, so they are considered only after a refusal.
        let is_refusal = matches!(cause, Cause::Denied | Cause::Other(_));
        Self::new(path, if is_refusal && has_owner_file(path) { Cause::Open } else { cause })
    }

    /// Whether another program holds the file open, as Word does: the clerk can close it.
    #[must_use]
    pub fn is_open_elsewhere(&self) -> bool {
        self.cause == Cause::Open
    }

    /// The message for the clerk: codes `TEP-001` to `TEP-009`, `TEP-013`, `TEP-016`, `TEP-021`.
    #[must_use]
    pub fn message(&self) -> Diagnostic {
        let message = Diagnostic::error(self.cause.code()).with("path", self.path.display());
        let message = match self.path.file_name() {
            Some(name) => message.at(&Place::file(name.to_string_lossy())),
            None => message,
        };
        match self.cause {
            Cause::TooLong => message.with("length", path_length(&self.path)).with("limit", LONGEST_PATH),
            Cause::TooLarge(bytes) => message.with("limit", bytes / (1024 * 1024)),
            Cause::Other(kind) => message.with("kind", kind),
            _ => message,
        }
    }
}

impl Cause {
    /// The stable code of this cause.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "TEP-001",
            Self::Denied => "TEP-002",
            Self::Full => "TEP-003",
            Self::Open => "TEP-004",
            Self::TooLong => "TEP-005",
            Self::NotAFolder => "TEP-006",
            Self::NotAFile => "TEP-007",
            Self::TooLarge(_) => "TEP-008",
            Self::Other(_) => "TEP-009",
            Self::Taken => "TEP-013",
            Self::Outside => "TEP-016",
            Self::Held => "TEP-021",
        }
    }

    fn of(error: &io::Error) -> Self {
        if is_sharing_violation(error) {
            return Self::Open;
        }
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Denied,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::Open,
            ErrorKind::InvalidFilename => Self::TooLong,
            ErrorKind::NotADirectory => Self::NotAFolder,
            ErrorKind::IsADirectory => Self::NotAFile,
            ErrorKind::AlreadyExists => Self::Taken,
            kind => Self::Other(kind),
        }
    }
}

/// How many UTF-16 units the whole path has.
pub(super) fn path_length(path: &Path) -> usize {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.to_string_lossy().encode_utf16().count()
}

/// Whether Windows reports that another program holds the file: sharing (32) or lock (33) violation.
pub(super) fn is_sharing_violation(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

/// Whether Word, Excel or `LibreOffice` left its owner file beside this one.
///
/// Office writes `~$` before the name and, where the name is long, over its first one or two characters.
fn has_owner_file(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(OsStr::to_str) else {
        return false;
    };
    let after = |count: usize| name.char_indices().nth(count).map_or("", |(start, _)| &name[start..]);
    let owners = [0, 1, 2].map(|count| format!("~${}", after(count)));
    let libre_office = format!(".~lock.{name}#");
    owners.iter().chain([&libre_office]).any(|owner| disk::look_through(&path.with_file_name(owner)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_has_its_own_code() {
        let check = |kind: ErrorKind, code: &str| assert_eq!(Cause::of(&kind.into()).code(), code, "{kind}");
        check(ErrorKind::NotFound, "TEP-001");
        check(ErrorKind::ReadOnlyFilesystem, "TEP-002");
        check(ErrorKind::StorageFull, "TEP-003");
        check(ErrorKind::ResourceBusy, "TEP-004");
        check(ErrorKind::InvalidFilename, "TEP-005");
        check(ErrorKind::NotADirectory, "TEP-006");
        check(ErrorKind::IsADirectory, "TEP-007");
        check(ErrorKind::TimedOut, "TEP-009");
    }

    #[test]
    fn an_owner_file_explains_a_refusal() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let refused = ErrorKind::PermissionDenied.into();
        let path = folder.path().join("Chương trình.docx");
        assert_eq!(Failure::of(&path, &refused).cause, Cause::Denied);
        let owner = folder.path().join("~$ương trình.docx");
        let _owner = std::fs::File::options().write(true).create_new(true).open(owner).expect("an owner file");
        assert_eq!(Failure::of(&path, &refused).cause, Cause::Open);
        assert_eq!(Failure::of(&path, &ErrorKind::StorageFull.into()).cause, Cause::Full);
    }
}
