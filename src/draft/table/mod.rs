//! Tables of data and charts: what a template asks for, and what the workbook has for it.
//!
//! Owns the blocks ```` ```bang ```` and ```` ```bieu-do ````. Must not know widths or lines: `document` sets tables, and
//! has charts drawn.

mod charts;
mod columns;
mod made;
mod request;

pub(super) use made::Tables;
pub(super) use request::{Asked, Fence, Request, read, stands_in};
