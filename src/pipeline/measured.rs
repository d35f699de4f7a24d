//! The figures of workbooks, without a document.
//!
//! Owns what is returned where an error was reported: no figures at all, as no document is written then. Must not
//! compute: `dossier` does. Its output goes to the command `figures`.

use chrono::NaiveDate;

use super::{Facts, Order, draft, fill_excerpts};
use crate::chart::{self, Chart};
use crate::diag::{Concern, Diagnostic, Diagnostics, Goals};
use crate::dossier::{Figure, Figures, Register};
use crate::draft::FigureTable;
use crate::records::{SheetReading, Workbook};

/// The result of computing figures: the sheets read, and the figures unless an error was reported.
#[derive(Debug, Default)]
pub struct Measured {
    /// Every sheet of every workbook, in order.
    pub sheets: Vec<SheetReading>,
    /// The date of the figures; `None` where an error was reported.
    pub as_of: Option<NaiveDate>,
    /// Every figure, in the order of the list; empty where an error was reported.
    pub figures: Vec<Figure>,
    /// The tables of these figures, as in the annexes of a report; empty where an error was reported.
    pub tables: Vec<FigureTable>,
    /// The pictures of these figures, by unit, then by village; empty where none was asked for or an error was
    /// reported.
    pub pictures: Vec<FigurePicture>,
}

/// A chart as a file.
#[derive(Debug)]
pub struct FigurePicture {
    /// A readable file name, without folder and extension.
    pub name: String,
    /// The bytes of the file.
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
        let name = format!("{:02} - Biểu đồ {} - {}", index + 1, file_name_words(word), page.title);
        FigurePicture { name, png: chart::draw_with_title(&page).png }
    };
    pages.enumerate().map(named).collect()
}

/// The words for a source in the name of a file.
fn file_name_words(source: &str) -> &'static str {
    if source == "thon" { "theo thôn" } else { "theo đơn vị" }
}

/// Computes every figure of one cycle. All mistakes are in `out`, each with its row; a message that only a paper needs
/// is a note.
pub fn figures(workbooks: &[Workbook], order: &Order, pictures: Pictures, out: &mut Diagnostics) -> Measured {
    let Facts { records, dossier, messages, is_whole, .. } = super::facts(workbooks, order, out);
    out.report_all(messages);
    if is_whole {
        out.report_all(dossier.unread().iter().cloned());
    }
    if dossier.figures().is_none() && is_whole {
        out.report(Diagnostic::error("HS-062").concerning(Concern::Figures).at(dossier.first_file()));
    }
    let goals = Goals { papers: false, figures: true };
    out.downgrade(goals);
    fill_excerpts(&records, out);
    let figures = dossier.figures().filter(|_| out.allow(goals).is_ok());
    let sheets = records.sheets;
    let (register, commune) = (dossier.register(), dossier.commune().ok());
    figures.map_or_else(Measured::default, |figures| Measured {
        sheets,
        as_of: Some(figures.as_of()),
        figures: figures.list(),
        tables: draft::figure_tables(figures, register, commune),
        pictures: if pictures == Pictures::Drawn { drawn(figures, register) } else { Vec::new() },
    })
}
