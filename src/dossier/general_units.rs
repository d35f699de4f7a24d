//! The units that Thông tin chung names, as the register writes them.
//!
//! Owns which items these are. Must not know how a unit is found: the register does. The facts of the sheet are read
//! before the register, and set right with it here.

use super::general::General;
use super::register::Register;
use crate::diag::Diagnostics;

impl General {
    /// Writes the units of the sheet as the register does, where it recognises them.
    pub(super) fn name_units(&mut self, register: &Register, out: &mut Diagnostics) {
        if let Some(name) = register.written(&self.drafting_unit, &self.drafting_unit_at, out) {
            self.drafting_unit = name;
        } else {
            register.check_known(&self.drafting_unit, &self.drafting_unit_at, out);
        }
        if let (Some(typed), Some(at)) = (&self.report_recipient, &self.report_recipient_at) {
            match register.written(typed, at, out) {
                Some(name) => self.report_recipient = Some(name),
                None => register.check_spelled(typed, at, out),
            }
        }
        for line in &mut self.addressees {
            let at = self.addressees_at.as_ref().unwrap_or(&self.kind_at);
            if let Some(name) = register.written(line, at, out) {
                *line = name;
            }
        }
    }
}
