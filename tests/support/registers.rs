//! The messy registers of `samples/so-phan-cong/`: each a drawing, with what it lacks in a second workbook.
//!
//! Owns their folder and the files made from the drawings. Must not know what is read of them. `examples/samples.rs`
//! writes the files, `registers_golden` compares them.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::grid::Drawing;
use super::workbook::{Workbook, sorted_entries};

/// A register of the samples.
pub(crate) struct SampleRegister {
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// The files made from its text, by their names.
    pub(crate) files: [(&'static str, Vec<u8>); 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Drawings {
    sheet: Vec<Drawing>,
}

/// Every register of the samples, with its files.
pub(crate) fn sample_registers() -> Vec<SampleRegister> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/so-phan-cong");
    sorted_entries(&folder).into_iter().filter(|entry| entry.is_dir()).map(register).collect()
}

fn register(folder: PathBuf) -> SampleRegister {
    let text = fs::read_to_string(folder.join("so.toml")).expect("a register has its drawing");
    let drawings: Drawings =
        toml::from_str(&text.replace("\r\n", "\n")).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let book = Workbook { sheets: drawings.sheet.into_iter().map(Into::into).collect() };
    let is_ods = folder.file_name().is_some_and(|name| name == "bang-ods");
    let register = if is_ods { ("so.ods", book.to_ods()) } else { ("so.xlsx", book.to_xlsx()) };
    let lacking = Workbook::read(&folder.join("bo-sung")).to_xlsx();
    SampleRegister { folder, files: [register, ("bo-sung.xlsx", lacking)] }
}
