//! HS-140: something was reported of a task, and its state is blank or says that nothing was.
//!
//! Why: no paper can print a result and call the task not reported; it counts as in progress until somebody says that it
//! is done. Source: workbook contract, Kết quả, Trạng thái. Of a standing task the state does not matter, and a day of
//! completion beside a blank state is HS-085.

use rust_decimal::Decimal;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::deadline::DeadlineKind;

/// Something was reported of a task, and its state is blank or says that nothing was.
pub(super) struct ReportWithoutState;

impl Rule<ResultFacts<'_>> for ReportWithoutState {
    fn code(&self) -> &'static str {
        "HS-140"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let assumed = facts.completions.iter().filter(|report| report.is_state_assumed);
        for report in assumed.filter(|report| report.completed_on.is_none()) {
            let deadline = report.task_in(facts.tasks).and_then(|task| facts.assignments[task].deadline.as_ref());
            if deadline.is_some_and(|deadline| deadline.kind == DeadlineKind::Standing) {
                continue;
            }
            let message = Diagnostic::warning(self.code()).at(&report.state_at);
            let message = message.with("task", report.task_short_name());
            let is_whole = report.percent.is_some_and(|percent| percent >= Decimal::ONE_HUNDRED);
            out.report(match &report.state_text {
                Some(text) => message.with("text", text).hint("typed"),
                None if is_whole => message.hint("whole"),
                None => message,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Deadline, Obstacles, Outcome, Percent, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn hints(deadline: &str, [state, percent, outcome, obstacles]: [&str; 4]) -> Vec<Option<&'static str>> {
        let workbook = TestWorkbook::default().task(&[(Code, "NV-1"), (Deadline, deadline)]);
        let row = [(Code, "NV-1"), (State, state), (Percent, percent), (Outcome, outcome), (Obstacles, obstacles)];
        workbook.result(&row).cells_and_hints("HS-140").into_iter().map(|(_, hint)| hint).collect()
    }

    #[test]
    fn whatever_is_reported_needs_a_state() {
        assert_eq!(hints("", ["", "", "Đã xong 06 điểm", ""]), [None]);
        assert_eq!(hints("", ["", "100", "", ""]), [Some("whole")]);
        assert_eq!(hints("", ["", "", "", "Thiếu kinh phí"]), [None]);
        assert_eq!(hints("", ["Chưa báo cáo", "40", "", ""]), [Some("typed")]);
    }

    #[test]
    fn what_says_nothing_and_standing_tasks_need_none() {
        assert!(hints("", ["", "0", "", "Không"]).is_empty());
        assert!(hints("", ["Chưa báo cáo", "", "", "Cán bộ nghỉ ốm"]).is_empty());
        assert!(hints("thường xuyên", ["", "", "Đã đăng 38 tin", ""]).is_empty());
    }
}
