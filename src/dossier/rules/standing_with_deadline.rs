//! HS-220: a task with a last day is reported as a standing one.
//!
//! Why: a standing task is never late and is not counted among those to be done, so one that is overdue drops out of the
//! report. Source: workbook contract, Kết quả, Trạng thái; Nhiệm vụ, Thời hạn.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::State;
use crate::dossier::deadline::DeadlineKind;

/// A task with a last day is reported as a standing one.
pub(super) struct StandingWithDeadline;

impl Rule<ResultFacts<'_>> for StandingWithDeadline {
    fn code(&self) -> &'static str {
        "HS-220"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions.iter().filter(|report| report.state == State::Standing) {
            let Some(id) = &report.id else { continue };
            let Some(task) = facts.tasks.of_code(&id.value).map(|task| &facts.assignments[task]) else { continue };
            let fixed = task.deadline.as_ref().filter(|deadline| {
                deadline.last_day.is_some() && matches!(deadline.kind, DeadlineKind::Exact | DeadlineKind::Before)
            });
            if let Some(deadline) = fixed {
                let message = Diagnostic::warning(self.code()).at(&report.state_at).also_at(&task.deadline_at);
                out.report(message.with("id", &id.value).with("deadline", &deadline.wording));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Content, Deadline, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_task_with_a_last_day_is_reported() {
        let cells = |deadline, state| {
            let task = [(Code, "NV-1"), (Content, "Rà soát hộ nghèo"), (Deadline, deadline)];
            let workbook = TestWorkbook::default().task(&task).result(&[(Code, "NV-1"), (State, state)]);
            workbook.cells_and_hints("HS-220").len()
        };
        assert_eq!(cells("10/3/2026", "Thường xuyên"), 1);
        assert_eq!(cells("trước ngày 10/3/2026", "Thường xuyên"), 1);
        for (deadline, state) in [("thường xuyên", "Thường xuyên"), ("10/3/2026", "Hoàn thành"), ("", "Thường xuyên")]
        {
            assert_eq!(cells(deadline, state), 0, "{deadline}");
        }
    }
}
