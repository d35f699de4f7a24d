//! Proves the safety of files on whole batches: kills, failing calls, random sequences, full disks, many starts.
//!
//! Owns the sizes of the checks. Must not know how files are stored. Each check prints `ok` or `FAIL` with its figures, for
//! `.ci/run`; `--full` has the sizes of the promises and takes about a quarter of an hour.
//!
//! `safety [--full] [CHECK]…`; the program must be built beside it: `cargo build --release --bin vanthu --example safety`.

#![allow(clippy::disallowed_methods, reason = "it kills at times, takes the time and compares files")]
#![allow(clippy::print_stdout, reason = "it prints its figures")]

mod batch;
#[expect(dead_code, reason = "some of its faults are for tests of single files")]
#[path = "../../tests/support/disk_faults.rs"]
mod disk_faults;
mod disks;
mod faults;
mod kills;
#[expect(dead_code, reason = "the benches make other workbooks too")]
#[path = "../../benches/made/mod.rs"]
mod made;
mod manifest;
mod runs;
mod sequences;

use std::process::ExitCode;

/// A check by its name: told whether it runs at full size, it answers with what is wrong, or with its figures.
type Check = (&'static str, fn(bool) -> Result<String, String>);

const CHECKS: [Check; 9] = [
    ("kills", kills::check),
    ("faults", faults::check),
    ("sequences", sequences::check),
    ("manifest", manifest::check),
    ("disks", disks::check),
    ("starts", runs::starts),
    ("rerun", runs::rerun),
    ("broken", runs::broken),
    ("places", runs::places),
];

fn main() -> ExitCode {
    vanthu::cli::hide_panics();
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [child, words @ ..] = words.as_slice()
        && child == disks::CHILD
    {
        return disks::child(words);
    }
    let is_full = words.iter().any(|word| word == "--full");
    let named: Vec<&String> = words.iter().filter(|word| *word != "--full").collect();
    let mut is_good = true;
    for (name, check) in CHECKS.iter().filter(|(name, _)| named.is_empty() || named.iter().any(|named| *named == name))
    {
        match check(is_full) {
            Ok(figures) => println!("ok   {name}: {figures}"),
            Err(wrong) => {
                println!("FAIL {name}: {wrong}");
                is_good = false;
            }
        }
    }
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
