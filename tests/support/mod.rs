//! Code that several test files share: sample workbooks written as readable text, the program as a clerk runs it,
//! documents as other programs read them, and the material for the external checks.

#![allow(dead_code, reason = "each test file uses its own part of this module")]

pub(crate) mod cell;
pub(crate) mod disk_faults;
pub(crate) mod docx;
pub(crate) mod edits;
pub(crate) mod figures;
pub(crate) mod grid;
pub(crate) mod material;
pub(crate) mod ods;
pub(crate) mod program;
pub(crate) mod random_edits;
pub(crate) mod registers;
pub(crate) mod workbook;
mod xlsx;
