//! The tables of one sheet: a header that comes again, the same or another.
//!
//! Owns the search for headers below the first. A page's repeated header is no table; one with other columns begins a
//! table of its own, whose rows are read too. Must not know rows. The tables go to `rows`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::columns::{FoundHeader, Layout};
use super::header::{self, Header, Heading};
use super::meaning::{Meaning, Tier, meaning_of};
use crate::contract::Field;
use crate::diag::{Diagnostic, Diagnostics};
use crate::records::refusal::Refusal;
use crate::vietnamese::fold;

/// Bytes of the longest text that is looked at to find a header again.
const LONGEST_FIRST: usize = 100;
/// Headers of a sheet that are not the first one again. Real sheets have a handful.
const MOST_HEADERS: usize = 100;

/// A table of a sheet. Rows are 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) struct Table {
    /// Its header.
    pub(in crate::records) layout: Layout,
    /// The rows that it takes up, its header and what stands above it included.
    pub(in crate::records) rows: Range<u32>,
    /// Rows of headers that say the same again.
    pub(in crate::records) repeated: BTreeSet<u32>,
}

impl FoundHeader<'_> {
    /// The tables of the sheet, that of this header first. What is doubtful in a header goes to `out`, and every further
    /// table is told.
    pub(in crate::records) fn tables(&self, out: &mut Diagnostics) -> Result<Vec<Table>, Refusal> {
        let mut current = Table { layout: self.layout(out), rows: 0..u32::MAX, repeated: BTreeSet::new() };
        let mut tables = Vec::new();
        let mut others = 0;
        let mut below = current.layout.last_header_row() + 1;
        while let Some((row, header)) = self.header_again(below, &current.layout) {
            below = header.rows.last().map_or(row, |last| *last) + 1;
            if repeats(&header, &current.layout) {
                current.repeated.extend(&header.rows);
                continue;
            }
            others += 1;
            if others > MOST_HEADERS {
                return Err(Refusal::TooMuchToKeep);
            }
            let found = FoundHeader { header: &header, ..*self };
            if found.layout(&mut Diagnostics::new()).columns == current.layout.columns {
                current.repeated.extend(&header.rows);
                continue;
            }
            let at = self.place.at_cell(row, header.first_column());
            out.report(Diagnostic::warning("SL-019").at(&at).with("row", row));
            current.rows.end = row;
            let next = Table { layout: found.layout(out), rows: row..u32::MAX, repeated: BTreeSet::new() };
            tables.push(std::mem::replace(&mut current, next));
        }
        tables.push(current);
        Ok(tables)
    }

    /// The next header from a row on.
    fn header_again(&self, from: u32, layout: &Layout) -> Option<(u32, Header)> {
        let mut rows = self.sheet.rows.range(from..);
        rows.find_map(|(&row, cells)| {
            // Nearly every row is told by its first cell.
            let (&column, first) = cells.iter().next()?;
            let is_short = cells.len() > 1 && first.text.len() <= LONGEST_FIRST;
            let heading = || Heading { row, column, readings: vec![first.text.clone()] };
            let may_be_header =
                || meaning_of(self.kind, &heading(), self.answers).is_some() || is_heading(layout, column, &first.text);
            if !is_short || !may_be_header() {
                return None;
            }
            let header = header::at(self.sheet, row, self.kind, self.answers);
            (repeats(&header, layout) || self.is_header(&header, layout)).then_some((row, header))
        })
    }

    /// Whether most cells of a row are headings, those among them that the first header can't do without.
    fn is_header(&self, header: &Header, layout: &Layout) -> bool {
        let meanings = header.headings.iter().filter_map(|heading| meaning_of(self.kind, heading, self.answers));
        let sure: Vec<Meaning> =
            meanings.filter(|(tier, _)| *tier < Tier::Beginning).map(|(_, meaning)| meaning).collect();
        let fields: BTreeSet<Meaning> = sure.iter().copied().filter(|meaning| *meaning != Meaning::Nothing).collect();
        let names = |field: Field| fields.contains(&Meaning::Field(field));
        let required = self.kind.columns().iter().filter(|column| column.is_required);
        let mut needed = required.filter(|column| layout.columns.contains_key(&column.field)).peekable();
        let has_needed =
            if needed.peek().is_none() { names(Field::Content) } else { needed.all(|column| names(column.field)) };
        has_needed && fields.len() > 1 && sure.len() * 2 >= header.headings.len()
    }
}

/// Whether a header says in every column what the first one says there.
fn repeats(header: &Header, layout: &Layout) -> bool {
    let mut headings = header.headings.iter();
    headings.len() > 1 && headings.all(|heading| is_heading(layout, heading.column, heading.text()))
}

fn is_heading(layout: &Layout, column: u32, text: &str) -> bool {
    layout.headings.get(&column).is_some_and(|heading| fold::key(heading) == fold::key(text))
}
