//! Inspects a file before calamine reads it: format, zip, and every XML part.
//!
//! Owns what is refused and what is collected on the way: merged regions, formulas without a value, sheet names. Must
//! not know what cells mean. Its [`Inspected`] goes to `cells`, which opens nothing that was not inspected.

mod address;
mod book;
mod format;
mod odd_cells;
mod readable;
mod scan;
mod tags;

use std::collections::BTreeMap;

pub(super) use address::{CellRange, HiddenLines, SheetFacts};
pub(super) use book::{SheetEntry, SheetForm};
pub(super) use tags::{attribute, unescaped_attribute, xml_reader};

use self::book::Book;
use self::scan::WorkbookTally;
use super::limits::PACKAGE;
use super::refusal::Refusal;
use crate::zip::Package;

/// A workbook that may be opened, and the facts about it.
pub(super) struct Inspected {
    /// Its worksheets, in order.
    pub(super) sheets: Vec<SheetEntry>,
    /// Facts about each worksheet, by part.
    facts: BTreeMap<String, SheetFacts>,
    /// A copy that calamine reads, where it refuses the file although that is sound.
    pub(super) copy: Option<Vec<u8>>,
    /// Bytes that calamine, the facts and the copy use for it.
    pub(super) held: u64,
}

impl Inspected {
    /// The facts about a sheet; `None` where its part is missing or broken.
    pub(super) fn facts(&self, sheet: &SheetEntry) -> Option<&SheetFacts> {
        self.facts.get(&sheet.part)
    }
}

/// Inspects a file, given its name without folder and its bytes.
pub(super) fn inspect(name: &str, bytes: &[u8]) -> Result<Inspected, Refusal> {
    format::refuse_other_formats(name, bytes)?;
    let mut package = Package::open(bytes, PACKAGE)?;
    format::refuse_other_packages(|name| package.part(name).is_some())?;
    package.inflate_all()?;
    let mut tally = WorkbookTally::default();
    let mut book = book::read(&mut package, &mut tally)?;
    let facts = scan_parts(&mut package, &mut book, &mut tally)?;
    let copy = book.unreadable.copy(&mut package)?;
    let held = tally.held + copy.as_ref().map_or(0, |copy| copy.len() as u64);
    Ok(Inspected { sheets: book.sheets, facts, copy, held })
}

/// Scans every part that `book` has not scanned.
fn scan_parts(
    package: &mut Package<'_>,
    book: &mut Book,
    tally: &mut WorkbookTally,
) -> Result<BTreeMap<String, SheetFacts>, Refusal> {
    let mut facts = BTreeMap::new();
    let mut parts = package.parts().to_vec();
    // The cells of a sheet only have the indexes of their strings.
    parts.sort_by_key(|part| !part.name.ends_with(scan::SHARED_STRINGS));
    for part in parts {
        if book.index_parts.contains(&part.name) {
            continue;
        }
        let is_cells = |sheet: &&SheetEntry| sheet.form == SheetForm::Worksheet && sheet.part == part.name;
        let sheet = book.sheets.iter().find(is_cells);
        let scanned = scan::scan(package, &part, sheet.map(|sheet| sheet.name.as_str()), tally)?;
        if scanned.is_none() && book.depends_on(&part.name) {
            return Err(Refusal::Damaged);
        }
        if let (Some(scanned), Some(_)) = (scanned, sheet) {
            if scanned.needs_copy {
                book.unreadable.sheets.insert(part.name.clone());
            }
            facts.insert(part.name, scanned.into_facts(book.is_calculated_on_load));
        }
    }
    Ok(facts)
}
