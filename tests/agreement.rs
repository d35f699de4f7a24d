//! `check` and `build` agree: `check` ends with 0 exactly when `build` would write the paper, and both report the same
//! errors: code, place and text of each.
//!
//! This is tested for every sample, every fault and random edits of the samples, the same edits on every machine: by the
//! pipeline, from one reading of each workbook, since starting the program three times for each would take most of the
//! tests' time; and by the program itself for every sample and every tenth fault. The one exception is a bare register,
//! a workbook without the sheet Thông tin chung: there what only a paper needs is no error, but what its figures need is
//! one. Every row of every sheet read here is counted once in its ledger.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;
use vanthu::answers::inputs::{self, SettingsLookup};
use vanthu::contract::SheetKind;
use vanthu::diag::{Diagnostic, Diagnostics, Severity};
use vanthu::pipeline::{self, Audiences, BuiltDocument, Facts, HeldBack, Order, SheetReading, Which, Workers};
use vanthu::records::Ledger;

use crate::faults::faulty_rooms;
use crate::support::program::{Run, vanthu};
use crate::support::random_edits::{Dice, edit};
use crate::support::workbook::{Workbook, sample_folders};

const FILE: &str = "so-lieu.xlsx";
/// Randomly edited workbooks of each sample.
const EDITED: u64 = 8;

/// One of so many faults is given to the program itself.
const GIVEN_TO_THE_PROGRAM: usize = 10;

#[test]
fn check_and_build_agree_on_every_sample() {
    agree(samples(), disagreement);
    agree(samples(), disagreement_of_the_program);
}

#[test]
fn check_and_build_agree_on_every_fault() {
    let mut disagreements = Vec::new();
    for (at, (folder, work_folder)) in faulty_rooms().enumerate() {
        let by_program = || disagreement_of_the_program(work_folder.path());
        let by_program = if at % GIVEN_TO_THE_PROGRAM == 0 { by_program() } else { None };
        let found = disagreement(work_folder.path()).into_iter().chain(by_program);
        disagreements.extend(found.map(|what| format!("{}: {what}", name_of(&folder))));
    }
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}

fn samples() -> impl Iterator<Item = (String, Workbook)> {
    sample_folders().into_iter().map(|folder| (name_of(&folder), Workbook::read(&folder.join("so-lieu"))))
}

#[test]
fn check_and_build_agree_on_blank_sheets() {
    let blank = sample_folders().into_iter().flat_map(|folder| {
        let count = Workbook::read(&folder.join("so-lieu")).sheets.len();
        (0..count).map(move |at| {
            let mut workbook = Workbook::read(&folder.join("so-lieu"));
            let sheet = &mut workbook.sheets[at];
            sheet.cells.clear();
            (format!("{} without any cell in {}", name_of(&folder), sheet.title), workbook)
        })
    });
    agree(blank, disagreement);
}

#[test]
fn check_and_build_agree_on_edited_samples() {
    let edited = sample_folders().into_iter().zip(1..).flat_map(|(folder, sample)| {
        (1..=EDITED).map(move |nth| {
            let mut workbook = Workbook::read(&folder.join("so-lieu"));
            let edits = edit(&mut workbook, &mut Dice::of(sample * EDITED + nth));
            (format!("{} {nth} {edits}", name_of(&folder)), workbook)
        })
    });
    agree(edited, disagreement);
}

fn agree(workbooks: impl Iterator<Item = (String, Workbook)>, disagreement: impl Fn(&Path) -> Option<String>) {
    let mut disagreements = Vec::new();
    for (name, workbook) in workbooks {
        let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
        fs::write(work_folder.path().join(FILE), workbook.to_xlsx()).expect("the workbook can be written");
        disagreements.extend(disagreement(work_folder.path()).map(|what| format!("{name}: {what}")));
    }
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}

/// The difference between what a check and a build report about the workbook in a folder.
fn disagreement(folder: &Path) -> Option<String> {
    let mut reading = Diagnostics::new();
    let lookup = SettingsLookup { config: None, environment: &|_| None };
    // What can't be read at all ends both commands alike.
    let inputs = inputs::read(&[folder.join(FILE)], None, lookup, &mut reading).ok()?;
    let facts = pipeline::facts(&inputs.workbooks(), &inputs.order(Which::Workbook, Audiences::Everyone), &mut reading);
    let miscounted = facts.sheets().iter().find(|sheet| !is_accounted_for(sheet));
    if let Some(sheet) = miscounted {
        return Some(format!("{:?}: {:?}", sheet.at, sheet.ledger));
    }
    let after_reading = || {
        let mut out = Diagnostics::new();
        out.report_all(reading.messages().iter().cloned());
        out
    };
    let mut of_check = after_reading();
    facts.check(&inputs.order(Which::Workbook, Audiences::Everyone), &mut of_check);
    let mut of_build = after_reading();
    let written = templates_written(&facts, &inputs.order(Which::Workbook, Audiences::Everyone), &mut of_build);

    let is_accepted = of_check.count(Severity::Error) == 0;
    let [of_check, of_build] = [&of_check, &of_build].map(errors);
    let agrees = if is_bare(facts.sheets()) {
        is_accepted == of_check.is_empty() && written.is_empty()
    } else {
        is_accepted != written.is_empty() && of_check == of_build
    };
    // `--all` writes the paper that was written alone.
    let order = inputs.order(Which::All, Audiences::Everyone);
    let agrees = agrees && written.iter().all(|template| is_written(template, &facts, &order, &mut after_reading()));
    (!agrees).then(|| format!("check: {of_check:?}; build, written {written:?}: {of_build:?}"))
}

/// The templates of the papers that a build writes.
fn templates_written(facts: &Facts, order: &Order, out: &mut Diagnostics) -> Vec<String> {
    let mut written = Vec::new();
    facts.build(order, out, &mut |paper: Result<BuiltDocument, HeldBack>| {
        written.extend(paper.map(|document| document.template));
    });
    written
}

/// Whether every row of a sheet is counted once in its ledger.
fn is_accounted_for(sheet: &SheetReading) -> bool {
    let Ledger { rows, tasks, groups, totals, blank, refused, other } = sheet.ledger;
    rows == tasks + groups + totals + blank + refused + other
}

/// Whether a build writes the paper of this template; it ends there, since the others are not asked about.
fn is_written(template: &str, facts: &Facts, order: &Order, out: &mut Diagnostics) -> bool {
    let is_found = AtomicBool::new(false);
    let finish = |document: BuiltDocument| {
        if document.template == template {
            is_found.store(true, Ordering::SeqCst);
        }
    };
    let is_stopped = || is_found.load(Ordering::SeqCst);
    let workers = Workers { count: 1, begin: &|_| (), finish: &finish, is_stopped: &is_stopped };
    facts.build_by(&workers, order, out, &mut |_| ());
    is_found.load(Ordering::SeqCst)
}

/// The errors: code, place and values of each, in one order.
fn errors(out: &Diagnostics) -> Vec<String> {
    let errors = out.messages().iter().filter(|message| message.severity == Severity::Error);
    let told = |Diagnostic { code, place, arguments, .. }: &Diagnostic| format!("{code} {place:?} {arguments:?}");
    let mut errors: Vec<String> = errors.map(told).collect();
    errors.sort();
    errors
}

/// Whether no file has a sheet Thông tin chung, though some sheet is understood. One that is blank or unreadable is a
/// sheet all the same.
fn is_bare(sheets: &[SheetReading]) -> bool {
    let is_general = |sheet: &SheetReading| {
        let name = sheet.at.sheet.as_deref().unwrap_or_default().to_lowercase();
        sheet.kind == Some(SheetKind::General) || name.contains("thông tin chung")
    };
    sheets.iter().any(|sheet| sheet.kind.is_some()) && !sheets.iter().any(is_general)
}

/// The same of the program, by its exit codes and its JSON.
fn disagreement_of_the_program(folder: &Path) -> Option<String> {
    let [check, build] = [vec!["check", FILE, "--json"], vec!["build", FILE, "--dry-run", "--json"]].map(|words| {
        let Run { code, stdout, stderr } = vanthu(folder, &words);
        let answer: Value = serde_json::from_str(&stdout).unwrap_or_else(|error| panic!("{error}: {stdout}{stderr}"));
        (code, answer)
    });
    let [of_check, of_build] = [&check, &build].map(|(_, answer)| told_errors(answer));
    let is_written = build.1["documents"].as_array().is_some_and(|documents| !documents.is_empty());
    let agrees = if is_told_bare(&check.1) {
        (check.0 == 0) == of_check.is_empty() && !is_written
    } else {
        (check.0 == 0) == is_written && of_check == of_build
    };
    let agrees = agrees && is_among_all(folder, &build.1);
    let report = || {
        let (check, build) = (check.0, build.0);
        format!("check ends with {check}: {of_check:?}; build with {build}, written {is_written}: {of_build:?}")
    };
    (!agrees).then(report)
}

/// Whether `--all` writes the paper that was written alone, if one was.
fn is_among_all(folder: &Path, alone: &Value) -> bool {
    let Some(own) = alone["documents"][0]["template"].as_str() else { return true };
    let all = vanthu(folder, &["build", FILE, "--dry-run", "--json", "--all"]);
    let all: Value = serde_json::from_str(&all.stdout).expect("one JSON object");
    let mut documents = all["documents"].as_array().into_iter().flatten();
    documents.any(|document| document["template"] == own && document["status"] != "failed")
}

/// The errors: code, place and text of each, in one order.
fn told_errors(answer: &Value) -> Vec<String> {
    let messages = answer["messages"].as_array().expect("an answer has messages");
    let errors = messages.iter().filter(|message| message["severity"] == "error");
    let mut errors: Vec<String> =
        errors.map(|message| format!("{} {} {}", message["code"], message["at"], message["text"])).collect();
    errors.sort();
    errors
}

/// Whether no file has a sheet Thông tin chung, though some sheet is understood. One that is blank or unreadable is a
/// sheet all the same.
fn is_told_bare(answer: &Value) -> bool {
    let sheets = || answer["sheets"].as_array().into_iter().flatten();
    let is_general = |sheet: &Value| {
        let name = sheet["sheet"].as_str().unwrap_or_default().to_lowercase();
        sheet["read_as"] == "general" || name.contains("thông tin chung")
    };
    sheets().any(|sheet| sheet["read_as"].is_string()) && !sheets().any(is_general)
}

fn name_of(folder: &Path) -> String {
    folder.file_name().expect("a folder has a name").to_string_lossy().into_owned()
}
