//! Tables of data and charts: what the workbook has for the blocks of a template that ask for them.
//!
//! Owns their rows and bars. Must not know widths or lines: `document` sets tables, and
//! has charts drawn.

mod charts;
mod listed;
mod made;
mod review;
mod rows;
mod task_cells;

pub(super) use charts::charts;
pub use listed::FigureTable;
pub(super) use listed::tables as listed;
pub(super) use made::Tables;
