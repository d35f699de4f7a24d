//! Kills a batch at many moments, and runs it once more: nothing is broken, missing or left over.
//!
//! Owns the kills and the comparison with a run that was left alone. Must not know how files are stored. `tests` do the
//! same at a small size; this is the whole one.
//!
//! `kills KILLS [VILLAGES]`; the program must be built beside it: `cargo build --release --bin vanthu --example kills`.

#![allow(clippy::disallowed_methods, reason = "it kills at times and compares files")]
#![allow(clippy::print_stdout, reason = "it prints its counts")]

#[expect(dead_code, reason = "the benches make other workbooks too")]
#[path = "../benches/made/mod.rs"]
mod made;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u32>().ok());
    let kills = number(1).expect("kills KILLS [VILLAGES]");
    let villages = number(2).unwrap_or(500);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("so-lieu.xlsx"), made::of_villages(villages)).expect("the workbook can be written");
    let start = Instant::now();
    let ended = run(folder.path(), "sach").wait().expect("the batch ends");
    let longest = start.elapsed();
    assert!(ended.success(), "the batch is written without a kill");
    let whole = files(&folder.path().join("sach"));
    let out = folder.path().join("ket-qua");
    let (mut broken, mut finished, mut moment) = (0, 0, 1u64);
    for _ in 0..kills {
        let mut child = run(folder.path(), "ket-qua");
        // Moments spread over the whole run, the same in every run of this program.
        moment = moment.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let share = f64::from(u32::try_from(moment >> 33).unwrap_or_default()) / f64::from(u32::MAX >> 1);
        thread::sleep(longest.mul_f64(share).max(Duration::from_millis(1)));
        child.kill().and_then(|()| child.wait()).expect("the batch can be killed");
        let found = files(&out);
        broken += found.iter().filter(|(name, bytes)| is_broken(name, bytes, &whole)).count();
        if found.keys().filter(|name| is_document(name)).count() == whole.len() - 2 {
            finished += 1;
            fs::remove_dir_all(&out).expect("a finished folder can be removed");
        }
    }
    let ended = run(folder.path(), "ket-qua").wait().expect("the batch ends");
    let after = files(&out);
    let missing = whole.keys().filter(|name| !after.contains_key(*name)).count();
    let left_over = after.keys().filter(|name| !whole.contains_key(*name)).count();
    let is_good = ended.success() && broken == 0 && after == whole;
    println!(
        "{} {kills} kills of a batch of {villages}: {broken} broken, {missing} missing, {left_over} left over; {finished} times it was done first",
        if is_good { "ok  " } else { "FAIL" }
    );
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether a file is neither whole nor one that the next run removes or renews.
fn is_broken(name: &str, bytes: &[u8], whole: &BTreeMap<String, Vec<u8>>) -> bool {
    let is_renewed = name.starts_with(".vanthu-") || name.starts_with("muc-luc");
    !is_renewed && whole.get(name).is_none_or(|expected| expected != bytes)
}

fn is_document(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "docx")
}

/// Starts the batch into a folder.
fn run(folder: &Path, out: &str) -> Child {
    let mut command = Command::new(program());
    command.args(["build", "so-lieu.xlsx", "--template", "ke-hoach", "--for-each", "thon", "--out", out]);
    command.current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program is built beside this one")
}

/// The program, beside the folder of examples.
fn program() -> PathBuf {
    let this = std::env::current_exe().expect("this program has a path");
    this.parent().and_then(Path::parent).expect("it is in the folder of examples").join("vanthu")
}

/// Every file of a folder with its bytes; none where there is no such folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = |entry: fs::DirEntry| {
        Some((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).ok()?))
    };
    entries.filter_map(named).collect()
}
