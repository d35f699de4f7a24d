//! What papers cost, in instructions: the same on every machine of a kind. `cargo bench --bench instructions`.
//!
//! Owns two counts, taken by valgrind: one cold paper by the program, and one further paper from the same workbook by the
//! library. Must not know a limit by heart: they stand in `instructions.toml`, in millions; a count past its limit fails.
//! Where there is no valgrind, nothing is counted, and that is said.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement lays out its folder and says what it found"
)]

#[expect(dead_code, reason = "the other benches compare lengths")]
mod made;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, ExitCode};

use vanthu::diag::Diagnostics;
use vanthu::pipeline::{self, Order, TemplateFolder, Which, Workbook};
use vanthu::settings::Settings;

/// The workbook of the cold paper.
const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/ke-hoach/so-lieu.xlsx");
/// The word that has this program make papers, under valgrind, instead of counting.
const MAKE: &str = "make-papers";
/// Tasks of the workbook of further papers: a plan of ten is three pages long.
const TASKS: u32 = 10;
/// Further papers, of which the mean is taken.
const FURTHER: usize = 10;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    if let Some(at) = words.iter().position(|word| word == MAKE) {
        make_papers(words[at + 1].parse().expect("a number of papers"));
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("not counted: valgrind is missing");
        return ExitCode::SUCCESS;
    }
    let itself = std::env::current_exe().expect("this program has a path");
    let papers = |count: usize| counted(&itself, &[MAKE, &count.to_string()]);
    let room = tempfile::tempdir().expect("a temporary folder can be made");
    let out = room.path().to_string_lossy().into_owned();
    let cold = counted(Path::new(env!("CARGO_BIN_EXE_vanthu")), &["build", SAMPLE, "--out", &out]);
    let further = (papers(1 + FURTHER) - papers(1)) / FURTHER as u64;
    let is_within = [told("cold-paper", cold), told("further-paper", further)];
    if is_within == [true, true] { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Says a count beside its limit; whether it is within.
fn told(name: &str, count: u64) -> bool {
    let limits: BTreeMap<String, f64> = toml::from_str(include_str!("instructions.toml")).expect("limits are numbers");
    #[expect(clippy::cast_precision_loss, reason = "millions with one decimal are printed")]
    let (millions, limit) = (count as f64 / 1e6, limits[name]);
    let word = if millions <= limit { "ok  " } else { "FAIL" };
    println!("{word} instructions of {name}: {millions:.1} million, at most {limit:.1}");
    millions <= limit
}

/// The instructions of a run of this program, which must end well.
fn counted(program: &Path, words: &[&str]) -> u64 {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program).args(words);
    let run = valgrind.output().expect("valgrind can be started");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    let count =
        said.lines().find_map(|line| line.split_once("Collected : ")).expect("callgrind says what it counted").1;
    count.trim().parse().expect("a count is a number")
}

/// Makes so many papers from one workbook, each by a template of its own with the same words.
fn make_papers(count: usize) {
    let bytes = made::workbook("Kế hoạch", TASKS);
    let names: Vec<String> = (1..=count).map(|number| format!("ke-hoach-{number}")).collect();
    let built_in = pipeline::template_named("ke-hoach", &[], &mut Diagnostics::new()).expect("a built-in template");
    let copy = |name: &String| TemplateFolder { name: name.clone(), ..built_in.clone() };
    let own: Vec<TemplateFolder> = names.iter().map(copy).collect();
    let settings = Settings::default();
    let order = Order { which: Which::Named(&names), own_templates: &own, as_of: None, settings: &settings };
    let mut out = Diagnostics::new();
    let workbook = Workbook { name: "so-lieu.xlsx", bytes: &bytes };
    let built = pipeline::build(&[workbook], &order, &mut out, &mut |document| {
        std::hint::black_box(document);
    });
    assert_eq!(built.written, count, "{:?}", out.messages().first());
}
