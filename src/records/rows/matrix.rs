//! The row of a village in a table village × indicator, made into the record of one indicator.
//!
//! Owns combining heading and row, so that the result equals that of a table with a column of codes. Must not know
//! headings: the layout names the indicators. Its cells go into a record.

use super::record::{FilledCells, Maker, TakenCells};
use crate::contract::Field;
use crate::diag::Diagnostics;
use crate::records::headings::IndicatorColumns;
use crate::records::refusal::Refusal;
use crate::records::types::Located;

impl Maker<'_> {
    /// The cells of a row for one indicator, without blank figures: those of the village, the heading as the code, the
    /// figures.
    pub(super) fn of_indicator(
        &self,
        row: u32,
        indicator: &IndicatorColumns,
        village: &TakenCells,
        budget: &mut u64,
        out: &mut Diagnostics,
    ) -> Result<FilledCells, Refusal> {
        let mut cells = self.take(row, &indicator.columns, budget, out)?.cells;
        cells.extend(village.cells.clone());
        let at = self.at(indicator.at.row, indicator.at.column);
        cells.push((Field::Code, Located { value: indicator.name.clone(), at }));
        Ok(cells)
    }
}
