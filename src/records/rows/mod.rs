//! Sorts the rows beneath a header and makes records of the data rows.
//!
//! Owns the ledger: every row up to the last filled one is counted once. Must not know what rows mean together. Its
//! records go into `Records`.

mod closing;
mod endings;
mod groups;
mod labels;
mod matrix;
mod record;
mod row_view;
mod sorting;

use std::collections::BTreeSet;

use self::closing::Closing;
use self::groups::{GroupMark, Groups};
use self::record::Maker;
use self::row_view::RowView;
use self::sorting::{Sort, sort};
use super::cells::SeenSheet;
use super::headings::{Layout, SheetTable};
use super::limits::MESSAGE_BYTES;
use super::refusal::Refusal;
use super::types::{Ledger, Record};
use crate::diag::{Diagnostic, Diagnostics, Place};

/// One table of a sheet with a known header.
pub(super) struct UnderstoodSheet<'a> {
    /// The sheet.
    pub(super) place: &'a Place,
    /// Its header.
    pub(super) layout: &'a Layout,
    /// Rows of repeated headers.
    pub(super) repeated: &'a BTreeSet<u32>,
    /// Its cells.
    pub(super) cells: &'a SeenSheet,
}

/// The result of reading the rows of a sheet.
#[derive(Default)]
pub(super) struct RowsRead {
    /// The data rows.
    pub(super) records: Vec<Record>,
    /// The count of all rows.
    pub(super) ledger: Ledger,
    /// Columns with a heading or with text in a data row, but without a field, 1-based.
    pub(super) unread_columns: BTreeSet<u32>,
}

/// Reads every row of every table. The memory of the records is subtracted from `budget`, in bytes; mistakes are
/// reported to `out`.
pub(super) fn read(
    place: &Place,
    tables: &[SheetTable],
    cells: &SeenSheet,
    budget: &mut u64,
    out: &mut Diagnostics,
) -> Result<RowsRead, Refusal> {
    let last_row = cells.rows.keys().last().copied().unwrap_or(0);
    let mut reading = RowsReading { read: RowsRead::default(), groups: Groups::default(), left_out: None, budget, out };
    reading.read.ledger.rows = last_row;
    let header_rows = tables.iter().flat_map(|table| table.layout.header_rows.iter().chain(&table.repeated));
    // Rows of a header may have no cell but one merged from another row.
    reading.read.ledger.other = count(header_rows.filter(|row| **row <= last_row && !cells.rows.contains_key(row)));
    for table in tables {
        let sheet = UnderstoodSheet { place, layout: &table.layout, repeated: &table.repeated, cells };
        reading.table(&sheet, table)?;
        reading.groups.next_table();
    }
    Ok(reading.finish(place))
}

struct RowsReading<'a> {
    read: RowsRead,
    groups: Groups,
    /// Rows left out although they might be data: the place of the first, and their number.
    left_out: Option<(Place, u32)>,
    budget: &'a mut u64,
    out: &'a mut Diagnostics,
}

impl RowsReading<'_> {
    fn table(&mut self, sheet: &UnderstoodSheet<'_>, table: &SheetTable) -> Result<(), Refusal> {
        let closing = Closing::of(sheet, table.rows.clone());
        let maker = Maker::new(sheet);
        let mut named: BTreeSet<u32> = sheet.layout.headings.keys().copied().collect();
        for (&row, cells) in sheet.cells.rows.range(table.rows.clone()) {
            let view = RowView { sheet, row, cells };
            match sort(&view, &closing) {
                Sort::Other => self.read.ledger.other += 1,
                Sort::LeftOut => self.leave_out(&view),
                Sort::Total => self.read.ledger.totals += 1,
                Sort::Group(found) => {
                    self.pay_message()?;
                    self.groups.enter(found, GroupMark::of(view.first().1), self.out);
                    self.read.ledger.groups += 1;
                }
                sorted @ (Sort::Data | Sort::Stray) => {
                    named.extend(cells.keys());
                    self.data(&maker, &view, &sorted)?;
                }
            }
        }
        let used: BTreeSet<u32> = sheet.layout.read_columns().chain(sheet.layout.ordinals).collect();
        named.retain(|column| !used.contains(column));
        self.read.unread_columns.extend(named);
        Ok(())
    }

    fn data(&mut self, maker: &Maker<'_>, view: &RowView<'_>, sorted: &Sort) -> Result<(), Refusal> {
        self.groups.fill();
        let records = maker.make(view, self.groups.current.as_ref(), self.budget, self.out)?;
        let Some(record) = records.first() else {
            self.read.ledger.refused += 1;
            return Ok(());
        };
        if *sorted == Sort::Stray {
            self.pay_message()?;
            self.out.report(Diagnostic::warning("SL-017").at(&record.at).with("row", view.row));
        }
        self.read.records.extend(records);
        self.read.ledger.tasks += 1;
        Ok(())
    }

    fn leave_out(&mut self, view: &RowView<'_>) {
        self.read.ledger.other += 1;
        let first = || view.sheet.place.at_cell(view.row, view.first().0);
        self.left_out.get_or_insert_with(|| (first(), 0)).1 += 1;
    }

    /// Subtracts the memory of a possible message from the budget.
    fn pay_message(&mut self) -> Result<(), Refusal> {
        *self.budget = self.budget.checked_sub(MESSAGE_BYTES).ok_or(Refusal::TooMuchToKeep)?;
        Ok(())
    }

    fn finish(self, place: &Place) -> RowsRead {
        let mut ledger = self.read.ledger;
        self.groups.end(self.out);
        if let Some((first, count)) = self.left_out {
            let row = first.cell.map_or(0, |cell| cell.row);
            self.out.report(Diagnostic::warning("SL-016").at(&first).with("count", count).with("row", row));
        }
        let accounted = ledger.tasks + ledger.groups + ledger.totals + ledger.refused + ledger.other;
        debug_assert!(accounted <= ledger.rows, "no row of {place} is counted twice");
        ledger.blank = ledger.rows.saturating_sub(accounted);
        RowsRead { ledger, ..self.read }
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).expect("a sheet has at most 1,048,576 rows")
}
