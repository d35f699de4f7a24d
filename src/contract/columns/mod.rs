//! The columns of the sheets, one row for each: a new column is added here.
//!
//! Owns nothing itself: each file has the sheets of one subject. Must not know cells. `sheets` gives a sheet its
//! columns.

pub(super) mod assignments;
pub(super) mod prose;
pub(super) mod registers;
pub(super) mod results;
