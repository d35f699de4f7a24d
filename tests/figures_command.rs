//! The command `figures`: for people, for scripts, for a spreadsheet, as pictures.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::program::vanthu;
use crate::support::workbook::Workbook;

/// A folder with the sample of the worked example.
fn work_folder() -> tempfile::TempDir {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let workbook = Workbook::sample("bay-viec").to_xlsx();
    fs::write(work_folder.path().join("so-lieu.xlsx"), workbook).expect("the sample can be written");
    work_folder
}

fn json(work_folder: &Path) -> Value {
    let run = vanthu(work_folder, &["figures", "so-lieu.xlsx", "--json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("one object")
}

#[test]
fn the_list_shows_figure_formula_and_cells() {
    let work_folder = work_folder();
    let run = vanthu(work_folder.path(), &["figures", "so-lieu.xlsx"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let lines = [
        "Số liệu đến ngày 15/12/2025",
        "Tất cả",
        "  Tổng số nhiệm vụ được giao: 7 nhiệm vụ",
        "      = đếm mọi nhiệm vụ, trừ nhiệm vụ đã hủy ← Nhiệm vụ A2:A8",
        "  Tỷ lệ hoàn thành: 33,33%",
        "      = 2 / (7 - 1) × 100 ← Nhiệm vụ A2:A8",
        "Tỷ lệ hộ nghèo",
        "  Tăng, giảm so với cùng kỳ: -0,75 điểm phần trăm",
    ];
    for line in lines {
        assert!(run.stdout.lines().any(|printed| printed == line), "no line «{line}» in\n{}", run.stdout);
    }
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn the_list_is_available_in_english() {
    let work_folder = work_folder();
    let run = vanthu(work_folder.path(), &["figures", "so-lieu.xlsx", "--lang", "en"]);
    for line in ["Figures as of 15/12/2025", "  Tasks assigned: 7 nhiệm vụ", "  Rate of tasks done: 33,33%"] {
        assert!(run.stdout.lines().any(|printed| printed == line), "no line «{line}» in\n{}", run.stdout);
    }
}

#[test]
fn a_spreadsheet_has_one_line_per_figure() {
    let work_folder = work_folder();
    let run = vanthu(work_folder.path(), &["figures", "so-lieu.xlsx", "--csv"]);
    let mut reader = csv::Reader::from_reader(run.stdout.as_bytes());
    let headings = ["id", "scope", "label", "value", "printed", "measure", "formula", "cells"];
    assert_eq!(reader.headers().expect("a header").iter().collect::<Vec<_>>(), headings);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row of eight")).collect();
    let figures = json(work_folder.path())["figures"].as_array().expect("a list").len();
    assert_eq!(rows.len(), figures);
    let rate = rows.iter().find(|row| &row[0] == "rate.done" && row[1].is_empty()).expect("the whole's rate");
    assert_eq!(rate.iter().skip(3).take(4).collect::<Vec<_>>(), ["33.33", "33,33%", "%", "2 / (7 - 1) × 100"]);
}

#[test]
fn the_tables_are_those_of_the_annexes() {
    let work_folder = work_folder();
    let tables = json(work_folder.path())["tables"].as_array().expect("a list").clone();
    let ids: Vec<&str> = tables.iter().filter_map(|table| table["id"].as_str()).collect();
    assert_eq!(
        ids,
        ["results", "by_unit", "overdue", "due_soon", "due_in_period", "carried_over", "indicators", "villages"]
    );
    let by_unit = &tables[1];
    let total: Vec<&str> = by_unit["rows"]
        .as_array()
        .and_then(|rows| rows.last())
        .and_then(Value::as_array)
        .map_or_else(Vec::new, |row| row.iter().filter_map(Value::as_str).collect());
    assert_eq!(total, ["", "Tổng cộng", "7", "1", "1", "2", "1", "1", "1", "33,33", "50,00", ""]);
}

#[test]
fn our_pictures_are_drawn_kept_or_replaced_and_others_are_kept() {
    let work_folder = work_folder();
    let draw = || vanthu(work_folder.path(), &["figures", "so-lieu.xlsx", "--png", "hinh"]);
    let first = draw();
    let paths: Vec<&str> = first.stdout.lines().collect();
    assert_eq!((first.code, paths.len()), (0, 3), "{}", first.stderr);
    assert!(paths[1].contains("Tỷ lệ hoàn thành nhiệm vụ theo ấp"), "{paths:?}");
    let bytes = |path: &str| fs::read(work_folder.path().join(path)).expect("the picture is there");
    assert_eq!(&bytes(paths[0])[1..4], b"PNG");
    assert_eq!(draw().stdout, first.stdout, "the same figures are the same pictures");
    // A picture of ours from another day is replaced. Somebody else's is kept, and ours is written beside it.
    fs::copy(work_folder.path().join(paths[1]), work_folder.path().join(paths[0])).expect("a picture can be copied");
    fs::write(work_folder.path().join(paths[2]), b"mine").expect("a file can be written");
    let again = draw();
    assert_eq!(again.code, 0);
    assert_eq!(again.stdout.lines().next(), Some(paths[0]));
    assert_eq!(bytes(paths[2]), b"mine");
    assert!(again.stderr.contains("TEP-011"), "{}", again.stderr);
    assert_eq!(fs::read_dir(work_folder.path().join("hinh")).expect("a folder").count(), 4);
}

#[test]
fn without_a_day_there_are_no_figures_and_check_and_build_report_it() {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut workbook = Workbook::sample("bay-viec");
    for sheet in workbook.sheets.iter_mut().filter(|sheet| sheet.title == "Thông tin chung") {
        let day = sheet.cells.iter().find(|(_, cell)| cell.to_string() == "Ngày chốt số liệu").map(|(at, _)| *at);
        let (row, _) = day.expect("the sample has the item");
        sheet.set(row, 2, "".into());
    }
    fs::write(work_folder.path().join("so-lieu.xlsx"), workbook.to_xlsx()).expect("the sample can be written");
    let run = vanthu(work_folder.path(), &["figures", "so-lieu.xlsx"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("HS-062"), "{}", run.stderr);
    assert_eq!(vanthu(work_folder.path(), &["figures", "so-lieu.xlsx", "--as-of", "15/12/2025", "-q"]).code, 0);
    let check = vanthu(work_folder.path(), &["check", "so-lieu.xlsx"]);
    assert_eq!(check.code, 1, "{}", check.stderr);
    assert!(check.stderr.contains("lỗi[HS-062]"), "{}", check.stderr);
    assert_eq!(vanthu(work_folder.path(), &["build", "so-lieu.xlsx"]).code, 1);
}
