//! Reads a spreadsheet of `LibreOffice` (.ods; the open document format 1.3, part 3).
//!
//! Owns the format: which part has what, repeated rows and cells, styles that strike out or hide. Unlike calamine it takes
//! the text that each cell shows, which the format stores. Must not know what a sheet is for. Its sheets go to `open_file`.

mod cell;
mod content;
mod styles;

use self::styles::Styles;
use super::held_book::HeldBook;
use super::limits::PACKAGE;
use super::refusal::Refusal;
use crate::zip::Package;

/// Reads a spreadsheet.
///
/// # Errors
/// The refusals of packages; [`Refusal::PasswordProtected`]; [`Refusal::TooManyCells`] and [`Refusal::TooMuchToKeep`]
/// beyond the limits; [`Refusal::OpenDocument`] where its content is not as the format says.
pub(super) fn read(bytes: &[u8]) -> Result<HeldBook, Refusal> {
    let mut package = Package::open(bytes, PACKAGE)?;
    package.inflate_all()?;
    if let Some(manifest) = package.part("meta-inf/manifest.xml").cloned() {
        let text = package.read(&manifest, PACKAGE.part)?;
        // An encrypted package names the key of each part.
        if text.windows(b"encryption-data".len()).any(|window| window == b"encryption-data") {
            return Err(Refusal::PasswordProtected);
        }
    }
    let content = package.part("content.xml").cloned().ok_or(Refusal::OpenDocument)?;
    let styles = match package.part("styles.xml").cloned() {
        Some(part) => content::styles(package.reader(&part)?, &part.name)?,
        None => Styles::default(),
    };
    let sheets = content::read(package.reader(&content)?, &content.name, styles)?;
    if sheets.is_empty() { Err(Refusal::OpenDocument) } else { Ok(HeldBook { sheets }) }
}

#[cfg(test)]
mod tests;
