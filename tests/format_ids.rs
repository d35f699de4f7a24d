//! Every rule about the lines of the form is named by a test.
//!
//! Owns the list of ids, `format_ids.toml`. Must not know a rule: `slips` try what a clerk types, `form_rules` read the
//! file, `.ci/proof` measures the page.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// The families of ids, with the numbers that they have.
const FAMILIES: [(&str, &[std::ops::RangeInclusive<u32>]); 8] = [
    ("CQ", &[1..=7]),
    ("DD", &[1..=5]),
    ("TL", &[1..=5]),
    ("CC", &[1..=4]),
    ("KY", &[1..=14]),
    ("NN", &[1..=11]),
    ("CX", &[1..=15]),
    ("L", &[26..=38, 40..=57, 60..=72]),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ids {
    /// Each id with what holds.
    tested: BTreeMap<String, String>,
}

#[test]
fn every_rule_of_the_form_is_named_by_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ids: Ids = toml::from_str(&fs::read_to_string(root.join("tests/format_ids.toml")).expect("there is a list"))
        .expect("a list of ids");
    let numbers = |family: &str, ranges: &[std::ops::RangeInclusive<u32>]| -> Vec<String> {
        ranges.iter().cloned().flatten().map(|number| format!("{family}-{number:02}")).collect()
    };
    let known: BTreeSet<String> = FAMILIES.iter().flat_map(|(family, ranges)| numbers(family, ranges)).collect();
    let listed: BTreeSet<String> = ids.tested.keys().cloned().collect();
    assert_eq!(listed, known, "the list has every id");
    let texts: Vec<String> =
        ["tests/slips", "tests/form_rules", ".ci/proof"].iter().flat_map(|it| texts(&root.join(it))).collect();
    let is_named = |id: &String| texts.iter().any(|text| names(text, id));
    let untested: Vec<&String> = ids.tested.keys().filter(|id| !is_named(id)).collect();
    assert!(untested.is_empty(), "no test names {untested:?}");
}

/// The files of a folder.
fn texts(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder can be listed").map(|entry| entry.expect("an entry").path());
    let files = entries.filter(|path| path.is_file());
    files.filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// Whether a text has this id, and not only one that ends like it: `SL-026` has no `L-26`. The comment above a list of
/// slips names families, and is no test.
fn names(text: &str, id: &str) -> bool {
    let tests = text.lines().filter(|line| !line.starts_with('#'));
    tests.into_iter().any(|line| {
        line.match_indices(id).any(|(at, _)| {
            let ahead = line[..at].chars().next_back();
            let behind = line[at + id.len()..].chars().next();
            !ahead.is_some_and(char::is_alphanumeric) && !behind.is_some_and(|letter| letter.is_ascii_digit())
        })
    })
}
