//! The figures of workbooks, without a document.
//!
//! Owns what is given where something is wrong: no figure at all, as no document is written then. Must not compute:
//! `dossier` does.

use chrono::NaiveDate;

use super::{Order, ask_for_no_document, documents, draft, fill_excerpts, read};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::dossier::{self, Figure};
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
}

/// Computes every figure of one dossier. All mistakes are in `out`, each with its row.
pub fn figures(workbooks: &[Workbook], order: &Order, out: &mut Diagnostics) -> Measured {
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
    figures.map_or_else(Measured::default, |figures| Measured {
        sheets,
        as_of: Some(figures.as_of()),
        figures: figures.list(),
        tables: draft::figure_tables(&figures, &survey.register),
    })
}
