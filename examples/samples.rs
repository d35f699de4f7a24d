//! Regenerates every `samples/*/so-lieu.xlsx` from the text beside it: `cargo run --example samples`.

#[path = "../tests/support/mod.rs"]
mod support;

use std::fs;
use std::io;

use support::workbook::{Workbook, sample_folders};

#[expect(clippy::disallowed_methods, reason = "a developer's tool: the files are under version control")]
fn main() -> io::Result<()> {
    for folder in sample_folders() {
        fs::write(folder.join("so-lieu.xlsx"), Workbook::read(&folder.join("so-lieu")).to_xlsx())?;
    }
    Ok(())
}
