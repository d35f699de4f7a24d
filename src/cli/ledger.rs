//! The row counts of every sheet: rows read, rows of each sort, what was left out and why.
//!
//! Owns the lines that show them. Must not know what makes a row a total or a group: `records` counted them. Its output
//! goes to a writer that the caller passes in.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::screen::one_line;
use crate::answers::{Catalogue, json};
use crate::contract::{Field, SheetKind};
use crate::diag::column_letters;
use crate::pipeline::{Ledger, SheetReading, Skipped};

/// Draws one line per sheet, and another for filled columns that were not used.
///
/// `so-lieu.xlsx › Nhiệm vụ: 11 dòng = 8 nhiệm vụ + 1 trống + 2 khác`; parts without rows are left out, except the
/// first.
///
/// # Errors
/// The writer's own.
pub fn draw(sheets: &[SheetReading], catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    for sheet in sheets {
        let place = one_line(&sheet.at.to_string());
        let hidden = if sheet.is_visible { String::new() } else { catalogue.word("hidden_sheet", &[]) };
        writeln!(out, "{place}{hidden}: {}", account(sheet, catalogue))?;
        if !sheet.unread_columns.is_empty() {
            let columns: Vec<String> =
                sheet.unread_columns.iter().map(|&column| unread_column(sheet, column)).collect();
            writeln!(out, "    {}", catalogue.word("unread_columns", &[("columns", &columns.join(", "))]))?;
        }
    }
    Ok(())
}

/// Draws how each sheet was understood: its counts and the filled columns that were not used, then its kind, the row of
/// its header and, unless they are the contract's own, the meaning of its columns.
///
/// # Errors
/// The writer's own.
pub fn draw_understood(sheets: &[SheetReading], catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    for sheet in sheets {
        draw(std::slice::from_ref(sheet), catalogue, out)?;
        let Some(kind) = sheet.kind.filter(|kind| kind.id().is_some()) else { continue };
        let rows: Vec<String> = sheet.header_rows.iter().map(u32::to_string).collect();
        let values = [("sheet", kind.title()), ("rows", &*rows.join(", "))];
        // A sheet with a name of the contract and its header on top needs no further line.
        if sheet.at.sheet.as_deref() != Some(kind.title()) || sheet.header_rows != [1] {
            writeln!(out, "    {}", catalogue.word("read_as", &values))?;
        }
        if is_as_in_contract(sheet, kind) {
            continue;
        }
        let columns = read_columns(sheet, kind).join(" · ");
        writeln!(out, "    {}", catalogue.word("read_columns", &[("columns", &columns)]))?;
    }
    Ok(())
}

/// `H «Kinh phí»`: a column by its letters and, where it has one, its heading.
fn unread_column(sheet: &SheetReading, column: u32) -> String {
    let letters = column_letters(column);
    match sheet.headings.get(&column) {
        Some(heading) => format!("{letters} «{}»", one_line(heading)),
        None => letters,
    }
}

/// `B Thôn`, then `C Kế hoạch «CT-01»` where each indicator has columns of its own.
fn read_columns(sheet: &SheetReading, kind: SheetKind) -> Vec<String> {
    let written = |columns: &BTreeMap<Field, u32>, of: &str| -> Vec<String> {
        let found = kind.readable_columns().filter_map(|column| Some((columns.get(&column.field)?, column.heading)));
        found.map(|(column, heading)| format!("{} {heading}{of}", column_letters(*column))).collect()
    };
    let is_of_an_indicator = |field: &Field| sheet.indicators.iter().any(|(_, columns)| columns.contains_key(field));
    let common = sheet.columns.iter().filter(|(field, _)| !is_of_an_indicator(field));
    let common = common.map(|(field, column)| (*field, *column)).collect();
    let figures =
        sheet.indicators.iter().flat_map(|(name, columns)| written(columns, &format!(" «{}»", one_line(name))));
    written(&common, "").into_iter().chain(figures).collect()
}

/// Whether a sheet's columns are exactly the contract's, in its order: then they are not listed.
fn is_as_in_contract(sheet: &SheetReading, kind: SheetKind) -> bool {
    sheet.columns.len() == kind.columns().len()
        && (1..).zip(kind.columns()).all(|(place, column)| sheet.columns.get(&column.field) == Some(&place))
}

fn account(sheet: &SheetReading, catalogue: &Catalogue) -> String {
    if let Some(skipped) = sheet.skipped {
        return catalogue.word(&skipped_word(skipped), &[]);
    }
    // A sheet that was read has a kind. A kind without a name in JSON is the sheet of lists that the program itself
    // writes.
    match sheet.kind.and_then(SheetKind::id) {
        Some(kind) => sum(&sheet.ledger, &format!("rows_{kind}"), catalogue),
        None => catalogue.word(&skipped_word(Skipped::Lists), &[]),
    }
}

/// The key of the text that says why a sheet was skipped.
fn skipped_word(skipped: Skipped) -> String {
    format!("skipped_{}", json::skipped_id(skipped))
}

fn sum(ledger: &Ledger, data_rows: &str, catalogue: &Catalogue) -> String {
    let rest = [
        ("rows_groups", ledger.groups),
        ("rows_totals", ledger.totals),
        ("rows_blank", ledger.blank),
        ("rows_refused", ledger.refused),
        ("rows_other", ledger.other),
    ];
    let rest = rest.into_iter().filter(|(_, rows)| *rows > 0);
    let parts = std::iter::once((data_rows, ledger.tasks)).chain(rest);
    let parts: Vec<String> = parts.map(|(word, rows)| catalogue.count(word, u64::from(rows))).collect();
    format!("{} = {}", catalogue.count("rows", u64::from(ledger.rows)), parts.join(" + "))
}
