//! Tables of data and charts: what a template asks for, and what the workbook has for it.
//!
//! Owns the blocks ```` ```bang ```` and ```` ```bieu-do ````. Must not know widths or lines: `document` sets tables, and
//! has charts drawn.

mod charts;
mod columns;
mod listed;
mod made;
mod request;
mod review;

pub(super) use charts::{ChartSource, charts};
pub use listed::FigureTable;
pub(super) use listed::tables as listed;
pub(super) use made::Tables;
pub(super) use request::{Asked, Fence, Request, needs_figures, read, stands_in};
