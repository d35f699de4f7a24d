//! Reads mutants of workbooks of every format through the whole program, as `vanthu check`.
//!
//! Owns running and counting them. Must not know a format: `tests/mutants` makes them. An answer is either what was read
//! or messages with codes, within two seconds; anything else is told with the number of the mutant. A crash ends this
//! program, which `.ci/run` counts as a failure.
//!
//! `mutants COUNT [FORMAT]…`

#![allow(clippy::disallowed_methods, reason = "only a clock shows that reading ends quickly, and files are its input")]
#![allow(clippy::print_stdout, reason = "it prints its counts")]

#[path = "../tests/mutants/mod.rs"]
mod mutants;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{fs, thread};

use mutants::Original;

/// Mutants that are read at the same time.
const THREADS: usize = 2;
/// The time for one mutant.
const LONGEST: Duration = Duration::from_secs(2);

/// What the mutants of a format gave.
#[derive(Default)]
struct Counted {
    /// How many gave each code; those without an error, `read`.
    answers: BTreeMap<String, usize>,
    slowest: Duration,
    wrong: Vec<String>,
}

fn main() -> ExitCode {
    vanthu::cli::hide_panics();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let count = words.first().and_then(|word| word.parse().ok()).expect("mutants COUNT [FORMAT]…");
    let formats: Vec<&str> = words[1..].iter().map(String::as_str).collect();
    let formats = if formats.is_empty() { Original::FORMATS.to_vec() } else { formats };
    let mut is_good = true;
    for format in formats {
        let counted = read_all(format, count);
        for wrong in counted.wrong.iter().take(10) {
            println!("FAIL {wrong}");
        }
        let answers: Vec<String> = counted.answers.iter().map(|(answer, count)| format!("{answer} {count}")).collect();
        let (answers, slowest) = (answers.join(", "), counted.slowest.as_millis());
        let verdict = if counted.wrong.is_empty() { "ok  " } else { "FAIL" };
        println!("{verdict} {count} mutants of .{format}, slowest {slowest} ms: {answers}");
        is_good &= counted.wrong.is_empty();
    }
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read_all(format: &str, count: usize) -> Counted {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let original = Original::of(format);
    let parts: Vec<Counted> = thread::scope(|scope| {
        let read = |of: usize| {
            let (original, path) = (&original, folder.path().join(format!("so-lieu-{of}.{format}")));
            scope.spawn(move || read_some(original, &path, (of..count).step_by(THREADS)))
        };
        let threads: Vec<_> = (0..THREADS).map(read).collect();
        threads.into_iter().map(|thread| thread.join().expect("a thread ends")).collect()
    });
    parts.into_iter().fold(Counted::default(), |mut all, part| {
        for (answer, count) in part.answers {
            *all.answers.entry(answer).or_default() += count;
        }
        all.slowest = all.slowest.max(part.slowest);
        all.wrong.extend(part.wrong);
        all
    })
}

fn read_some(original: &Original, path: &Path, numbers: impl Iterator<Item = usize>) -> Counted {
    let words: Vec<OsString> = ["vanthu", "check", "--json"].map(OsString::from).into_iter().collect();
    let words = [words, vec![path.as_os_str().to_owned()]].concat();
    let mut counted = Counted::default();
    for number in numbers {
        fs::write(path, original.mutant(number)).expect("the mutant can be written");
        let (mut results, mut messages) = (Vec::new(), Vec::new());
        let start = Instant::now();
        let code = vanthu::cli::run(&words, &|_| None, false, &mut results, &mut messages);
        let took = start.elapsed();
        let answer = answer(code, &String::from_utf8_lossy(&results));
        counted.slowest = counted.slowest.max(took);
        if took > LONGEST || answer.is_none() {
            counted.wrong.push(format!("mutant {number} of {}: exit {code}, {took:?}", path.display()));
        }
        *counted.answers.entry(answer.unwrap_or_else(|| format!("exit {code}"))).or_default() += 1;
    }
    counted
}

/// The code of the first error about the file, or `read`; `None` for an answer that none may give.
fn answer(code: u8, results: &str) -> Option<String> {
    let answer: serde_json::Value = serde_json::from_str(results).ok()?;
    let messages = answer.get("messages")?.as_array()?;
    let sheets = answer.get("sheets")?.as_array()?;
    let error = messages.iter().find(|message| message["severity"] == "error");
    let error = error.and_then(|message| message["code"].as_str());
    match (code, error) {
        (0, None) if !sheets.is_empty() => Some("read".to_owned()),
        (1, Some(error)) if error != "CD-900" => Some(error.to_owned()),
        _ => None,
    }
}
