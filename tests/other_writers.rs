//! Workbooks written by other programs than ours.
//!
//! Owns the folder `tests/other_writers`: the workbook of a sample, written by others. Nothing here knows a format.

use std::fs;
use std::path::Path;

use vanthu::diag::Diagnostics;
use vanthu::records::{Answers, Records, Workbook, read};

fn records_of(path: &Path) -> (Records, usize) {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut out = Diagnostics::new();
    let records = read(&[Workbook { name: "so-lieu.xlsx", bytes: &bytes }], &Answers::default(), &mut out);
    (records, out.messages().len())
}

#[test]
fn the_same_is_read_from_the_files_of_other_programs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let expected = records_of(&root.join("samples/ke-hoach/so-lieu.xlsx"));
    assert_eq!(expected.1, 0);
    let mut read = 0;
    for entry in fs::read_dir(root.join("tests/other_writers")).expect("the folder is there") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|extension| extension != "md") {
            assert!(records_of(&path) == expected, "{}", path.display());
            read += 1;
        }
    }
    assert_eq!(read, 5);
}
