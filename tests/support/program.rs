//! The program as a clerk runs it: in a folder, with words, watched on both streams.
//!
//! Owns starting the binary in a clean environment. Knows nothing of what it should say.

use std::path::Path;
use std::process::{Command, Output};

/// What a run gave.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Exit code.
    pub(crate) code: i32,
    /// Results.
    pub(crate) stdout: String,
    /// Messages.
    pub(crate) stderr: String,
}

/// Runs `vanthu` in a folder, with no variable of this machine but the search path.
pub(crate) fn vanthu(folder: &Path, words: &[&str]) -> Run {
    vanthu_with(folder, words, &[])
}

/// The same with variables set.
pub(crate) fn vanthu_with(folder: &Path, words: &[&str], variables: &[(&str, &str)]) -> Run {
    // The maker of the samples shares this module and has no program to run.
    let Some(program) = option_env!("CARGO_BIN_EXE_vanthu") else { panic!("only tests run the program") };
    let mut command = Command::new(program);
    command.current_dir(folder).env_clear().args(words).envs(variables.iter().copied());
    let Output { status, stdout, stderr } = command.output().expect("the program can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
    Run { code: status.code().expect("the program ends by itself"), stdout: text(stdout), stderr: text(stderr) }
}
