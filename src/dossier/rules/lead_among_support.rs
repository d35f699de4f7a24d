//! HS-061: a unit both leads a task and supports it.
//!
//! Why: a unit does not coordinate with itself; mostly another unit was meant. Source: domain of the cycle, one lead
//! per task; the others coordinate.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Assignment;

/// A unit both leads a task and supports it.
pub(super) struct LeadAmongSupport;

impl Rule<[Assignment]> for LeadAmongSupport {
    fn code(&self) -> &'static str {
        "HS-061"
    }

    fn check(&self, assignments: &[Assignment], out: &mut Diagnostics) {
        for task in assignments {
            let leads = |unit: &str| task.lead.iter().any(|party| party.unit == unit);
            for party in task.support.iter().filter(|party| leads(&party.unit)) {
                out.report(Diagnostic::warning(self.code()).at(&party.at).with("unit", &party.unit));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn a_unit_that_supports_itself_is_reported() {
        let count = |support: &str| {
            let cells = [(Field::Lead, "Phòng Kinh tế"), (Field::Support, support)];
            TestWorkbook::programme("6 tháng đầu năm 2026", &[]).task(&cells).messages("HS-061").len()
        };
        assert_eq!(["Trạm Y tế xã", "Trạm Y tế xã; Phòng Kinh tế"].map(count), [0, 1]);
    }
}
