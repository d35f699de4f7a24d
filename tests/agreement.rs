//! `check` and `build` agree: `check` ends with 0 exactly when `build` would write the paper, and both report the same
//! errors: code, place and text of each.
//!
//! This is tested for every sample, every fault and random edits of the samples, the same edits on every machine. The
//! one exception is a bare register, a workbook without the sheet Thông tin chung: there what only a paper needs is no
//! error, but what its figures need is one.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::faults::faulty_rooms;
use crate::support::program::{Run, vanthu};
use crate::support::random_edits::{Dice, edit};
use crate::support::workbook::{Workbook, sample_folders};

const FILE: &str = "so-lieu.xlsx";
/// Randomly edited workbooks of each sample.
const EDITED: u64 = 8;

#[test]
fn check_and_build_agree_on_every_sample() {
    let samples =
        sample_folders().into_iter().map(|folder| (name_of(&folder), Workbook::read(&folder.join("so-lieu"))));
    agree(samples);
}

#[test]
fn check_and_build_agree_on_every_fault() {
    let disagreements: Vec<String> = faulty_rooms()
        .filter_map(|(folder, work_folder)| {
            disagreement(work_folder.path()).map(|what| format!("{}: {what}", name_of(&folder)))
        })
        .collect();
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
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
    agree(blank);
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
    agree(edited);
}

fn agree(workbooks: impl Iterator<Item = (String, Workbook)>) {
    let mut disagreements = Vec::new();
    for (name, workbook) in workbooks {
        let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
        fs::write(work_folder.path().join(FILE), workbook.to_xlsx()).expect("the workbook can be written");
        disagreements.extend(disagreement(work_folder.path()).map(|what| format!("{name}: {what}")));
    }
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}

/// The difference between what `check` and `build` report about the workbook in a folder.
fn disagreement(folder: &Path) -> Option<String> {
    let [check, build] = [vec!["check", FILE, "--json"], vec!["build", FILE, "--dry-run", "--json"]].map(|words| {
        let Run { code, stdout, stderr } = vanthu(folder, &words);
        let answer: Value = serde_json::from_str(&stdout).unwrap_or_else(|error| panic!("{error}: {stdout}{stderr}"));
        (code, answer)
    });
    let [of_check, of_build] = [&check, &build].map(|(_, answer)| errors(answer));
    let is_written = build.1["documents"].as_array().is_some_and(|documents| !documents.is_empty());
    let agrees = if is_bare(&check.1) {
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
fn errors(answer: &Value) -> Vec<String> {
    let messages = answer["messages"].as_array().expect("an answer has messages");
    let errors = messages.iter().filter(|message| message["severity"] == "error");
    let mut errors: Vec<String> =
        errors.map(|message| format!("{} {} {}", message["code"], message["at"], message["text"])).collect();
    errors.sort();
    errors
}

/// Whether no file has a sheet Thông tin chung, though some sheet is understood. One that is blank or unreadable is a
/// sheet all the same.
fn is_bare(answer: &Value) -> bool {
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
