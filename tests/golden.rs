//! The samples' documents, unzipped and indented, compared part by part. `VANTHU_BLESS=1` (`just bless`) rewrites them.
//!
//! A part over 20 KiB is stored in pieces, so that a diff stays readable.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use vanthu::docx::sha256;

use crate::support::docx::parts;
use crate::support::program::vanthu;
use crate::support::workbook::sample_folders;

/// The most bytes of a piece.
const PIECE: usize = 20 * 1024;

#[test]
fn every_sample_builds_its_golden_document() {
    for sample in sample_folders() {
        let name = sample.file_name().expect("a sample has a name").to_string_lossy().into_owned();
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(&name);
        let built = pieces(&document(&sample));
        if std::env::var_os("VANTHU_BLESS").is_some() {
            bless(&golden, &built);
        }
        assert_eq!(listed(&golden), built.keys().cloned().collect::<Vec<_>>(), "{name}: the parts differ");
        for (part, content) in &built {
            let golden_part = fs::read_to_string(golden.join(part)).expect("a golden part can be read");
            assert!(
                golden_part == *content,
                "{name}: {part} differs from its golden; look at the diff, then `just bless`"
            );
        }
    }
}

fn document(sample: &Path) -> Vec<u8> {
    let work_folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::copy(sample.join("so-lieu.xlsx"), work_folder.path().join("so-lieu.xlsx")).expect("the sample can be copied");
    let run = vanthu(work_folder.path(), &["build", "so-lieu.xlsx"]);
    assert_eq!(run.code, 0, "{}: {}", sample.display(), run.stderr);
    fs::read(work_folder.path().join(run.stdout.trim_end())).expect("the printed path is the document's")
}

/// Every part, one tag per line, in pieces of at most 20 KiB; for a picture its size and checksum. The fingerprint is
/// left out: it repeats the other parts.
fn pieces(document: &[u8]) -> BTreeMap<String, String> {
    let mut pieces = BTreeMap::new();
    for (name, content) in parts(document) {
        if name == "docProps/custom.xml" {
            continue;
        }
        if Path::new(&name).extension().is_some_and(|extension| extension == "png") {
            pieces.insert(name + ".txt", format!("{} bytes, sha256 {}\n", content.len(), sha256(&content)));
            continue;
        }
        let text = indented(&String::from_utf8(content).expect("a part is UTF-8"));
        let mut rest = text.as_str();
        let mut number = 1;
        while rest.len() > PIECE {
            let mut cut = PIECE;
            while !rest.is_char_boundary(cut) {
                cut -= 1;
            }
            let cut = rest[..cut].rfind('\n').map_or(cut, |end| end + 1);
            pieces.insert(format!("{name}.{number}"), rest[..cut].to_owned());
            (rest, number) = (&rest[cut..], number + 1);
        }
        pieces.insert(if number == 1 { name } else { format!("{name}.{number}") }, rest.to_owned());
    }
    pieces
}

/// One tag per line, indented by depth; text stays on the line of its tag.
fn indented(xml: &str) -> String {
    let (mut depth, mut lines) = (0_usize, String::new());
    for piece in xml.split_inclusive('>') {
        let tag = &piece[piece.find('<').unwrap_or(0)..];
        let is_end = tag.starts_with("</");
        if is_end {
            depth = depth.saturating_sub(1);
        }
        let text = &piece[..piece.len() - tag.len()];
        if text.trim().is_empty() && !lines.is_empty() {
            lines.push('\n');
            lines.push_str(&" ".repeat(depth));
        }
        lines.push_str(if text.trim().is_empty() { tag } else { piece });
        if !is_end && !tag.ends_with("/>") && !tag.starts_with("<?") {
            depth += 1;
        }
    }
    lines.push('\n');
    lines
}

fn bless(golden: &Path, built: &BTreeMap<String, String>) {
    if golden.exists() {
        fs::remove_dir_all(golden).expect("the old golden can be removed");
    }
    for (part, content) in built {
        let path = golden.join(part);
        fs::create_dir_all(path.parent().expect("a part has a folder")).expect("a folder can be made");
        fs::write(path, content).expect("a golden part can be written");
    }
}

fn listed(golden: &Path) -> Vec<String> {
    let (mut found, mut folders) = (Vec::new(), vec![golden.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the golden can be listed") {
            let path: PathBuf = entry.expect("the golden can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(golden).expect("the part belongs to the golden");
                found.push(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}
