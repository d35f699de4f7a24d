//! A request to the store, and its result.
//!
//! Owns the types for whose a file is and what was done. Must not know what makes a file ours: the caller's function
//! decides. Its output goes to the front, in JSON and as messages.

use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Place};

/// One document to be stored.
pub struct Request<'a> {
    /// The folder; it is created, with its parents, where it is missing.
    pub folder: &'a Path,
    /// The file name; it is made safe first.
    pub name: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
    /// Decides whose an existing file is, by its bytes.
    pub judge: &'a dyn Fn(&[u8]) -> Ownership,
    /// What happens to an existing file that was edited or is not ours.
    pub force: Force,
    /// Whether the bytes are on the disk before the next file is begun.
    pub durability: Durability,
}

/// Whether a file survives a power cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// The system is told to write it to the disk at once.
    #[default]
    Synced,
    /// The system writes it when it likes: faster, for work that can be repeated.
    Unsynced,
}

/// Whose an existing file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// Ours, as we wrote it.
    OursIntact,
    /// Ours, but edited since.
    OursEdited,
    /// Ours, as we wrote it, but made from another source: the name of that source.
    OfAnotherSource(String),
    /// Not written by us.
    NotOurs,
}

/// Whether files that were edited or are not ours may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// They are kept, and the new file is written beside them.
    Off,
    /// They are renamed to `.bak`.
    On,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// There was no such file.
    Created,
    /// The file had these bytes already and was not touched.
    Unchanged,
    /// The file is ours but edited: it is kept, and the new one is beside it.
    KeptEdited,
    /// The file was replaced.
    Replaced,
    /// The file is not ours, or was made from another source: it is kept, and the new one is beside it.
    Conflict,
}

impl Status {
    /// Its id in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Unchanged => "unchanged",
            Self::KeptEdited => "kept_edited",
            Self::Replaced => "replaced",
            Self::Conflict => "conflict",
        }
    }
}

/// Where a document is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The file that holds the bytes: the folder joined with a name.
    pub path: PathBuf,
    /// What was done.
    pub status: Status,
    /// The existing file that is kept because it was edited or is not ours: under its own name, or as `.bak`.
    pub kept: Option<PathBuf>,
    /// The other source that the kept file was made from; `None` where it was kept for another reason.
    pub kept_source: Option<String>,
}

impl Stored {
    /// The message for the clerk: a file was kept (`TEP-010`, `TEP-011`, `TEP-018`) or became a `.bak` (`TEP-012`).
    #[must_use]
    pub fn message(&self) -> Option<Diagnostic> {
        let kept = self.kept.as_deref()?;
        let message = match self.status {
            Status::KeptEdited => Diagnostic::warning("TEP-010"),
            Status::Conflict if self.kept_source.is_some() => Diagnostic::warning("TEP-018"),
            Status::Conflict => Diagnostic::warning("TEP-011"),
            Status::Created | Status::Unchanged | Status::Replaced => Diagnostic::note("TEP-012"),
        };
        let (kept, written) = (file_name(kept), file_name(&self.path));
        let message = message.at(&Place::file(&kept)).with("kept", kept).with("written", written);
        Some(self.kept_source.iter().fold(message, |message, source| message.with("source", source)))
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
