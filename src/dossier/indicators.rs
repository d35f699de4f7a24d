//! The sheet Chỉ tiêu: what is measured, planned and reached.
//!
//! Owns reading its rows. Must not compare figures. `check` shows what it gives.

use rust_decimal::Decimal;

use super::cells;
use super::figures;
use super::register::Register;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostics, Place};
use crate::records::{Record, Records};

/// An indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The cell of its name.
    pub at: Place,
    /// Number of its row, 1-based.
    pub row: u32,
    /// Mã.
    pub id: Option<String>,
    /// Its name; `None` where the sheet has no column for it, which is an error.
    pub name: Option<String>,
    /// Who supplies the figures: the name in the register, else as typed.
    pub supplier: Option<String>,
    /// What it is measured in, as typed.
    pub measure: Option<String>,
    /// The plan of the period, else of the year; `None` for a range, and where it can't be read.
    pub planned: Option<Decimal>,
    /// What was reached in the period, else so far this year.
    pub actual: Option<Decimal>,
}

/// Parses the sheet; a figure that can't be read is a warning.
pub(super) fn check(records: &Records, register: &Register, out: &mut Diagnostics) -> Vec<Indicator> {
    records.rows(SheetKind::Indicators).iter().map(|row| indicator(row, register, out)).collect()
}

fn indicator(row: &Record, register: &Register, out: &mut Diagnostics) -> Indicator {
    let first_filled = |fields: [Field; 2]| fields.into_iter().find(|field| row.cell(*field).is_some());
    let planned = first_filled([Field::Planned, Field::PlannedYear]).filter(|field| !is_range(row, *field));
    let actual = first_filled([Field::Actual, Field::Cumulative]);
    let supplier = cells::line(row, Field::Supplier);
    Indicator {
        at: row.place_of(Field::Indicator),
        row: row.row,
        id: cells::line(row, Field::Code),
        name: cells::line(row, Field::Indicator),
        supplier: supplier.map(|typed| register.find(&typed).map_or(typed, |unit| unit.name.clone())),
        measure: cells::line(row, Field::Measure),
        planned: planned.and_then(|field| amount(row, field, out)),
        actual: actual.and_then(|field| amount(row, field, out)),
    }
}

/// The figure of a field; of a percentage cell, what it shows.
fn amount(row: &Record, field: Field, out: &mut Diagnostics) -> Option<Decimal> {
    let is_percentage = row.cell(field).is_some_and(|cell| cell.value.text.trim_end().ends_with('%'));
    if is_percentage { figures::percent(row, field, out) } else { figures::amount(row, field, out) }
}

/// Whether a plan is a range (`45 - 50`), as indicators judged by one have it.
fn is_range(row: &Record, field: Field) -> bool {
    let Some(cell) = row.cell(field) else { return false };
    let parts: Vec<&str> = cell.value.text.split(['-', '–']).map(str::trim).collect();
    parts.len() == 2 && parts.iter().all(|part| part.starts_with(|letter: char| letter.is_ascii_digit()))
}
