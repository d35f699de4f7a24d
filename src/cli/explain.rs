//! The command `explain`: one message explained, or the list of all codes.
//!
//! Owns which of the two is asked for and the JSON of both. Must not know a rule: what is said stands in
//! `explanations`. Its output goes to the console.

mod code;
mod drawing;

use self::code::Unknown;
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
                console.tell("explain_understood", &[("typed", typed), ("code", found.code)]);
            }
            print(&[found], &drawing::one(found, catalogue(console.language)), console);
            Ending::Done
        }
        Err(unknown) => refuse(&unknown, console),
    }
}

/// Prints codes as they are drawn, or as the JSON object.
fn print(codes: &[&Explained], drawn: &str, console: &mut Console) {
    if console.is_json {
        console.give(json::explained(codes), &Diagnostics::new());
    } else {
        console.result(drawn);
    }
}

fn refuse(unknown: &Unknown, console: &mut Console) -> Ending {
    let mut out = Diagnostics::new();
    out.report(unknown.message());
    console.say(&out);
    if console.is_json {
        console.give(json::explained(&[]), &out);
    }
    Ending::Wrong
}
