//! HS-003: a task is due before it was assigned.
//!
//! Why: such a deadline can't be met, so one of the two days is mistyped, and a unit that follows it counts as late.
//! Source: workbook contract, Nhiệm vụ, Ngày giao, Thời hạn. Not reported where the year is far off: HS-030 reports
//! that.

use chrono::NaiveDate;

use super::TaskFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Assignment;

/// A task is due before it was assigned.
pub(super) struct DeadlineBeforeStart;

impl Rule<TaskFacts<'_>> for DeadlineBeforeStart {
    fn code(&self) -> &'static str {
        "HS-003"
    }

    fn check(&self, facts: &TaskFacts, out: &mut Diagnostics) {
        for task in facts.assignments {
            if let (Some(assigned), Some(day)) = (&task.assigned_on, last_day(task, facts))
                && day < assigned.value
            {
                let message = Diagnostic::warning(self.code()).at(&task.deadline_at);
                out.report(message.with("cell", assigned.at.cell_name()));
            }
        }
    }
}

/// The last day of the deadline; `None` where there is none, or where HS-030 reports it as far off.
fn last_day(task: &Assignment, facts: &TaskFacts) -> Option<NaiveDate> {
    let deadline = task.deadline.as_ref()?;
    let is_far = facts.period.is_some_and(|period| deadline.is_far_from(&period));
    if is_far { None } else { deadline.last_day }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{AssignedOn, Deadline};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn suggestions(cells: super::super::test_workbook::Row) -> Vec<(String, Option<&'static str>)> {
        TestWorkbook::programme("quý II năm 2026", &[]).task(cells).cells_and_hints("HS-003")
    }

    #[test]
    fn a_deadline_before_the_day_of_assignment_is_reported() {
        assert_eq!(
            suggestions(&[(AssignedOn, "10/4/2026"), (Deadline, "trước ngày 10/4/2026")]),
            [("C2".into(), None)]
        );
    }

    #[test]
    fn the_same_day_no_day_and_a_far_year_are_not_reported() {
        assert!(suggestions(&[(AssignedOn, "10/4/2026"), (Deadline, "10/4/2026")]).is_empty());
        assert!(suggestions(&[(AssignedOn, "10/4/2026"), (Deadline, "thường xuyên")]).is_empty());
        assert!(suggestions(&[(AssignedOn, "10/4/2026"), (Deadline, "30/4/2016")]).is_empty());
        assert!(suggestions(&[(AssignedOn, ""), (Deadline, "30/4/2026")]).is_empty());
    }
}
