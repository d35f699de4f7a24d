//! The program: command line in, exit code out.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

fn main() -> ExitCode {
    vanthu::cli::hide_panics();
    let words: Vec<OsString> = std::env::args_os().collect();
    let environment = |name: &str| std::env::var(name).ok();
    let is_terminal = io::stderr().is_terminal();
    let surroundings = vanthu::cli::ProgramSurroundings {
        environment: &environment,
        is_terminal,
        stop_request: &stop_request,
        open_folder: &vanthu::cli::open_folder,
    };
    ExitCode::from(vanthu::cli::run_in(surroundings, &words, &mut io::stdout(), &mut io::stderr()))
}

/// Whether the clerk asked to stop. From the first call on, the first Ctrl-C only asks; the second ends the program.
fn stop_request() -> &'static AtomicBool {
    static IS_ASKED_FOR: AtomicBool = AtomicBool::new(false);
    // Where the system allows no handler, Ctrl-C ends the program as ever: files are whole all the same.
    let _ends_at_once = ctrlc::set_handler(|| {
        if IS_ASKED_FOR.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
    });
    &IS_ASKED_FOR
}
