//! Documents and texts left in `target/ci/` for the checks outside ourselves.
//!
//! Owns how they are built, which text each must hold, and where they are put. Knows nothing of the checks. Its folders
//! go to `.ci/run`.

#![allow(clippy::disallowed_methods, reason = "material for the checks is written as it comes")]

use std::fs;
use std::path::{Path, PathBuf};

use vanthu::diag::Diagnostics;
use vanthu::document::{Content, Document, NON_BREAKING_HYPHEN, PageBlock, Paragraph, lay_out};
use vanthu::pipeline::{self, BuiltDocument, Order, TemplateFolder, Which};
use vanthu::settings::Settings;

use super::docx::paragraphs;
use super::workbook::Workbook;

/// Every document asked for; a workbook that gives none stops the test.
pub(crate) fn built(workbook: &Workbook, which: Which, own_templates: &[TemplateFolder]) -> Vec<BuiltDocument> {
    let bytes = workbook.to_xlsx();
    let settings = Settings::default();
    let order = Order { which, own_templates, as_of: None, settings: &settings };
    let mut out = Diagnostics::new();
    let workbooks = [pipeline::Workbook { name: "so-lieu.xlsx", bytes: &bytes }];
    let mut documents = Vec::new();
    pipeline::build(&workbooks, &order, &mut out, &mut |document| documents.push(document));
    assert!(!documents.is_empty(), "{:#?}", out.messages());
    documents
}

/// Leaves the text that the document must hold, one paragraph a line, and makes sure that its file holds it.
pub(crate) fn leave_text(document: &BuiltDocument, folder: &Path, name: &str) {
    let lines = lines(&lay_out(&document.draft));
    assert_eq!(paragraphs(&document.bytes), lines, "{name}: the file does not say what the layout says");
    fs::write(folder.join(format!("{name}.txt")), lines.join("\n") + "\n").expect("a text can be written");
}

/// Leaves the document itself.
pub(crate) fn leave_document(document: &BuiltDocument, folder: &Path, name: &str) {
    fs::write(folder.join(format!("{name}.docx")), &document.bytes).expect("a document can be written");
}

/// An empty folder below `target/ci`.
pub(crate) fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/ci").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the old folder can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// The text of every paragraph of a layout, in order, a table's cell by cell; rules and empty ones are left out.
fn lines(document: &Document) -> Vec<String> {
    let mut found: Vec<&Paragraph> = Vec::new();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            PageBlock::Paragraph(paragraph) => found.push(paragraph),
            PageBlock::Grid(grid) => found.extend(grid.rows.iter().flat_map(|row| row.cells.iter().flatten())),
            PageBlock::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.flat_map(|cell| &cell.paragraphs));
            }
            // What a picture says is no text.
            PageBlock::Picture(_) => {}
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
