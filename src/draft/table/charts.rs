//! Charts: which there are, and the bars that the workbook has for each.
//!
//! Owns the names of charts in templates. Must not know how a chart is drawn. Its charts are blocks of the draft.

use crate::chart::Chart;
use crate::dossier::Dossier;

/// What a chart can be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draft) enum ChartSource {
    /// A bar a unit.
    Units,
    /// A bar a village.
    Villages,
}

impl ChartSource {
    /// Every source.
    pub(super) const ALL: [Self; 2] = [Self::Units, Self::Villages];

    /// Its name in templates.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Units => "don_vi",
            Self::Villages => "thon",
        }
    }
}

/// The chart of a source; `None` where the workbook has no figure for it: then nothing is printed.
pub(super) fn chart(_source: ChartSource, _dossier: &Dossier) -> Option<Chart> {
    None
}
