//! What a chart can be asked for.
//!
//! Owns the names of charts in templates. Must not know a figure: `draft` makes the bars.

/// What a chart can be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChartSource {
    /// A bar a unit.
    Units,
    /// A bar a village.
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
