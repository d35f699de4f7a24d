//! Tables of data and charts: the workbook's data for the blocks in templates that request them.
//!
//! Owns their rows and bars. Must not know widths or lines: `document` lays tables out, and has charts drawn.

mod charts;
mod listed;
mod made;
mod review;
mod rows;
mod task_cells;
mod village_cells;

pub(super) use charts::charts;
pub use listed::FigureTable;
pub(super) use listed::tables as listed;
pub(super) use made::Tables;
