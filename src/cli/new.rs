//! The command `new`: a folder to start in.
//!
//! Owns which files are made there and the command to type next. Never touches what is there already; what the files
//! hold is the workbook's and the settings' own.

use serde_json::{Value, json};

use super::args::New;
use super::console::Console;
use super::inputs::{self, SETTINGS_FILE};
use super::{Exit, catalogue, messages};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::files;
use crate::{pipeline, settings};

/// The name of the workbook.
const WORKBOOK: &str = "so-lieu.xlsx";

/// A file of the folder: its path and what became of it.
struct Made {
    path: String,
    status: &'static str,
}

/// Runs the command.
pub(super) fn run(new: &New, console: &mut Console) -> Exit {
    let mut out = Diagnostics::new();
    let (made, exit) = match make(new, &mut out) {
        Ok(made) => (made, Exit::Done),
        Err(exit) => (Vec::new(), exit),
    };
    console.say(&out);
    let next = (exit == Exit::Done).then(|| next(new));
    if console.is_json {
        let object = object(&made, next.as_deref(), &out, console);
        console.result(&object.to_string());
    } else if let Some(next) = next {
        for file in made.iter().filter(|file| file.status == "created") {
            console.result(&file.path);
        }
        console.tell(if new.sample { "next_with_sample" } else { "next_when_filled" }, &[]);
        console.result(&next);
    }
    exit
}

/// Makes the files; where the workbook's name is taken, none of them.
fn make(new: &New, out: &mut Diagnostics) -> Result<Vec<Made>, Exit> {
    if files::is_there(&new.folder, WORKBOOK) {
        out.report(files::already_there(&new.folder.join(WORKBOOK)).message());
        return Err(Exit::Disk);
    }
    let workbook = if new.sample { pipeline::sample_workbook() } else { pipeline::blank_workbook() };
    let path = files::create(&new.folder, WORKBOOK, &workbook).map_err(|failure| inputs::disk(&failure, out))?;
    let mut made = vec![Made { path: path.display().to_string(), status: "created" }];
    let settings_path = new.folder.join(SETTINGS_FILE).display().to_string();
    if files::is_there(&new.folder, SETTINGS_FILE) {
        out.report(Diagnostic::note("TEP-014").at(&Place::file(SETTINGS_FILE)).with("path", &settings_path));
        made.push(Made { path: settings_path, status: "kept" });
        return Ok(made);
    }
    let bytes = settings::COMMENTED.as_bytes();
    files::create(&new.folder, SETTINGS_FILE, bytes).map_err(|failure| inputs::disk(&failure, out))?;
    made.push(Made { path: settings_path, status: "created" });
    Ok(made)
}

/// The command to type next, as it is typed.
fn next(new: &New) -> String {
    let command = if new.sample { "build" } else { "check" };
    format!("vanthu {command} {}", super::shell_word(&new.folder.join(WORKBOOK)))
}

fn object(made: &[Made], next: Option<&str>, out: &Diagnostics, console: &Console) -> Value {
    let files: Vec<Value> = made.iter().map(|file| json!({ "path": file.path, "status": file.status })).collect();
    json!({
        "version": 1,
        "files": files,
        "next": next,
        "messages": messages::json(out.messages(), catalogue(console.language)),
        "summary": messages::json_summary(out.messages()),
    })
}
