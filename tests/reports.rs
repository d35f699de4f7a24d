//! The two reports: every sentence that figures make, from nothing reported to everything done.

#![allow(clippy::disallowed_methods, reason = "tests lay out their own folders")]

mod support;

use std::fs;

use support::cell::Cell;
use support::docx::paragraphs;
use support::edits::Edit;
use support::program::{Run, vanthu};
use support::workbook::Workbook;

const GENERAL: &str = "Thông tin chung";
const TASKS: &str = "Nhiệm vụ";
const RESULTS: &str = "Kết quả";
const INDICATORS: &str = "Chỉ tiêu";
const VILLAGES: &str = "Chỉ tiêu thôn";
/// The codes of the sample's tasks.
const CODES: [&str; 7] = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4"];

fn set(sheet: &str, row: &str, heading: &str, value: &str) -> Edit {
    let [sheet, row, heading] = [sheet, row, heading].map(str::to_owned);
    Edit::SetField { sheet, row, heading, value: Cell::Text(value.to_owned()) }
}

fn general(key: &str, value: &str) -> Edit {
    set(GENERAL, key, "Giá trị", value)
}

fn without(sheet: &str) -> Edit {
    Edit::DeleteSheet { sheet: sheet.to_owned() }
}

fn without_rows(sheet: &str, rows: &[&str]) -> Vec<Edit> {
    rows.iter().map(|row| Edit::DeleteRow { sheet: sheet.to_owned(), row: (*row).to_owned() }).collect()
}

/// A result as reported: state and day.
fn reported(code: &str, state: &str, day: &str) -> [Edit; 2] {
    [set(RESULTS, code, "Trạng thái", state), set(RESULTS, code, "Ngày hoàn thành", day)]
}

fn column(sheet: &str, address: &str, heading: &str) -> Edit {
    Edit::SetCell { sheet: sheet.to_owned(), cell: address.to_owned(), value: Cell::Text(heading.to_owned()) }
}

/// What `build` says of the sample so changed, and the document's lines; none where nothing is written.
fn built(edits: &[Edit]) -> (Run, Vec<String>) {
    let room = tempfile::tempdir().expect("a temporary folder can be made");
    let workbook = Workbook::sample("bay-viec").edited(edits).to_xlsx();
    fs::write(room.path().join("so-lieu.xlsx"), workbook).expect("the workbook can be written");
    let run = vanthu(room.path(), &["build", "so-lieu.xlsx"]);
    let document = run.stdout.lines().next().map(|path| fs::read(room.path().join(path)).expect("the document"));
    let lines = document.map(|document| paragraphs(&document)).unwrap_or_default();
    (run, lines)
}

#[test]
fn show() {
    let mut nothing: Vec<Edit> = Vec::new();
    for code in CODES {
        nothing.extend(reported(code, "", ""));
    }
    let mut all: Vec<Edit> = Vec::new();
    for code in ["1.2", "1.3", "2.1", "2.2", "2.4"] {
        all.extend(reported(code, "Hoàn thành", "20/10/2025"));
    }
    let mut late: Vec<Edit> = Vec::new();
    for code in CODES {
        late.extend(reported(code, "Hoàn thành", "14/12/2025"));
    }
    let cancelled: Vec<Edit> = CODES.iter().flat_map(|code| reported(code, "Hủy", "")).collect();
    let standing: Vec<Edit> = CODES.iter().map(|code| set(TASKS, code, "Thời hạn", "thường xuyên")).collect();
    let mut one = without_rows(TASKS, &CODES[1..]);
    one.extend(without_rows(RESULTS, &CODES[1..]));
    one.push(without(INDICATORS));
    one.push(without(VILLAGES));
    let variants: Vec<(&str, Vec<Edit>)> = vec![
        ("as is", vec![]),
        ("nothing reported", nothing),
        ("no sheet of results", vec![without(RESULTS)]),
        ("all done", all),
        ("all done, late or not", late),
        ("one task, no indicators", one),
        ("cancelled", cancelled),
        ("one cancelled", reported("1.3", "Hủy", "").into()),
        ("standing", standing),
        ("no indicators", vec![without(INDICATORS), without(VILLAGES)]),
        ("9 months", vec![general("Kỳ", "9 tháng năm 2025")]),
        ("year", vec![general("Kỳ", "năm 2025")]),
        ("quarter", vec![general("Kỳ", "quý III năm 2025")]),
        ("month", vec![general("Kỳ", "tháng 11 năm 2025")]),
        (
            "not done",
            vec![
                set(RESULTS, "1.3", "Trạng thái", "Không hoàn thành"),
                column(RESULTS, "H1", "Khó khăn, vướng mắc"),
                column(RESULTS, "H4", "Mẫu hồ sơ thay đổi hai lần."),
                column(RESULTS, "I1", "Đề xuất, kiến nghị"),
                column(RESULTS, "I4", "Tập huấn lại cho công chức địa chính"),
            ],
        ),
        ("unjudged", reported("1.1", "Hoàn thành", "").into_iter().chain(reported("1.2", "Hoàn thành", "")).collect()),
    ];
    for (name, edits) in variants {
        let (run, lines) = built(&edits);
        println!("######## {name}: {}\n{}\n{}", run.code, run.stderr, lines.join("\n"));
    }
}
