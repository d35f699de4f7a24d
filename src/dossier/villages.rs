//! The sheet Thôn: villages with their heads and figures.
//!
//! Owns reading its rows. Villages as units of assignments are `register`'s. `check` shows what it gives.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::cells;
use super::figures;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostics, Place};
use crate::records::{Record, Records};

/// A village, a street group, a hamlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Village {
    /// The cell of its name.
    pub at: Place,
    /// Number of its row, 1-based.
    pub row: u32,
    /// Mã.
    pub id: Option<String>,
    /// Its name; `None` where the sheet has no column for it, which is an error.
    pub name: Option<String>,
    /// Who heads it.
    pub head: Option<String>,
    /// The head's title.
    pub head_title: Option<String>,
    /// Households; `None` where the cell is blank or can't be read.
    pub households: Option<Decimal>,
    /// Inhabitants; `None` where the cell is blank or can't be read.
    pub population: Option<Decimal>,
    /// The day its figures are as of.
    pub figures_as_of: Option<NaiveDate>,
}

/// Parses the sheet; a figure that can't be read is a warning.
pub(super) fn check(records: &Records, out: &mut Diagnostics) -> Vec<Village> {
    let village = |row: &Record| Village {
        at: row.place_of(Field::Name),
        row: row.row,
        id: cells::line(row, Field::Code),
        name: cells::line(row, Field::Name),
        head: cells::line(row, Field::Head),
        head_title: cells::line(row, Field::HeadTitle),
        households: figures::amount(row, Field::Households, out),
        population: figures::amount(row, Field::Population, out),
        figures_as_of: cells::known_day(row, Field::FiguresAsOf, out),
    };
    records.rows(SheetKind::Villages).iter().map(village).collect()
}
