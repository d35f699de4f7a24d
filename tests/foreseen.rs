//! What a paper will lack is reported beside a mistake that already stops it: the clerk corrects all of it at once, and
//! `check` and `build` call it the same.

use std::fs;

use serde_json::Value;

use crate::support::cell::Cell;
use crate::support::edits::{Edit, cell, set};
use crate::support::program::vanthu;
use crate::support::workbook::Workbook;

fn no_sheet(sheet: &str) -> Edit {
    Edit::DeleteSheet { sheet: sheet.to_owned() }
}

/// Checks that `build`, and `check` where no template is asked for, report exactly these errors and warnings of the template about an
/// edited sample: `HS-002!` an error, `VB-013` a warning.
fn check(sample: &str, edits: &[Edit], template: Option<&str>, expected: &[&str]) {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let workbook = Workbook::sample(sample).edited(edits);
    fs::write(work_folder.path().join("so-lieu.xlsx"), workbook.to_xlsx()).expect("the workbook can be written");
    let mut runs = vec![vec!["build", "so-lieu.xlsx", "--dry-run", "--json"]];
    match template {
        Some(template) => runs[0].extend(["--template", template]),
        None => runs.push(vec!["check", "so-lieu.xlsx", "--json"]),
    }
    for words in runs {
        let run = vanthu(work_folder.path(), &words);
        let answer: Value = serde_json::from_str(&run.stdout).expect("one JSON object");
        let messages = answer["messages"].as_array().expect("messages").iter();
        let mut reported: Vec<String> = messages
            .filter(|message| {
                let is_of_template = message["code"].as_str().is_some_and(|code| code.starts_with("VB-"));
                message["severity"] == "error" || message["severity"] == "warning" && is_of_template
            })
            .map(|message| {
                let mark = if message["severity"] == "error" { "!" } else { "" };
                format!("{}{mark}", message["code"].as_str().expect("a code"))
            })
            .collect();
        reported.sort();
        reported.dedup();
        assert_eq!(reported, expected, "{words:?}: {answer:#}");
    }
}

#[test]
fn a_mistake_in_the_figures_of_a_report_is_an_error_though_an_item_is_missing() {
    let wrong_state = || cell("Kết quả", "C2", "lung tung");
    check("so-ket", &[wrong_state(), set("Địa danh", "")], None, &["HS-002!", "HS-050!"]);
    // Both reports print figures, whatever the period is.
    check("so-ket", &[wrong_state(), set("Kỳ", "")], None, &["HS-002!", "HS-050!"]);
    // The kind that would choose a report is not known.
    check("so-ket", &[set("Loại văn bản", "Văn thư"), set("Địa danh", "")], None, &["HS-002!", "HS-008!"]);
    let report = Some("bao-cao-so-ket");
    check("so-ket", &[wrong_state(), set("Loại văn bản", "")], report, &["HS-002!", "HS-050!"]);
}

#[test]
fn figures_that_cannot_be_printed_are_reported_beside_other_mistakes() {
    let no_day = set("Ngày chốt số liệu", "");
    check("so-ket", &[no_day.clone(), set("Địa danh", "")], None, &["HS-002!", "HS-062!"]);
    check("so-ket", &[no_day, set("Kỳ", ""), set("Địa danh", "")], None, &["HS-002!"]);
    // A day that is not understood is no missing day.
    check("so-ket", &[set("Ngày chốt số liệu", "hôm qua"), set("Địa danh", "")], None, &["HS-002!", "HS-006!"]);
}

#[test]
fn missing_parts_are_reported_beside_other_mistakes() {
    check("so-ket", &[no_sheet("Kết quả"), set("Địa danh", "")], None, &["HS-002!", "VB-013"]);
    check("ke-hoach", &[no_sheet("Nhiệm vụ"), set("Địa danh", "")], None, &["HS-002!", "VB-001!"]);
    check("to-trinh", &[set("Kính gửi", ""), set("Địa danh", "")], None, &["HS-002!", "VB-010!"]);
    check("dan-van", &[set("Địa danh", "")], Some("khong-co"), &["HS-002!", "MAU-002!"]);
}

#[test]
fn what_may_be_there_is_not_reported_as_missing() {
    let misspelt = Edit::SetField {
        sheet: "Thông tin chung".to_owned(),
        row: "Kính gửi".to_owned(),
        heading: "Mục".to_owned(),
        value: Cell::Text("Gửi đến ai".to_owned()),
    };
    check("to-trinh", &[misspelt], None, &["HS-004!"]);
    // A sheet without any known heading.
    let unreadable = [
        no_sheet("Nhiệm vụ"),
        Edit::AddSheet(
            toml::from_str("sheet = \"Nhiệm vụ\"\nheadings = [\"A\", \"B\"]\nrows = [[\"một\", \"hai\"]]")
                .expect("a sheet"),
        ),
    ];
    check("ke-hoach", &unreadable, None, &["SL-002!"]);
}
