//! Files that are written piece by piece and get their name only when they are whole.
//!
//! Owns the temporary file until then, and the steps on the disk. Must not decide: `decision` says what happens to an
//! existing file. Its output tells the front where the file is and why.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::decision::{Step, StoreDecision, TargetState, WantedName, decide_for, refuse_long};
use super::disk;
use super::failure::{Cause, Failure};
use super::names::safe_name;
use super::request::{Durability, Force, Ownership, Stored};
use super::store::{make_folder, replace_and_keep};
use super::temporary::{Existing, Temporary, persist};

/// A file that is read from any place.
pub trait SeekableRead: Read + Seek {}

impl<T: Read + Seek> SeekableRead for T {}

/// What an existing file holds, compared with the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExistingContent {
    /// The same: it is left alone.
    Same,
    /// Something else; whose it is.
    Other(Ownership),
}

/// Where a file of any size goes.
pub struct Destination<'a> {
    /// The folder; it is created, with its parents, where it is missing.
    pub folder: &'a Path,
    /// The file name; it is made safe first.
    pub name: &'a str,
    /// Judges an existing plain file.
    pub judge: &'a dyn Fn(&mut dyn SeekableRead) -> ExistingContent,
    /// What happens to an existing file that was edited or is not ours.
    pub force: Force,
    /// Whether the bytes are on the disk before the file gets its name.
    pub durability: Durability,
}

/// A file without a name yet. Dropping it removes it; one that a killed run left is removed by the next.
///
/// After the first failure it takes everything and keeps nothing, so that whoever writes can end in peace; it can't be
/// stored any more.
#[derive(Debug)]
pub struct StagedFile {
    temporary: Temporary,
    position: u64,
    failed: Option<ErrorKind>,
}

impl StagedFile {
    /// A new file in this folder, which is created where it is missing.
    ///
    /// # Errors
    /// Why the folder can't be written to (`TEP-002`, `TEP-003`, `TEP-006`, `TEP-009`).
    pub fn create(folder: &Path) -> Result<Self, Failure> {
        make_folder(folder)?;
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let temporary = Temporary::create(folder).map_err(|error| Failure::of(folder, &error))?;
        Ok(Self { temporary, position: 0, failed: None })
    }

    /// What an operation gave; after a failure, what it would have given.
    fn noted(&mut self, done: io::Result<u64>) -> io::Result<u64> {
        self.failed = self.failed.or(done.as_ref().err().map(io::Error::kind));
        done
    }
}

impl Write for StagedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written =
            if self.failed.is_some() { Ok(bytes.len()) } else { disk::write_some(self.temporary.file(), bytes) };
        self.failed = self.failed.or(written.as_ref().err().map(io::Error::kind));
        self.position += written.as_ref().map_or(0, |count| *count as u64);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed.is_some() { Ok(()) } else { self.temporary.file().flush() }
    }
}

impl Seek for StagedFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.position = match (self.failed, to) {
            (None, to) => {
                let done = self.temporary.file().seek(to);
                self.noted(done)?
            }
            (Some(_), SeekFrom::Start(place)) => place,
            (Some(_), SeekFrom::Current(by) | SeekFrom::End(by)) => self.position.saturating_add_signed(by),
        };
        Ok(self.position)
    }
}

/// What [`store_staged`] would do; writes nothing.
///
/// # Errors
/// Those of [`store_staged`] that can be found without writing.
pub fn plan_staged(destination: &Destination) -> Result<Stored, Failure> {
    let Destination { folder, name, force, judge, .. } = *destination;
    let wanted = WantedName { folder, name, force, state: &|path| state(path, judge) };
    decide_for(&wanted).map(|decision| decision.stored)
}

/// Gives a staged file its name, by the rules of [`super::store`].
///
/// # Errors
/// The path is too long (`TEP-005`), the disk is full (`TEP-003`), the file is open elsewhere (`TEP-004`), rights are
/// missing (`TEP-002`), or the disk fails (`TEP-009`), while it was written or now.
pub fn store_staged(destination: &Destination, staged: StagedFile) -> Result<Stored, Failure> {
    let Destination { folder, name, force, judge, durability } = *destination;
    let path = folder.join(safe_name(name));
    refuse_long(&path)?;
    if let Some(kind) = staged.failed {
        return Err(Failure::of(&path, &kind.into()));
    }
    let wanted = WantedName { folder, name, force, state: &|path| state(path, judge) };
    let decision = decide_for(&wanted)?;
    carry_out(&decision, staged, durability).map_err(|error| Failure::of(&decision.stored.path, &error))?;
    Ok(decision.stored)
}

fn carry_out(decision: &StoreDecision, mut staged: StagedFile, durability: Durability) -> io::Result<()> {
    let path = decision.stored.path.as_path();
    if durability == Durability::Synced && !matches!(decision.step, Step::Leave) {
        let file = staged.temporary.file();
        disk::sync(file.as_file(), file.path())?;
    }
    match decision.step {
        Step::Leave => Ok(()),
        Step::Create => persist(staged.temporary, path, Existing::Keep, durability),
        Step::Replace | Step::ReplaceBackedUp => persist(staged.temporary, path, Existing::Replace, durability),
        Step::BackUp => {
            let backup = decision.stored.kept.as_deref().expect("a backup has a name");
            replace_and_keep(path, backup, staged.temporary, durability)
        }
    }
}

fn state(path: &Path, judge: &dyn Fn(&mut dyn SeekableRead) -> ExistingContent) -> Result<TargetState, Failure> {
    refuse_long(path)?;
    match disk::look(path) {
        Ok(found) if found.is_file() => {
            let opened = disk::open(path, File::options().read(true));
            let mut file = opened.map_err(|error| Failure::of(path, &error))?;
            Ok(match judge(&mut file) {
                ExistingContent::Same => TargetState::Same,
                ExistingContent::Other(ownership) => TargetState::of(ownership),
            })
        }
        Ok(_) => Ok(TargetState::Foreign),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(TargetState::Absent),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            Err(Failure::new(path.parent().unwrap_or(path), Cause::NotAFolder))
        }
        Err(error) => Err(Failure::of(path, &error)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn destination<'a>(
        folder: &'a Path,
        judge: &'a dyn Fn(&mut dyn SeekableRead) -> ExistingContent,
    ) -> Destination<'a> {
        Destination { folder, name: "a.zip", judge, force: Force::Off, durability: Durability::Synced }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_has_its_name_only_when_it_is_whole() {
        let room = tempfile::tempdir().expect("a temporary folder");
        let nothing = |_: &mut dyn SeekableRead| ExistingContent::Other(Ownership::NotOurs);
        let mut staged = StagedFile::create(room.path()).expect("a new file");
        staged.write_all(b"mot").expect("room on the disk");
        assert!(!room.path().join("a.zip").exists());
        store_staged(&destination(room.path(), &nothing), staged).expect("a stored file");
        assert_eq!(fs::read(room.path().join("a.zip")).expect("the file"), b"mot");
        drop(StagedFile::create(room.path()).expect("a new file"));
        assert_eq!(names(room.path()), ["a.zip"]);
    }

    #[test]
    fn a_file_is_replaced_only_where_it_is_ours() {
        let room = tempfile::tempdir().expect("a temporary folder");
        let store = |bytes: &[u8], content: ExistingContent| {
            let mut staged = StagedFile::create(room.path()).expect("a new file");
            staged.write_all(bytes).expect("room on the disk");
            store_staged(&destination(room.path(), &|_| content.clone()), staged).expect("a stored file").path
        };
        let first = store(b"mot", ExistingContent::Same);
        assert_eq!(store(b"hai", ExistingContent::Other(Ownership::OursIntact)), first);
        assert_eq!(store(b"ba", ExistingContent::Same), first);
        assert_eq!(fs::read(&first).expect("the file"), b"hai");
    }

    #[test]
    fn a_file_that_could_not_be_written_is_not_stored() {
        let room = tempfile::tempdir().expect("a temporary folder");
        let mut staged = StagedFile::create(room.path()).expect("a new file");
        staged.failed = Some(ErrorKind::StorageFull);
        staged.write_all(b"mot").expect("it takes everything");
        assert_eq!(staged.seek(SeekFrom::Current(2)).expect("it goes everywhere"), 5);
        let judge = |_: &mut dyn SeekableRead| ExistingContent::Same;
        let failed = store_staged(&destination(room.path(), &judge), staged);
        assert_eq!(failed.map_err(|failure| failure.cause), Err(Cause::Full));
        assert_eq!(names(room.path()), [""; 0]);
    }
}
