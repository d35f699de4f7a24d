//! HS-033: a Party body is given a task to lead, or a duty in Tổ chức thực hiện.
//!
//! Why: the People's Committee is led by the Party and never assigns it tasks; such a paper would be sent back. Source:
//! workbook contract, Quan hệ = `Cấp ủy`.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{Assignment, Duty, Relation};

/// A Party body is given a task to lead, or a duty.
pub(super) struct PartyAssigned;

impl Rule<[Assignment]> for PartyAssigned {
    fn code(&self) -> &'static str {
        "HS-033"
    }

    fn check(&self, assignments: &[Assignment], out: &mut Diagnostics) {
        for assignment in assignments {
            for party in assignment.lead.iter().filter(|party| party.relation == Relation::Party) {
                out.report(Diagnostic::error("HS-033").at(&party.at).with("unit", &party.unit));
            }
        }
    }
}

impl Rule<[Duty]> for PartyAssigned {
    fn code(&self) -> &'static str {
        "HS-033"
    }

    fn check(&self, duties: &[Duty], out: &mut Diagnostics) {
        for duty in duties.iter().filter(|duty| duty.relation == Relation::Party) {
            let Some((first, further)) = duty.named_at.split_first() else { continue };
            let unit = duty.unit.as_ref().unwrap_or(&duty.heading);
            let message = Diagnostic::error("HS-033").at(first).hint("duty").with("unit", unit);
            out.report(further.iter().fold(message, Diagnostic::also_at));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::{Field, SheetKind};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn hints(workbook: &TestWorkbook) -> Vec<Option<&'static str>> {
        workbook.cells_and_hints("HS-033").into_iter().map(|(_, hint)| hint).collect()
    }

    fn programme() -> TestWorkbook {
        TestWorkbook::programme("quý I/2026", &[])
    }

    #[test]
    fn a_party_body_with_a_task_to_lead_or_a_duty_is_reported() {
        let duty = |heading| {
            programme().row(SheetKind::Implementation, &[(Field::Unit, heading), (Field::Content, "Chỉ đạo thực hiện")])
        };
        for heading in ["Đảng ủy xã", "Văn phòng Đảng ủy", "Đảng ủy xã Đồng Mây", "Thường trực Đảng ủy"]
        {
            assert_eq!(hints(&duty(heading)), [Some("duty")], "{heading}");
        }
        assert_eq!(hints(&programme().task(&[(Field::Lead, "Đảng ủy xã Đồng Mây")])), [None]);
        assert_eq!(hints(&duty("Phòng Kinh tế")), []);
        assert_eq!(hints(&programme().task(&[(Field::Lead, "Phòng Kinh tế"), (Field::Support, "Đảng ủy")])), []);
    }

    #[test]
    fn a_party_body_is_reported_whatever_its_relation() {
        let unit = |relation| {
            let cells = [(Field::Code, "ĐU"), (Field::Name, "Đảng ủy xã"), (Field::Relation, relation)];
            programme().row(SheetKind::Units, &cells).task(&[(Field::Lead, "ĐU")])
        };
        assert_eq!(hints(&unit("")), [None]);
        // A mistyped relation does not make the Party a unit of the Committee.
        assert_eq!(hints(&unit("Giao")), [None]);
    }
}
