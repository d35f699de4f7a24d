//! The tables of one sheet: its header may be repeated, or another may follow.
//!
//! Owns the search for headers below the first. Must not know rows. A header repeated on each page begins no table; one
//! with other columns begins a new table, whose rows are read too. The tables go to `rows`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::columns::{FoundHeader, Layout};
use super::header;
use super::heading::{Header, Heading};
use super::matrix::{self, are_same};
use super::meaning::{HeadingMeaning, Tier, meaning_of};
use super::results::ResultColumns;
use crate::contract::{Field, SheetKind, dictionary};
use crate::diag::{Diagnostic, Diagnostics};
use crate::records::cells::{SeenCell, SeenSheet};
use crate::records::refusal::Refusal;
use crate::vietnamese::fold;

/// Bytes of the longest text that may begin a header.
const LONGEST_FIRST: usize = 100;
/// Limit of headers of a sheet that are not repetitions of the first. Real sheets have a handful.
const MOST_HEADERS: usize = 100;

/// A table of a sheet. Rows are 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) struct SheetTable {
    /// Its header.
    pub(in crate::records) layout: Layout,
    /// Its rows, including its header and what is above it.
    pub(in crate::records) rows: Range<u32>,
    /// Rows of repeated headers.
    pub(in crate::records) repeated: BTreeSet<u32>,
    /// The columns of results beside the tasks.
    pub(in crate::records) results: Option<ResultColumns>,
}

impl FoundHeader<'_> {
    /// The tables of the sheet, beginning with that of this header. Open questions in a header, and every further
    /// table, are reported to `out`.
    pub(in crate::records) fn tables(&self, out: &mut Diagnostics) -> Result<Vec<SheetTable>, Refusal> {
        let layout = self.layout(out);
        self.report_one_heading(&layout, out);
        let repeated = repeated_header_rows(self.sheet, &layout);
        let results = self.results_beside(&layout);
        let mut current = SheetTable { layout, rows: 0..u32::MAX, repeated, results };
        let mut tables = Vec::new();
        let mut others = 0;
        let mut below = current.layout.last_header_row() + 1;
        while let Some((row, header)) = self.next_header(below, &current) {
            below = header.rows.last().map_or(row, |last| *last) + 1;
            if repeats(&header, &current.layout) {
                current.repeated.extend(&header.rows);
                continue;
            }
            if self.is_of_other_things(&header, &current.layout) {
                below = self.leave_out(&header, &mut current, out);
                continue;
            }
            others += 1;
            if others > MOST_HEADERS {
                return Err(Refusal::TooMuchToKeep);
            }
            let found = FoundHeader { header: &header, ..*self };
            if found.layout(&mut Diagnostics::new()).reads_as(&current.layout) {
                current.repeated.extend(&header.rows);
                continue;
            }
            let at = self.place.at_cell(row, header.first_column());
            out.report(Diagnostic::warning("SL-019").at(&at).with("row", row));
            current.rows.end = row;
            let layout = found.layout(out);
            found.report_one_heading(&layout, out);
            let repeated = repeated_header_rows(self.sheet, &layout);
            let results = found.results_beside(&layout);
            let next = SheetTable { layout, rows: row..u32::MAX, repeated, results };
            tables.push(std::mem::replace(&mut current, next));
        }
        tables.push(current);
        Ok(tables)
    }

    /// The next header at or below a row.
    fn next_header(&self, from: u32, table: &SheetTable) -> Option<(u32, Header)> {
        let mut rows = self.sheet.rows.range(from..).filter(|(row, _)| !table.repeated.contains(row));
        rows.find_map(|(&row, cells)| {
            let header = self.header_by_first_cell(row, cells, &table.layout);
            let header = header.or_else(|| self.header_above_villages(row, table))?;
            let is_next = repeats(&header, &table.layout)
                || self.is_header(&header, &table.layout)
                || self.is_of_other_things(&header, &table.layout);
            is_next.then_some((row, header))
        })
    }

    /// The header that may begin in a row: for nearly every other row the first cell rules it out.
    fn header_by_first_cell(&self, row: u32, cells: &BTreeMap<u32, SeenCell>, layout: &Layout) -> Option<Header> {
        let (&column, first) = cells.iter().next()?;
        let is_short = cells.len() > 1 && first.text.len() <= LONGEST_FIRST;
        let heading = || Heading { row, column, readings: vec![first.text.clone()] };
        let may_be_header =
            || meaning_of(self.kind, &heading(), self.answers).is_some() || is_heading(layout, column, &first.text);
        (is_short && may_be_header()).then(|| header::at(self.sheet, row, self.kind, self.answers))
    }

    /// The header that begins with indicators, above the row with the heading of the villages.
    fn header_above_villages(&self, row: u32, table: &SheetTable) -> Option<Header> {
        let may_begin = self.kind == matrix::KIND && !table.repeated.contains(&(row + 1));
        may_begin.then(|| matrix::at(self.sheet, row, self.kind, self.answers)).flatten()
    }

    /// Whether this begins a table of something else beneath the tasks: numbered like theirs, with headings of its own and
    /// none for contents.
    fn is_of_other_things(&self, header: &Header, layout: &Layout) -> bool {
        const FEWEST: usize = 3;
        let texts = || header.headings.iter().map(Heading::text);
        // A number settles nearly every row before the dictionary is asked.
        let is_numbered = header.headings.first().is_some_and(|first| {
            Some(first.column) == layout.ordinals
                && first.text().starts_with(char::is_alphabetic)
                && dictionary().column_id(first.text()) == Some("stt")
        });
        let is_heading = |text: &str| {
            text.len() <= LONGEST_FIRST
                && !text.contains(|letter: char| letter.is_ascii_digit())
                && !text.ends_with('.')
        };
        self.kind == SheetKind::Assignments
            && is_numbered
            && texts().count() >= FEWEST
            && texts().all(is_heading)
            && !repeats(header, layout)
            && !self.has_some_of(header, layout)
            && !self.is_header(header, layout)
    }

    /// Whether a header has a column of contents, however written, or several headings of the table above: it may be that
    /// table's, typed again in other words.
    fn has_some_of(&self, header: &Header, layout: &Layout) -> bool {
        let others = || header.headings.iter().skip(1);
        let same = others().filter(|heading| is_heading(layout, heading.column, heading.text())).count();
        let is_content = |heading: &Heading| {
            let meaning = meaning_of(self.kind, heading, self.answers);
            meaning.is_some_and(|(_, meaning)| meaning == HeadingMeaning::Field(Field::Content))
        };
        same > 1 || others().any(is_content)
    }

    /// Counts the rows of such a table, its title included, as those of a header; returns the row from which the tasks may
    /// go on.
    fn leave_out(&self, header: &Header, current: &mut SheetTable, out: &mut Diagnostics) -> u32 {
        let first = header.rows.first().copied().unwrap_or(1);
        let above = self.sheet.rows.range(..first).next_back();
        let title = above.filter(|(row, cells)| cells.len() == 1 && **row > current.layout.last_header_row());
        let start = title.map_or(first, |(row, _)| *row);
        let below = header.rows.last().map_or(first, |last| *last) + 1;
        let is_own = |header: &Header| repeats(header, &current.layout) || self.is_header(header, &current.layout);
        let own = self.sheet.rows.range(below..).find(|(row, cells)| {
            self.header_by_first_cell(**row, cells, &current.layout).is_some_and(|header| is_own(&header))
        });
        let end = own.map_or(u32::MAX, |(row, _)| *row);
        let headings = header.headings.iter().map(|heading| format!("«{}»", heading.text().replace('\n', " ")));
        let message = Diagnostic::warning("SL-104").at(&self.place.at_cell(first, header.first_column()));
        out.report(message.with("row", first).with("headings", headings.collect::<Vec<_>>().join(", ")));
        current.repeated.extend(self.sheet.rows.range(start..end).map(|(row, _)| *row));
        end
    }

    /// Whether most cells of a row are headings, including those that the first header requires.
    fn is_header(&self, header: &Header, layout: &Layout) -> bool {
        let meanings = header.headings.iter().filter_map(|heading| meaning_of(self.kind, heading, self.answers));
        let sure: Vec<HeadingMeaning> =
            meanings.filter(|(tier, _)| *tier < Tier::Beginning).map(|(_, meaning)| meaning).collect();
        let fields: BTreeSet<HeadingMeaning> =
            sure.iter().copied().filter(|meaning| *meaning != HeadingMeaning::Nothing).collect();
        let names = |field: Field| fields.contains(&HeadingMeaning::Field(field));
        let required = self.kind.columns().iter().filter(|column| column.is_required);
        let mut needed = required.filter(|column| layout.columns.contains_key(&column.field)).peekable();
        if header.matrix.is_some() {
            return true;
        }
        let has_needed =
            if needed.peek().is_none() { names(Field::Content) } else { needed.all(|column| names(column.field)) };
        has_needed && fields.len() > 1 && sure.len() * 2 >= header.headings.len()
    }
}

/// Whether a header has the same headings in the same columns as the first one.
fn repeats(header: &Header, layout: &Layout) -> bool {
    let indicators = header.matrix.as_ref().map_or(&[][..], |matrix| &matrix.indicators);
    let mut headings = header.headings.iter();
    are_same(indicators, &layout.indicators)
        && headings.len() > 1
        && headings.all(|heading| is_heading(layout, heading.column, heading.text()))
}

/// The repeated rows of a header of indicators, row by row.
fn repeated_header_rows(sheet: &SeenSheet, layout: &Layout) -> BTreeSet<u32> {
    if layout.indicators.is_empty() { BTreeSet::new() } else { matrix::repeated_rows(sheet, &layout.header_rows) }
}

fn is_heading(layout: &Layout, column: u32, text: &str) -> bool {
    layout.headings.get(&column).is_some_and(|heading| fold::key(heading) == fold::key(text))
}
