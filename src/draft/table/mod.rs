//! A table of data: what a template asks for, and the rows that the workbook has for it.
//!
//! Owns the blocks ```` ```bang ````. Must not know widths or lines: `document` sets them.

mod columns;
mod listed;
mod made;
mod request;
mod review;

pub use listed::FigureTable;
pub(super) use listed::tables as listed;
pub(super) use made::Tables;
pub(super) use request::{is_asked_by, needs_figures, read, stands_in};
