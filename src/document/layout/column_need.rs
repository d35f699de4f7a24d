//! What a column of a table asks for.
//!
//! Owns the shape only. Must not know how it is measured, nor how a width is shared. `needs` fills it; whatever shares a width
//! among columns reads it.

use crate::draft::ColumnContent;

use super::measured_text::MeasuredText;

/// What a column asks for, every width in millimetres with the padding at both sides.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ColumnNeed {
    pub(super) content: ColumnContent,
    /// Its widest word, unless that is one to be broken.
    pub(super) least: f64,
    /// Its longest text on one line; of a column of figures, these on one line and its words on a few.
    pub(super) natural: f64,
    /// Of a column of figures, what keeps words of its heading on one line that are read as one; 0 of other columns.
    pub(super) whole: f64,
    /// Its widest figure, without the padding; 0 of other columns.
    pub(super) widest_figure: f64,
    /// Its own heading.
    pub(super) heading: String,
    /// The texts of its cells, a cell's paragraphs together; the heading among them.
    pub(super) cells: Vec<Vec<MeasuredText>>,
}

#[cfg(test)]
impl ColumnNeed {
    /// A column of no text.
    pub(super) fn of(content: ColumnContent, least: f64, natural: f64) -> Self {
        Self { content, least, natural, whole: 0.0, widest_figure: 0.0, heading: String::new(), cells: vec![] }
    }
}

/// Whether a column holds figures.
pub(super) fn has_figures(need: &ColumnNeed) -> bool {
    need.content == ColumnContent::Number
}
