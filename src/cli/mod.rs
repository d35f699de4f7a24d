//! The command line: arguments in, messages and paths out.
//!
//! Owns what a command means, the files it reads and all printing. Must not know any rule or the inside of a room.

mod args;
mod batch_summary;
mod build;
mod check;
mod columns;
mod config;
mod console;
mod excerpt;
mod excerpt_line;
mod explain;
mod figures;
mod help;
mod index;
pub mod ledger;
pub mod messages;
mod new;
mod progress;
mod screen;
mod shell;
mod shell_word;
mod templates;

use std::ffi::OsString;
use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use args::{Command, CommandLine, EarlyExit, Lang};
use console::{Console, Lines};
use messages::Colouring;

use crate::answers::inputs::SettingsLookup;
use crate::answers::{Ending, Language};
use crate::diag::{Diagnostic, Diagnostics};

/// Runs the command line and returns its exit code.
///
/// `environment` looks up `NO_COLOR`, `TERM`, `PATH` and every variable that begins with `VANTHU_`; `is_terminal` says
/// whether messages go to a screen. No folder is opened.
#[must_use]
pub fn run(
    words: &[OsString],
    environment: &dyn Fn(&str) -> Option<String>,
    is_terminal: bool,
    results: &mut dyn Write,
    messages: &mut dyn Write,
) -> u8 {
    static NEVER: AtomicBool = AtomicBool::new(false);
    let open_folder = &|_: &Path| true;
    let surroundings = ProgramSurroundings { environment, is_terminal, stop_request: &|| &NEVER, open_folder };
    run_in(surroundings, words, results, messages)
}

/// What a command needs to know of the program's surroundings.
#[derive(Clone, Copy)]
pub struct ProgramSurroundings<'a> {
    /// Looks up `NO_COLOR`, `TERM`, `PATH` and every variable that begins with `VANTHU_`.
    pub environment: &'a dyn Fn(&str) -> Option<String>,
    /// Whether messages go to a screen.
    pub is_terminal: bool,
    /// Where a request to stop is noted; called by commands that can stop between two files.
    pub stop_request: &'a dyn Fn() -> &'static AtomicBool,
    /// Opens a folder on the clerk's screen; says whether it could.
    pub open_folder: &'a dyn Fn(&Path) -> bool,
}

/// Opens a folder in the system's own program for folders.
#[must_use]
pub fn open_folder(folder: &Path) -> bool {
    open::that_detached(folder).is_ok()
}

/// Runs the command line in these surroundings and returns its exit code.
#[must_use]
pub fn run_in(
    surroundings: ProgramSurroundings,
    words: &[OsString],
    results: &mut dyn Write,
    messages: &mut dyn Write,
) -> u8 {
    let ProgramSurroundings { environment, is_terminal, .. } = surroundings;
    let language = language_of_words(words, environment);
    let mut console = Console {
        language,
        style: Colouring::Plain,
        lines: if is_terminal { Lines::Folded } else { Lines::Whole },
        is_quiet: false,
        is_json: false,
        has_row_counts: false,
        failed_result: None,
        results,
        messages,
    };
    let ending = panic::catch_unwind(AssertUnwindSafe(|| dispatch(words, surroundings, &mut console)));
    let ending = ending.unwrap_or_else(|_| report_internal_error(&mut console));
    // Results that could not be written are lost, so that failure decides the exit code.
    (if console.failed_result.is_some() { Ending::Disk } else { ending }).exit_code()
}

/// Silences Rust's panic message: an internal error is reported in the clerk's language, without any data that was
/// read.
pub fn hide_panics() {
    panic::set_hook(Box::new(|_| {}));
}

fn dispatch(words: &[OsString], surroundings: ProgramSurroundings, console: &mut Console) -> Ending {
    let ProgramSurroundings { environment, is_terminal, .. } = surroundings;
    let command_line = match args::parse(words, console.language) {
        Ok(command_line) => command_line,
        Err(EarlyExit::Text(text)) => {
            console.print_result(text.trim_end());
            return Ending::Done;
        }
        Err(EarlyExit::NoCommand(help)) => {
            let _ = writeln!(console.messages, "{}", help.trim_end());
            return Ending::Wrong;
        }
        Err(EarlyExit::Mistake(message)) => {
            let mut out = Diagnostics::new();
            out.report(*message);
            // Parsing failed, so `--json` is searched for in the words as typed.
            console.is_json = words.iter().any(|word| word == "--json");
            console.print_without_command(&out);
            return Ending::Wrong;
        }
    };
    let CommandLine { command, global } = command_line;
    console.is_quiet = global.quiet;
    console.is_json = global.json;
    console.style = style(global.color, environment, is_terminal);
    let mut out = Diagnostics::new();
    console.language = match global.lang {
        Some(lang) => language_of(lang),
        None => Language::from_environment(environment("VANTHU_LANG").as_deref(), &mut out),
    };
    if out.checkpoint().is_err() {
        console.print_without_command(&out);
        return Ending::Wrong;
    }
    let lookup = SettingsLookup { config: global.config.as_deref(), environment };
    match command {
        Command::New(new) => new::run(&new, console),
        Command::Check(check) => check::run(&check, lookup, console),
        Command::Build(build) => build::run(&build, lookup, surroundings, console),
        Command::Figures(figures) => figures::run(&figures, lookup, console),
        Command::Explain(explain) => explain::run(&explain, console),
        Command::Templates(templates) => templates::run(&templates, console),
        Command::Index(index) => index::run(&index, console),
        Command::Config(config) => config::run(&config, lookup, console),
        Command::Completions(arguments) => shell::completions(&arguments, console),
        Command::Man => shell::man(console.language, console),
    }
}

/// The language, found before clap parses the words, so that clap's own mistakes are reported in it: the flag overrides
/// the environment.
fn language_of_words(words: &[OsString], environment: &dyn Fn(&str) -> Option<String>) -> Language {
    let text: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let flag = text.iter().enumerate().find_map(|(index, word)| match word.strip_prefix("--lang") {
        Some("") => text.get(index + 1).map(|&value| value.to_owned()),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    });
    let word = flag.or_else(|| environment("VANTHU_LANG"));
    word.as_deref().and_then(Language::from_id).unwrap_or_default()
}

fn language_of(lang: Lang) -> Language {
    match lang {
        Lang::Vi => Language::Vi,
        Lang::En => Language::En,
    }
}

fn style(color: args::Color, environment: &dyn Fn(&str) -> Option<String>, is_terminal: bool) -> Colouring {
    let is_refused = environment("NO_COLOR").is_some_and(|value| !value.is_empty())
        || environment("TERM").is_some_and(|term| term == "dumb");
    match color {
        args::Color::Always => Colouring::Colour,
        args::Color::Auto if is_terminal && !is_refused => Colouring::Colour,
        args::Color::Auto | args::Color::Never => Colouring::Plain,
    }
}

fn report_internal_error(console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    out.report(Diagnostic::error("CD-900").with("version", env!("CARGO_PKG_VERSION")));
    console.print_without_command(&out);
    Ending::Wrong
}
