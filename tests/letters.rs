//! Letters (công văn) to each village or unit: what each says, that it keeps the form, and that it says nothing of others.
//!
//! Owns the files `tests/letters/<name>.txt`: the text of every letter of one run, in order. `VANTHU_BLESS=1` rewrites
//! them. Must not know how a letter is worded.

use std::fs;
use std::path::Path;

use crate::expected::difference;
use crate::form_rules;
use crate::support::cell::Cell;
use crate::support::docx::paragraphs;
use crate::support::edits::Edit;
use crate::support::program::{Run, vanthu, work_folder};
use crate::support::workbook::Workbook;

/// A run: its name, its sample, the words behind `build so-lieu.xlsx`.
const RUNS: [(&str, &str, &[&str]); 8] = [
    ("giao-viec-chung", "cong-van", &[]),
    ("giao-viec-don-vi", "cong-van", &["--for-each", "don-vi"]),
    ("giao-viec-thon", "cong-van", &["--for-each", "thon"]),
    ("don-doc-chung", "cong-van", &["--qua-han"]),
    ("don-doc-don-vi", "cong-van", &["--for-each", "don-vi", "--qua-han"]),
    ("nhac-viec-chung", "cong-van", &["--template", "cong-van-nhac-viec"]),
    ("chi-tieu-thon", "so-ket", &["--for-each", "thon", "--only", "T01", "T12"]),
    ("giao-viec-nhieu-don-vi", "ke-hoach", &["--for-each", "don-vi", "--only", "KT", "ND"]),
];

/// Every document of the folder with its name, in order.
fn documents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "docx")).collect();
    paths.sort();
    let named = paths.into_iter().map(|path| {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, fs::read(&path).expect("a document can be read"))
    });
    named.collect()
}

fn letters(workbook: &Workbook, words: &[&str]) -> Vec<(String, Vec<u8>)> {
    let folder = work_folder(workbook, &[]);
    let Run { code, stderr, .. } = vanthu(folder.path(), &[&["build", "so-lieu.xlsx", "-q"], words].concat());
    assert_eq!(code, 0, "{words:?}: {stderr}");
    documents(&folder.path().join("ket-qua"))
}

#[test]
fn every_letter_says_what_it_should_and_keeps_the_form() {
    let mut wrong = Vec::new();
    for (name, sample, words) in RUNS {
        let mut text = String::new();
        for (file, bytes) in letters(&Workbook::sample(sample), words) {
            let broken = form_rules::broken_on(&bytes);
            wrong.extend(broken.into_iter().map(|message| format!("{name}, {file}: {message}")));
            text.extend(["### ", &file, "\n", &paragraphs(&bytes).join("\n"), "\n\n"]);
        }
        wrong.extend(difference(&format!("tests/letters/{name}.txt"), &text));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_letter_to_a_village_says_nothing_of_another() {
    let villages = ["T01", "T02", "T03"];
    let own = |code: &str| [format!("Việc riêng của {code}"), format!("Trần Thử {code}")];
    let mut edits = Vec::new();
    for code in villages {
        let [task, head] = own(code);
        let cells = [
            ("Mã", format!("RIENG-{code}")),
            ("Nội dung nhiệm vụ", task),
            ("Đơn vị chủ trì", "KT".to_owned()),
            ("Phạm vi thôn", code.to_owned()),
            ("Thời hạn", "30/9/2026".to_owned()),
        ];
        let values = cells.map(|(heading, text)| (heading.to_owned(), Cell::Text(text))).into();
        edits.push(Edit::AddRow { sheet: "Nhiệm vụ".to_owned(), values });
        let (row, heading, value) = (code.to_owned(), "Trưởng thôn".to_owned(), Cell::Text(head));
        edits.push(Edit::SetField { sheet: "Thôn".to_owned(), row, heading, value });
    }
    let found = letters(&Workbook::sample("cong-van").edited(&edits), &["--for-each", "thon"]);
    assert_eq!(found.len(), villages.len());
    for ((file, bytes), code) in found.iter().zip(villages) {
        let text = paragraphs(bytes).join("\n");
        for other in villages {
            let is_said = own(other).map(|words| text.contains(&words));
            assert_eq!(is_said, [other == code; 2], "{file}: what is of {other}");
        }
    }
}
