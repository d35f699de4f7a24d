//! HS-029: two units or villages have the same code.
//!
//! Why: a task names its unit by the code; two units with one code would be taken for each other. Source: workbook
//! contract, reading rules.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Register;
use crate::dossier::duplicates::duplicates;

/// Two units or villages have the same code.
pub(super) struct DuplicateUnitCode;

impl Rule<Register> for DuplicateUnitCode {
    fn code(&self) -> &'static str {
        "HS-029"
    }

    fn check(&self, register: &Register, out: &mut Diagnostics) {
        let codes = register.units().iter().filter_map(|unit| Some((unit.code.as_deref()?, unit.code_at.as_ref()?)));
        for duplicate in duplicates(codes) {
            out.report(
                Diagnostic::error(self.code()).at(duplicate.at).also_at(duplicate.first).with("id", duplicate.value),
            );
        }
    }
}
