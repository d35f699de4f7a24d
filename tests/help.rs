//! The help of every command: complete in both languages, no wider than a terminal, with working examples.

use std::fs;
use std::path::Path;

use vanthu::cycle;

use crate::support::program::vanthu;
use crate::support::workbook::Workbook;

/// Clap's own words, which must not appear.
const LEAKS: [&str; 10] = [
    "Usage:",
    "Options:",
    "Commands:",
    "Arguments:",
    "default:",
    "possible values",
    "Print ",
    "Usage",
    "subcommand",
    "[env",
];

/// The words of every command, each after its parent; empty for the program itself.
fn commands(parents: &[String]) -> Vec<Vec<String>> {
    let listed = help(parents, "en");
    let below = listed.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = below.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let mut found = vec![parents.to_vec()];
    for name in names.filter_map(|line| line.split_whitespace().next()) {
        found.extend(commands(&[parents, &[name.to_owned()]].concat()));
    }
    found
}

fn help(command: &[String], language: &str) -> String {
    let words: Vec<&str> = command.iter().map(String::as_str).chain(["--help", "--lang", language]).collect();
    let run = vanthu(Path::new("."), &words);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{words:?}");
    run.stdout
}

fn examples(help: &str) -> Vec<String> {
    help.lines().filter_map(|line| line.strip_prefix("  vanthu ")).map(str::to_owned).collect()
}

#[test]
fn every_help_is_complete_in_both_languages() {
    let all = commands(&[]);
    assert!(all.len() > 5, "{all:?}");
    for command in all {
        let (vi, en) = (help(&command, "vi"), help(&command, "en"));
        for leak in LEAKS {
            assert!(!vi.contains(leak), "{command:?} leaks «{leak}»:\n{vi}");
        }
        let is_marked = |letter: char| letter.is_alphabetic() && !letter.is_ascii();
        assert!(!en.contains(is_marked), "{command:?} leaks Vietnamese:\n{en}");
        for line in vi.lines().chain(en.lines()) {
            assert!(line.chars().count() <= 80, "{command:?} is too wide: {line}");
        }
        assert_eq!(examples(&vi).len(), examples(&en).len(), "{command:?} shows the same examples in both languages");
        assert!(!examples(&vi).is_empty(), "{command:?} shows no example");
    }
}

#[test]
fn every_example_works_on_the_sample() {
    for command in commands(&[]) {
        for language in ["vi", "en"] {
            let work_folder = work_folder();
            for example in examples(&help(&command, language)) {
                let words: Vec<&str> = example.split(' ').collect();
                let run = vanthu(work_folder.path(), &words);
                assert_eq!(run.code, 0, "vanthu {example}\n{}{}", run.stdout, run.stderr);
            }
        }
    }
}

/// A folder like a clerk's: the workbook, and templates of the office.
fn work_folder() -> tempfile::TempDir {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    let workbook = Workbook::sample("dan-van").to_xlsx();
    fs::write(work_folder.path().join("so-lieu.xlsx"), workbook).expect("the workbook can be written");
    // Two parts of a batch, for the command `index`.
    for part in ["phan-1", "phan-2"] {
        let index = cycle::batch::BatchIndex {
            source: "so-lieu.xlsx".into(),
            documents: vec![cycle::batch::IndexedDocument { file: "muc-luc.json".into(), ..Default::default() }],
        };
        fs::create_dir(work_folder.path().join(part)).expect("a folder can be made");
        let bytes = cycle::batch::manifest(&index, Vec::new());
        fs::write(work_folder.path().join(part).join("muc-luc.json"), bytes).expect("an index can be written");
    }
    work_folder
}
