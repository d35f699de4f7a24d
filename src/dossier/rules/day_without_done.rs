//! HS-085: a row has a day of completion, and its state says that the task is not done.
//!
//! Why: one of the two is wrong; the state has priority, so the day is neither counted nor printed. Source: workbook
//! contract, Kết quả, Trạng thái, Ngày hoàn thành.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::State;

/// A row has a day of completion, and its state says that the task is not done.
pub(super) struct DayWithoutDone;

impl Rule<ResultFacts<'_>> for DayWithoutDone {
    fn code(&self) -> &'static str {
        "HS-085"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions.iter().filter(|report| report.completed_on.is_some() && is_open(report.state)) {
            let message = Diagnostic::warning(self.code()).at(&report.completed_at).also_at(&report.state_at);
            out.report(if report.state_text.is_some() { message } else { message.hint("blank") });
        }
    }
}

/// A standing task may have a day, and so may a cancelled one.
fn is_open(state: State) -> bool {
    !matches!(state, State::Done | State::Standing | State::Cancelled | State::Unknown)
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, CompletedOn, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn cells_and_hints(state: &str, day: &str) -> Vec<(String, Option<&'static str>)> {
        TestWorkbook::default().result(&[(Code, "NV-1"), (State, state), (CompletedOn, day)]).cells_and_hints("HS-085")
    }

    #[test]
    fn a_day_of_a_task_not_done_is_reported() {
        assert_eq!(cells_and_hints("Đang thực hiện", "15/6/2026"), [("C2".into(), None)]);
        assert_eq!(cells_and_hints("", "15/6/2026"), [("C2".into(), Some("blank"))]);
    }

    #[test]
    fn a_day_of_a_task_done_standing_or_cancelled_is_not_reported() {
        assert!(
            cells_and_hints("Hoàn thành", "15/6/2026").is_empty() && cells_and_hints("Đang thực hiện", "").is_empty()
        );
        assert!(
            cells_and_hints("Thường xuyên", "15/6/2026").is_empty() && cells_and_hints("Hủy", "15/6/2026").is_empty()
        );
    }
}
