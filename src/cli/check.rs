//! The command `check`: workbooks in, all that was understood and every mistake out.
//!
//! Owns what is said of a check, for people and for scripts. Writes nothing and knows no rule: `pipeline` checks.

use super::args::CheckArguments;
use super::console::Console;
use super::typable::typable;
use crate::answers::inputs::{self, SettingsLookup};
use crate::answers::{Ending, json};
use crate::diag::Diagnostics;
use crate::pipeline::{self, Which, WorkbookCheck};

/// Runs the command.
pub(super) fn run(check: &CheckArguments, lookup: SettingsLookup, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    let checked = match attempt(check, lookup, &mut out) {
        Ok(checked) => Some(checked),
        Err(ending) => {
            say(check, lookup, None, &out, console);
            return ending;
        }
    };
    say(check, lookup, checked.as_ref(), &out, console);
    Ending::of_messages(&out)
}

fn attempt(check: &CheckArguments, lookup: SettingsLookup, out: &mut Diagnostics) -> Result<WorkbookCheck, Ending> {
    let given = inputs::read(&check.files, check.as_of.as_deref(), lookup, out)?;
    Ok(pipeline::check(&given.workbooks(), &given.order(Which::Workbook), out))
}

fn say(
    check: &CheckArguments,
    lookup: SettingsLookup,
    checked: Option<&WorkbookCheck>,
    out: &Diagnostics,
    console: &mut Console,
) {
    if console.is_json {
        return console.give(json::check(checked), out);
    }
    if let Some(checked) = checked {
        console.understood(&checked.sheets);
    }
    console.say(out);
    if out.messages().is_empty() {
        console.tell("no_messages", &[]);
    }
    match checked {
        Some(WorkbookCheck { is_ready: true, .. }) => {
            console.tell("ready_to_build", &[("files", &words_of(check, lookup))]);
        }
        // Notes say what a document still needs. --quiet leaves notes out, but not this line.
        Some(_) if out.checkpoint().is_ok() => console.insist("not_ready_to_build"),
        _ => {}
    }
}

/// Files and flags of this check as they are typed, for the command that writes what was checked.
fn words_of(check: &CheckArguments, lookup: SettingsLookup) -> String {
    let mut words: Vec<String> = check.files.iter().map(|path| typable(&path.display().to_string())).collect();
    if let Some(day) = &check.as_of {
        words.extend(["--as-of".to_owned(), typable(day)]);
    }
    if let Some(config) = lookup.config {
        words.extend(["--config".to_owned(), typable(&config.display().to_string())]);
    }
    words.join(" ")
}
