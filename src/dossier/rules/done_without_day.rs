//! HS-063: a task is done, and it can't be said whether in time.
//!
//! Why: it counts among what is done and in neither of on time and late, so the rate of what is on time leaves it out.
//! Source: domain 5.3, classes (unjudged). Wrong: Trạng thái «Hoàn thành», Ngày hoàn thành blank; or the task has no
//! deadline with a day. Right: both days are there.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::State;
use crate::dossier::deadline::DeadlineKind;

/// A task is done, and it can't be said whether in time.
pub(super) struct DoneWithoutDay;

impl Rule<ResultFacts<'_>> for DoneWithoutDay {
    fn code(&self) -> &'static str {
        "HS-063"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for (task, answer) in facts.assignments.iter().zip(&facts.answers.answers) {
            let is_standing = task.deadline.as_ref().is_some_and(|deadline| deadline.kind == DeadlineKind::Standing);
            if answer.state != State::Done || is_standing {
                continue;
            }
            let reports = answer.results.iter().map(|&index| &facts.completions[index]);
            for report in reports.filter(|report| report.completed_on.is_none()) {
                out.report(Diagnostic::warning(self.code()).at(&report.completed_at).with("task", task.label()));
            }
            if task.due().is_none() {
                let message = Diagnostic::warning(self.code()).at(&task.deadline_at);
                out.report(message.with("task", task.label()).hint("no_due"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, CompletedOn, Deadline, State};
    use crate::dossier::rules::made::Made;

    fn told(deadline: &str, state: &str, day: &str) -> Vec<(String, Option<&'static str>)> {
        let made = Made::default().task(&[(Code, "NV-1"), (Deadline, deadline)]);
        made.result(&[(Code, "NV-1"), (State, state), (CompletedOn, day)]).cells_and_hints("HS-063")
    }

    #[test]
    fn a_missing_day_of_either_sort_is_told_where_it_is_missing() {
        assert_eq!(told("30/6/2026", "Hoàn thành", ""), [("C2".into(), None)]);
        assert_eq!(told("theo chỉ đạo", "Hoàn thành", "15/6/2026"), [("C2".into(), Some("no_due"))]);
    }

    #[test]
    fn both_days_or_no_need_of_them_is_silent() {
        assert!(told("30/6/2026", "Hoàn thành", "15/6/2026").is_empty());
        assert!(told("thường xuyên", "Hoàn thành", "").is_empty());
        assert!(told("", "Đang thực hiện", "").is_empty());
    }
}
