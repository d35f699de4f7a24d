//! The sources of charts.
//!
//! Owns the names of charts in templates. Must not know a figure: `draft` makes the bars.

/// The source of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChartSource {
    /// One bar per unit.
    Units,
    /// One bar per village.
    Villages,
}

impl ChartSource {
    /// Every source.
    pub(crate) const ALL: [Self; 2] = [Self::Units, Self::Villages];

    /// Its name in templates.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Units => "don_vi",
            Self::Villages => "thon",
        }
    }
}
