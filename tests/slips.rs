//! Slips that clerks make in a cell, and what the paper and the messages must say then.
//!
//! Owns the files `tests/slips/<subject>.toml`, each a list of `[[slip]]`: a sample, the changes to it, what is printed
//! and what is reported. Whole messages are compared in `faults`; here it matters that no slip reaches the paper
//! without a word. Nothing here knows how a slip is recognised.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use serde::Deserialize;

use crate::form_rules;
use crate::support::docx::paragraphs;
use crate::support::edits::Edit;
use crate::support::program::{Run, vanthu, work_folder};
use crate::support::workbook::Workbook;

/// The slips of one subject.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slips {
    /// The sample of every slip that names none.
    sample: String,
    /// Changes made before those of each slip.
    #[serde(default)]
    edit: Vec<Edit>,
    slip: Vec<Slip>,
}

/// One slip.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slip {
    /// What the clerk did, and the id of the rule that it touches (`KY-03`).
    about: String,
    /// The sample that is changed.
    sample: Option<String>,
    /// The words typed.
    #[serde(default = "build")]
    words: Vec<String>,
    /// The expected exit code.
    #[serde(default)]
    exit: i32,
    /// A `vanthu.toml` beside the workbook.
    settings: Option<String>,
    edit: Vec<Edit>,
    /// Text files beside the workbook, as of a template: `mau/rieng/van-ban.md`.
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Whole paragraphs of the paper.
    #[serde(default)]
    lines: Vec<String>,
    /// Parts of paragraphs of the paper.
    #[serde(default)]
    prints: Vec<String>,
    /// What stands nowhere on the paper.
    #[serde(default)]
    never: Vec<String>,
    /// Parts of the messages: a code with its severity (`ghi chú[HS-100]`), a place, words.
    #[serde(default)]
    tells: Vec<String>,
    /// What no message says.
    #[serde(default)]
    keeps_quiet: Vec<String>,
    /// The rules of the form that the words break on the paper, in spite of a message.
    #[serde(default)]
    breaks: Vec<String>,
}

fn build() -> Vec<String> {
    ["build", "so-lieu.xlsx"].map(str::to_owned).into()
}

#[test]
fn no_slip_reaches_the_paper_without_a_word() {
    let files: Vec<(String, Slips)> = files().iter().map(|file| read(file)).collect();
    let slips: Vec<(&str, &Slips, &Slip)> = files
        .iter()
        .flat_map(|(subject, slips)| slips.slip.iter().map(move |slip| (&**subject, slips, slip)))
        .collect();
    let wrong = |part: &[(&str, &Slips, &Slip)]| -> Vec<String> {
        let failed = part.iter().map(|&(subject, slips, slip)| (subject, slip, failures(slips, slip)));
        let failed = failed.filter(|(_, _, failures)| !failures.is_empty());
        failed
            .map(|(subject, slip, failures)| format!("{subject}: {}\n  {}", slip.about, failures.join("\n  ")))
            .collect()
    };
    // This is the longest test and one of the last, so the other core would have nothing to do.
    let (first, second) = slips.split_at(slips.len() / 2);
    let wrong: Vec<String> = thread::scope(|scope| {
        let second = scope.spawn(|| wrong(second));
        let mut first = wrong(first);
        first.extend(second.join().expect("the slips can be tried"));
        first
    });
    assert!(wrong.is_empty(), "{} slips:\n{}", wrong.len(), wrong.join("\n"));
}

/// A list of slips by its subject.
fn read(file: &Path) -> (String, Slips) {
    let text = fs::read_to_string(file).expect("a list of slips can be read");
    let slips = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    (file.file_stem().expect("a file has a name").to_string_lossy().into_owned(), slips)
}

/// What differs from what the slip expects; empty where nothing does.
fn failures(slips: &Slips, slip: &Slip) -> Vec<String> {
    let sample = slip.sample.as_ref().unwrap_or(&slips.sample);
    let edits: Vec<Edit> = slips.edit.iter().chain(&slip.edit).cloned().collect();
    let workbook = Workbook::sample(sample).edited(&edits);
    let settings = slip.settings.as_deref().map(|settings| ("vanthu.toml", settings));
    let files = slip.files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let folder = work_folder(&workbook, &files.chain(settings).collect::<Vec<_>>());
    let words: Vec<&str> = slip.words.iter().map(String::as_str).collect();
    let Run { code, stdout: _, stderr } = vanthu(folder.path(), &words);
    let papers = papers(folder.path());
    let paper: Vec<String> = papers.iter().flat_map(|bytes| paragraphs(bytes)).collect();
    let is_printed = |text: &String| paper.iter().any(|paragraph| paragraph.contains(text.as_str()));
    let is_said = |text: &String| stderr.contains(text.as_str());

    let mut failures = Vec::new();
    if code != slip.exit {
        failures.push(format!("exit {code}"));
    }
    let not_whole = slip.lines.iter().filter(|line| !paper.contains(line));
    failures.extend(not_whole.map(|line| format!("no such paragraph: {line}")));
    failures.extend(slip.prints.iter().filter(|text| !is_printed(text)).map(|text| format!("not printed: {text}")));
    failures.extend(slip.never.iter().filter(|text| is_printed(text)).map(|text| format!("printed: {text}")));
    failures.extend(slip.tells.iter().filter(|text| !is_said(text)).map(|text| format!("not said: {text}")));
    failures.extend(slip.keeps_quiet.iter().filter(|text| is_said(text)).map(|text| format!("said: {text}")));
    let broken: Vec<String> = papers.iter().flat_map(|bytes| form_rules::broken_on(bytes)).collect();
    let is_of = |id: &&String, message: &str| message.starts_with(&format!("{id}: "));
    failures.extend(broken.iter().filter(|message| !slip.breaks.iter().any(|id| is_of(&id, message))).cloned());
    let kept = slip.breaks.iter().filter(|id| !broken.iter().any(|message| is_of(id, message)));
    failures.extend(kept.map(|id| format!("keeps {id}")));
    if !failures.is_empty() {
        failures.push(format!("messages:\n{stderr}"));
        failures.push(format!("paper:\n{}", paper.join("\n")));
    }
    failures
}

/// Every paper that was written, in the order of the file names.
fn papers(folder: &Path) -> Vec<Vec<u8>> {
    let Ok(entries) = fs::read_dir(folder.join("ket-qua")) else { return Vec::new() };
    let mut papers: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    papers.retain(|path| path.extension().is_some_and(|extension| extension == "docx"));
    papers.sort();
    papers.iter().map(|path| fs::read(path).expect("a paper can be read")).collect()
}

/// The lists of slips, by name.
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/slips");
    let entries = fs::read_dir(folder).expect("there are slips");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    files.sort();
    files
}
