//! Columns of starts beside one of deadlines: they are not printed, and reported.
//!
//! Owns the note. Must not know how a header is found. `read` calls it for the first table of every sheet.

use super::ambiguous::is_deadline;
use super::columns::{FoundHeader, Layout};
use super::heading::Heading;
use super::meaning::{HeadingMeaning, meaning_of};
use crate::contract::{Field, dictionary};
use crate::diag::{Diagnostic, Diagnostics, column_letters};

impl FoundHeader<'_> {
    /// SL-097: reports a filled column of starts, since a paper prints the end alone.
    pub(in crate::records) fn report_starts(&self, layout: &Layout, out: &mut Diagnostics) {
        if !layout.columns.contains_key(&Field::Deadline) {
            return;
        }
        let is_read = |column: u32| layout.read_columns().any(|used| used == column);
        let is_start = |heading: &&Heading| !is_read(heading.column) && self.is_start(heading);
        let Some(start) = self.header.headings.iter().find(is_start) else { return };
        // The numbers of the columns are no days.
        let Some(first) = self.samples(start).into_iter().find(|text| is_deadline(text)) else { return };
        let message = Diagnostic::note("SL-097").at(&self.at(start)).with("column", column_letters(start.column));
        out.report(message.with("heading", start.text().replace('\n', " ")).with("day", first.replace('\n', " ")));
    }

    /// Whether a heading is that of the day on which a task begins.
    fn is_start(&self, heading: &Heading) -> bool {
        const START: &str = "ngay_bat_dau";
        match meaning_of(self.kind, heading, self.answers) {
            Some((_, HeadingMeaning::Nothing)) => {
                heading.readings.iter().find_map(|text| dictionary().column_id(text)) == Some(START)
            }
            Some((_, HeadingMeaning::Ambiguous(known))) => dictionary().ambiguous()[known].candidates.contains(&START),
            _ => false,
        }
    }
}
