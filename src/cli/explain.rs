//! The command `explain`: one message explained, or the list of all codes.
//!
//! Owns which of the two is asked for and the JSON of both. Must not know a rule: the texts come from `explanations`.
//! Its output goes to the console.

mod code;
mod drawing;

use self::code::UnknownCode;
use super::args::ExplainArguments;
use super::console::Console;
use crate::answers::{Ending, Explained, catalogue, families, json};
use crate::diag::Diagnostics;

/// Runs the command.
pub(super) fn run(explain: &ExplainArguments, console: &mut Console) -> Ending {
    let families = families(console.language);
    let Some(typed) = explain.code.as_deref() else {
        let codes: Vec<&Explained> = families.iter().flat_map(|family| &family.codes).collect();
        print(&codes, &drawing::list(&families, catalogue(console.language)), console);
        return Ending::Done;
    };
    match code::find(typed, &families) {
        Ok(found) => {
            if found.code != typed {
                console.print_sentence("explain_understood", &[("typed", typed), ("code", found.code)]);
            }
            print(&[found], &drawing::one(found, catalogue(console.language)), console);
            Ending::Done
        }
        Err(unknown) => report_unknown(&unknown, console),
    }
}

/// Prints codes as text, or as the JSON object.
fn print(codes: &[&Explained], drawn: &str, console: &mut Console) {
    if console.is_json {
        console.print_json(json::explained(codes), &Diagnostics::new());
    } else {
        console.print_result(drawn);
    }
}

fn report_unknown(unknown: &UnknownCode, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    out.report(unknown.message());
    console.print_messages(&out);
    if console.is_json {
        console.print_json(json::explained(&[]), &out);
    }
    Ending::Wrong
}
