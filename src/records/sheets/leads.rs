//! Registers without a column of units in the lead.
//!
//! Owns the error about them (SL-086), and taking the names of groups for leads. Must not ask about a sheet with the name of the contract, whose tasks may be prose.
//! `choose` calls it when the units of whole sheets are given.

use std::collections::BTreeMap;

use super::owners::{body, collective, give, known_names};
use super::{FoundSheet, RecognizedBy};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Place};
use crate::records::marked_columns::MarkedColumn;
use crate::vietnamese::fold;

/// Reports every register of tasks that has no column of leads, and no other word of whose they are. Where every group is
/// the name of a unit, the tasks of the group are led by it, which is said (SL-099).
pub(super) fn ask_for_leads(sheets: &mut [FoundSheet]) {
    let known = known_names(sheets);
    for sheet in sheets.iter_mut().filter(|sheet| sheet.lacks_leads()) {
        if sheet.give_leads_of_groups(&known) {
            continue;
        }
        let reading = &sheet.reading;
        let row = reading.header_rows.last().copied().unwrap_or(1);
        let first = reading.headings.keys().next().copied().unwrap_or(1);
        let headings: Vec<String> =
            reading.headings.values().map(|heading| format!("«{}»", heading.replace('\n', " "))).collect();
        let unread = reading.unread_columns.iter().find_map(|column| reading.headings.get(column));
        let key = unread.map_or_else(|| "tiêu đề cột".to_owned(), |heading| fold::key(heading));
        let message = Diagnostic::error("SL-086").at(&reading.at.at_cell(row, first));
        let message = message.with("headings", headings.join(", ")).with("key", key);
        // The question about unknown columns is the same one.
        sheet.messages.retain(|message| message.code != "SL-056");
        sheet.messages.push(message);
    }
}

impl FoundSheet {
    /// Gives every task the unit that its group names; `false`, and nothing is given, where a group names none.
    fn give_leads_of_groups(&mut self, known: &[String]) -> bool {
        let Some(rows) = &mut self.rows else { return false };
        let mut units: BTreeMap<&str, String> = BTreeMap::new();
        for record in &rows.records {
            let Some(group) = &record.group else { return false };
            if !units.contains_key(group.value.as_str()) {
                let Some(unit) = body(&group.value, known).or_else(|| collective(&group.value)) else { return false };
                units.insert(&group.value, unit);
            }
        }
        let names: Vec<&str> = units.values().map(String::as_str).collect();
        let message = Diagnostic::note("SL-099").with("units", names.join("; ")).with("count", rows.records.len());
        let given: Vec<(String, Place)> = rows
            .records
            .iter()
            .filter_map(|record| {
                let group = record.group.as_ref()?;
                Some((units.get(group.value.as_str())?.clone(), group.at.clone()))
            })
            .collect();
        let Some((_, first)) = given.first() else { return false };
        self.messages.retain(|message| message.code != "SL-056");
        self.messages.push(message.at(first));
        for (record, (unit, at)) in rows.records.iter_mut().zip(given) {
            give(record, Field::Lead, &unit, at);
        }
        true
    }

    fn lacks_leads(&self) -> bool {
        let Some(rows) = &self.rows else { return false };
        let is_register = rows.is_register && rows.by == RecognizedBy::Headings;
        is_register
            && rows.is_of(SheetKind::Assignments)
            && !self.reading.columns.contains_key(&Field::Lead)
            && !rows.marked.iter().any(MarkedColumn::is_unit)
            && rows.records.iter().all(|record| record.cell(Field::Lead).is_none())
    }
}
