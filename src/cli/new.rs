//! The command `new`: a folder to start in.
//!
//! Owns the names of the first files and what is said of them, the next command above all. Knows no workbook's inside:
//! `pipeline` gives the bytes.

use std::path::Path;

use super::args::NewArguments;
use super::console::Console;
use super::typable::typable;
use crate::answers::{Ending, json};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::files::{self, Began};
use crate::{pipeline, settings};

/// The workbook's name.
const WORKBOOK: &str = "so-lieu.xlsx";

/// Runs the command.
pub(super) fn run(new: &NewArguments, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    let began = begin(new, &mut out);
    let next = began.first().map(|workbook| next_command(new, &workbook.path));
    console.say(&out);
    if console.is_json {
        console.give(json::new_files(&began, next.as_deref()), &out);
    } else if let Some(next) = &next {
        for file in &began {
            console.result(&file.path.display().to_string());
        }
        let sentence = if new.sample { "new_sample" } else { "new_blank" };
        console.tell(sentence, &[("path", &*began[0].path.display().to_string())]);
        console.result(next);
    }
    if began.is_empty() { Ending::Disk } else { Ending::Done }
}

/// Makes the files; none where it came to nothing, and `out` says why.
fn begin(new: &NewArguments, out: &mut Diagnostics) -> Vec<Began> {
    // Looked up before a file of our own is the nearest one.
    let above = files::find_upward(&new.folder, settings::FILE_NAME);
    let workbook = if new.sample { pipeline::sample() } else { pipeline::blank() };
    let workbook = files::FirstFile { name: WORKBOOK, bytes: &workbook };
    let settings = files::FirstFile { name: settings::FILE_NAME, bytes: settings::COMMENTED.as_bytes() };
    let began = match files::begin(&new.folder, &workbook, &[settings]) {
        Ok(began) => began,
        Err(failure) => {
            out.report(failure.message());
            return Vec::new();
        }
    };
    let is_kept = began.iter().any(|file| file.is_kept);
    if is_kept {
        let message = Diagnostic::note("TEP-014").at(&Place::file(settings::FILE_NAME));
        out.report(message.with("kept", settings::FILE_NAME));
    } else if let Some(above) = above {
        let message = Diagnostic::warning("TEP-015").at(&Place::file(settings::FILE_NAME));
        out.report(message.with("path", above.display()).with("written", settings::FILE_NAME));
    }
    began
}

/// What to type next: a sample can be built, a blank workbook is checked once it is filled in.
fn next_command(new: &NewArguments, workbook: &Path) -> String {
    let command = if new.sample { "build" } else { "check" };
    format!("vanthu {command} {}", typable(&workbook.display().to_string()))
}
