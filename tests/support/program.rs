//! The program as a clerk runs it: in a folder, with arguments, both output streams captured.
//!
//! Owns starting the binary in a clean environment. Must not know the expected output.

use std::path::Path;
use std::process::{Command, Output};

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
