//! The columns of the sheets, one row a column: the place where a new one is added.
//!
//! Owns nothing itself: each file has the sheets of one matter. Must not know cells. `sheets` gives a sheet its columns.

pub(super) mod assignments;
pub(super) mod prose;
pub(super) mod registers;
pub(super) mod results;
