//! A sheet of lists, for drop-downs.
//!
//! Owns the cells of the words, and the formulas of a list that follows the clerk's own rows. Must not know which
//! column offers a list. `write` calls it.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::description::{ColumnReference, ListDescription, ListWords, WorkbookDescription};
use super::looks::Looks;
use super::references::{FIRST_ROW, counter, counter_column};

/// The most words of a list of columns. A commune has a few dozen units and villages.
const MOST_NAMES: u32 = 300;
/// Width of a list, in digits.
const LIST_WIDTH: u32 = 26;

/// Writes the sheet.
pub(super) fn write(
    page: &mut Worksheet,
    lists: &[ListDescription],
    book: &WorkbookDescription,
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (column, list) in (0..).zip(lists) {
        page.set_column_width(column, LIST_WIDTH)?;
        page.write_string_with_format(0, column, &list.heading, looks.heading(false))?;
        if let ListWords::Fixed(words) = &list.words {
            for (row, word) in (FIRST_ROW - 1..).zip(words) {
                page.write_string(row, column, word)?;
            }
        }
    }
    for (index, list) in lists.iter().enumerate() {
        if let ListWords::OfColumns(columns) = &list.words {
            write_columns(page, (lists, index), columns, book, looks)?;
        }
    }
    Ok(())
}

/// Joins several columns into one by formulas, because a drop-down takes only one range.
fn write_columns(
    page: &mut Worksheet,
    (lists, index): (&[ListDescription], usize),
    columns: &[ColumnReference],
    book: &WorkbookDescription,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let place = |index: usize| u16::try_from(index).expect("a handful of lists");
    let known: Vec<Vec<&str>> = columns.iter().map(|column| book.texts(column)).collect();
    for (nth, column) in columns.iter().enumerate() {
        let at = place(counter_column(lists, index, nth));
        page.write_string_with_format(0, at, format!("Số tên ở {}", column.sheet), looks.heading(false))?;
        let count = Formula::new(format!("=COUNTA({})", book.range(column)));
        page.write_formula(FIRST_ROW - 1, at, count.set_result(known[nth].len().to_string()))?;
    }
    let ranges: Vec<String> = columns.iter().map(|column| book.range(column)).collect();
    let counters: Vec<String> = (0..columns.len()).map(|nth| counter(lists, index, nth)).collect();
    let mut known = known.iter().flatten();
    for nth in 1..=MOST_NAMES {
        let formula = Formula::new(format!("={}", nth_name(nth, &ranges, &counters)));
        page.write_formula(nth, place(index), formula.set_result(known.next().copied().unwrap_or_default()))?;
    }
    Ok(())
}

/// The formula for the nth name of consecutive ranges; blank after the last name.
fn nth_name(nth: u32, ranges: &[String], counters: &[String]) -> String {
    let pairs = ranges.iter().enumerate().rev();
    pairs.fold("\"\"".to_owned(), |rest, (index, range)| {
        let (before, until) = (counters[..index].join("-"), counters[..=index].join("+"));
        let row = if before.is_empty() { nth.to_string() } else { format!("{nth}-{before}") };
        format!("IF({nth}<={until},INDEX({range},{row})&\"\",{rest})")
    })
}
