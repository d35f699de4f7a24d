//! The folder to start in: its workbook is the contract's, its settings are all commented, nothing there is touched.

#![allow(clippy::disallowed_methods, reason = "tests lay out their own folders")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use support::docx::parts;
use support::program::vanthu;
use vanthu::contract::SheetKind;
use vanthu::diag::Diagnostics;
use vanthu::records::{HeadingAnswers, Workbook, read};
use vanthu::workbook::{blank, sample};

fn made(words: &[&str]) -> (tempfile::TempDir, support::program::Run) {
    let room = tempfile::tempdir().expect("a temporary folder can be made");
    let run = vanthu(room.path(), words);
    (room, run)
}

fn part(workbook: &[u8], name: &str) -> String {
    let parts: BTreeMap<String, Vec<u8>> = parts(workbook).into_iter().collect();
    let found = parts.get(name).unwrap_or_else(|| panic!("the workbook has no {name}"));
    String::from_utf8(found.clone()).expect("a part is UTF-8")
}

#[test]
fn every_sheet_of_the_contract_is_understood_as_it_is_meant() {
    for (workbook, is_filled) in [(blank(), false), (sample(), true)] {
        let mut out = Diagnostics::new();
        let book = Workbook { name: "so-lieu.xlsx", bytes: &workbook };
        let records = read(&[book], &HeadingAnswers::default(), &mut out);
        let told: Vec<&str> = out.messages().iter().map(|message| message.code).collect();
        assert_eq!(told, if is_filled { vec![] } else { vec!["SL-014"] });
        let kinds: Vec<_> = records.sheets.iter().map(|sheet| sheet.kind).collect();
        let lists_are_nobodys = |kind| (kind != SheetKind::Lists).then_some(kind);
        assert_eq!(kinds, SheetKind::ALL.map(lists_are_nobodys));
        for sheet in records.sheets.iter().filter(|sheet| sheet.kind.is_some()) {
            let kind = sheet.kind.expect("filtered");
            assert_eq!(sheet.columns.len(), kind.columns().len(), "{kind:?}");
            assert!(sheet.unread_columns.is_empty() && sheet.is_visible, "{kind:?}");
            assert!(is_filled || kind == SheetKind::General || sheet.ledger.rows == 1, "ruled rows are no data");
        }
    }
}

#[test]
fn each_sheet_has_notes_drop_downs_and_a_header_that_stays() {
    let workbook = blank();
    for (index, kind) in SheetKind::ALL.into_iter().enumerate() {
        let sheet = part(&workbook, &format!("xl/worksheets/sheet{}.xml", index + 1));
        if kind == SheetKind::Lists {
            continue;
        }
        assert!(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""), "{kind:?} does not keep its header in view");
        assert!(sheet.contains("fitToWidth") || sheet.contains("fitToHeight=\"0\""), "{kind:?} prints past the page");
        let comments = part(&workbook, &format!("xl/comments{}.xml", index + 1));
        let keys = if kind == SheetKind::General { 20 } else { 0 };
        assert_eq!(comments.matches("<comment ").count(), kind.columns().len() + keys, "{kind:?}");
    }
    let book = part(&workbook, "xl/workbook.xml");
    assert!(book.contains("name=\"Danh mục\" sheetId=\"13\" state=\"hidden\""), "{book}");
    assert_eq!(book.matches("_xlnm.Print_Titles").count(), 12);
    let units = part(&workbook, "xl/worksheets/sheet3.xml");
    assert!(units.contains("<dataValidation type=\"list\"") && units.contains("<dataValidation type=\"date\""));
    let tasks = part(&workbook, "xl/worksheets/sheet6.xml");
    assert!(tasks.contains("'Đơn vị'!$B$2:$B$200"), "units are offered for a task");
}

#[test]
fn the_same_bytes_come_out_every_time() {
    assert!(blank() == blank() && sample() == sample() && blank() != sample());
}

#[test]
fn the_sample_builds_the_document_of_its_text() {
    let (room, run) = made(&["new", "Văn phòng xã", "--sample"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let next = run.stdout.lines().last().expect("a last line");
    assert_eq!(next, "vanthu build \"Văn phòng xã/so-lieu.xlsx\"");
    let built = vanthu(room.path(), &["build", "Văn phòng xã/so-lieu.xlsx"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    assert!(!built.stderr.contains('['), "no message at all:\n{}", built.stderr);
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/bat-dau/so-lieu.xlsx");
    fs::copy(text, room.path().join("so-lieu.xlsx")).expect("the sample can be copied");
    let same = vanthu(room.path(), &["build", "so-lieu.xlsx", "--out", "theo-chu"]);
    let bytes = |path: &str| fs::read(room.path().join(path)).expect("a printed path is the document's");
    assert!(bytes(built.stdout.trim_end()) == bytes(same.stdout.trim_end()));
}

#[test]
fn nothing_there_is_touched() {
    let room = tempfile::tempdir().expect("a temporary folder can be made");
    let write = |name: &str| fs::write(room.path().join(name), "của người khác").expect("a file can be written");
    let listed = || {
        let entries = fs::read_dir(room.path()).expect("a folder can be listed");
        let mut names: Vec<_> = entries.map(|entry| entry.expect("an entry").file_name()).collect();
        names.sort();
        names
    };
    write("so-lieu.xlsx");
    let before = listed();
    let refused = vanthu(room.path(), &["new", ".", "--sample"]);
    assert_eq!((refused.code, refused.stdout.as_str()), (5, ""));
    assert_eq!(listed(), before);
    fs::remove_file(room.path().join("so-lieu.xlsx")).expect("a file can be removed");
    write("vanthu.toml");
    write("ghi-chep.txt");
    let run = vanthu(room.path(), &["new", ".", "--json"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    let said: Value = serde_json::from_str(&run.stdout).expect("one JSON object stands on stdout");
    let statuses: Vec<&Value> =
        said["files"].as_array().expect("files are listed").iter().map(|f| &f["status"]).collect();
    assert_eq!(statuses, ["created", "kept"]);
    assert_eq!(said["next"], "vanthu check ./so-lieu.xlsx");
    for name in ["vanthu.toml", "ghi-chep.txt"] {
        assert_eq!(fs::read_to_string(room.path().join(name)).expect("a file"), "của người khác");
    }
}
