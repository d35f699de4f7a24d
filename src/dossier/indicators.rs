//! The sheet Chỉ tiêu: what is measured, planned and reached.
//!
//! Owns reading its rows. Must not compare figures: `figures` does. `check` shows what it gives.

use rust_decimal::Decimal;

use super::cells;
use super::measurement::{self, Measurement, Target};
use super::register::Register;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostics, Place};
use crate::records::{Located, Record, Records};

/// An indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The cell of its name.
    pub at: Place,
    /// Number of its row, 1-based.
    pub row: u32,
    /// Mã.
    pub id: Option<Located<String>>,
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
    /// All its figures, and how they are judged.
    pub measurement: Measurement,
    /// Ghi chú, as typed.
    pub note: Option<String>,
}

/// Parses the sheet; a figure that can't be read is a warning.
pub(super) fn check(records: &Records, register: &Register, out: &mut Diagnostics) -> Vec<Indicator> {
    records.rows(SheetKind::Indicators).iter().map(|row| indicator(row, register, out)).collect()
}

fn indicator(row: &Record, register: &Register, out: &mut Diagnostics) -> Indicator {
    let measurement = measurement::read(row, out);
    let plan = measurement.planned.as_ref().or(measurement.planned_year.as_ref());
    let reached = measurement.actual.as_ref().or(measurement.cumulative.as_ref());
    let supplier = cells::line(row, Field::Supplier);
    Indicator {
        at: row.place_of(Field::Indicator),
        row: row.row,
        id: row.text(Field::Code),
        name: cells::line(row, Field::Indicator),
        supplier: supplier.map(|typed| register.find(&typed).map_or(typed, |unit| unit.name.clone())),
        measure: cells::line(row, Field::Measure),
        planned: plan.and_then(Target::amount).map(|amount| amount.value),
        actual: reached.map(|amount| amount.value),
        note: cells::line(row, Field::Note),
        measurement,
    }
}
