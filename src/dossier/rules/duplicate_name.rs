//! HS-021: a name of a unit or village is given twice.
//!
//! Why: a task assigned to that name could mean either. Source: workbook contract, reading rules.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Register;
use crate::dossier::duplicates::duplicates;

/// A name of a unit or village is given twice.
pub(super) struct DuplicateName;

impl Rule<Register> for DuplicateName {
    fn code(&self) -> &'static str {
        "HS-021"
    }

    fn check(&self, register: &Register, out: &mut Diagnostics) {
        let names = register.units().iter().filter_map(|unit| Some((unit.name.as_str(), unit.at.as_ref()?)));
        for duplicate in duplicates(names) {
            out.report(
                Diagnostic::warning(self.code())
                    .at(duplicate.at)
                    .also_at(duplicate.first)
                    .with("name", duplicate.value),
            );
        }
    }
}
