//! The samples: each committed workbook is built from its readable text, and that text is clean.

use std::fs;

use vanthu::diag::column_letters;
use vanthu::vietnamese::text::clean;

use crate::support::cell::Cell;
use crate::support::edits::Edit;
use crate::support::workbook::{Workbook, sample_folders};

#[test]
fn every_workbook_is_built_from_its_text() {
    for folder in sample_folders() {
        let path = folder.join("so-lieu.xlsx");
        let committed = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let built = Workbook::read(&folder.join("so-lieu")).to_xlsx();
        assert!(committed == built, "{} differs from its text: run `just samples`", path.display());
    }
}

#[test]
fn every_text_is_clean() {
    for folder in sample_folders() {
        for sheet in Workbook::read(&folder.join("so-lieu")).sheets {
            for ((row, column), cell) in sheet.cells {
                let Cell::Text(text) = cell else { continue };
                assert_eq!(
                    text,
                    clean(&text).text,
                    "{} › {} › row {row}, column {column}",
                    folder.display(),
                    sheet.title
                );
            }
        }
    }
}

#[test]
fn an_edit_changes_only_its_cell() {
    check(
        r#"[[edit]]
        do = "set-field"
        sheet = "Thôn"
        row = "Bến"
        heading = "Số hộ"
        value = 2026-03-05

        [[edit]]
        do = "set-cell"
        sheet = "Thôn"
        cell = "A4"
        value = """#,
        "A1 DANH SÁCH, A2 Tên thôn, B2 Số hộ, A3 Bến Hạc, B3 05/03/2026, B4 20, A5 I. Phía tây",
    );
}

#[test]
fn rows_and_headings_can_be_added_and_removed() {
    check(
        r#"[[edit]]
        do = "delete-row"
        sheet = "Thôn"
        row = "Khe"

        [[edit]]
        do = "add-row"
        sheet = "Thôn"
        values = { "Tên thôn" = "Nà Vải" }

        [[edit]]
        do = "rename-heading"
        sheet = "Thôn"
        heading = "Số hộ"
        to = "Hộ"

        [[edit]]
        do = "rename-sheet"
        sheet = "Thôn"
        to = "Ấp"

        [[edit]]
        do = "add-sheet"
        sheet = "Nháp"
        headings = ["x"]

        [[edit]]
        do = "delete-sheet"
        sheet = "Nháp""#,
        "A1 DANH SÁCH, A2 Tên thôn, B2 Hộ, A3 Bến Hạc, B3 10, A4 I. Phía tây, A5 Nà Vải",
    );
}

/// The readable sheet that the edits of these tests change.
const VILLAGES: &str = r#"[[edit]]
do = "add-sheet"
sheet = "Thôn"
above = ["DANH SÁCH"]
headings = ["Tên thôn", "Số hộ"]
rows = [["Bến Hạc", 10], ["Khe Sấu", 20]]
row = [{ group = "I. Phía tây" }]
"#;

#[derive(serde::Deserialize)]
struct Edits {
    edit: Vec<Edit>,
}

/// Compares the filled cells of the villages, as text, after these edits.
fn check(edits: &str, expected: &str) {
    let edits: Edits = toml::from_str(&format!("{VILLAGES}\n{edits}")).expect("edits of the right shape");
    let book = Workbook { sheets: Vec::new() }.edited(&edits.edit);
    let [sheet] = book.sheets.as_slice() else { panic!("one sheet is left, not {}", book.sheets.len()) };
    let shown = |(&(row, column), cell): (&(u32, u32), &Cell)| format!("{}{row} {cell}", column_letters(column));
    let cells: Vec<String> = sheet.cells.iter().map(shown).collect();
    assert_eq!(cells.join(", "), expected);
}
