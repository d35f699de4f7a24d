//! Time and memory that the program takes for a document of many tasks: `cargo bench --bench memory`.
//!
//! Owns watching the program while it runs, as on a clerk's computer. Must not know the content of a workbook; `made`
//! does. Its output is one line per length. Memory is printed where the system reports it (Linux).

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement writes files, takes the time and prints the result"
)]

mod made;

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The kinds of document that are measured.
const DOCUMENTS: [&str; 2] = ["Kế hoạch", "Báo cáo"];
/// How often the peak memory of the program is read.
const PAUSE: Duration = Duration::from_millis(1);

fn main() {
    for document in DOCUMENTS {
        for tasks in made::LENGTHS {
            let (time, peak) = measured(&made::workbook(document, tasks));
            let peak = peak.map_or("not measured".to_owned(), |kib| format!("{:.1} MiB", f64::from(kib) / 1024.0));
            println!("{document}, {tasks} tasks: {:.2} s, peak memory {peak}", time.as_secs_f64());
        }
    }
}

/// The time of the program on a workbook, and its peak memory in KiB.
fn measured(workbook: &[u8]) -> (Duration, Option<u32>) {
    let room = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(room.path().join("so-lieu.xlsx"), workbook).expect("the workbook can be written");
    let start = Instant::now();
    let mut program = started(room.path());
    let mut peak = None;
    let status = loop {
        // A program that has ended reports no memory any more.
        peak = peak_of(&program).or(peak);
        match program.try_wait().expect("the program can be waited for") {
            Some(status) => break status,
            None => std::thread::sleep(PAUSE),
        }
    };
    assert!(status.success(), "the program refused the workbook: {status}");
    (start.elapsed(), peak)
}

fn started(folder: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
    command.current_dir(folder).args(["build", "so-lieu.xlsx"]).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program can be started")
}

/// The peak memory of a running program so far, in KiB; `None` where the system does not report it.
fn peak_of(program: &Child) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{}/status", program.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}
