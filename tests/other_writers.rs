//! Workbooks written by other programs than ours.
//!
//! Owns the folder `tests/other_writers`: the workbook of a sample, written by others, and in folders other workbooks, each
//! in several formats. Nothing here knows a format.

use std::fs;
use std::path::{Path, PathBuf};

use vanthu::diag::{Diagnostic, Diagnostics};
use vanthu::records::{Answers, Records, Workbook, read};

fn records_of(path: &Path) -> (Records, Vec<Diagnostic>) {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut out = Diagnostics::new();
    let records = read(&[Workbook { name: "so-lieu.xlsx", bytes: &bytes }], &Answers::default(), &mut out);
    (records, out.into_messages())
}

/// The workbooks of a folder, sorted.
fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("a file").path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension != "md")).collect();
    paths.sort();
    paths
}

#[test]
fn the_same_is_read_from_the_files_of_other_programs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let expected = records_of(&root.join("samples/ke-hoach/so-lieu.xlsx"));
    assert!(expected.1.is_empty());
    let paths = workbooks(&root.join("tests/other_writers"));
    assert_eq!(paths.len(), 9);
    for path in paths {
        assert!(records_of(&path) == expected, "{}", path.display());
    }
}

#[test]
fn looks_and_messages_are_the_same_in_every_format() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other_writers/struck-and-hidden");
    let read: Vec<_> = workbooks(&folder).iter().map(|path| records_of(path)).collect();
    assert!(read.len() > 1 && read.iter().all(|each| *each == read[0]));
    let codes: Vec<&str> = read[0].1.iter().map(|message| message.code).collect();
    for code in ["SL-047", "SL-048", "SL-054", "SL-058", "SL-059", "SL-010", "SL-013"] {
        assert!(codes.contains(&code), "{code} of {codes:?}");
    }
}
