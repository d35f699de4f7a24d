//! Finds what a sheet is and which column has which field, from its name and headings.
//!
//! Owns recognition: kind, header rows, columns. Must not know data rows, except for samples of a column whose heading
//! has two meanings. Its [`Layout`] goes to `rows`.

mod abbreviations;
mod ambiguous;
mod by_cells;
mod columns;
mod doubts;
mod header;
mod heading;
mod key_columns;
mod kind;
mod marked;
mod matrix;
mod meaning;
mod one_heading;
mod results;
mod stacked;
mod start_and_end;
mod starts;
mod tables;

use std::collections::BTreeMap;

pub(super) use columns::{FoundHeader, Layout};
pub(super) use heading::IndicatorColumns;
pub(super) use kind::{Recognized, likely_kind, named, recognize};
pub(super) use tables::SheetTable;

pub(super) use super::sheets::LEFT_UNREAD;
use crate::vietnamese::fold;

/// The clerk's answers about headings, from `[doc.tieu_de]` of vanthu.toml: from a heading, in any spelling, to the id
/// of a field, or to `bo_qua` for a column that is not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadingAnswers(pub BTreeMap<String, String>);

impl HeadingAnswers {
    /// The same answers by folded heading, as headings are looked up.
    pub(super) fn folded(&self) -> Self {
        Self(self.0.iter().map(|(heading, answer)| (fold::key(heading), answer.clone())).collect())
    }
}
