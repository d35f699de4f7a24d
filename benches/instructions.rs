//! The cost of papers in instructions, which are the same on every machine of a kind. `cargo bench --bench
//! instructions`.
//!
//! Owns the counts, taken by valgrind: one cold paper by the program, one further paper from the same workbook by the
//! library, one further village with its paper in a small and in a large batch, which cost the same where a batch is
//! linear, and the growth of hostile workbooks. Must not contain a limit: `instructions.toml` has them, in millions. A
//! count above its limit fails. Without valgrind nothing is counted, which is printed.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a measurement writes files and prints the result")]

mod hostile;
#[expect(dead_code, reason = "the other benches compare lengths")]
mod made;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, ExitCode};

use hostile::Hostile;
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
/// The argument with which it reads a workbook.
const READ: &str = "read-workbook";
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
    if let Some(at) = words.iter().position(|word| word == READ) {
        read_workbook(Path::new(&words[at + 1]));
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
    let grows = hostile::ALL.map(|hostile| growth(&hostile, &this_program, room.path()));
    let is_within = [
        check_limit("cold-paper", cold),
        check_limit("further-paper", further),
        check_limit("further-village", further_village(0)),
        check_limit("further-village", further_village(1)),
    ];
    if is_within == [true; 4] && grows == [true; 7] { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints how much more a hostile workbook of twice the size costs, and returns whether that is within the limit. What
/// reading a small workbook costs is left out.
fn growth(hostile: &Hostile, this_program: &Path, room: &Path) -> bool {
    let read = |size: usize| {
        let path = room.join("hostile.xlsx");
        std::fs::write(&path, (hostile.workbook)(size)).expect("a workbook can be written");
        counted(this_program, &[READ, &path.to_string_lossy()])
    };
    let [start, single, double] = [1, hostile.size, 2 * hostile.size].map(read);
    #[expect(clippy::cast_precision_loss, reason = "a factor with one decimal is printed")]
    let (factor, limit) = ((double - start) as f64 / (single - start) as f64, limit_of("doubled-hostile"));
    let (word, millions) = (if factor <= limit { "ok  " } else { "FAIL" }, double / 1_000_000);
    println!(
        "{word} instructions of twice the {}: times {factor:.2} ({millions} million), at most {limit:.1}",
        hostile.name
    );
    factor <= limit
}

/// A limit by its name.
fn limit_of(name: &str) -> f64 {
    let limits: BTreeMap<String, f64> = toml::from_str(include_str!("instructions.toml")).expect("limits are numbers");
    limits[name]
}

/// Prints a count beside its limit, and returns whether it is within.
fn check_limit(name: &str, count: u64) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "millions with one decimal are printed")]
    let (millions, limit) = (count as f64 / 1e6, limit_of(name));
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

/// Reads a workbook, whatever is wrong with it.
fn read_workbook(path: &Path) {
    let bytes = std::fs::read(path).expect("the workbook can be read");
    let workbook = Workbook { name: "so.xlsx", bytes: &bytes };
    std::hint::black_box(records::read(&[workbook], &Answers::default(), &mut Diagnostics::new()));
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
