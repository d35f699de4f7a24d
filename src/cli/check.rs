//! The command `check`: workbooks in, everything that was understood and every mistake out.
//!
//! Owns the output of a check, for people and for scripts. Must not write files or know a rule: `pipeline` checks.

use super::args::CheckArguments;
use super::console::Console;
use super::shell_word::shell_word;
use crate::answers::inputs::{self, SettingsLookup};
use crate::answers::{Ending, json};
use crate::diag::Diagnostics;
use crate::pipeline::{self, Audiences, Which, WorkbookCheck};

/// Runs the command.
pub(super) fn run(check: &CheckArguments, lookup: SettingsLookup, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    let checked = match attempt(check, lookup, &mut out) {
        Ok(checked) => Some(checked),
        Err(ending) => {
            print(check, lookup, None, &out, console);
            return ending;
        }
    };
    print(check, lookup, checked.as_ref(), &out, console);
    Ending::of_messages(&out)
}

fn attempt(check: &CheckArguments, lookup: SettingsLookup, out: &mut Diagnostics) -> Result<WorkbookCheck, Ending> {
    let given = inputs::read(&check.files, check.as_of.as_deref(), lookup, out)?;
    Ok(pipeline::check(&given.workbooks(), &given.order(Which::Workbook, Audiences::Everyone), out))
}

fn print(
    check: &CheckArguments,
    lookup: SettingsLookup,
    checked: Option<&WorkbookCheck>,
    out: &Diagnostics,
    console: &mut Console,
) {
    if console.is_json {
        return console.print_json(json::check(checked), out);
    }
    if let Some(checked) = checked {
        console.print_sheets_understood(&checked.sheets);
    }
    console.print_messages(out);
    if out.messages().is_empty() {
        console.print_sentence("no_messages", &[]);
    }
    match checked {
        Some(WorkbookCheck { is_ready: true, .. }) => {
            console.print_sentence("ready_to_build", &[("files", &typed_arguments(check, lookup))]);
        }
        // Notes say what a document still needs. --quiet leaves notes out, but not this line.
        Some(_) if out.checkpoint().is_ok() => console.print_sentence_always("not_ready_to_build"),
        _ => {}
    }
}

/// Files and flags of this check, quoted for a shell: the suggested command to build has the same.
fn typed_arguments(check: &CheckArguments, lookup: SettingsLookup) -> String {
    let mut words: Vec<String> = check.files.iter().map(|path| shell_word(&path.display().to_string())).collect();
    if let Some(day) = &check.as_of {
        words.extend(["--as-of".to_owned(), shell_word(day)]);
    }
    if let Some(config) = lookup.config {
        words.extend(["--config".to_owned(), shell_word(&config.display().to_string())]);
    }
    words.join(" ")
}
