//! The height of rows, so that every program shows the whole content of their cells.
//!
//! Owns the estimate of heights, and their release: Excel may change a height when the clerk edits a row. Must not know
//! what rows mean. The heights go to `table` and `form`, the changed package back to `write`.

use std::io::{Cursor, Read as _, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use super::description::FilledCell;

/// Height of a line of the body, in points.
const LINE: f64 = 16.5;
/// The greatest row height of Excel.
const HIGHEST: f64 = 409.0;
/// The attribute that `rust_xlsxwriter` writes on every row with a height.
const FIXED: &str = " customHeight=\"1\"";

/// The height of a row that holds these values in columns of these widths, in points; widths are in digits.
pub(super) fn height<'a>(cells: impl Iterator<Item = (&'a FilledCell, u32)>) -> f64 {
    let lines = cells.map(|(value, width)| match value {
        FilledCell::Text(text) => text.split('\n').map(|part| lines(part, width)).sum(),
        FilledCell::Number(_) | FilledCell::Date(_) => 1,
    });
    (f64::from(lines.max().unwrap_or(1)) * LINE).min(HIGHEST)
}

/// How many lines a paragraph takes, word by word. A line holds slightly more letters than digits.
fn lines(paragraph: &str, width: u32) -> u32 {
    let room = width + width / 12;
    let (mut lines, mut filled) = (1, 0);
    for word in paragraph.split(' ') {
        let letters = u32::try_from(word.chars().count()).expect("a cell holds 32,767 characters");
        if filled > 0 && filled + 1 + letters > room {
            lines += 1;
            filled = 0;
        }
        // A word longer than a line is split.
        lines += letters.saturating_sub(1) / room;
        filled += letters + u32::from(filled > 0);
    }
    lines
}

/// The same workbook without fixed heights: a height holds until a row is edited, then Excel computes it again.
///
/// The library can only write fixed heights. Without any height, `LibreOffice` shows a row one line high.
pub(super) fn release_heights(workbook: &[u8]) -> ZipResult<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(workbook))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index)?;
        let name = entry.name()?.into_owned();
        let mut part = String::new();
        entry.read_to_string(&mut part)?;
        if name.starts_with("xl/worksheets/sheet") {
            part = part.replace(FIXED, "");
        }
        to.start_file(name, options())?;
        to.write_all(part.as_bytes())?;
    }
    Ok(to.finish()?.into_inner())
}

/// Fixed values for what would otherwise depend on the machine: clock, system, rights.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_longest_cell() {
        let text = |text: &str| FilledCell::Text(text.to_owned());
        let (short, long) = (text("một dòng"), text(&"chữ ".repeat(30)));
        let check = |cells: &[(&FilledCell, u32)], lines: f64| {
            assert!((height(cells.iter().copied()) - lines * LINE).abs() < 0.1);
        };
        check(&[], 1.0);
        check(&[(&short, 20), (&FilledCell::Number("5".to_owned()), 3)], 1.0);
        check(&[(&short, 20), (&long, 60)], 2.0);
        check(&[(&text("a\n\nb"), 20)], 3.0);
    }

    #[test]
    fn no_row_is_higher_than_excel_allows() {
        let text = FilledCell::Text("dài ".repeat(5000));
        assert!(height([(&text, 10)].into_iter()) <= HIGHEST);
    }
}
