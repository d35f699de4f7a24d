//! The tables of figures: results, units, lists of tasks, indicators, villages.
//!
//! Owns the content of their cells. Must not compute: every figure comes from the dossier's `Figures`. Their rows go to
//! `made`, which drops blank columns.

mod indicators;
pub(super) mod needs;
mod tasks;
mod units;
mod villages;

use crate::dossier::figures::Figures;
use crate::dossier::{Commune, Register};
use crate::draft::{Block, Span, TableRow};
use crate::paper::Paper;
use crate::templates::blocks::{TableRequest, TableSource};
use crate::vietnamese::text;

pub(super) use villages::tables as village_tables;

/// The words for the commune and its villages.
pub(super) struct Locality {
    /// `xã`, `phường`, `đặc khu`.
    tier: &'static str,
    /// `thôn`, `ấp`, `thôn, tổ dân phố`.
    village: String,
}

impl Locality {
    /// As named in the workbook.
    pub(super) fn of(paper: Paper) -> Self {
        Self::named(paper.dossier.register(), Some(paper.commune))
    }

    /// For a commune that may be unknown.
    pub(super) fn named(register: &Register, commune: Option<&Commune>) -> Self {
        Self { tier: commune.map_or("xã", |commune| commune.tier), village: register.village_word() }
    }

    /// The heading above the names of villages.
    fn heading(&self) -> String {
        text::capitalized(&self.village)
    }
}

/// The rows of a table of figures, and the notes below it; the villages have tables of their own.
pub(super) fn rows(request: &TableRequest, figures: &Figures) -> (Vec<TableRow>, Vec<Block>) {
    match request.source {
        TableSource::Results
        | TableSource::Overdue
        | TableSource::DueSoon
        | TableSource::DueInPeriod
        | TableSource::Carried => (tasks::rows(request, figures), tasks::remarks(request, figures)),
        TableSource::Units => units::table(request, figures),
        TableSource::Indicators => (indicators::rows(request, figures), indicators::remarks(figures)),
        TableSource::Assignments | TableSource::Implementation | TableSource::VillageList | TableSource::Villages => {
            Default::default()
        }
    }
}

/// A note below a table; the first begins with its label.
fn remark(index: usize, words: &str) -> Block {
    let label = if index == 0 { "Ghi chú: " } else { "" };
    Block::Note(vec![Span::plain(format!("{label}{}", text::capitalized(words)))])
}

/// The notes below a table, in order.
fn remarks(words: &[String]) -> Vec<Block> {
    words.iter().enumerate().map(|(index, words)| remark(index, words)).collect()
}

/// A cell of one line; blank for `None`.
fn line(text: Option<String>) -> Vec<String> {
    text.into_iter().collect()
}
