//! Papers asked for together are, each for itself, what they are alone: each is written or held back as alone, with as
//! many warnings and with the same messages.
//!
//! This is tested for random edits of the samples, with three templates each, the same on every machine. The one
//! exception are the messages about parts that no paper prints: they are about all papers written, and there are none
//! where another paper prints the part.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::program::{Run, vanthu};
use crate::support::random_edits::{Dice, edit, pick};
use crate::support::workbook::{Workbook, sample_folders};

const FILE: &str = "so-lieu.xlsx";
/// Workbooks of each sample: the first is not edited.
const EDITED: u64 = 6;
const TEMPLATES: [&str; 8] = [
    "chuong-trinh-hanh-dong",
    "ke-hoach",
    "bao-cao-so-ket",
    "bao-cao-tong-ket",
    "to-trinh",
    "thong-bao-ket-luan",
    "thong-bao-tinh-hinh",
    "quyet-dinh",
];
/// The messages about parts of the workbook that no paper prints.
const OF_LEFT_OUT_PARTS: [&str; 2] = ["VB-003", "VB-004"];

#[test]
fn papers_together_are_what_they_are_alone() {
    let mut differences = Vec::new();
    for (folder, sample) in sample_folders().into_iter().zip(1..) {
        for nth in 0..EDITED {
            let dice = &mut Dice::of(sample * EDITED + nth);
            let mut workbook = Workbook::read(&folder.join("so-lieu"));
            let edits = if nth == 0 { String::new() } else { edit(&mut workbook, dice) };
            let mut templates: Vec<&str> = (0..3).map(|_| pick(&TEMPLATES, dice)).collect();
            templates.sort_unstable();
            templates.dedup();
            let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
            fs::write(work_folder.path().join(FILE), workbook.to_xlsx()).expect("the workbook can be written");
            let found = differences_of(work_folder.path(), &templates);
            differences.extend(found.into_iter().map(|what| format!("{} {nth} {edits}: {what}", folder.display())));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// What differs between papers of the workbook in a folder written together and each of them alone.
fn differences_of(folder: &Path, templates: &[&str]) -> Vec<String> {
    let together = build(folder, templates);
    let mut differences = Vec::new();
    for template in templates {
        let alone = build(folder, &[template]);
        let [of_together, of_alone] = [&together, &alone].map(|(_, answer)| outcome(answer, template));
        let is_written = of_alone.is_some();
        if of_together != of_alone {
            differences.push(format!("{template}: together {of_together:?}, alone {of_alone:?}"));
        }
        let [mut of_together, mut of_alone] = [&together, &alone].map(|(_, answer)| messages(answer, template));
        of_alone.retain(|message| of_together.contains(message) || !is_of_left_out_part(message));
        of_together.retain(|message| is_written || !is_of_left_out_part(message));
        if of_together != of_alone {
            let both: BTreeSet<String> = of_together.intersection(&of_alone).cloned().collect();
            of_together.retain(|message| !both.contains(message));
            of_alone.retain(|message| !both.contains(message));
            differences.push(format!("{template}: only together {of_together:?}, only alone {of_alone:?}"));
        }
    }
    let written = templates.iter().filter(|template| outcome(&together.1, template).is_some()).count();
    let expected = if written == templates.len() {
        0
    } else if written == 0 {
        1
    } else {
        3
    };
    if together.0 != expected {
        differences.push(format!("{templates:?} end with {}, {written} written", together.0));
    }
    differences
}

/// The exit code and the answer of a build by these templates.
fn build(folder: &Path, templates: &[&str]) -> (i32, Value) {
    let templates = templates.iter().flat_map(|template| ["--template", template]);
    let words: Vec<&str> = ["build", FILE, "--dry-run", "--json"].into_iter().chain(templates).collect();
    let Run { code, stdout, stderr } = vanthu(folder, &words);
    (code, serde_json::from_str(&stdout).unwrap_or_else(|error| panic!("{error}: {stdout}{stderr}")))
}

/// How many warnings the paper has by this template; `None` where it is not written.
fn outcome(answer: &Value, template: &str) -> Option<u64> {
    let documents = answer["documents"].as_array().expect("documents").iter();
    let mut written = documents.filter(|document| document["template"] == template && document["status"] != "failed");
    written.next().map(|document| document["warnings"].as_u64().expect("a number"))
}

/// The messages about the paper by this template: severity, code, place and text of each.
fn messages(answer: &Value, template: &str) -> BTreeSet<String> {
    let is_about = |message: &&Value| {
        let templates = message["templates"].as_array();
        templates.is_none_or(|templates| templates.iter().any(|name| name == template))
    };
    let messages = answer["messages"].as_array().expect("messages").iter().filter(is_about);
    let words = |message: &Value| {
        let [severity, code] = ["severity", "code"].map(|key| message[key].as_str().expect("a text").to_owned());
        format!("{code} {severity} {} {}", message["at"], message["text"])
    };
    messages.map(words).collect()
}

fn is_of_left_out_part(message: &str) -> bool {
    OF_LEFT_OUT_PARTS.iter().any(|code| message.starts_with(code))
}
