//! HS-033: a Party body is given a task to lead.
//!
//! Why: the People's Committee is led by the Party and never assigns it; such a paper would be sent back.
//! Source: workbook contract, Quan hệ = `Cấp ủy`. Wrong: Đơn vị chủ trì = Đảng ủy xã. Right: a unit of the Committee
//! leads, the Party body stands among those who help.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{Assignment, Relation};

/// A Party body is given a task to lead.
pub(super) struct PartyAssigned;

impl Rule<[Assignment]> for PartyAssigned {
    fn code(&self) -> &'static str {
        "HS-033"
    }

    fn check(&self, assignments: &[Assignment], out: &mut Diagnostics) {
        for assignment in assignments {
            for party in assignment.lead.iter().filter(|party| party.relation == Relation::Party) {
                out.report(Diagnostic::error(self.code()).at(&party.at).with("unit", &party.unit));
            }
        }
    }
}
