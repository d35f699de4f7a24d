//! HS-003: a task is due before it was given, or its new deadline lies before the old one.
//!
//! Why: such a deadline can't be kept, so one of the two days is mistyped, and whoever reads it late is counted late.
//! Source: workbook contract, Nhiệm vụ, Ngày giao, Thời hạn, Hạn ban đầu, Hạn mới. Wrong: Ngày giao 10/4/2026, Thời hạn
//! 30/3/2026. Right: Thời hạn 30/4/2026. Silent where the year alone is far off: HS-030 says so.

use chrono::NaiveDate;

use super::TaskFacts;
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::Assignment;
use crate::records::Located;
use crate::vietnamese::date;

/// A task is due before it was given, or its new deadline lies before the old one.
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
                out.report(self.message(&task.deadline_at, day, assigned));
            }
            if let (Some(original), Some(new)) = (&task.original_deadline, &task.new_deadline)
                && new.value < original.value
            {
                out.report(self.message(&new.at, new.value, original).hint("extension"));
            }
        }
    }
}

impl DeadlineBeforeStart {
    fn message(&self, at: &Place, day: NaiveDate, earlier: &Located<NaiveDate>) -> Diagnostic {
        let message = Diagnostic::warning(self.code()).at(at).also_at(&earlier.at).with("day", date::slashed(day));
        let cell = earlier.at.cell.map(|cell| cell.to_string()).unwrap_or_default();
        message.with("earlier", date::slashed(earlier.value)).with("cell", cell)
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
    use crate::contract::Field::{AssignedOn, Deadline, NewDeadline, OriginalDeadline};
    use crate::dossier::rules::made::Made;

    fn told(cells: super::super::made::Row) -> Vec<(String, Option<&'static str>)> {
        Made::programme("quý II năm 2026", &[]).task(cells).cells_and_hints("HS-003")
    }

    #[test]
    fn a_deadline_before_the_day_of_assignment_is_told() {
        assert_eq!(told(&[(AssignedOn, "10/4/2026"), (Deadline, "trước ngày 10/4/2026")]), [("C2".into(), None)]);
    }

    #[test]
    fn an_extension_that_shortens_is_told() {
        let cells = [(OriginalDeadline, "30/5/2026"), (NewDeadline, "30/4/2026")];
        assert_eq!(told(&cells), [("C2".into(), Some("extension"))]);
    }

    #[test]
    fn the_same_day_no_day_and_a_far_year_are_silent() {
        assert!(told(&[(AssignedOn, "10/4/2026"), (Deadline, "10/4/2026")]).is_empty());
        assert!(told(&[(AssignedOn, "10/4/2026"), (Deadline, "thường xuyên")]).is_empty());
        assert!(told(&[(AssignedOn, "10/4/2026"), (Deadline, "30/4/2016")]).is_empty());
        assert!(told(&[(AssignedOn, ""), (Deadline, "30/4/2026")]).is_empty());
        assert!(told(&[(OriginalDeadline, "30/4/2026"), (NewDeadline, "30/5/2026")]).is_empty());
    }
}
