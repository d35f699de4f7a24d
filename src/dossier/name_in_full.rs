//! A unit by a short name, another name or its code, and the name that papers print instead (CQ-01, NN-06).
//!
//! Owns which name is printed where, and the notes about it. Must not know how a unit is found: `register` does. The
//! files that read units from a cell call it.

use super::register::{NameMatch, Register, note_understood};
use super::unit::Unit;
use crate::diag::{Diagnostics, Place};
use crate::vietnamese::fold;

impl Register {
    /// The name by which the register writes a unit that this text means without writing it so: by its code, by a short
    /// or other name, or in other letters. `None` for a text that is printed as typed: the registered name, a
    /// collective, no unit.
    pub(super) fn written(&self, text: &str, at: &Place, out: &mut Diagnostics) -> Option<String> {
        self.written_as(text, at, out, |unit| &unit.name)
    }

    /// The same for Nơi nhận: a unit has a line of its own there. A line in the words of the register stays.
    pub(super) fn written_in_recipients(&self, text: &str, at: &Place, out: &mut Diagnostics) -> Option<String> {
        fn line(unit: &Unit) -> &String {
            // A purpose in brackets is of the row.
            unit.recipient_line.as_ref().filter(|line| !line.contains('(')).unwrap_or(&unit.name)
        }
        let is_its_line = self.find(text).is_some_and(|unit| fold::exact(line(unit)) == fold::exact(text));
        if is_its_line { None } else { self.written_as(text, at, out, line) }
    }

    fn written_as(
        &self,
        text: &str,
        at: &Place,
        out: &mut Diagnostics,
        name: impl Fn(&Unit) -> &String,
    ) -> Option<String> {
        let unit = match self.look_up(text) {
            NameMatch::Folded(unit) if !unit.is_collective => unit,
            // The workbook itself says whose code, short name or other name this is: the name in full is no surprise.
            NameMatch::Exactly(unit) if unit.is_code(text) || unit.is_other_name(text) => {
                return Some(name(unit).clone());
            }
            _ => return None,
        };
        note_understood(text, name(unit), at, out);
        Some(name(unit).clone())
    }
}
