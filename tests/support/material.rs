//! Documents and texts written to `target/ci/` for the external checks.
//!
//! Owns how they are built, which text each must contain, and where they are put. Must not know the checks. The folders
//! are read by `.ci/run`.

#![allow(clippy::disallowed_methods, reason = "material for the checks needs no atomic writing")]

use std::fs;
use std::path::{Path, PathBuf};

use vanthu::diag::Diagnostics;
use vanthu::document::{Content, Document, LINE_BREAK, PageBlock, Paragraph, lay_out};
use vanthu::docx::write;
use vanthu::dossier::{self, Terms};
use vanthu::draft::{self, Draft, SharedWords};
use vanthu::paper::{self, Audience, PaperRequest, PreparedFacts};
use vanthu::pipeline::{self, BuiltDocument, Order, TemplateFolder, Which};
use vanthu::records::{self, Answers};
use vanthu::settings::Settings;
use vanthu::templates::Library;

use super::docx::paragraphs;
use super::workbook::Workbook;

/// Every requested document. Panics if the workbook gives none.
pub(crate) fn built(workbook: &Workbook, which: Which, own_templates: &[TemplateFolder]) -> Vec<BuiltDocument> {
    let bytes = workbook.to_xlsx();
    let settings = Settings::default();
    let order = Order { which, own_templates, ..Order::of_workbook(&settings) };
    let mut out = Diagnostics::new();
    let workbooks = [pipeline::Workbook { name: "so-lieu.xlsx", bytes: &bytes }];
    let mut documents = Vec::new();
    pipeline::build(&workbooks, &order, &mut out, &mut |paper| documents.extend(paper));
    assert!(!documents.is_empty(), "{:#?}", out.messages());
    documents
}

/// What one document says, before its layout. Panics if the workbook or the template has a mistake.
pub(crate) fn draft(workbook: &[u8], template: Option<&str>, own_templates: &[TemplateFolder]) -> Draft {
    let (settings, mut out) = (Settings::default(), Diagnostics::new());
    let workbooks = [pipeline::Workbook { name: "so-lieu.xlsx", bytes: workbook }];
    let records = records::read(&workbooks, &Answers::default(), &mut out);
    let dossier = dossier::check(&records, &Terms { settings: &settings, as_of: None }, &mut out);
    assert!(dossier.general().is_ok(), "{:#?}", out.messages());
    let library = Library::of(own_templates);
    let chosen = library.choose(template, &dossier, &mut out).expect("the template is there");
    let request = PaperRequest {
        kind: chosen.kind(&dossier).expect("the template names its kind"),
        has_table: chosen.has_table(),
        charts: settings.report_charts,
        audience: Audience::Everyone,
    };
    let prepared = PreparedFacts::of(&dossier);
    let paper = paper::paper(&dossier, &prepared, request, &mut out);
    let paper = paper.unwrap_or_else(|_| panic!("{:#?}", out.messages()));
    let worded = draft::render(paper, chosen, &SharedWords::of(&dossier), &settings, &mut out);
    worded.unwrap_or_else(|_| panic!("{:#?}", out.messages())).draft
}

/// The document of a draft, with its file made anew.
pub(crate) fn with_draft(document: BuiltDocument, draft: Draft) -> BuiltDocument {
    let layout = lay_out(draft);
    BuiltDocument { bytes: write(&layout), layout, ..document }
}

/// Writes the text that the document must contain, one paragraph per line, and asserts that the file contains it.
pub(crate) fn write_text(document: &BuiltDocument, folder: &Path, name: &str) {
    let lines = lines(&document.layout);
    assert_eq!(paragraphs(&document.bytes), lines, "{name}: the text of the file differs from that of the layout");
    fs::write(folder.join(format!("{name}.txt")), lines.join("\n") + "\n").expect("a text can be written");
}

/// Writes the document itself.
pub(crate) fn write_document(document: &BuiltDocument, folder: &Path, name: &str) {
    fs::write(folder.join(format!("{name}.docx")), &document.bytes).expect("a document can be written");
}

/// An empty folder below `target/ci`.
pub(crate) fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/ci").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the old folder can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// The text of every paragraph of a layout, in order and cell by cell in tables; rules and empty paragraphs are left
/// out.
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
            // The words in a picture are not text of the document.
            PageBlock::Picture(_) => {}
        }
    }
    let texts = found.into_iter().filter_map(|paragraph| match &paragraph.content {
        Content::Text(runs) => Some(runs.iter().map(|run| run.text.as_str()).collect::<String>()),
        Content::Rule { .. } => None,
    });
    // A line break follows a blank, which is the text there.
    texts
        .map(|text| text.replace('\u{a0}', " ").replace(LINE_BREAK, ""))
        .filter(|text| !text.trim().is_empty())
        .collect()
}
