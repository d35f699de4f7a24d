//! vanthu: from a clerk's workbook to a paper ready for signature.
//!
//! A chain of rooms, each named after the value that it hands on. Imports run in one direction; only the front touches
//! files and the terminal:
//!
//! ```text
//! workbook bytes ─read→ Records ─check→ Dossier ─ask→ Paper ─render→ Draft ─lay_out→ Document ─write→ docx bytes
//!                 (rows, with cells) (facts of a cycle) (one paper of it) (what it says)   (how it looks)
//! ```

// The rooms, in the order of the pipeline.
pub mod document;
pub mod docx;
pub mod dossier;
pub mod draft;
pub mod paper;
pub mod records;
pub mod templates;

// Workbooks that we write, for the clerk to fill in.
pub mod workbook;

/// Calls the rooms in order; the only module that names every room.
pub mod pipeline;

/// What spans papers and periods: the index of a batch.
pub mod cycle;

// Pictures; imports no room.
pub mod chart;

// The front: what all front ends share, the command line, and storing files.
pub mod answers;
pub mod cli;
pub mod files;

// The foundations, which every room may import.
pub mod contract;
pub mod decree;
pub mod diag;
mod kept;
pub mod pattern;
pub mod settings;
pub mod units;
pub mod vietnamese;
pub mod zip;
