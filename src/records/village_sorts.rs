//! Sorts of villages that stand before the name of one.
//!
//! Owns the list only: «Bản tổng hợp», «Khu vực 1» are no villages, so that it is shorter than the contract's. Owners of
//! sheets and signature blocks are told by it.

/// Sorts of villages that a name alone shows, in small letters.
pub(super) const VILLAGE_SORTS: [&str; 10] =
    ["thôn", "tổ dân phố", "ấp", "khu phố", "khóm", "buôn", "xóm", "khối", "tiểu khu", "khu dân cư"];
