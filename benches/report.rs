//! The time for a document of many tasks, from the workbook's bytes to the document's: `cargo bench --bench report`.
//!
//! Owns the lengths that are compared: where the time per task is the same from 100 to 10,000 tasks, the time is
//! linear. Must not know the content of a workbook; `made` does. Its output is one line per length: the best of ten.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement takes the time and prints the result"
)]

mod made;

use std::time::{Duration, Instant};

use vanthu::diag::Diagnostics;
use vanthu::pipeline::{self, Built, Order, Workbook};
use vanthu::settings::Settings;

/// The kinds of document that are measured.
const DOCUMENTS: [&str; 2] = ["Kế hoạch", "Báo cáo"];
/// Builds of one length; the quickest counts, because other work of the machine only makes a build slower.
const BUILDS: usize = 10;

fn main() {
    for document in DOCUMENTS {
        for tasks in made::LENGTHS {
            let bytes = made::workbook(document, tasks);
            let best = (0..BUILDS).map(|_| timed(&bytes)).min().expect("a build or more");
            println!(
                "{document}, {tasks} tasks: {:.1} ms, {:.0} µs a task",
                1e3 * best.as_secs_f64(),
                1e6 * best.as_secs_f64() / f64::from(tasks)
            );
        }
    }
}

fn timed(bytes: &[u8]) -> Duration {
    let start = Instant::now();
    let built = build(bytes);
    let time = start.elapsed();
    drop(built);
    time
}

/// Builds the document; a refused workbook would be fast, so it panics.
fn build(bytes: &[u8]) -> Built {
    let settings = Settings::default();
    let order = Order::of_workbook(&settings);
    let mut out = Diagnostics::new();
    let built = pipeline::build(&[Workbook { name: "so-lieu.xlsx", bytes }], &order, &mut out, &mut |paper| {
        let _ = std::hint::black_box(paper);
    });
    assert_eq!(built.written, 1, "{:?}", out.messages().first());
    built
}
