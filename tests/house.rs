//! The house rules on imports and sizes: reads `src/` and fails on a wrong import or a file over the limit.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::product_code::{product_code, without_tests};

/// The most lines of a file.
const WALL: usize = 400;
/// Names without meaning.
const VAGUE: [&str; 5] = ["util", "utils", "common", "helpers", "misc"];

const FOUNDATIONS: [&str; 9] =
    ["contract", "decree", "diag", "kept", "pattern", "settings", "units", "vietnamese", "zip"];

/// What each room may import besides itself and the foundations.
fn doors() -> BTreeMap<&'static str, Vec<&'static str>> {
    BTreeMap::from([
        ("records", vec![]),
        ("dossier", vec!["records"]),
        ("paper", vec!["dossier"]),
        ("templates", vec!["paper", "dossier"]),
        ("draft", vec!["templates", "paper", "dossier", "chart"]),
        ("document", vec!["draft", "chart"]),
        ("docx", vec!["document"]),
        ("workbook", vec![]),
        // The front gets the workbooks from here; it has no other access to them.
        (
            "pipeline",
            vec!["chart", "records", "dossier", "paper", "templates", "draft", "document", "docx", "workbook"],
        ),
        // Only drawing: it must not know what is measured, nor where the picture goes.
        ("chart", vec![]),
        ("cycle", vec!["pipeline", "records", "dossier", "paper", "workbook"]),
        ("files", vec![]),
        // What the fronts share; no front may import another.
        ("answers", vec!["pipeline", "cycle", "files"]),
        ("cli", vec!["answers", "pipeline", "cycle", "files"]),
        ("lib", vec![]),
        ("main", vec!["cli"]),
    ])
}

/// Foundations that a room must not import: `docx` must know neither the decree nor the language, only lengths.
fn closed_foundations(room: &str) -> &'static [&'static str] {
    match room {
        "docx" => &["contract", "decree", "diag", "pattern", "settings", "vietnamese"],
        "document" => &["contract", "diag", "settings"],
        "files" => &["contract", "decree", "settings"],
        "chart" => &["contract", "decree", "diag", "pattern", "settings"],
        _ => &[],
    }
}

/// The foundations that a foundation may import: one way, without a circle.
fn foundation_doors(foundation: &str) -> &'static [&'static str] {
    match foundation {
        "contract" | "decree" => &["units", "vietnamese"],
        "settings" => &["diag", "pattern", "vietnamese"],
        _ => &[],
    }
}

/// Each outside crate belongs to certain rooms.
fn crate_rooms() -> BTreeMap<&'static str, Vec<&'static str>> {
    BTreeMap::from([
        ("calamine", vec!["records"]),
        ("tera", vec!["templates"]),
        ("pulldown_cmark", vec!["templates", "draft"]),
        ("docx_rs", vec!["docx"]),
        ("itoa", vec!["docx"]),
        ("memchr", vec!["document", "draft"]),
        ("zlib_rs", vec!["docx"]),
        ("plotters", vec!["chart"]),
        ("ab_glyph_rasterizer", vec!["chart"]),
        ("truetype", vec!["chart"]),
        ("png", vec!["chart"]),
        ("clap", vec!["cli"]),
        ("clap_complete", vec!["cli"]),
        ("clap_mangen", vec!["cli"]),
        ("csv", vec!["cli"]),
        ("textwrap", vec!["cli"]),
        ("zip", vec!["zip", "docx", "workbook"]),
        ("quick_xml", vec!["records", "docx"]),
        ("encoding_rs", vec!["records"]),
        ("tempfile", vec!["files"]),
        ("strsim", vec!["vietnamese"]),
        ("unicode_normalization", vec!["vietnamese"]),
        ("unicode_width", vec!["cli"]),
        // An archive carries the digest of what it holds.
        ("sha2", vec!["docx", "files", "chart", "zip"]),
        ("toml", vec!["settings", "answers", "templates", "workbook"]),
        ("serde", vec!["templates", "workbook", "cycle"]),
        ("serde_json", vec!["answers", "cycle"]),
        ("ctrlc", vec!["main"]),
        // Opens a folder on the clerk's screen.
        ("open", vec!["cli"]),
        // Ends LibreOffice with all that it started.
        ("nix", vec!["answers"]),
        ("indicatif", vec!["cli"]),
        // Its figures are plain values, which may pass between rooms.
        ("rust_decimal", vec!["dossier", "templates", "draft", "chart", "pipeline", "answers"]),
        ("rust_xlsxwriter", vec!["workbook"]),
        // Its days are plain values, which may pass between rooms; the document has only their numbers.
        ("chrono", vec!["workbook", "vietnamese", "records", "dossier", "paper", "draft", "pipeline", "answers"]),
        // Used only by tests.
        ("proptest", vec![]),
    ])
}

#[test]
fn every_import_is_in_the_plan() {
    let sources = product_code();
    let wrong: Vec<String> =
        sources.iter().flat_map(|(path, text)| wrong_doors(&room_of(path), &code(text), path)).collect();
    assert!(wrong.is_empty(), "imports that the plan does not have:\n{}", wrong.join("\n"));
}

#[test]
fn a_wrong_import_is_found() {
    let planted = Path::new("src/docx/planted.rs");
    assert_eq!(wrong_doors("docx", "use crate::draft::Draft;", planted).len(), 1);
    assert_eq!(wrong_doors("records", "let x = tera::Tera::new();", planted).len(), 1);
    assert_eq!(wrong_doors("draft", "use docx_rs as word;", planted).len(), 1);
    assert_eq!(wrong_doors("draft", "pub(crate) use {std::fmt, docx_rs as word};", planted).len(), 1);
    assert_eq!(wrong_doors("draft", "let style = ::docx_rs::Style::new();", planted).len(), 1);
    assert_eq!(wrong_doors("draft", "extern crate docx_rs;", planted).len(), 1);
    assert!(
        wrong_doors("draft", "use super::docx_rs_names;\nlet zip = crate::draft::zip::of(toml);", planted).is_empty()
    );
    assert_eq!(wrong_doors("diag", "use crate::settings::Settings;", planted).len(), 1);
    assert_eq!(wrong_doors("dossier", "use crate::{diag::Place, draft};", planted).len(), 1);
    assert!(wrong_doors("docx", "use crate::document::Document;", planted).is_empty());
}

#[test]
fn only_test_code_is_left_out() {
    let text = "\
#[cfg(test)]
mod tests;

#[cfg(test)]
#[rustfmt::skip]
const CASES: [&str; 1] = [
    \"a\",
];

fn first() {
    #[cfg(test)]
    let lines = [1, 2];
    seen();
}

#[cfg(test)]
mod more {
    fn hidden() {}

    fn hidden_too() {}
}

fn last() {}";
    let rest = without_tests(text);
    assert_eq!(rest.split_whitespace().collect::<String>(), "fnfirst(){seen();}fnlast(){}");
}

#[test]
fn no_file_is_over_the_limit() {
    for path in sources() {
        let name = name_of(&path);
        let lines = read(&path).lines().count();
        assert!(lines <= WALL, "{name} has {lines} lines");
    }
}

#[test]
fn every_file_has_a_module_doc_and_a_meaningful_name() {
    for path in sources() {
        let text = read(&path);
        assert!(text.starts_with("//! "), "{} has no module doc", name_of(&path));
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a source file has a name");
        assert!(!VAGUE.contains(&stem), "{} has a name without meaning", name_of(&path));
    }
}

#[test]
fn a_rule_says_why_and_by_which_source_and_leaves_examples_to_its_message() {
    let is_rule = |path: &Path, text: &str| name_of(path).contains("/rules/") && text.starts_with("//! HS-");
    let rules: Vec<(PathBuf, String)> = product_code().into_iter().filter(|(path, text)| is_rule(path, text)).collect();
    assert!(rules.len() > 30, "{} rules", rules.len());
    for (path, text) in &rules {
        let doc: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
        let is_whole = doc.contains("Why:") && doc.contains("Source:");
        assert!(is_whole && !doc.contains("Wrong:"), "{}: {doc}", path.display());
    }
}

#[test]
fn only_the_front_prints_stores_and_starts_programs() {
    for (path, text) in product_code() {
        let (name, code) = (name_of(&path), code(&text));
        let prints = ["println!", "eprintln!", "print!("].iter().any(|word| code.contains(word));
        assert!(!prints, "{name} prints past the console");
        let touches = code.contains("std::fs") || code.contains("fs::");
        assert!(!touches || name.starts_with("src/files/"), "{name} touches the disk");
        // LibreOffice is the only program that is started, with a time limit and without a shell.
        let starts = ["process::Command", "process::{", "Command::new("].iter().any(|word| code.contains(word));
        assert!(!starts || name == "src/answers/pdf/libre_office.rs", "{name} starts a program");
        assert!(!code.contains("SystemTime") && !code.contains("Local::now"), "{name} reads the clock");
    }
}

/// The imports of a text that its room may not have, one message each.
fn wrong_doors(room: &str, code: &str, path: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    for target in crate_paths(code) {
        if target != room && !is_open(room, &target) {
            wrong.push(format!("{}: {room} imports {target}", name_of(path)));
        }
    }
    for (library, rooms) in crate_rooms() {
        if mentions_crate(code, library) && !rooms.contains(&room) {
            wrong.push(format!("{}: {room} uses {library}", name_of(path)));
        }
    }
    wrong
}

fn is_open(room: &str, target: &str) -> bool {
    if FOUNDATIONS.contains(&room) {
        return foundation_doors(room).contains(&target);
    }
    if FOUNDATIONS.contains(&target) {
        return !closed_foundations(room).contains(&target);
    }
    doors().get(room).is_some_and(|open| open.contains(&target))
}

/// The modules named right after `crate::`, groups in braces included.
fn crate_paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (index, _) in code.match_indices("crate::") {
        // `$crate::` and `docx_crate::` do not count.
        if code[..index].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == '$') {
            continue;
        }
        let rest = &code[index + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(first_names(group)),
            None => found.extend(leading_name(rest)),
        }
    }
    found
}

/// The first name of each item of a braced group, nested groups skipped.
fn first_names(group: &str) -> Vec<String> {
    let (mut depth, mut item, mut items) = (1, String::new(), Vec::new());
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => items.push(std::mem::take(&mut item)),
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && letter != ',' {
            item.push(letter);
        }
    }
    items.push(item);
    items.iter().filter_map(|item| leading_name(item.trim())).collect()
}

fn leading_name(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// Whether a path begins with the crate's name, or a `use` names it, even under another name.
fn mentions_crate(code: &str, library: &str) -> bool {
    let is_of_a_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(library).any(|(index, _)| {
        let (before, after) = (&code[..index], &code[index + library.len()..]);
        // `::clap` is the crate; `crate::clap` is not.
        let before = before.strip_suffix("::").unwrap_or(before);
        let is_whole = !before.ends_with(is_of_a_name) && !after.starts_with(is_of_a_name);
        is_whole && (after.trim_start().starts_with("::") || is_in_a_use(before))
    })
}

/// Whether a text ends inside a `use` or an `extern crate`.
fn is_in_a_use(before: &str) -> bool {
    let item = before.rsplit(';').next().unwrap_or_default();
    item.lines().any(|line| {
        let line = line.trim_start();
        line.starts_with("use ")
            || line.starts_with("pub") && line.contains(" use ")
            || line.starts_with("extern crate ")
    })
}

/// The text without comments.
pub(crate) fn code(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The room a file belongs to: its first folder below `src/`, or its own name.
fn room_of(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).expect("sources stand in src");
    let first = inside.components().next().expect("a source file has a path");
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

pub(crate) fn name_of(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

pub(crate) fn sources() -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![root().join("src")]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src can be listed") {
            let path = entry.expect("src can be listed").path();
            match path.extension() {
                _ if path.is_dir() => folders.push(path),
                Some(extension) if extension == "rs" => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a source file is text")
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
