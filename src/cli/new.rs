//! The command `new`: a folder to start in.
//!
//! Owns the names of the first files and the messages about them, above all the next command. Must not know the content
//! of a workbook: `pipeline` gives the bytes.

use std::path::Path;

use super::args::NewArguments;
use super::console::Console;
use super::shell_word::shell_word;
use crate::answers::{Ending, json};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::files::{self, StartingFile};
use crate::{pipeline, settings};

/// The workbook's name.
const WORKBOOK: &str = "so-lieu.xlsx";

/// Runs the command.
pub(super) fn run(new: &NewArguments, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    let created = create_files(new, &mut out);
    let next = created.first().map(|workbook| next_command(new, &workbook.path));
    console.print_messages(&out);
    if console.is_json {
        console.print_json(json::new_files(&created, next.as_deref()), &out);
    } else if let Some(next) = &next {
        for file in &created {
            console.print_result(&file.path.display().to_string());
        }
        let sentence = if new.sample { "new_sample" } else { "new_blank" };
        console.print_sentence(sentence, &[("path", &*created[0].path.display().to_string())]);
        console.print_result(next);
    }
    if created.is_empty() { Ending::Disk } else { Ending::Done }
}

/// Creates the files; none where that failed, and `out` has the reason.
fn create_files(new: &NewArguments, out: &mut Diagnostics) -> Vec<StartingFile> {
    // Searched before a settings file of our own is the nearest one.
    let above = files::find_upward(&new.folder, settings::FILE_NAME);
    let workbook = if new.sample { pipeline::sample() } else { pipeline::blank() };
    let workbook = files::FirstFile { name: WORKBOOK, bytes: &workbook };
    let settings = files::FirstFile { name: settings::FILE_NAME, bytes: settings::COMMENTED.as_bytes() };
    let created = match files::create_first_files(&new.folder, &workbook, &[settings]) {
        Ok(created) => created,
        Err(failure) => {
            out.report(failure.message());
            return Vec::new();
        }
    };
    let is_kept = created.iter().any(|file| file.is_kept);
    if is_kept {
        let message = Diagnostic::note("TEP-014").at(&Place::file(settings::FILE_NAME));
        out.report(message.with("kept", settings::FILE_NAME));
    } else if let Some(above) = above {
        let message = Diagnostic::warning("TEP-015").at(&Place::file(settings::FILE_NAME));
        out.report(message.with("path", above.display()).with("written", settings::FILE_NAME));
    }
    created
}

/// The command to type next: a sample can be built; a blank workbook is checked once it is filled in.
fn next_command(new: &NewArguments, workbook: &Path) -> String {
    let command = if new.sample { "build" } else { "check" };
    format!("vanthu {command} {}", shell_word(&workbook.display().to_string()))
}
