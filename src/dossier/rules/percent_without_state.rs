//! HS-143: a percentage does not go with the state beside it: 100 % of a task in progress, 40 % of one not begun.
//!
//! Why: one of the two is wrong, and the paper counts the task by its state. Source: workbook contract, Kết quả, Trạng
//! thái, Tỷ lệ (%). A task done by less than 100 % is reported by HS-068.

use rust_decimal::Decimal;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::figures::printed;
use crate::dossier::{Completion, State};

/// A percentage does not go with the state beside it.
pub(super) struct PercentWithoutState;

impl Rule<ResultFacts<'_>> for PercentWithoutState {
    fn code(&self) -> &'static str {
        "HS-143"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions {
            // Where a figure is planned, the percentage is its share; a blank state has its own message.
            let (Some(percent), None, Some(state)) = (report.percent, &report.target, &report.state_text) else {
                continue;
            };
            // A day of completion beside such a state is HS-085.
            if !is_contradiction(report, percent) || report.completed_on.is_some() {
                continue;
            }
            let message = Diagnostic::warning(self.code()).at(&report.state_at).also_at(&report.percent_at);
            let message = message.with("state", state).with("percent", printed(percent, percent.normalize().scale()));
            out.report(if percent == Decimal::ONE_HUNDRED { message } else { message.hint("begun") });
        }
    }
}

fn is_contradiction(report: &Completion, percent: Decimal) -> bool {
    let is_whole = percent == Decimal::ONE_HUNDRED;
    match report.state {
        State::InProgress | State::Paused | State::Carried | State::NotDone | State::NotDue => is_whole,
        State::NotStarted => percent > Decimal::ZERO,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Percent, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn hints(state: &str, percent: &str) -> Vec<Option<&'static str>> {
        let workbook = TestWorkbook::default().result(&[(Code, "NV-1"), (State, state), (Percent, percent)]);
        workbook.cells_and_hints("HS-143").into_iter().map(|(_, hint)| hint).collect()
    }

    #[test]
    fn a_percentage_against_the_state_is_reported() {
        assert_eq!(hints("Chưa thực hiện", "100"), [None]);
        assert_eq!(hints("Đang thực hiện", "100%"), [None]);
        assert_eq!(hints("Chưa thực hiện", "40"), [Some("begun")]);
    }

    #[test]
    fn a_percentage_that_goes_with_the_state_is_not() {
        for (state, percent) in [
            ("Đang thực hiện", "60"),
            ("Hoàn thành", "100"),
            ("Chưa thực hiện", "0"),
            ("Chờ phê duyệt", "100"),
            ("Hủy", "100"),
        ] {
            assert!(hints(state, percent).is_empty(), "{state} {percent}");
        }
    }
}
