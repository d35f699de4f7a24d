//! Material for the external checks: the text that each document of each sample must contain, and documents of growing
//! length for the walk of the signature block. The output is in `target/ci/`.

use std::fs;
use std::path::{Path, PathBuf};

use vanthu::pipeline::Which;

use crate::support::cell::Cell;
use crate::support::docx::paragraphs;
use crate::support::edits::Edit;
use crate::support::material::{built, fresh_folder, write_document, write_text};
use crate::support::workbook::{Workbook, sample_folders};

/// Number of bodies of the walk; the checks count them.
const WALK: usize = 42;

#[test]
#[ignore = "made for the checks of .ci/run"]
fn the_text_of_every_sample_is_written() {
    texts_of_samples("expected/samples", Which::Workbook);
}

#[test]
#[ignore = "made for the checks of .ci/run"]
fn the_text_of_all_documents_of_every_sample_is_written() {
    texts_of_samples("expected/all", Which::All);
}

#[test]
#[ignore = "made for the checks of .ci/run"]
fn bodies_of_growing_length_are_written() {
    let folder = fresh_folder("walk");
    let mut last = 0;
    for number in 1..=WALK {
        // Two lines more in each document: over 42 of them the block meets every position on a page.
        let text = vec![
            "Thực hiện kịp thời, đúng quy định các nhiệm vụ được giao trong kỳ.";
            number * 2
        ]
        .join("\n");
        let edit = Edit::SetField {
            sheet: "Nội dung".to_owned(),
            row: "Yêu cầu".to_owned(),
            heading: "Nội dung".to_owned(),
            value: Cell::Text(text),
        };
        let document = built(&Workbook::sample("dan-van").edited(&[edit]), Which::Workbook, &[]).remove(0);
        let length = paragraphs(&document.bytes).len();
        assert!(length > last, "document {number} is no longer than the one before it");
        last = length;
        write_document(&document, &folder, &format!("{number:02}"));
    }
}

/// Writes a folder for each sample, with the text of each document under the document's name.
fn texts_of_samples(name: &str, which: Which) {
    let folder = fresh_folder(name);
    for sample in sample_folders() {
        let name = sample.file_name().expect("a sample has a name").to_string_lossy().into_owned();
        let texts = created_folder(&folder, &name);
        for document in built(&Workbook::sample(&name), which, &[]) {
            write_text(&document, &texts, &document.name);
        }
    }
}

fn created_folder(folder: &Path, name: &str) -> PathBuf {
    let folder = folder.join(name);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}
