//! How long a document of many tasks takes, from the workbook's bytes to the document's: `cargo bench --bench report`.
//!
//! Owns the lengths that are compared: if the time a task takes stays the same from 100 to 10,000, the whole is linear.
//! Must not know what stands in a workbook; `made` does.

mod made;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use vanthu::diag::Diagnostics;
use vanthu::pipeline::{self, Built, Order, Which, Workbook};
use vanthu::settings::Settings;

/// The kinds of document that are measured.
const DOCUMENTS: [&str; 2] = ["Kế hoạch", "Báo cáo"];
/// Builds of one length: the longest takes a second, and criterion wants ten at least.
const SAMPLES: usize = 10;

criterion_group!(benches, builds);
criterion_main!(benches);

fn builds(criterion: &mut Criterion) {
    for document in DOCUMENTS {
        let mut group = criterion.benchmark_group(document);
        group.sample_size(SAMPLES);
        for tasks in made::LENGTHS {
            let bytes = made::workbook(document, tasks);
            group.throughput(Throughput::Elements(tasks.into()));
            group.bench_function(BenchmarkId::from_parameter(tasks), |bencher| bencher.iter(|| build(&bytes)));
        }
        group.finish();
    }
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
