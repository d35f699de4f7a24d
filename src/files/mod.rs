//! Safe files: bytes stored under names, whole or not at all.
//!
//! Owns every write to the disk, the names that are safe on every system, and what happens to a file that someone
//! edited. Must not know documents or workbooks: the caller passes a function that says which files are ours. Its
//! output goes to the front, as a [`Stored`] or a [`Failure`].

pub use disk::{DiskCall, DiskFaults, inject_faults};
pub use failure::{Cause, Failure};
pub use first_files::{FirstFile, StartingFile, create_first_files};
pub use folder::{EntryKind, FolderEntry, create, list, stay_clear, stay_inside};
pub use lock::{LockedFolder, lock};
pub use names::safe_name;
pub use prepare::prepare;
pub use private_folder::PrivateFolder;
pub use read::{find_upward, folder_of, is_missing, read};
pub use request::{Durability, Force, Ownership, Request, Status, Stored};
pub use staged::{Destination, ExistingContent, SeekableRead, StagedFile, plan_staged, store_staged};
pub use store::{plan, store};

mod decision;
mod disk;
mod failure;
mod first_files;
mod folder;
mod lock;
mod names;
mod prepare;
mod private_folder;
mod read;
mod request;
mod staged;
mod store;
mod temporary;
