//! The files of papers: what tells them apart, and that no paper replaces one of another workbook.
//!
//! Owns runs with two workbooks in one folder. What happens to single files is tested in `files`.

use std::fs;
use std::path::Path;

use crate::support::edits::{Edit, cell, set};
use crate::support::program::{Run, vanthu, work_folder};
use crate::support::workbook::Workbook;

const PAPER: &str = "Chương trình hành động công tác dân vận của chính quyền 6 tháng đầu năm 2026.docx";
const BESIDE: &str = "Chương trình hành động công tác dân vận của chính quyền 6 tháng đầu năm 2026 (bản mới).docx";

/// Writes a changed sample beside the first workbook.
fn add(folder: &Path, name: &str, edits: &[Edit]) {
    let bytes = Workbook::sample("dan-van").edited(edits).to_xlsx();
    fs::write(folder.join(name), bytes).expect("the workbook can be written");
}

fn papers(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("ket-qua")).expect("there are papers").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn papers_of_other_subjects_have_other_names() {
    let folder = work_folder(&Workbook::sample("dan-van"), &[]);
    add(folder.path(), "khac.xlsx", &[set("Chủ đề", "Chuyển đổi số.")]);
    assert_eq!(vanthu(folder.path(), &["build", "so-lieu.xlsx"]).code, 0);
    assert_eq!(vanthu(folder.path(), &["build", "khac.xlsx"]).code, 0);
    let other = "Chương trình hành động chuyển đổi số 6 tháng đầu năm 2026.docx";
    assert_eq!(papers(folder.path()), [other, PAPER]);
}

#[test]
fn a_paper_of_another_workbook_is_never_replaced() {
    for quiet in [&[][..], &["-q"]] {
        let folder = work_folder(&Workbook::sample("dan-van"), &[]);
        add(folder.path(), "khac.xlsx", &[set("Đơn vị soạn thảo", "Phòng Kinh tế")]);
        let build = |name| vanthu(folder.path(), &[&["build", name], quiet].concat());
        assert_eq!(build("so-lieu.xlsx").code, 0);
        let Run { code, stderr, .. } = build("khac.xlsx");
        assert!(code == 0 && stderr.contains("cảnh báo[TEP-018]") && stderr.contains("(so-lieu.xlsx)"), "{stderr}");
        assert_eq!(papers(folder.path()), [BESIDE, PAPER]);
        // Each workbook keeps its own paper up to date.
        assert_eq!(build("so-lieu.xlsx").code, 0);
        assert_eq!(papers(folder.path()), [BESIDE, PAPER]);
    }
}

#[test]
fn what_was_replaced_is_said_even_quietly() {
    let folder = work_folder(&Workbook::sample("dan-van"), &[]);
    assert_eq!(vanthu(folder.path(), &["build", "so-lieu.xlsx"]).code, 0);
    add(folder.path(), "so-lieu.xlsx", &[cell("Nhiệm vụ", "C2", "Rà soát hộ nghèo")]);
    let Run { code, stderr, .. } = vanthu(folder.path(), &["build", "-q", "so-lieu.xlsx"]);
    assert!(code == 0 && stderr.contains(PAPER), "{stderr}");
}

#[test]
fn a_name_does_not_depend_on_what_else_is_asked_for() {
    let folder = work_folder(&Workbook::sample("so-ket"), &[]);
    let alone = vanthu(folder.path(), &["build", "so-lieu.xlsx", "--template", "ke-hoach"]);
    let together = vanthu(folder.path(), &["build", "so-lieu.xlsx", "--all"]);
    assert!(alone.code == 0 && together.stdout.contains(alone.stdout.trim()), "{together:?}");
}
