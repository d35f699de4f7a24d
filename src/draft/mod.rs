//! A paper and a template become a [`Draft`]: what the document says, component by component.
//!
//! Owns the wording. Must not know millimetres, fonts or XML. Its output goes to `document`.

mod addressees;
mod citation;
mod closing;
mod deeds;
mod head;
mod letter;
mod markup;
mod mentions;
mod needs;
mod outline;
mod recipients;
mod render;
mod repeated_texts;
mod self_reference;
mod shared_words;
mod signature;
mod table;
mod tone_marks;
mod types;
mod unprinted;
mod writing;

use std::collections::BTreeSet;

use crate::chart::Chart;
use crate::diag::Diagnostic;
use crate::dossier::{Commune, Figures, Register};
use crate::templates::{Need, blocks, template};

pub use needs::report_foreseeable;
pub use render::render;
pub use shared_words::SharedWords;
pub use table::FigureTable;
pub use types::*;
pub use unprinted::fit_several_papers;

/// A worded document and the template that worded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// The content of the document.
    pub draft: Draft,
    /// The template's name.
    pub template: String,
    /// The columns and items of the workbook that it prints.
    pub printed: BTreeSet<Need>,
    /// Messages about the parts of the workbook that it leaves out; they are reported unless another paper of the run
    /// prints these parts.
    pub unprinted: Vec<Diagnostic>,
}

/// The tables of these figures, as in the annexes of a report; a table without rows is left out. Without a commune
/// (`None`) the word xã is used.
#[must_use]
pub fn figure_tables(figures: &Figures, register: &Register, commune: Option<&Commune>) -> Vec<FigureTable> {
    table::listed(&template::annexes_of_reports(), figures, (register, commune))
}

/// The charts of these figures, each with a word for its file name: by unit, then by village.
#[must_use]
pub fn figure_charts(figures: &Figures, register: &Register) -> Vec<(&'static str, Chart)> {
    let sources = blocks::ChartSource::ALL.into_iter();
    sources
        .flat_map(|source| {
            table::charts(source, figures, register).into_iter().map(move |chart| (source.name(), chart))
        })
        .collect()
}
