//! The program: command line in, exit code out.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

fn main() -> ExitCode {
    vanthu::cli::hide_panics();
    let words: Vec<OsString> = std::env::args_os().collect();
    let environment = |name: &str| std::env::var(name).ok();
    let is_terminal = io::stderr().is_terminal();
    ExitCode::from(vanthu::cli::run(&words, &environment, is_terminal, &mut io::stdout(), &mut io::stderr()))
}
