//! The eighteen failures that really happened to clerks with other programs: each has a test that bears its number.
//!
//! Owns the tests of whole papers among them, and that none is missing. Those of reading are in
//! `tests/readings/known_failures.toml`, those of a cell in `tests/slips/known_failures.toml`.

use std::fs;
use std::path::Path;

use vanthu::records::{Answers, Workbook as Bytes, read};

use crate::support::docx::{paragraphs, parts};
use crate::support::program::{vanthu, work_folder};
use crate::support::workbook::Workbook;
use crate::test_workbooks::{assignments_xml, raw_book};

/// The texts in which the tests of the other failures are named.
const ELSEWHERE: [&str; 3] = ["readings/known_failures.toml", "slips/known_failures.toml", "audiences.rs"];

#[test]
fn every_known_failure_has_a_test() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let lists = ELSEWHERE.map(|name| fs::read_to_string(tests.join(name)).expect("a list of tests can be read"));
    let here = include_str!("known_failures.rs");
    let is_tested = |number: &u32| {
        let named = format!("failure {number:02}");
        here.contains(&format!("failure_{number:02}_")) || lists.iter().any(|text| text.contains(&named))
    };
    let missing: Vec<u32> = (1..=18).filter(|number| !is_tested(number)).collect();
    assert!(missing.is_empty(), "no test of the failures {missing:?}");
}

#[test]
fn failure_08_a_formula_without_a_stored_value_is_an_error() {
    let formula =
        r#"<row r="3"><c r="A3" t="inlineStr"><is><t>NV-02</t></is></c><c r="B3"><f>"a"&amp;"b"</f></c></row>"#;
    let mut out = vanthu::diag::Diagnostics::new();
    let bytes = raw_book(&assignments_xml(formula));
    let records = read(&[Bytes { name: "so.xlsx", bytes: &bytes }], &Answers::default(), &mut out);
    let message = out.messages().iter().find(|message| message.code == "SL-011").expect("it is reported");
    assert_eq!(message.place.to_string(), "so.xlsx › Nhiệm vụ › B3");
    let ledger = records.sheets[0].ledger;
    assert_eq!((ledger.rows, ledger.tasks, ledger.refused, ledger.other), (3, 1, 1, 1));
}

#[test]
fn failure_13_fonts_of_pasted_cells_stay_in_the_workbook_and_failure_14_the_page_is_a4() {
    // Written with Calibri, the font of openpyxl's cells.
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("so.xlsx"), include_bytes!("other_writers/openpyxl.xlsx")).expect("a copy");
    let run = vanthu(folder.path(), &["build", "so.xlsx"]);
    let document = fs::read(folder.path().join(run.stdout.trim_end())).expect("the printed path is the paper's");
    for (name, content) in parts(&document) {
        let text = String::from_utf8_lossy(&content).into_owned();
        assert!(!text.contains("Calibri"), "{name}");
        let pages = text.matches("<w:pgSz ").count();
        let a4 =
            text.matches(r#"w:w="11906" w:h="16838""#).count() + text.matches(r#"w:w="16838" w:h="11906""#).count();
        assert_eq!(pages, a4, "{name}");
    }
}

#[test]
fn failure_16_no_word_of_a_programming_language_is_printed() {
    const WORDS: [&str; 6] = ["undefined", "null", "None", "NaN", "[object", "Some("];
    for sample in ["bat-dau", "dan-van", "bay-viec"] {
        let folder = work_folder(&Workbook::sample(sample), &[]);
        let run = vanthu(folder.path(), &["build", "so-lieu.xlsx"]);
        let document = fs::read(folder.path().join(run.stdout.trim_end())).expect("the printed path is the paper's");
        let printed = paragraphs(&document).join("\n");
        let found: Vec<&str> = WORDS.into_iter().filter(|word| printed.contains(word)).collect();
        assert!(found.is_empty(), "{sample}: {found:?}");
    }
}
