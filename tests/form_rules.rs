//! The rules of the form that a finished file shows, by the ids of the format's rules: each paper of each sample keeps
//! them, and a paper that breaks one is found by it.
//!
//! Owns the list of rules. Must not know how the program lays a page out: it reads the file as Word does. What only a
//! rendered page shows, `.ci/measure.py` measures; what a clerk types, `slips` tries.

mod body;
mod closing;
mod head;
mod looks;
mod paper;
mod xml;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;
use vanthu::pipeline::Which;

use self::paper::Paper;
use crate::support::docx::parts;
use crate::support::material::built;
use crate::support::workbook::{Workbook, sample_folders};

/// A rule: its id, and what breaks it on a paper.
struct Rule {
    id: &'static str,
    broken: fn(&Paper) -> Vec<String>,
}

/// A paper with one thing changed, and the rules that it then breaks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Break {
    /// The ids, with blanks between them.
    breaks: String,
    /// The sample whose paper is changed.
    #[serde(default = "report")]
    sample: String,
    /// The part: `document` or `styles`.
    #[serde(default = "document")]
    part: String,
    /// The change is made behind these words.
    #[serde(default)]
    behind: String,
    from: String,
    to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Breaks {
    broken: Vec<Break>,
}

fn report() -> String {
    "tong-ket".to_owned()
}

fn document() -> String {
    "document".to_owned()
}

fn rules() -> impl Iterator<Item = &'static Rule> {
    head::RULES.iter().chain(&body::RULES).chain(&closing::RULES)
}

/// The two parts that a rule reads.
fn texts(bytes: &[u8]) -> BTreeMap<&'static str, String> {
    let parts = parts(bytes);
    let text = |name: &str| String::from_utf8(parts[name].clone()).expect("a part is UTF-8").replace('\u{a0}', " ");
    BTreeMap::from([("document", text("word/document.xml")), ("styles", text("word/styles.xml"))])
}

/// What breaks a rule on a paper, each with the rule's id.
pub(crate) fn broken_on(bytes: &[u8]) -> Vec<String> {
    let broken = broken_by(&texts(bytes)).into_iter();
    broken.flat_map(|(id, messages)| messages.into_iter().map(move |message| format!("{id}: {message}"))).collect()
}

fn broken_by(texts: &BTreeMap<&str, String>) -> Vec<(&'static str, Vec<String>)> {
    let paper = Paper::read(&texts["document"], &texts["styles"]);
    rules().map(|rule| (rule.id, (rule.broken)(&paper))).filter(|(_, messages)| !messages.is_empty()).collect()
}

#[test]
fn every_paper_of_every_sample_keeps_the_form() {
    let mut wrong = Vec::new();
    for folder in sample_folders() {
        let name = folder.file_name().expect("a sample has a name").to_string_lossy().into_owned();
        for document in built(&Workbook::sample(&name), Which::All, &[]) {
            let broken = broken_on(&document.bytes).into_iter();
            wrong.extend(broken.map(|message| format!("{name}, {}: {message}", document.name)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The papers of `tests/form_rules/broken/`.
fn breaks() -> Vec<Break> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/form_rules/broken");
    ["head", "body", "closing"].into_iter().flat_map(|name| read(&folder.join(format!("{name}.toml")))).collect()
}

fn read(file: &Path) -> Vec<Break> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    toml::from_str::<Breaks>(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display())).broken
}

#[test]
fn a_paper_that_breaks_a_rule_is_found_by_it() {
    let mut samples: BTreeMap<String, BTreeMap<&str, String>> = BTreeMap::new();
    let mut tried: BTreeSet<String> = BTreeSet::new();
    let mut wrong = Vec::new();
    for one in breaks() {
        let good = samples
            .entry(one.sample.clone())
            .or_insert_with(|| texts(&built(&Workbook::sample(&one.sample), Which::Workbook, &[]).remove(0).bytes));
        let mut texts = good.clone();
        let part = texts.get_mut(one.part.as_str()).expect("document or styles");
        let start = part.find(&one.behind).unwrap_or_else(|| panic!("no «{}» in {}", one.behind, one.sample));
        let place =
            part[start..].find(&one.from).unwrap_or_else(|| panic!("no «{}» behind «{}»", one.from, one.behind));
        part.replace_range(start + place..start + place + one.from.len(), &one.to);
        let found: Vec<&str> = broken_by(&texts).into_iter().map(|(id, _)| id).collect();
        let expected: Vec<&str> = one.breaks.split(' ').collect();
        if found.iter().collect::<BTreeSet<_>>() != expected.iter().collect() {
            wrong.push(format!(
                "«{}» for «{}» behind «{}»: breaks {found:?}, not {expected:?}",
                one.to, one.from, one.behind
            ));
        }
        tried.extend(expected.into_iter().map(str::to_owned));
    }
    let untried: Vec<&str> = rules().map(|rule| rule.id).filter(|id| !tried.contains(*id)).collect();
    assert!(wrong.is_empty() && untried.is_empty(), "{}\nno paper breaks {untried:?}", wrong.join("\n"));
}
