//! The settings in force as `config` prints them: flag, environment, file, default.

use std::fs;
use std::path::Path;

use serde_json::Value;
use vanthu::diag::Diagnostics;
use vanthu::settings;

use crate::support::program::{Run, vanthu_with};

fn work_folder(file: &str) -> tempfile::TempDir {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::create_dir(work_folder.path().join("quy-1")).expect("a folder can be made");
    fs::write(work_folder.path().join("vanthu.toml"), file).expect("the settings can be written");
    work_folder
}

fn config(work_folder: &Path, words: &[&str], variables: &[(&str, &str)]) -> Run {
    let words: Vec<&str> = ["config"].into_iter().chain(words.iter().copied()).collect();
    vanthu_with(work_folder, &words, variables)
}

/// Value and source of a key.
fn setting(run: &Run, key: &str) -> (Value, Value) {
    let output: Value = serde_json::from_str(&run.stdout).expect("one JSON object is on stdout");
    let settings = output["settings"].as_array().expect("settings are listed").clone();
    let found = settings.into_iter().find(|setting| setting["key"] == key).expect("the key is listed");
    (found["value"].clone(), found["source"].clone())
}

#[test]
fn each_value_is_printed_with_its_source() {
    let work_folder = work_folder("[han]\nsap_den_ngay = 10\n[so]\nthap_phan = 1\n");
    fs::write(work_folder.path().join("rieng.toml"), "[so]\nthap_phan = 3\n").expect("the settings can be written");
    let variables = [("VANTHU_HAN_SAP_DEN_NGAY", "3")];
    let upward = config(work_folder.path(), &["--json", "quy-1/so-lieu.xlsx"], &variables);
    assert_eq!(setting(&upward, "han.sap_den_ngay"), (3.into(), "environment".into()));
    assert_eq!(setting(&upward, "so.thap_phan"), (1.into(), "file".into()));
    assert_eq!(setting(&upward, "can_cu.dau_cuoi"), (".".into(), "default".into()));
    let named_by_variable = config(work_folder.path(), &["--json"], &[("VANTHU_CONFIG", "rieng.toml")]);
    assert_eq!(setting(&named_by_variable, "so.thap_phan"), (3.into(), "file".into()));
    let by_flag =
        config(work_folder.path(), &["--json", "--config", "vanthu.toml"], &[("VANTHU_CONFIG", "rieng.toml")]);
    assert_eq!(setting(&by_flag, "so.thap_phan"), (1.into(), "file".into()));
}

#[test]
fn the_output_is_a_settings_file_with_the_same_meaning() {
    let text = "[tep]\nten = \"{ky} {ten_goi}\"\n[doc.don_vi]\n\"Phòng \\\"VH\\\"\" = \"VHXH\"\n";
    let work_folder = work_folder(text);
    let run = config(work_folder.path(), &[], &[]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let mut out = Diagnostics::new();
    let printed = settings::parse("vanthu.toml", &run.stdout, &mut out);
    assert_eq!(out.messages(), []);
    assert_eq!(printed, settings::parse("vanthu.toml", text, &mut out));
    assert!(run.stdout.lines().any(|line| line.starts_with("# cấu hình: ") && line.ends_with("vanthu.toml")));
}

#[test]
fn a_mistake_is_reported_and_no_setting_is_printed() {
    let work_folder = work_folder("[hann]\n");
    let run = config(work_folder.path(), &[], &[]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.starts_with("lỗi[CD-001]"), "{}", run.stderr);
}
