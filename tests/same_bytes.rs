//! The same input gives the same bytes in any folder, process, time zone and language.

use std::fs;
use std::path::Path;

use crate::support::program::vanthu_with;
use crate::support::workbook::Workbook;

#[test]
fn two_processes_write_the_same_bytes() {
    let first = written("xã Đồng Mây", &[("TZ", "Asia/Ho_Chi_Minh"), ("LANG", "vi_VN.UTF-8")]);
    let second = written("b", &[("TZ", "America/New_York"), ("LANG", "C"), ("LC_ALL", "C"), ("USER", "someone")]);
    assert!(first == second, "the same workbook gave two documents");
}

#[test]
fn a_second_run_does_not_touch_the_file() {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = put_sample(work_folder.path());
    let run = || vanthu_with(work_folder.path(), &["build", "so-lieu.xlsx", "--json"], &[]);
    assert!(run().stdout.contains("\"status\":\"created\""));
    let before = fs::metadata(&path).and_then(|facts| facts.modified()).expect("the document is there");
    assert!(run().stdout.contains("\"status\":\"unchanged\""));
    let after = fs::metadata(&path).and_then(|facts| facts.modified()).expect("the document is there");
    assert_eq!(before, after);
}

fn written(folder: &str, variables: &[(&str, &str)]) -> Vec<u8> {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = work_folder.path().join(folder);
    fs::create_dir(&folder).expect("a folder can be made");
    let path = put_sample(&folder);
    let run = vanthu_with(&folder, &["build", "so-lieu.xlsx"], variables);
    assert_eq!(run.code, 0, "{}", run.stderr);
    fs::read(path).expect("the document is there")
}

/// Puts the sample into a folder and returns the path its document will have.
fn put_sample(folder: &Path) -> std::path::PathBuf {
    fs::write(folder.join("so-lieu.xlsx"), Workbook::sample("dan-van").to_xlsx()).expect("the workbook can be written");
    folder.join("ket-qua/Chương trình hành động công tác dân vận của chính quyền 6 tháng đầu năm 2026.docx")
}
