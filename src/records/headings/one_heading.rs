//! One heading over several filled columns, and several headings of which each may be the one that counts.
//!
//! Owns these doubts. Must not guess: of a start and an end under one heading, the wrong one would be printed as the
//! deadline. `tables` and `columns` call it.

use super::ambiguous::is_deadline;
use super::columns::{FoundHeader, Layout};
use super::heading::Heading;
use super::key_columns::key_fields;
use super::meaning::Tier;
use crate::contract::{Column, Field};
use crate::diag::{Diagnostic, Diagnostics, column_letters};
use crate::vietnamese::fold;

/// Columns beside a heading that may be under it too; a merged cell may reach the end of the sheet.
const MOST_BESIDE: u32 = 20;

impl FoundHeader<'_> {
    /// SL-070: reports headings that all begin like one field, where nothing shows which of them it is; says whether
    /// there are any.
    pub(super) fn report_rivals(
        &self,
        column: &Column,
        surest: Tier,
        choices: &[(Tier, &Heading)],
        out: &mut Diagnostics,
    ) -> bool {
        let rivals = choices.iter().filter(|(tier, heading)| *tier == surest && !self.samples(heading).is_empty());
        let rivals: Vec<&Heading> = rivals.map(|(_, heading)| *heading).collect();
        let [first, .., last] = rivals.as_slice() else { return false };
        let key = |heading: &Heading| fold::key(heading.text());
        let is_key = column.is_required || key_fields(self.kind).contains(&column.field);
        let message = if is_key { Diagnostic::error("SL-070") } else { Diagnostic::warning("SL-070") };
        let listed: Vec<String> = rivals
            .iter()
            .map(|heading| format!("{} «{}»", column_letters(heading.column), heading.text().replace('\n', " ")))
            .collect();
        let message = message.at(&self.at(first)).also_at(&self.at(last)).with("heading", column.heading);
        let message = message.with("columns", listed.join(", ")).with("field", column.field.id());
        let are_alike = key(first) == key(last);
        let message = message.with("key", key(last)).with("other", key(first));
        out.report(if are_alike { message.hint("alike") } else { message });
        true
    }

    /// SL-071: reports a heading that stands over more than one filled column, itself or by a blank heading beside it.
    pub(super) fn report_one_heading(&self, layout: &Layout, out: &mut Diagnostics) {
        if !self.kind.has_groups() || self.header.matrix.is_some() {
            return;
        }
        for (&field, &column) in layout.columns.iter().filter(|(field, _)| **field != Field::Ordinal) {
            let Some(heading) = self.header.headings.iter().find(|heading| heading.column == column) else { continue };
            let last = self.last_column_of(heading, field);
            if last == column {
                continue;
            }
            let filled: Vec<u32> =
                (column..=last).filter(|column| self.is_filled_beside(*column, field, layout)).collect();
            let [_, .., other] = filled.as_slice() else { continue };
            let known = self.kind.readable_columns().find(|known| known.field == field).expect("a field of this sheet");
            let is_key = known.is_required || key_fields(self.kind).contains(&field);
            let message = if is_key { Diagnostic::error("SL-071") } else { Diagnostic::warning("SL-071") };
            let message = message.at(&self.at(heading)).with("heading", heading.text().replace('\n', " "));
            let listed: Vec<String> = filled.iter().map(|column| column_letters(*column)).collect();
            let message = message.with("columns", listed.join(", "));
            let cell = |column: u32| format!("{}{}", column_letters(column), heading.row);
            let message = message.with("cell", cell(column)).with("other", cell(*other)).with("as", known.heading);
            out.report(if field == Field::Deadline { message.hint("days") } else { message });
        }
    }

    /// The last column under a heading: that of its merged cell, or for a deadline that of the days beside it that have
    /// no heading.
    fn last_column_of(&self, heading: &Heading, field: Field) -> u32 {
        let merged = self.sheet.span(heading.row, heading.column).map_or(heading.column, |span| span.right);
        let merged = merged.min(heading.column + MOST_BESIDE);
        if field != Field::Deadline {
            return merged;
        }
        let has_heading = |column: &u32| {
            self.header
                .rows
                .iter()
                .any(|row| self.sheet.rows.contains_key(row) && !self.sheet.text(*row, *column).is_empty())
        };
        let has_days = |column: &u32| {
            let beside = Heading { row: heading.row, column: *column, readings: Vec::new() };
            let samples = self.samples(&beside);
            samples.iter().filter(|text| is_deadline(text)).count() * 2 > samples.len()
        };
        (merged + 1..=merged + MOST_BESIDE)
            .take_while(|column| !has_heading(column) && has_days(column))
            .last()
            .unwrap_or(merged)
    }

    /// Whether a column has a cell in a row that has content, too; of the content itself, whether it has any.
    fn is_filled_beside(&self, column: u32, field: Field, layout: &Layout) -> bool {
        let required = self.kind.columns().iter().filter(|known| known.is_required);
        let content: Vec<u32> = required
            .filter_map(|known| layout.columns.get(&known.field))
            .copied()
            .filter(|_| field != Field::Content)
            .collect();
        let own = layout.columns[&field];
        let is_beside = |at: &u32| *at == own || content.contains(at);
        let mut rows = self.sheet.rows.range(layout.last_header_row() + 1..);
        rows.any(|(_, cells)| cells.contains_key(&column) && cells.keys().any(is_beside))
    }
}
