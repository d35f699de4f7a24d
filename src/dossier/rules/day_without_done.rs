//! HS-085: a row has a day of completion, and its state says that it is not done.
//!
//! Why: one of the two is wrong; the state is believed, so the day is neither counted nor printed. Source: workbook
//! contract, Kết quả, Trạng thái, Ngày hoàn thành. Wrong: «Đang thực hiện», Ngày hoàn thành 28/9/2025. Right: «Hoàn
//! thành», or no day.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::State;

/// A row has a day of completion, and its state says that it is not done.
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

/// What is done again and again may have a day, and so may what was cancelled.
fn is_open(state: State) -> bool {
    !matches!(state, State::Done | State::Standing | State::Cancelled | State::Unknown)
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, CompletedOn, State};
    use crate::dossier::rules::made::Made;

    fn told(state: &str, day: &str) -> Vec<(String, Option<&'static str>)> {
        Made::default().result(&[(Code, "NV-1"), (State, state), (CompletedOn, day)]).cells_and_hints("HS-085")
    }

    #[test]
    fn what_is_not_done_has_no_day() {
        assert_eq!(told("Đang thực hiện", "15/6/2026"), [("C2".into(), None)]);
        assert_eq!(told("", "15/6/2026"), [("C2".into(), Some("blank"))]);
    }

    #[test]
    fn a_day_of_what_is_done_is_silent() {
        assert!(told("Hoàn thành", "15/6/2026").is_empty() && told("Đang thực hiện", "").is_empty());
        assert!(told("Thường xuyên", "15/6/2026").is_empty() && told("Hủy", "15/6/2026").is_empty());
    }
}
