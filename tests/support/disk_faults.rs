//! A disk of which the n-th call fails, for tests of what storing leaves behind.
//!
//! Owns the count of the calls below a folder, and which of them fail. Must not know what is stored. Other folders are
//! not touched, so that tests run beside one another.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use vanthu::files::{DiskCall, DiskFaults, inject_faults};

/// The ways in which a call fails: no right, no room, a broken disk, a file held by another program.
#[allow(dead_code, reason = "some tests name their own")]
pub(crate) const KINDS: [ErrorKind; 4] =
    [ErrorKind::PermissionDenied, ErrorKind::StorageFull, ErrorKind::TimedOut, ErrorKind::ResourceBusy];

/// Which calls fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failing {
    /// None: they are counted.
    None,
    /// The call of this number, 0-based, alone.
    One(usize, ErrorKind),
    /// Every call from this number on, as if the program had been killed there.
    From(usize),
    /// Every call of a kind for paths that end so.
    Named(DiskCall, &'static str, ErrorKind),
}

struct Watched {
    failing: Failing,
    calls: Vec<DiskCall>,
}

struct Folders(Mutex<BTreeMap<PathBuf, Watched>>);

static FOLDERS: Folders = Folders(Mutex::new(BTreeMap::new()));

impl Folders {
    fn locked(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Watched>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl DiskFaults for Folders {
    fn before(&self, call: DiskCall, path: &Path) -> io::Result<()> {
        let mut folders = self.locked();
        let Some((_, watched)) = folders.iter_mut().find(|(folder, _)| path.starts_with(folder)) else {
            return Ok(());
        };
        let number = watched.calls.len();
        watched.calls.push(call);
        let kind = match watched.failing {
            Failing::One(failing, kind) if failing == number => Some(kind),
            Failing::From(first) if first <= number => Some(ErrorKind::BrokenPipe),
            Failing::Named(failing, end, kind) if failing == call && path.to_string_lossy().ends_with(end) => {
                Some(kind)
            }
            _ => None,
        };
        kind.map_or(Ok(()), |kind| Err(kind.into()))
    }
}

/// Does something while calls below a folder fail: its answer, and the calls that were made.
pub(crate) fn with_faults<T>(folder: &Path, failing: Failing, action: impl FnOnce() -> T) -> (T, Vec<DiskCall>) {
    inject_faults(&FOLDERS);
    FOLDERS.locked().insert(folder.to_owned(), Watched { failing, calls: Vec::new() });
    let answer = action();
    let watched = FOLDERS.locked().remove(folder);
    (answer, watched.map(|watched| watched.calls).unwrap_or_default())
}
