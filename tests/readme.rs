//! The commands, settings and message in the README match the program.

use std::path::Path;

use vanthu::diag::Diagnostics;
use vanthu::settings;

use crate::support::cell::Cell;
use crate::support::edits::Edit;
use crate::support::program::vanthu;
use crate::support::workbook::Workbook;

const README: &str = include_str!("../README.md");

#[test]
fn the_first_command_writes_the_document_that_the_readme_names() {
    let first = block("sh").lines().next().expect("there are commands").to_owned();
    let words: Vec<&str> = first.split(' ').collect();
    let at = words.iter().position(|word| *word == "--").expect("cargo's words end with --");
    assert_eq!(words[..at], ["cargo", "run", "--release"]);
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let out = work_folder.path().to_str().expect("a temporary path is UTF-8");
    let words: Vec<&str> = words[at + 1..].iter().copied().chain(["--out", out]).collect();
    let run = vanthu(Path::new(env!("CARGO_MANIFEST_DIR")), &words);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let name = Path::new(run.stdout.trim_end()).file_name().expect("a path is printed").to_string_lossy().into_owned();
    assert!(README.contains(&format!("samples/dan-van/ket-qua/{name}")), "the README names another file than {name}");
}

#[test]
fn the_settings_shown_are_valid() {
    let mut out = Diagnostics::new();
    let shown = settings::parse("vanthu.toml", &block("toml"), &mut out);
    assert!(out.messages().is_empty(), "{:?}", out.messages());
    assert_ne!(shown, settings::Settings::default());
}

#[test]
fn the_message_shown_is_the_one_printed() {
    let edit = Edit::SetField {
        sheet: "Thông tin chung".to_owned(),
        row: "Người ký".to_owned(),
        heading: "Giá trị".to_owned(),
        value: Cell::Text("Vũ Đình Khao".to_owned()),
    };
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let workbook = Workbook::sample("dan-van").edited(&[edit]).to_xlsx();
    #[allow(clippy::disallowed_methods, reason = "a test lays out its own folder")]
    std::fs::write(work_folder.path().join("so-lieu.xlsx"), workbook).expect("the workbook can be written");
    let stderr = vanthu(work_folder.path(), &["build", "so-lieu.xlsx"]).stderr;
    assert!(stderr.contains(block("text").trim_end()), "the README shows another message than:\n{stderr}");
}

#[test]
fn the_template_message_shown_is_the_one_printed() {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let exported = vanthu(work_folder.path(), &["templates", "export", "chuong-trinh-hanh-dong"]);
    assert_eq!(exported.code, 0, "{}", exported.stderr);
    let path = work_folder.path().join("mau/chuong-trinh-hanh-dong/van-ban.md");
    let text = std::fs::read_to_string(&path).expect("the template was written");
    #[allow(clippy::disallowed_methods, reason = "a test lays out its own folder")]
    std::fs::write(&path, text.replace("viec.noi_dung", "viec.noi_dug")).expect("the template can be written");
    let stderr = vanthu(work_folder.path(), &["templates", "check", "mau"]).stderr;
    let first = stderr.split("\n\n").next().expect("a message");
    assert!(README.contains(first), "the README shows another message than:\n{first}");
}

#[test]
fn every_option_shown_is_in_the_help() {
    let help = vanthu(Path::new("."), &["build", "--help"]).stdout;
    let shown: Vec<&str> = README.split('`').filter(|text| text.starts_with("--")).collect();
    assert!(shown.len() > 5, "the README shows the options");
    let help = help + &vanthu(Path::new("."), &["new", "--help"]).stdout;
    for option in shown {
        let name = option.split(' ').next().expect("an option has a name");
        assert!(help.contains(name), "{name} is not in the help");
    }
}

#[test]
fn every_command_shown_exists() {
    let listed = vanthu(Path::new("."), &["--help"]).stdout;
    let shown = README.split('`').filter_map(|text| text.strip_prefix("vanthu "));
    let names: Vec<&str> = shown.filter_map(|words| words.split(' ').next()).collect();
    assert!(names.len() > 8, "the README shows the commands");
    for name in names {
        assert!(listed.contains(&format!("\n  {name} ")), "{name} is no command");
    }
}

#[test]
fn every_linked_file_exists() {
    let targets = README.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for target in targets.filter(|target| !target.starts_with("http")) {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(target).exists(), "{target} is not there");
    }
}

/// The first fenced block of this language.
fn block(language: &str) -> String {
    let opening = format!("\n```{language}\n");
    let from = README.find(&opening).map(|start| start + opening.len()).expect("the README has the block");
    let length = README[from..].find("```").expect("the block ends");
    README[from..from + length].to_owned()
}
