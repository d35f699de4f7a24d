//! The sheet Tổ chức thực hiện: who does what, in prose.
//!
//! Owns gathering the rows of one unit under one heading. Must not know the tasks. A unit that the
//! register has is printed as there, and counts as an assignee.

use super::body_kind::known_relation;
use super::cells;
use super::list_number;
use super::prose::begun;
use super::register::Register;
use super::unit::{Relation, Unit};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::Records;

/// The duties of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The unit: as the register writes it where it was recognised, else as typed.
    pub heading: String,
    /// The cells that name it.
    pub named_at: Vec<Place>,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<String>,
    /// The unit's name in the register; `None` for an unknown unit.
    pub unit: Option<String>,
    /// The form of address of the unit.
    pub relation: Relation,
    /// The unit's line in Nơi nhận; `None` for an unknown unit.
    pub recipient_line: Option<String>,
}

impl Duty {
    fn of(heading: String, register: &Register) -> Self {
        let unit = register.find(&heading);
        Self {
            unit: unit.map(|unit| unit.name.clone()),
            relation: unit.map_or_else(|| known_relation(&heading), |unit| unit.relation),
            recipient_line: unit.map(|unit| recipient_line(unit, &heading)),
            named_at: Vec::new(),
            paragraphs: Vec::new(),
            heading,
        }
    }
}

/// Gathers the rows; a blank unit means the unit above.
pub(super) fn check(records: &Records, register: &Register, out: &mut Diagnostics) -> Vec<Duty> {
    let mut duties: Vec<Duty> = Vec::new();
    let (mut sheet_above, mut last, mut is_reported) = (None, None, false);
    for record in records.rows(SheetKind::Implementation) {
        let paragraphs: Vec<String> = cells::paragraphs(record, Field::Content).into_iter().map(begun).collect();
        let sheet = Place { cell: None, ..record.at.clone() };
        if sheet_above.as_ref() != Some(&sheet) {
            // A blank unit never means one of another file.
            (sheet_above, last, is_reported) = (Some(sheet), None, false);
        }
        let typed = cells::line(record, Field::Unit);
        if let Some(unit) = &typed {
            list_number::note(unit, &record.place_of(Field::Unit), out);
        }
        let named = typed.map(|unit| {
            let unit = list_number::without_number(&unit);
            register.written(unit, &record.place_of(Field::Unit), out).unwrap_or_else(|| begun(unit.to_owned()))
        });
        let current = match &named {
            Some(unit) => duties.iter().position(|duty| duty.heading == *unit),
            None => last,
        };
        let named_at = named.is_some().then(|| record.place_of(Field::Unit));
        let index = match (named, current) {
            (_, Some(index)) => index,
            (Some(heading), None) => {
                duties.push(Duty::of(heading, register));
                duties.len() - 1
            }
            // A missing column has been reported already; otherwise one message covers all rows until the next unit.
            (None, None) if is_reported || !record.columns.contains_key(&Field::Unit) => continue,
            (None, None) => {
                is_reported = true;
                out.report(Diagnostic::error("HS-022").at(&record.place_of(Field::Unit)));
                continue;
            }
        };
        duties[index].paragraphs.extend(paragraphs);
        duties[index].named_at.extend(named_at);
        last = Some(index);
    }
    duties
}

/// A collective is listed by the name that was typed: a commune without street groups has no "thôn, tổ dân phố".
fn recipient_line(unit: &Unit, typed: &str) -> String {
    let own_name = if unit.is_collective { typed } else { &unit.name };
    unit.recipient_line.clone().unwrap_or_else(|| own_name.to_owned())
}
