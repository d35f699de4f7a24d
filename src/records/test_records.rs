//! Records made for tests, without a workbook: rows by field.
//!
//! Owns the shortest way from cells to records. Must not know any rule of reading. Tests of later rooms use it.

use std::collections::BTreeMap;

use super::{Cell, CellValue, Located, Record, Records, SheetReading, Skipped};
use crate::contract::{Field, SheetKind};
use crate::diag::Place;

impl Records {
    /// Adds a row to a sheet, the first in its row 2, with its cells in order from column A; an empty text is a blank
    /// cell.
    pub(crate) fn add_row(&mut self, kind: SheetKind, cells: &[(Field, &str)]) {
        let sheet = Place::sheet("so-lieu.xlsx", kind.title());
        if self.sheet(kind).is_none() {
            let reading = SheetReading { kind: Some(kind), ..SheetReading::left_aside(&sheet, true, Skipped::Empty) };
            self.sheets.push(SheetReading { skipped: None, ..reading });
        }
        let rows = self.rows.entry(kind).or_default();
        let number = u32::try_from(rows.len() + 2).expect("a test has few rows");
        rows.push(record(&sheet, number, cells));
    }
}

fn record(sheet: &Place, number: u32, cells: &[(Field, &str)]) -> Record {
    let columns: BTreeMap<Field, u32> = cells.iter().zip(1..).map(|(&(field, _), column)| (field, column)).collect();
    let filled = cells.iter().filter(|(_, text)| !text.is_empty()).map(|&(field, text)| {
        let value = Cell { text: text.to_owned(), value: CellValue::Text };
        (field, Located { value, at: sheet.at_cell(number, columns[&field]) })
    });
    Record {
        at: sheet.at_cell(number, 1),
        row: number,
        group: None,
        cells: filled.collect(),
        columns: columns.clone().into(),
        is_joined: false,
    }
}
