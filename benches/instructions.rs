//! The cost of papers in instructions, which are the same on every machine of a kind. `cargo bench --bench
//! instructions`.
//!
//! Owns the counts, taken by valgrind: one cold paper by the program, one further paper from the same workbook by the
//! library, and one further village with its paper in a small and in a large batch, which cost the same where a batch is
//! linear. Must not contain a limit: `instructions.toml` has them, in millions. A count above its limit fails.
//! Without valgrind nothing is counted, which is printed.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a measurement writes files and prints the result")]

#[expect(dead_code, reason = "the other benches compare lengths")]
mod made;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, ExitCode};

use vanthu::diag::Diagnostics;
use vanthu::dossier::{self, Terms};
use vanthu::draft::{self, SharedWords};
use vanthu::paper::{self, Audience, PaperRequest, PreparedFacts};
use vanthu::pipeline::{self, Audiences, Order, Which};
use vanthu::records::{self, Answers, Workbook};
use vanthu::settings::Settings;
use vanthu::templates::Library;
use vanthu::{document, docx};

/// The workbook of the cold paper.
const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/ke-hoach/so-lieu.xlsx");
/// The argument with which this program makes papers, under valgrind, instead of counting.
const MAKE: &str = "make-papers";
/// The argument with which it makes a batch.
const MAKE_BATCH: &str = "make-batch";
/// Villages of the batches compared.
const VILLAGES: [u32; 3] = [100, 200, 400];
/// Tasks in the workbook of further papers: a plan of ten tasks has three pages.
const TASKS: u32 = 10;
/// The number of further papers; the mean is printed.
const FURTHER: usize = 10;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    if let Some(at) = words.iter().position(|word| word == MAKE) {
        make_papers(words[at + 1].parse().expect("a number of papers"));
        return ExitCode::SUCCESS;
    }
    if let Some(at) = words.iter().position(|word| word == MAKE_BATCH) {
        make_batch(words[at + 1].parse().expect("a number of villages"));
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("not counted: valgrind is missing");
        return ExitCode::SUCCESS;
    }
    let this_program = std::env::current_exe().expect("this program has a path");
    let papers = |count: usize| counted(&this_program, &[MAKE, &count.to_string()]);
    let room = tempfile::tempdir().expect("a temporary folder can be made");
    let out = room.path().to_string_lossy().into_owned();
    let cold = counted(Path::new(env!("CARGO_BIN_EXE_vanthu")), &["build", SAMPLE, "--out", &out]);
    let further = (papers(1 + FURTHER) - papers(1)) / FURTHER as u64;
    let batches = VILLAGES.map(|villages| counted(&this_program, &[MAKE_BATCH, &villages.to_string()]));
    for (villages, count) in VILLAGES.iter().zip(batches) {
        println!("     instructions of a batch of {villages} villages: {} million", count / 1_000_000);
    }
    let further_village =
        |from: usize| (batches[from + 1] - batches[from]) / u64::from(VILLAGES[from + 1] - VILLAGES[from]);
    let is_within = [
        check_limit("cold-paper", cold),
        check_limit("further-paper", further),
        check_limit("further-village", further_village(0)),
        check_limit("further-village", further_village(1)),
    ];
    if is_within == [true; 4] { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints a count beside its limit, and returns whether it is within.
fn check_limit(name: &str, count: u64) -> bool {
    let limits: BTreeMap<String, f64> = toml::from_str(include_str!("instructions.toml")).expect("limits are numbers");
    #[expect(clippy::cast_precision_loss, reason = "millions with one decimal are printed")]
    let (millions, limit) = (count as f64 / 1e6, limits[name]);
    let word = if millions <= limit { "ok  " } else { "FAIL" };
    println!("{word} instructions of {name}: {millions:.2} million, at most {limit:.1}");
    millions <= limit
}

/// The instructions of a run of this program, which must succeed.
fn counted(program: &Path, words: &[&str]) -> u64 {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program).args(words);
    let run = valgrind.output().expect("valgrind can be started");
    let report = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{report}");
    let count =
        report.lines().find_map(|line| line.split_once("Collected : ")).expect("callgrind says what it counted").1;
    count.trim().parse().expect("a count is a number")
}

/// Makes this many papers from one workbook by one template; the first paper prepares the template.
fn make_papers(count: usize) {
    let bytes = made::workbook("Kế hoạch", TASKS);
    let (settings, mut out) = (Settings::default(), Diagnostics::new());
    let workbook = Workbook { name: "so-lieu.xlsx", bytes: &bytes };
    let records = records::read(&[workbook], &Answers::default(), &mut out);
    let dossier = dossier::check(&records, &Terms { settings: &settings, as_of: None }, &mut out);
    let (library, shared, prepared) = (Library::of(&[]), SharedWords::of(&dossier), PreparedFacts::of(&dossier));
    let mut writer = docx::Writer::default();
    for _ in 0..count {
        let chosen = library.choose(Some("ke-hoach"), &dossier, &mut out).expect("a built-in template");
        let request = PaperRequest {
            kind: chosen.kind(&dossier).expect("the template names its kind"),
            has_table: chosen.has_table(),
            charts: settings.report_charts,
            audience: Audience::Everyone,
        };
        let paper = paper::paper(&dossier, &prepared, request, &mut out).expect("nothing is wrong with the workbook");
        let worded = draft::render(paper, chosen, &shared, &settings, &mut out).expect("nothing is wrong with it");
        std::hint::black_box(writer.write(&document::lay_out(worded.draft)));
    }
}

/// Makes a paper for each of this many villages.
fn make_batch(villages: u32) {
    let bytes = made::of_villages(villages);
    let (settings, mut out, templates) = (Settings::default(), Diagnostics::new(), ["ke-hoach".to_owned()]);
    let order =
        Order { which: Which::Named(&templates), audiences: Audiences::EachVillage, ..Order::of_workbook(&settings) };
    let workbook = Workbook { name: "so-lieu.xlsx", bytes: &bytes };
    let built = pipeline::build(&[workbook], &order, &mut out, &mut |paper| drop(std::hint::black_box(paper)));
    assert_eq!(built.held_back, 0, "{:?}", out.messages());
    assert_eq!(u32::try_from(built.written), Ok(villages));
}
