//! Every test of the whole program, in one binary: the library is linked once, not once per file.
//!
//! Owns the list of the files, each named after what it tests; the folders beside them are their data. Must not know
//! any test. `cargo test --test all golden::` runs those of one file.

#![allow(clippy::disallowed_methods, reason = "tests lay out their own folders")]

mod agreement;
mod archive_command;
mod audiences;
mod batch_command;
mod batches;
mod catalogue;
mod chart_material;
mod check;
mod circulars;
mod config;
mod days_of_cells;
mod described;
mod disk_faults;
mod expected;
mod explained;
mod faults;
mod figures;
mod figures_command;
mod files;
mod first_hour;
mod foreseen;
mod form_rules;
mod format_ids;
mod golden;
mod guide;
mod help;
mod hostile;
mod hostile_templates;
mod house;
mod house_names;
mod known_failures;
mod letters;
mod messages;
mod mutants;
mod new;
mod other_writers;
mod paper_files;
mod papers;
mod pdf_command;
mod product_code;
mod proof_material;
mod readings;
mod readme;
mod records;
mod registers;
mod registers_golden;
mod reports;
mod review_properties;
mod roundtrip;
mod same_bytes;
mod samples;
mod several_papers;
mod slips;
mod sound_files;
mod stretched_material;
mod support;
mod table_material;
mod templates;
mod test_workbooks;
mod together;
mod village_matrix;
mod wordings;
mod words_of_results;
