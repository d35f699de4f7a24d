//! The blocks ```` ```bang ```` and ```` ```bieu-do ````, by which a template requests tables and charts.
//!
//! Owns the syntax of such a block: sources, columns, grouping. Must not know data: `draft` makes the tables and
//! charts.

mod chart_source;
mod columns;
mod computed;
mod request;
mod review_columns;
mod table_source;

pub(crate) use chart_source::ChartSource;
pub use columns::ColumnContent;
pub(crate) use columns::{CellOrigin, PrintedColumn};
pub(crate) use computed::Computed;
pub(crate) use request::{
    Fence, KnownBlocks, RequestedBlock, TableRequest, has_task_table, needs_figures, read, requests,
};
pub(crate) use table_source::TableSource;
