//! The sheet Tổ chức thực hiện: who does what, in prose.
//!
//! Owns gathering the rows of one unit under one heading. Units are printed as typed; where one is known it has a task.

use super::cells;
use super::register::{Register, Unit};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::Records;

/// The duties of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The unit, as typed.
    pub heading: String,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<String>,
    /// The unit's line in Nơi nhận, where it is a known unit.
    pub recipient_line: Option<String>,
}

/// Gathers the rows; a blank unit is the one above.
pub(super) fn check(records: &Records, register: &Register, out: &mut Diagnostics) -> Vec<Duty> {
    let mut duties: Vec<Duty> = Vec::new();
    let (mut sheet_above, mut last, mut is_told) = (None, None, false);
    for record in records.rows(SheetKind::Implementation) {
        let paragraphs = cells::paragraphs(record, Field::Content);
        let sheet = Place { cell: None, ..record.at.clone() };
        if sheet_above.as_ref() != Some(&sheet) {
            // "As above" does not reach into another file.
            (sheet_above, last, is_told) = (Some(sheet), None, false);
        }
        let named = cells::line(record, Field::Unit);
        let current = match &named {
            Some(unit) => duties.iter().position(|duty| duty.heading == *unit),
            None => last,
        };
        match (named, current) {
            (_, Some(index)) => {
                duties[index].paragraphs.extend(paragraphs);
                last = Some(index);
            }
            (Some(heading), None) => {
                let line = register.find(&heading).map(|unit| recipient_line(unit, &heading));
                last = Some(duties.len());
                duties.push(Duty { heading, paragraphs, recipient_line: line });
            }
            // Without the column the missing heading is told already; one message stands for the rows below.
            (None, None) if is_told || !record.columns.contains_key(&Field::Unit) => {}
            (None, None) => {
                is_told = true;
                out.report(Diagnostic::error("HS-022").at(&record.place_of(Field::Unit)));
            }
        }
    }
    duties
}

/// A collective goes by the name that was typed: a commune without street groups has no "thôn, tổ dân phố".
fn recipient_line(unit: &Unit, typed: &str) -> String {
    let own_name = if unit.is_collective { typed } else { &unit.name };
    unit.recipient_line.clone().unwrap_or_else(|| own_name.to_owned())
}
