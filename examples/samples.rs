//! Regenerates every workbook of `samples/` from the text beside it: `cargo run --example samples`.

#[path = "../tests/support/mod.rs"]
mod support;

use std::fs;
use std::io;

use support::registers::sample_registers;
use support::workbook::{Workbook, sample_folders};

#[expect(clippy::disallowed_methods, reason = "a developer's tool: the files are under version control")]
fn main() -> io::Result<()> {
    for folder in sample_folders() {
        fs::write(folder.join("so-lieu.xlsx"), Workbook::read(&folder.join("so-lieu")).to_xlsx())?;
    }
    for register in sample_registers() {
        for (name, bytes) in register.files {
            fs::write(register.folder.join(name), bytes)?;
        }
    }
    Ok(())
}
