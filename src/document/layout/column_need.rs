//! The widths that a column of a table needs.
//!
//! Owns the type only. Must not know how it is measured, nor how a width is shared. `needs` fills it; the code that
//! shares a width among columns reads it.

use crate::draft::ColumnContent;

use super::measured_text::MeasuredText;

/// The needs of a column; every width in millimetres, with the padding at both sides.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ColumnNeed {
    pub(super) content: ColumnContent,
    /// Its widest word, except one long enough to be split.
    pub(super) least: f64,
    /// Its longest text on one line; for a column of figures, its figures on one line and its words on a few.
    pub(super) natural: f64,
    /// For a column of figures, the width that keeps words of its heading on one line that are read as one; 0 for other
    /// columns.
    pub(super) whole: f64,
    /// For a column of short texts, the width that sets a date on two lines and other texts on about three; for one of
    /// longer texts, that for its dates; 0 for other columns.
    pub(super) narrow: f64,
    /// Its widest figure, without the padding; 0 for other columns.
    pub(super) widest_figure: f64,
    /// Its own heading.
    pub(super) heading: String,
    /// The texts of its cells, the paragraphs of a cell together, with the heading.
    pub(super) cells: Vec<Vec<MeasuredText>>,
    /// The row of each of these cells; the heading is in one of its own.
    pub(super) rows: Vec<usize>,
}

#[cfg(test)]
impl ColumnNeed {
    /// A column without texts.
    pub(super) fn of(content: ColumnContent, least: f64, natural: f64) -> Self {
        Self {
            content,
            least,
            natural,
            whole: 0.0,
            narrow: 0.0,
            widest_figure: 0.0,
            heading: String::new(),
            cells: vec![],
            rows: vec![],
        }
    }
}

/// Whether a column holds figures.
pub(super) fn has_figures(need: &ColumnNeed) -> bool {
    need.content == ColumnContent::Number
}
