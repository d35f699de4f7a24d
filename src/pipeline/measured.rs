//! The figures of workbooks, without a document.
//!
//! Owns what is given where something is wrong: no figure at all, as no document is written then. Must not compute:
//! `dossier` does.

use chrono::NaiveDate;

use super::{Order, ask_for_no_document, documents, draft, fill_excerpts, read};
use crate::chart::{self, Chart};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::dossier::{self, Dossier, Figure, Figures, Register};
use crate::draft::FigureTable;
use crate::records::{SheetReading, Workbook};

/// What came of counting: the account of what was read, and the figures unless an error was reported.
#[derive(Debug, Default)]
pub struct Measured {
    /// Every sheet of every workbook, in order.
    pub sheets: Vec<SheetReading>,
    /// The day that the figures are as of; `None` where an error was reported.
    pub as_of: Option<NaiveDate>,
    /// Every figure, in the order of the list; empty where an error was reported.
    pub figures: Vec<Figure>,
    /// The tables made of them, as the annexes of a report have them; empty where an error was reported.
    pub tables: Vec<FigureTable>,
    /// The pictures made of them, by unit, then by village; empty where none was asked for or an error was reported.
    pub pictures: Vec<FigurePicture>,
}

/// A chart as a file.
#[derive(Debug)]
pub struct FigurePicture {
    /// The name a person would give it, without folder and extension.
    pub name: String,
    /// The file.
    pub png: Vec<u8>,
}

/// Whether pictures are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pictures {
    /// None.
    LeftOut,
    /// One for each chart.
    Drawn,
}

/// The charts of these figures as files, numbered in the order of the list.
fn drawn(figures: &Figures, register: &Register) -> Vec<FigurePicture> {
    let charts = draft::figure_charts(figures, register).into_iter();
    let pages = charts.flat_map(|(word, chart)| chart::pages(&chart).into_iter().map(move |page| (word, page)));
    let named = |(index, (word, page)): (usize, (&str, Chart))| {
        let name = format!("{:02} - Biểu đồ {} - {}", index + 1, word_of(word), page.title);
        FigurePicture { name, png: chart::draw_with_title(&page).png }
    };
    pages.enumerate().map(named).collect()
}

/// What a source is called in the name of a file.
fn word_of(source: &str) -> &'static str {
    if source == "thon" { "theo thôn" } else { "theo đơn vị" }
}

/// Computes every figure of one dossier. All mistakes are in `out`, each with its row.
pub fn figures(workbooks: &[Workbook], order: &Order, pictures: Pictures, out: &mut Diagnostics) -> Measured {
    let records = read(workbooks, order, out);
    let is_whole = workbooks.iter().all(|workbook| records.has_read(workbook.name));
    let told = out.messages().len();
    let survey = dossier::survey(&records, &documents::terms(order), out);
    if !is_whole {
        // What is in a file that was refused whole is missed by every check: its own message is enough.
        out.forget_from(told);
    }
    ask_for_no_document(out);
    if survey.figures.is_none() && is_whole {
        let first = records.sheets.first().and_then(|sheet| sheet.at.file.clone());
        out.report(Diagnostic::error("HS-062").at(&Place::file(first.unwrap_or_default())));
    }
    fill_excerpts(&records, out);
    let figures = survey.figures.filter(|_| out.checkpoint().is_ok());
    let sheets = records.sheets;
    let (register, commune) = (&survey.register, survey.dossier.as_ref().ok().map(Dossier::commune));
    figures.map_or_else(Measured::default, |figures| Measured {
        sheets,
        as_of: Some(figures.as_of()),
        figures: figures.list(),
        tables: draft::figure_tables(&figures, register, commune.as_ref()),
        pictures: if pictures == Pictures::Drawn { drawn(&figures, register) } else { Vec::new() },
    })
}
