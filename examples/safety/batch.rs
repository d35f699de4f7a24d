//! A batch for villages in a folder of its own, run as a process or inside this one.
//!
//! Owns the folder and the words typed. Must not know what is checked. Its output is exit codes, messages and files.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

use super::made;

/// Every file of a folder, by name.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A folder with a workbook.
pub(crate) struct Room(TempDir);

impl Room {
    /// A folder with a workbook of so many villages.
    pub(crate) fn of(villages: u32) -> Self {
        Self::with(&made::of_villages(villages))
    }

    /// A folder with this workbook.
    pub(crate) fn with(workbook: &[u8]) -> Self {
        let room = Self(tempfile::tempdir().expect("a temporary folder can be made"));
        room.change(workbook);
        room
    }

    /// Puts another workbook in place of the first.
    pub(crate) fn change(&self, workbook: &[u8]) {
        fs::write(self.path().join("so-lieu.xlsx"), workbook).expect("the workbook can be written");
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Where the documents are.
    pub(crate) fn out(&self) -> PathBuf {
        self.path().join("ket-qua")
    }

    /// The documents and what is beside them.
    pub(crate) fn files(&self) -> Files {
        files(&self.out())
    }

    /// The batch as a process that is not started yet.
    pub(crate) fn command(&self, more: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(words(Path::new("so-lieu.xlsx"), Path::new("ket-qua"), more)).current_dir(self.path());
        command
    }

    /// Starts the batch, unheard.
    pub(crate) fn start(&self, more: &[&str]) -> Child {
        let mut command = self.command(more);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program is built beside this one")
    }

    /// Runs the batch as a process: its exit code and its messages.
    pub(crate) fn run(&self, more: &[&str]) -> (i32, String) {
        answer(self.command(more).output())
    }

    /// Runs the batch inside this process, where calls on the disk can fail: its exit code and its messages.
    pub(crate) fn run_here(&self, more: &[&str]) -> (u8, String) {
        let mut all = vec![OsString::from("vanthu")];
        all.extend(words(&self.path().join("so-lieu.xlsx"), &self.out(), more));
        let (mut results, mut messages) = (Vec::new(), Vec::new());
        let code = vanthu::cli::run(&all, &|_| None, false, &mut results, &mut messages);
        (code, String::from_utf8_lossy(&messages).into_owned())
    }
}

/// The exit code and the messages of a process that has ended.
pub(crate) fn answer(output: std::io::Result<Output>) -> (i32, String) {
    let Output { status, stderr, .. } = output.expect("the program is built beside this one");
    (status.code().unwrap_or(-1), String::from_utf8_lossy(&stderr).into_owned())
}

fn words(workbook: &Path, out: &Path, more: &[&str]) -> Vec<OsString> {
    let template = if more.contains(&"--template") { &[][..] } else { &["--template", "ke-hoach"] };
    let paths = [Path::new("build"), workbook, Path::new("--out"), out].map(|path| path.as_os_str().to_owned());
    let others = ["--for-each", "thon"].iter().chain(template).chain(more).map(OsString::from);
    paths.into_iter().chain(others).collect()
}

/// The program, beside the folder of examples.
pub(crate) fn program() -> PathBuf {
    let this = std::env::current_exe().expect("this program has a path");
    this.parent().and_then(Path::parent).expect("it is in the folder of examples").join("vanthu")
}

/// Every file of a folder with its bytes; none where there is no such folder.
pub(crate) fn files(folder: &Path) -> Files {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named =
        |entry: fs::DirEntry| Some((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).ok()?));
    entries.filter_map(named).collect()
}

/// Whether a file is a document, by its name.
pub(crate) fn is_document(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "docx")
}

/// Whether a file is a temporary one or the lock, which the next run removes.
pub(crate) fn is_temporary(name: &str) -> bool {
    name.starts_with(".vanthu-")
}

/// Numbers that look random and are the same in every run.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    /// The next number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}
