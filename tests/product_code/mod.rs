//! The sources as they ship: `src/` without the modules and the items that only its tests use.
//!
//! Owns which file and which line belongs to tests. Must not know the rules of the house. `house` and `catalogue` read
//! its output.

use std::fs;
use std::path::{Path, PathBuf};

const TEST_ONLY: &str = "#[cfg(test)]";

/// Every file that ships, in order of name, with its text including comments.
pub(crate) fn product_code() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.sort();
    let tests: Vec<PathBuf> = files.iter().flat_map(|(path, text)| test_modules(path, text)).collect();
    files.retain(|(path, _)| !tests.contains(path));
    files.into_iter().map(|(path, text)| (path, without_tests(&text))).collect()
}

/// The text without each item under `#[cfg(test)]`, but with everything after the item.
///
/// In rustfmt's layout an item ends with the first line that is no deeper than its attribute and closes a brace or a
/// statement.
pub(crate) fn without_tests(text: &str) -> String {
    let mut product = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() != TEST_ONLY {
            product.push(line);
            continue;
        }
        let depth = depth_of(line);
        let is_last = |line: &&str| {
            let is_more = ["#[", "//"].iter().any(|start| line.trim_start().starts_with(start));
            !line.trim().is_empty() && depth_of(line) <= depth && !is_more && line.ends_with([';', '}'])
        };
        let _last_of_the_item = lines.find(is_last);
    }
    product.join("\n")
}

/// The files that a text declares as test modules: `#[cfg(test)]` above `mod tests;`.
fn test_modules(path: &Path, text: &str) -> Vec<PathBuf> {
    let folder = match path.file_stem().and_then(|stem| stem.to_str()) {
        Some("mod" | "lib" | "main") => path.with_file_name(""),
        _ => path.with_extension(""),
    };
    let lines: Vec<&str> = text.lines().collect();
    let declared = lines.windows(2).filter(|pair| pair[0] == TEST_ONLY);
    let names = declared.filter_map(|pair| pair[1].strip_prefix("mod ")?.strip_suffix(';'));
    names.flat_map(|name| [folder.join(name).with_extension("rs"), folder.join(name).join("mod.rs")]).collect()
}

fn depth_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn walk(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("src can be listed") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() {
            walk(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source file is text");
            into.push((path, text));
        }
    }
}
