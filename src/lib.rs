//! vanthu: from a clerk's workbook to a paper ready for signature.
//!
//! A corridor of rooms, each named after what it hands on; doors open one way; only the front door touches the
//! world:
//!
//! ```text
//! workbook bytes ─read→ Records ─check→ Dossier ─render→ Draft ─lay_out→ Document ─write→ docx bytes
//!                 (rows, with cells)  (checked facts)  (what it says)  (how it looks)
//! ```

// The rooms, in the order of the corridor.
pub mod document;
pub mod docx;
pub mod dossier;
pub mod draft;
pub mod paper;
pub mod records;
pub mod templates;

// Workbooks that we write, for the clerk to fill in.
pub mod workbook;

/// The corridor itself: the only file that names every room.
pub mod pipeline;

// Pictures, which know no room.
pub mod chart;

// The front, what every front door shares, and what it stores.
pub mod answers;
pub mod cli;
pub mod files;

// The foundations, which every room may lean on.
pub mod contract;
pub mod decree;
pub mod diag;
pub mod pattern;
pub mod settings;
pub mod units;
pub mod vietnamese;
pub mod zip;
