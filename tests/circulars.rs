//! The circular on results: its text in each case, that it keeps the form, and that every number is one of the figures.
//!
//! Owns `tests/circulars/<case>.toml`, a sample with its changes, and `<case>.txt`, the text of its circular; with
//! `VANTHU_BLESS=1` the texts are rewritten. Must not know how a circular is worded, but for the sentences that name a count.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use crate::expected::difference;
use crate::form_rules;
use crate::support::docx::paragraphs;
use crate::support::edits::{Edit, item};
use crate::support::program::{Run, vanthu, work_folder};
use crate::support::workbook::{Workbook, sorted_entries};

const TEMPLATE: &str = "thong-bao-tinh-hinh";

/// A case: a sample and what is changed in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    sample: String,
    #[serde(default)]
    edit: Vec<Edit>,
}

/// A circular and the figures of its workbook.
struct Circular {
    bytes: Vec<u8>,
    lines: Vec<String>,
    figures: Value,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/circulars")
}

/// Every case with its name.
fn cases() -> Vec<(String, Workbook)> {
    let paths = sorted_entries(&folder()).into_iter().filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let case = |path: PathBuf| {
        let name = path.file_stem().expect("a case has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a case can be read");
        let Case { sample, edit } = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, Workbook::sample(&sample).edited(&edit))
    };
    paths.map(case).collect()
}

fn answer(folder: &Path, words: &[&str]) -> Value {
    let Run { stdout, stderr, .. } = vanthu(folder, words);
    serde_json::from_str(&stdout).unwrap_or_else(|error| panic!("{error}: {stdout}{stderr}"))
}

impl Circular {
    fn of(workbook: &Workbook) -> Self {
        let folder = work_folder(workbook, &[]);
        let built = answer(folder.path(), &["build", "so-lieu.xlsx", "--template", TEMPLATE, "--json"]);
        let path = built["documents"][0]["path"].as_str().unwrap_or_else(|| panic!("{built}"));
        let bytes = fs::read(folder.path().join(path)).expect("the circular can be read");
        let figures = answer(folder.path(), &["figures", "so-lieu.xlsx", "--json"]);
        Self { lines: paragraphs(&bytes), bytes, figures }
    }

    /// The count with this id, of a unit or of all.
    fn count(&self, id: &str, unit: Option<&str>) -> usize {
        let all = self.figures["figures"].as_array().expect("figures").iter();
        let mut found = all.filter(|figure| figure["id"] == id && figure["scope"].as_str() == unit);
        let value = found.next().and_then(|figure| figure["value"].as_str());
        value.map_or(0, |value| value.parse().expect("a count"))
    }

    /// The units that lead a task.
    fn units(&self) -> Vec<String> {
        let all = self.figures["figures"].as_array().expect("figures").iter();
        let of_units = all.filter(|figure| figure["id"] == "assigned.total");
        of_units.filter_map(|figure| figure["scope"].as_str().map(str::to_owned)).collect()
    }

    /// The lines under a heading, up to the next; none where there is no such section.
    fn section(&self, heading: &str) -> &[String] {
        let is_heading = |line: &String| line.chars().any(char::is_alphabetic) && line.to_uppercase() == *line;
        let Some(start) = self.lines.iter().position(|line| is_heading(line) && line.ends_with(heading)) else {
            return &[];
        };
        let rest = &self.lines[start + 1..];
        &rest[..rest.iter().position(is_heading).unwrap_or(rest.len())]
    }
}

#[test]
fn every_circular_says_what_it_should_and_keeps_the_form() {
    let mut wrong = Vec::new();
    for (name, workbook) in cases() {
        let circular = Circular::of(&workbook);
        wrong.extend(form_rules::broken_on(&circular.bytes).into_iter().map(|message| format!("{name}: {message}")));
        let text = circular.lines.join("\n") + "\n";
        wrong.extend(difference(&format!("tests/circulars/{name}.txt"), &text));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn its_counts_are_those_of_the_figures() {
    for (name, workbook) in cases() {
        let circular = Circular::of(&workbook);
        let text = circular.lines.join("\n");
        let total = circular.count("assigned.total", None);
        assert!(text.contains(&format!("tổng số nhiệm vụ được giao: {total}")), "{name}: {total} in all");
        for (id, heading) in
            [("assigned.overdue", "NHIỆM VỤ QUÁ HẠN"), ("assigned.not_reported", "NHIỆM VỤ CHƯA BÁO CÁO")]
        {
            let section = circular.section(heading);
            let all = circular.count(id, None);
            assert_eq!(section.is_empty(), all == 0, "{name}: {heading}, {all}");
            let Some(first) = section.first() else { continue };
            assert!(first.contains(&format!(", còn {all} nhiệm vụ ")), "{name}: {first} of {all}");
            for unit in circular.units() {
                let count = circular.count(id, Some(&unit));
                let lines = section.iter().filter(|line| line.starts_with(&format!("- {unit}: "))).count();
                // The word for a village is small inside a sentence.
                let in_sentence = first.to_lowercase().contains(&format!("{} ({count} nhiệm vụ)", unit.to_lowercase()));
                assert!(lines == count || in_sentence, "{name}: {unit}, {count} of {id}: {section:?}");
            }
        }
    }
}

#[test]
fn its_table_has_the_figures_of_each_unit() {
    let usual =
        ["assigned.total", "assigned.done_on_time", "assigned.done_late", "assigned.in_progress", "assigned.overdue"];
    for (name, workbook) in cases() {
        let circular = Circular::of(&workbook);
        let annex = circular.lines.iter().position(|line| line.contains("TỔNG HỢP KẾT QUẢ THEO ĐƠN VỊ"));
        assert_eq!(annex.is_some(), circular.units().len() > 1, "{name}");
        let Some(annex) = annex else { continue };
        // The column of tasks that can't be judged stands where some task can't.
        let has_unjudged = circular.count("assigned.done_unjudged", None) > 0;
        let mut ids = usual.to_vec();
        if has_unjudged {
            ids.insert(3, "assigned.done_unjudged");
        }
        for unit in circular.units() {
            let cells: Vec<String> = ids.iter().map(|id| circular.count(id, Some(&unit)).to_string()).collect();
            let mut rows = circular.lines[annex..].windows(cells.len() + 1).filter(|row| row[0] == unit);
            assert!(rows.any(|row| row[1..] == cells), "{name}: {unit} {cells:?}");
        }
    }
}

/// The templates that `--all` writes by, and what it says of those left out.
fn all(workbook: &Workbook) -> (Vec<String>, String) {
    let folder = work_folder(workbook, &[]);
    let built = answer(folder.path(), &["build", "so-lieu.xlsx", "--all", "--dry-run", "--json"]);
    let documents = built["documents"].as_array().expect("documents").iter();
    let names = documents.map(|document| document["template"].as_str().expect("a name").to_owned());
    (names.collect(), built["messages"].to_string())
}

#[test]
fn it_is_written_with_all_others_where_there_are_results() {
    let has_circular = |workbook: &Workbook| all(workbook).0.iter().any(|name| name == TEMPLATE);
    assert!(has_circular(&Workbook::sample("so-ket")));
    let without_results = [Edit::DeleteSheet { sheet: "Kết quả".to_owned() }];
    let (names, messages) = all(&Workbook::sample("so-ket").edited(&without_results));
    assert!(!names.iter().any(|name| name == TEMPLATE), "{names:?}");
    assert!(messages.contains(TEMPLATE), "{messages}");
}

#[test]
fn beside_the_notice_of_a_meeting_it_is_written_only_when_it_is_asked_for() {
    let (_, workbook) = cases().into_iter().find(|(name, _)| name == "sau-thong-bao-ket-luan").expect("a case");
    assert_eq!(all(&workbook).0.iter().filter(|name| name.starts_with("thong-bao-")).count(), 1);
    let asked = workbook.edited(&[item("Mẫu", TEMPLATE)]);
    let names = all(&asked).0;
    assert!(names.iter().any(|name| name == TEMPLATE), "{names:?}");
    assert!(!names.iter().any(|name| name == "thong-bao-ket-luan"), "{names:?}");
}

#[test]
fn without_results_it_says_what_is_missing() {
    let folder = work_folder(&Workbook::sample("ke-hoach"), &[]);
    let run = vanthu(folder.path(), &["build", "so-lieu.xlsx", "--template", TEMPLATE]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("lỗi[VB-001]") && run.stderr.contains("Kết quả"), "{}", run.stderr);
}
