//! What is asked of the store, and what it answers.
//!
//! Owns the words for whose a file is and what was done. Must not know what makes a file ours: the
//! caller's judge says so. Its output goes to the front, in JSON and as messages.

use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Place};

/// One document to be stored.
pub struct Request<'a> {
    /// The folder; it is made, with its parents, where it is missing.
    pub folder: &'a Path,
    /// The file name; brought to a safe one first.
    pub name: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
    /// Says whose the bytes of an existing file are.
    pub judge: &'a dyn Fn(&[u8]) -> Ownership,
    /// What becomes of a file that is not ours any more.
    pub force: Force,
}

/// Whose an existing file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// Ours, as we wrote it.
    OursIntact,
    /// Ours, edited since.
    OursEdited,
    /// Never ours.
    NotOurs,
}

/// Whether files that are not ours any more may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// They are kept, and the new one goes beside them.
    Off,
    /// They become a `.bak`.
    On,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// There was no such file.
    Created,
    /// The file held these bytes already and was left alone.
    Unchanged,
    /// The file is ours but edited: kept, the new one stands beside it.
    KeptEdited,
    /// The file was replaced.
    Replaced,
    /// The file was never ours: kept, the new one stands beside it.
    Conflict,
}

impl Status {
    /// The word in JSON.
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
    /// The file of someone else's making that is kept: under its own name, or as `.bak`.
    pub kept: Option<PathBuf>,
}

impl Stored {
    /// What the clerk should know: a file was kept (`TEP-010`, `TEP-011`) or became a `.bak` (`TEP-012`).
    #[must_use]
    pub fn message(&self) -> Option<Diagnostic> {
        let kept = self.kept.as_deref()?;
        let message = match self.status {
            Status::KeptEdited => Diagnostic::warning("TEP-010"),
            Status::Conflict => Diagnostic::warning("TEP-011"),
            Status::Created | Status::Unchanged | Status::Replaced => Diagnostic::note("TEP-012"),
        };
        let (kept, written) = (file_name(kept), file_name(&self.path));
        Some(message.at(&Place::file(&kept)).with("kept", kept).with("written", written))
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
