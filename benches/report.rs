//! How long a document of many tasks takes, from the workbook's bytes to the document's: `cargo bench --bench report`.
//!
//! Owns the lengths that are compared: if the time a task takes stays the same from 100 to 10,000, the whole is linear.
//! Must not know what stands in a workbook; `made` does. Its output is a line for each length: the best of ten.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement takes the time and says what it found"
)]

mod made;

use std::time::{Duration, Instant};

use vanthu::diag::Diagnostics;
use vanthu::pipeline::{self, Built, Order, Which, Workbook};
use vanthu::settings::Settings;

/// The kinds of document that are measured.
const DOCUMENTS: [&str; 2] = ["Kế hoạch", "Báo cáo"];
/// Builds of one length, of which the quickest counts: what else the machine does only makes a build slower.
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

/// Builds the one document; what is refused would be fast.
fn build(bytes: &[u8]) -> Built {
    let settings = Settings::default();
    let order = Order { which: Which::Workbook, own_templates: &[], as_of: None, settings: &settings };
    let mut out = Diagnostics::new();
    let built = pipeline::build(&[Workbook { name: "so-lieu.xlsx", bytes }], &order, &mut out, &mut |document| {
        std::hint::black_box(document);
    });
    assert_eq!(built.written, 1, "{:?}", out.messages().first());
    built
}
