//! The sheets read, in JSON.
//!
//! Owns its fields. Must not know what makes a row a total or a group: `records` counted the rows. Several answers
//! include it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::contract::{Field, SheetKind};
use crate::diag::column_letters;
use crate::pipeline::{Ledger, SheetReading, Skipped};

/// For each sheet: its kind, its columns and the counts of its rows. A table village × indicator also has `indicators`,
/// with the columns of each; a table of tasks with results has `results`, with their columns.
pub(super) fn sheets(sheets: &[SheetReading]) -> Value {
    let account = |sheet: &SheetReading| {
        let Ledger { rows, tasks, groups, totals, blank, refused, other } = sheet.ledger;
        let unread: Vec<String> = sheet.unread_columns.iter().map(|&column| column_letters(column)).collect();
        let mut fields = json!({
            "file": sheet.at.file.as_deref(),
            "sheet": sheet.at.sheet.as_deref(),
            "visible": sheet.is_visible,
            "read_as": sheet.kind.and_then(SheetKind::id),
            "header_rows": sheet.header_rows,
            "columns": letters(&sheet.columns),
            "unread_columns": unread,
            "ledger": {
                "rows": rows, "tasks": tasks, "groups": groups, "totals": totals, "blank": blank, "refused": refused,
                "other": other,
            },
            "skipped_because": sheet.skipped.map(skipped_id),
        });
        if !sheet.indicators.is_empty() {
            let named = |(name, columns): &(String, _)| json!({ "indicator": name, "columns": letters(columns) });
            fields["indicators"] = sheet.indicators.iter().map(named).collect();
        }
        if !sheet.results.is_empty() {
            fields["results"] = Value::Object(letters(&sheet.results));
        }
        fields
    };
    sheets.iter().map(account).collect()
}

fn letters(columns: &BTreeMap<Field, u32>) -> Map<String, Value> {
    columns.iter().map(|(field, column)| (field.id().to_owned(), column_letters(*column).into())).collect()
}

/// The id that scripts know for the reason why a sheet was skipped: `empty`.
#[must_use]
pub fn skipped_id(skipped: Skipped) -> &'static str {
    match skipped {
        Skipped::Empty => "empty",
        Skipped::Unknown => "unknown",
        Skipped::Copied => "copied",
        Skipped::Beside => "beside",
        Skipped::Answered => "answered",
        Skipped::NoCells => "no_cells",
        Skipped::Lists => "lists",
        Skipped::Unreadable => "unreadable",
    }
}
