//! The program as a clerk runs it: in a folder, with arguments, both output streams captured.
//!
//! Owns the folder, and starting the binary in a clean environment. Must not know the expected output.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use super::workbook::Workbook;

/// The result of a run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// The exit code.
    pub(crate) code: i32,
    /// The text on stdout.
    pub(crate) stdout: String,
    /// The text on stderr.
    pub(crate) stderr: String,
}

/// Runs `vanthu` in a folder, without any environment variable.
pub(crate) fn vanthu(folder: &Path, words: &[&str]) -> Run {
    vanthu_with(folder, words, &[])
}

/// Runs `vanthu` in a folder with only these environment variables.
pub(crate) fn vanthu_with(folder: &Path, words: &[&str], variables: &[(&str, &str)]) -> Run {
    // `examples/` share this module and have no program to run.
    let Some(program) = option_env!("CARGO_BIN_EXE_vanthu") else { panic!("only tests run the program") };
    let mut command = Command::new(program);
    command.current_dir(folder).env_clear().args(words).envs(variables.iter().copied());
    let Output { status, stdout, stderr } = command.output().expect("the program can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the output is UTF-8");
    Run { code: status.code().expect("the program ends by itself"), stdout: text(stdout), stderr: text(stderr) }
}

/// A temporary folder with this workbook, `so-lieu.xlsx`, and text files by their paths in the folder.
#[allow(clippy::disallowed_methods, reason = "a test's files need no atomic writing")]
pub(crate) fn work_folder(workbook: &Workbook, files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("so-lieu.xlsx"), workbook.to_xlsx()).expect("the workbook can be written");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    folder
}
