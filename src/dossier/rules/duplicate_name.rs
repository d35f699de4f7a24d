//! HS-021: a unit or village name is given twice.
//!
//! Why: a task given to that name could mean either. Source: workbook contract, reading rules.
//! Wrong: `Thôn Đông` under codes T1 and T7. Right: `Thôn Đông` and `Thôn Dông`, or one row.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Register;
use crate::dossier::doubles::doubles;

/// A unit or village name is given twice.
pub(super) struct DuplicateName;

impl Rule<Register> for DuplicateName {
    fn code(&self) -> &'static str {
        "HS-021"
    }

    fn check(&self, register: &Register, out: &mut Diagnostics) {
        let names = register.units().iter().filter_map(|unit| Some((unit.name.as_str(), unit.at.as_ref()?)));
        for double in doubles(names) {
            out.report(Diagnostic::warning(self.code()).at(double.at).also_at(double.first).with("name", double.word));
        }
    }
}
