//! Addresses as Excel writes them, `A1` and `A1:C3`, and the facts about a sheet that use them.
//!
//! Owns their parsing, strictly within Excel's sheet. Must not know XML or the values of cells. `scan` collects the
//! facts, `cells` uses them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::records::limits::{LAST_COLUMN, LAST_ROW};
use crate::vietnamese::old_encoding::OldEncoding;

/// A rectangle of cells, both corners included, 1-based.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::records) struct CellRange {
    /// First row.
    pub(in crate::records) top: u32,
    /// First column.
    pub(in crate::records) left: u32,
    /// Last row.
    pub(in crate::records) bottom: u32,
    /// Last column.
    pub(in crate::records) right: u32,
}

/// What the guard found in a sheet. Positions are (row, column), 1-based.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::records) struct SheetFacts {
    /// Merged regions of more than one cell.
    pub(in crate::records) merges: Vec<CellRange>,
    /// The merged regions whose address can't be read, as written; the first ones only.
    pub(in crate::records) unread_merges: Vec<String>,
    /// Error values that calamine does not know, `#SPILL!`: it is given `#N/A` in their place.
    pub(in crate::records) error_words: BTreeMap<(u32, u32), String>,
    /// Cells with a formula whose value was never computed.
    pub(in crate::records) uncomputed: BTreeSet<(u32, u32)>,
    /// Rows and columns that the clerk does not see.
    pub(in crate::records) hidden: HiddenLines,
    /// Cells some words of which are in a font of an old encoding: the text in Unicode, and the encoding.
    pub(in crate::records) old_fonts: BTreeMap<(u32, u32), (String, OldEncoding)>,
    /// Cells some words of which are struck out, each with the words that are left.
    pub(in crate::records) struck: BTreeMap<(u32, u32), String>,
}

/// The hidden rows and columns of a sheet, 1-based; a filter hides rows in the same way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::records) struct HiddenLines {
    /// Rows.
    pub(in crate::records) rows: BTreeSet<u32>,
    /// Columns: the first and the last of each stretch.
    pub(in crate::records) columns: Vec<(u32, u32)>,
}

impl HiddenLines {
    /// Whether a column is hidden.
    pub(in crate::records) fn has_column(&self, column: u32) -> bool {
        self.columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }
}

/// Why an address can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadAddress {
    /// Not of the form `A1`.
    Malformed,
    /// Past row 1,048,576 or column XFD.
    OutOfBounds,
}

/// Row and column of `A1`, 1-based.
pub(super) fn cell(text: &str) -> Result<(u32, u32), BadAddress> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = text.split_at(letters);
    if column.is_empty() {
        return Err(BadAddress::Malformed);
    }
    let column = column.bytes().fold(0_u32, |sum, letter| {
        sum.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'@'))
    });
    let row = self::row(row)?;
    if column > LAST_COLUMN { Err(BadAddress::OutOfBounds) } else { Ok((row, column)) }
}

/// A row number, 1-based.
pub(super) fn row(text: &str) -> Result<u32, BadAddress> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(BadAddress::Malformed);
    }
    match text.parse::<u32>() {
        Ok(row) if (1..=LAST_ROW).contains(&row) => Ok(row),
        _ => Err(BadAddress::OutOfBounds),
    }
}

/// The cells of a merged region: a range, whole rows `2:2` or whole columns `C:E`, as `LibreOffice` writes them; with or
/// without `$`, from whichever corner. `None` for any other text.
pub(super) fn region(text: &str) -> Option<CellRange> {
    let bare = if text.contains(['$', ' ']) { Cow::Owned(text.replace(['$', ' '], "")) } else { Cow::Borrowed(text) };
    let (first, last) = bare.split_once(':').unwrap_or((&bare, &bare));
    let ((top, left), (bottom, right)) = match (cell(first), cell(last)) {
        (Ok(first), Ok(last)) => (first, last),
        _ => match (row(first), row(last)) {
            (Ok(first), Ok(last)) => ((first, 1), (last, LAST_COLUMN)),
            _ => ((1, column(first)?), (LAST_ROW, column(last)?)),
        },
    };
    Some(CellRange { top: top.min(bottom), left: left.min(right), bottom: bottom.max(top), right: right.max(left) })
}

/// A column by its letters alone, 1-based.
fn column(letters: &str) -> Option<u32> {
    let is_letters = !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    let (_, column) = is_letters.then(|| cell(&format!("{letters}1")).ok())??;
    Some(column)
}

/// A range `A1:C3`, or one cell.
pub(super) fn range(text: &str) -> Result<CellRange, BadAddress> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (cell(first)?, cell(last)?);
    if bottom < top || right < left {
        return Err(BadAddress::Malformed);
    }
    Ok(CellRange { top, left, bottom, right })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_outside_excels_sheet_are_refused() {
        assert_eq!(cell("A1"), Ok((1, 1)));
        assert_eq!(cell("xfd1048576"), Ok((1_048_576, 16_384)));
        assert_eq!(cell("XFE1"), Err(BadAddress::OutOfBounds));
        assert_eq!(cell("A16777217"), Err(BadAddress::OutOfBounds));
        assert_eq!(cell("A0"), Err(BadAddress::OutOfBounds));
        assert_eq!(cell("ZZZZZZZZZZZZ9999999999999"), Err(BadAddress::OutOfBounds));
    }

    #[test]
    fn other_texts_are_malformed_addresses() {
        for text in ["", "A", "1", "A1B", "Ä1", "A-1", "A 1"] {
            assert_eq!(cell(text), Err(BadAddress::Malformed), "{text}");
        }
    }

    #[test]
    fn a_merged_region_may_be_whole_rows_or_columns() {
        let found = |text| region(text).map(|range| (range.top, range.left, range.bottom, range.right));
        assert_eq!(found("B2:C4"), Some((2, 2, 4, 3)));
        assert_eq!(found("$B$2:$C$4"), Some((2, 2, 4, 3)));
        assert_eq!(found("C4:B2"), Some((2, 2, 4, 3)));
        assert_eq!(found("2:2"), Some((2, 1, 2, 16_384)));
        assert_eq!(found("$2:$3"), Some((2, 1, 3, 16_384)));
        assert_eq!(found("C:E"), Some((1, 3, 1_048_576, 5)));
        assert_eq!(found("c:c"), Some((1, 3, 1_048_576, 3)));
        for text in ["", ":", "A1:", "2:C", "B2:C", "A1:B2:C3", "0:0", "XFE:XFE", "1:1048577", "Ä:Ö", "#REF!"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn ranges_must_run_forwards() {
        assert_eq!(range("B2:C4"), Ok(CellRange { top: 2, left: 2, bottom: 4, right: 3 }));
        assert_eq!(range("B2"), Ok(CellRange { top: 2, left: 2, bottom: 2, right: 2 }));
        assert_eq!(range("C4:B2"), Err(BadAddress::Malformed));
        assert_eq!(range("A1:B2:C3"), Err(BadAddress::Malformed));
    }
}
