//! The whole output of `check`, as scripts read it.
//!
//! A case is a folder `tests/understood/<name>/`: `case.toml` has the workbooks as text and the exit code,
//! `expected.json` the formatted output. `VANTHU_BLESS=1` rewrites it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::support::program::vanthu;
use crate::support::workbook::{SheetText, Workbook};

/// Workbooks, and the exit code of their check.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The expected exit code.
    exit: i32,
    /// The workbooks, each a list of sheets; passed in the order of their names.
    workbooks: BTreeMap<String, Vec<SheetText>>,
}

#[test]
fn every_case_is_understood_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/understood");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("there are cases")
        .map(|entry| entry.expect("a folder can be listed").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(names.len() >= 4, "there are cases");
    let wrong: Vec<String> = names.into_iter().filter(|name| !is_as_expected(&folder.join(name))).collect();
    assert!(wrong.is_empty(), "understood differently: {wrong:?}; VANTHU_BLESS=1 rewrites the expectations");
}

fn is_as_expected(folder: &Path) -> bool {
    let case = fs::read_to_string(folder.join("case.toml")).expect("a case has a text");
    let case: Case = toml::from_str(&case).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let output = check(&case);
    let text = serde_json::to_string_pretty(&output).expect("an object can be written") + "\n";
    let expected = folder.join("expected.json");
    if std::env::var_os("VANTHU_BLESS").is_some() {
        fs::write(&expected, &text).expect("the expected object can be written");
    }
    fs::read_to_string(&expected).is_ok_and(|expected| expected == text)
}

fn check(case: &Case) -> Value {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, sheets) in &case.workbooks {
        let sheets = sheets.iter().cloned().map(Into::into).collect();
        fs::write(work_folder.path().join(name), Workbook { sheets }.to_xlsx()).expect("the workbook can be written");
    }
    let words: Vec<&str> = ["check", "--json"].into_iter().chain(case.workbooks.keys().map(String::as_str)).collect();
    let run = vanthu(work_folder.path(), &words);
    assert_eq!(run.code, case.exit, "{}{}", run.stdout, run.stderr);
    assert_eq!(run.stderr, "", "under --json only the object is printed");
    let left = fs::read_dir(work_folder.path()).expect("a folder can be listed").count();
    assert_eq!(left, case.workbooks.len(), "check writes nothing");
    serde_json::from_str(&run.stdout).expect("one JSON object is on stdout")
}

#[test]
fn every_row_read_is_counted_once_in_both_samples() {
    for sample in ["dan-van", "doc-sach"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample).join("so-lieu.xlsx");
        let run =
            vanthu(Path::new("."), &["check", "--json", file.to_str().expect("a path of the repository is UTF-8")]);
        assert_eq!(run.code, 0, "{}", run.stdout);
        let output: Value = serde_json::from_str(&run.stdout).expect("one JSON object is on stdout");
        for sheet in output["sheets"].as_array().expect("sheets are listed") {
            let ledger = sheet["ledger"].as_object().expect("a sheet has a ledger");
            let of = |name: &str| ledger[name].as_u64().expect("a count");
            let parts = ["tasks", "groups", "totals", "blank", "refused", "other"].map(of);
            assert_eq!(parts.iter().sum::<u64>(), of("rows"), "{sheet}");
        }
        assert!(!output["assignments"].as_array().expect("tasks are listed").is_empty());
    }
}
