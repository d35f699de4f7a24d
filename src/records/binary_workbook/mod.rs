//! Reads a binary workbook (.xlsb; [MS-XLSB]).
//!
//! Owns the format: which part has what. calamine gives neither its looks nor its merged regions. Must not know what a
//! sheet is for. Its sheets go to `open_file`.

mod globals;
mod part;
mod sheet;

use std::collections::BTreeSet;

use self::globals::BookParts;
use super::guard::SheetForm;
use super::held_book::{HeldBook, HeldLeft, HeldSheet};
use super::limits::{INDEX_PART_BYTES, PACKAGE};
use super::refusal::Refusal;
use crate::zip::Package;

/// Reads a binary workbook.
///
/// # Errors
/// The refusals of packages; [`Refusal::BinaryWorkbook`] where it is not as the format says; the refusals of limits.
pub(super) fn read(bytes: &[u8]) -> Result<HeldBook, Refusal> {
    read_parts(bytes).map_err(|refusal| if refusal == Refusal::Damaged { Refusal::BinaryWorkbook } else { refusal })
}

fn read_parts(bytes: &[u8]) -> Result<HeldBook, Refusal> {
    let mut package = Package::open(bytes, PACKAGE)?;
    package.inflate_all()?;
    let mut shared = BookParts::default();
    shared.book(&part(&mut package, "xl/workbook.bin", INDEX_PART_BYTES)?)?;
    let targets = globals::relationships(&part(&mut package, "xl/_rels/workbook.bin.rels", INDEX_PART_BYTES)?)?;
    if package.part("xl/styles.bin").is_some() {
        shared.styles(&part(&mut package, "xl/styles.bin", PACKAGE.part)?)?;
    }
    if package.part("xl/sharedstrings.bin").is_some() {
        shared.texts(&part(&mut package, "xl/sharedstrings.bin", PACKAGE.part)?)?;
    }
    let (mut left, mut sheets, mut read) = (HeldLeft::default(), Vec::new(), BTreeSet::new());
    for listed in std::mem::take(&mut shared.sheets) {
        let (form, target) = targets.get(&listed.id).cloned().unwrap_or((SheetForm::Other, String::new()));
        let mut sheet = HeldSheet { form, ..HeldSheet::empty(listed.name.clone(), listed.is_visible) };
        if form == SheetForm::Worksheet {
            if package.part(&target).is_none() {
                sheet.form = SheetForm::Lost;
            } else if !read.insert(target.clone()) {
                return Err(Refusal::Forged(target));
            } else {
                let content = part(&mut package, &target, PACKAGE.part)?;
                sheet = match sheet::read(&content, sheet, &mut shared, &mut left) {
                    Err(Refusal::DamagedSheet) => HeldSheet::damaged(listed.name, listed.is_visible),
                    sheet => sheet?,
                };
            }
        }
        sheets.push(sheet);
    }
    Ok(HeldBook { sheets })
}

/// The content of a part, of at most `most` bytes.
fn part(package: &mut Package<'_>, name: &str, most: u64) -> Result<Vec<u8>, Refusal> {
    let part = package.part(name).cloned().ok_or(Refusal::Damaged)?;
    Ok(package.read(&part, most)?)
}
