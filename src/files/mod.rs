//! Safe files: bytes stored under names, whole or not at all.
//!
//! Owns every write to the disk, the names that are safe on every machine, and what becomes of
//! a file that someone edited. Must not know documents or workbooks: the caller brings the judge
//! of what is ours. Its output goes to the front, as a [`Stored`] or a [`Failure`].

pub use beginning::{Began, FirstFile, begin};
pub use failure::{Cause, Failure};
pub use folder::{EntryKind, FolderEntry, create, list, stay_clear, stay_inside};
pub use names::safe_name;
pub use prepare::prepare;
pub use read::{find_upward, folder_of, read};
pub use request::{Force, Ownership, Request, Status, Stored};
pub use store::{plan, store};

mod beginning;
mod decision;
mod failure;
mod folder;
mod names;
mod prepare;
mod read;
mod request;
mod store;
mod temporary;
