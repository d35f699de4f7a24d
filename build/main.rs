//! Makes tables of data that no workbook changes, when the program is built: a start of the program parses and folds
//! nothing.
//!
//! Owns the list of tables; a module for each makes it, and it is written into the build's folder. Must not know what a
//! table is for. The module of `src` named beside each table takes it in by `include!`.

mod catalogue;
mod dictionary;
#[allow(dead_code, unreachable_pub, reason = "the program's own code; the tables use only part of it")]
#[path = "../src/contract/name_words.rs"]
mod name_words;
mod notions;
mod rust_text;
#[allow(dead_code, unreachable_pub, reason = "the program's own code; the tables use only part of it")]
mod vietnamese;

use std::path::Path;
use std::{env, fs};

fn main() {
    // Included by src/contract/dictionary.rs.
    table("dictionary.rs", "src/contract/synonyms.toml", dictionary::table);
    // Included by src/document/notions.rs.
    table("notions.rs", "src/document/notions.txt", notions::table);
    // Included by src/answers/tables.rs.
    write("catalogue.rs", &catalogue::tables(Path::new("locales")));
    rerun_if_changed("locales");
    for code in ["build", "src/contract/name_words.rs", "src/vietnamese"] {
        rerun_if_changed(code);
    }
}

/// Writes the table made from a file of the repository.
fn table(name: &str, source: &str, make: impl FnOnce(&str) -> String) {
    let text = fs::read_to_string(source).expect("the repository holds what tables are made of");
    write(name, &make(&text));
    rerun_if_changed(source);
}

#[allow(clippy::disallowed_methods, reason = "the build's own folder; files::store is for documents")]
fn write(name: &str, table: &str) {
    let folder = env::var_os("OUT_DIR").expect("cargo names the build's folder");
    fs::write(Path::new(&folder).join(name), table).expect("the build's folder takes files");
}

#[allow(clippy::print_stdout, reason = "cargo reads it there")]
fn rerun_if_changed(path: &str) {
    println!("cargo::rerun-if-changed={path}");
}
