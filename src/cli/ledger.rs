//! The account of every sheet: rows read, what became of them, what was left aside and why.
//!
//! Owns the ledger's lines. Must not know how rows are told apart: `records` counted them. Its
//! output goes to a writer that the caller gives.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::catalogue::Catalogue;
use super::excerpt::one_line;
use crate::contract::SheetKind;
use crate::diag::column_letters;
use crate::pipeline::{Ledger, SheetReading, Skipped};

/// Draws one line a sheet, and one more for filled columns that were not used.
///
/// `so-lieu.xlsx › Nhiệm vụ: 11 dòng = 8 nhiệm vụ + 1 trống + 2 khác`; parts of no row are left out, but for the first.
///
/// # Errors
/// The writer's own.
pub fn draw(sheets: &[SheetReading], catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    for sheet in sheets {
        let place = one_line(&sheet.at.to_string());
        let hidden = if sheet.is_visible { String::new() } else { catalogue.word("hidden_sheet", &[]) };
        writeln!(out, "{place}{hidden}: {}", account(sheet, catalogue))?;
        if !sheet.unread_columns.is_empty() {
            let letters: Vec<String> = sheet.unread_columns.iter().map(|&column| column_letters(column)).collect();
            writeln!(out, "    {}", catalogue.word("unread_columns", &[("columns", &letters.join(", "))]))?;
        }
    }
    Ok(())
}

/// The account of every sheet in JSON: what it was read as, and its ledger.
#[must_use]
pub fn json(sheets: &[SheetReading]) -> Value {
    let account = |sheet: &SheetReading| {
        let Ledger { rows, tasks, groups, totals, blank, refused, other } = sheet.ledger;
        json!({
            "file": sheet.at.file,
            "sheet": sheet.at.sheet,
            "read_as": sheet.kind.and_then(SheetKind::id),
            "ledger": {
                "rows": rows, "tasks": tasks, "groups": groups, "totals": totals, "blank": blank, "refused": refused,
                "other": other,
            },
        })
    };
    sheets.iter().map(account).collect()
}

fn account(sheet: &SheetReading, catalogue: &Catalogue) -> String {
    if let Some(skipped) = sheet.skipped {
        return catalogue.word(reason(skipped), &[]);
    }
    // A sheet that was read has a kind; one without a name in JSON is the tool's own list.
    match sheet.kind.and_then(SheetKind::id) {
        Some(kind) => sum(&sheet.ledger, &format!("rows_{kind}"), catalogue),
        None => catalogue.word(reason(Skipped::Lists), &[]),
    }
}

fn reason(skipped: Skipped) -> &'static str {
    match skipped {
        Skipped::Empty => "skipped_empty",
        Skipped::Unknown => "skipped_unknown",
        Skipped::Lists => "skipped_lists",
        Skipped::Unreadable => "skipped_unreadable",
    }
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
