//! What the checks outside ourselves need: the text that each sample's document must hold, and documents of growing
//! length for the walk of the signature block. Left in `target/ci/`.

#![allow(clippy::disallowed_methods, reason = "tests lay out their own folders")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::cell::Cell;
use support::docx::paragraphs;
use support::edits::Edit;
use support::workbook::{Workbook, sample_folders};
use vanthu::diag::Diagnostics;
use vanthu::document::{Block, Content, Document, NON_BREAKING_HYPHEN, Paragraph, lay_out};
use vanthu::draft::Draft;
use vanthu::pipeline::{self, Order, Which};
use vanthu::settings::Settings;

/// Bodies of the walk; the checks count them.
const WALK: usize = 42;

#[test]
fn the_text_of_every_sample_is_known() {
    let folder = fresh("expected");
    for sample in sample_folders() {
        let name = sample.file_name().expect("a sample has a name").to_string_lossy().into_owned();
        let (bytes, draft) = built(&Workbook::sample(&name));
        let lines = lines(&lay_out(&draft));
        assert_eq!(paragraphs(&bytes), lines, "{name}: the file does not say what the layout says");
        fs::write(folder.join(format!("{name}.txt")), lines.join("\n") + "\n").expect("a text can be written");
    }
}

#[test]
fn bodies_of_growing_length_are_written() {
    let folder = fresh("walk");
    let mut last = 0;
    for number in 1..=WALK {
        // Two lines more a document: over 42 of them the block meets every place on a page.
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
        let (bytes, _) = built(&Workbook::sample("dan-van").edited(&[edit]));
        let length = paragraphs(&bytes).len();
        assert!(length > last, "document {number} is no longer than the one before it");
        last = length;
        fs::write(folder.join(format!("{number:02}.docx")), bytes).expect("a document can be written");
    }
}

fn built(workbook: &Workbook) -> (Vec<u8>, Draft) {
    let bytes = workbook.to_xlsx();
    let settings = Settings::default();
    let order = Order { which: Which::Workbook, own_templates: &[], as_of: None, settings: &settings };
    let mut out = Diagnostics::new();
    let workbooks = [pipeline::Workbook { name: "so-lieu.xlsx", bytes: &bytes }];
    let mut documents = pipeline::build(&workbooks, &order, &mut out).documents;
    let document = documents.pop().unwrap_or_else(|| panic!("{:#?}", out.messages()));
    (document.bytes, document.draft)
}

/// The text of every paragraph of a layout, in order; rules and empty ones are left out.
fn lines(document: &Document) -> Vec<String> {
    let mut found: Vec<&Paragraph> = Vec::new();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Paragraph(paragraph) => found.push(paragraph),
            Block::Grid(grid) => found.extend(grid.rows.iter().flat_map(|row| row.cells.iter().flatten())),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.flat_map(|cell| &cell.paragraphs));
            }
        }
    }
    let texts = found.into_iter().filter_map(|paragraph| match &paragraph.content {
        Content::Text(runs) => Some(runs.iter().map(|run| run.text.as_str()).collect::<String>()),
        Content::Rule { .. } => None,
    });
    texts
        .map(|text| text.replace('\u{a0}', " ").replace(NON_BREAKING_HYPHEN, "-"))
        .filter(|text| !text.trim().is_empty())
        .collect()
}

/// An empty folder below `target/ci`.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/ci").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the old folder can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}
