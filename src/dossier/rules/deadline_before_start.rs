//! HS-003: a task is due before it was given.
//!
//! Why: such a deadline can't be kept, so one of the two days is mistyped, and whoever reads it late is counted late.
//! Source: workbook contract, Nhiệm vụ, Ngày giao, Thời hạn. Wrong: Ngày giao 10/4/2026, Thời hạn 30/3/2026. Right:
//! Thời hạn 30/4/2026. Silent where the year alone is far off: HS-030 says so.

use chrono::NaiveDate;

use super::TaskFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Assignment;

/// A task is due before it was given.
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
                let cell = assigned.at.cell.map(|cell| cell.to_string()).unwrap_or_default();
                out.report(Diagnostic::warning(self.code()).at(&task.deadline_at).with("cell", cell));
            }
        }
    }
}

/// The last day of the deadline, where there is one that is not said to be far off.
fn last_day(task: &Assignment, facts: &TaskFacts) -> Option<NaiveDate> {
    let deadline = task.deadline.as_ref()?;
    let is_far = facts.period.is_some_and(|period| deadline.is_far_from(&period));
    if is_far { None } else { deadline.last_day }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{AssignedOn, Deadline};
    use crate::dossier::rules::made::Made;

    fn told(cells: super::super::made::Row) -> Vec<(String, Option<&'static str>)> {
        Made::programme("quý II năm 2026", &[]).task(cells).cells_and_hints("HS-003")
    }

    #[test]
    fn a_deadline_before_the_day_of_assignment_is_told() {
        assert_eq!(told(&[(AssignedOn, "10/4/2026"), (Deadline, "trước ngày 10/4/2026")]), [("C2".into(), None)]);
    }

    #[test]
    fn the_same_day_no_day_and_a_far_year_are_silent() {
        assert!(told(&[(AssignedOn, "10/4/2026"), (Deadline, "10/4/2026")]).is_empty());
        assert!(told(&[(AssignedOn, "10/4/2026"), (Deadline, "thường xuyên")]).is_empty());
        assert!(told(&[(AssignedOn, "10/4/2026"), (Deadline, "30/4/2016")]).is_empty());
        assert!(told(&[(AssignedOn, ""), (Deadline, "30/4/2026")]).is_empty());
    }
}
