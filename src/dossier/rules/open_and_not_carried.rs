//! HS-255: a task is not finished, and a dash or a zero says that it does not go on.
//!
//! Why: the report leaves it out of the work of the next period, so that nobody does it any more. «Không» is meant so; a
//! dash may stand for a blank cell. Source: workbook contract, Kết quả, Chuyển kỳ sau.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::State;

/// A task is not finished, and is said not to go on.
pub(super) struct OpenAndNotCarried;

impl Rule<ResultFacts<'_>> for OpenAndNotCarried {
    fn code(&self) -> &'static str {
        "HS-255"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions {
            let is_open = matches!(
                report.state,
                State::NotStarted | State::InProgress | State::AwaitingApproval | State::Paused | State::Carried
            );
            let mark = report.goes_on_text.as_ref().filter(|text| !text.chars().any(char::is_alphabetic));
            if let (true, Some(false), Some(state), Some(mark)) = (is_open, report.goes_on, &report.state_text, mark) {
                let message = Diagnostic::note(self.code()).at(&report.carried_at).also_at(&report.state_at);
                out.report(message.with("state", state).with("text", mark));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{CarriedOver, Code, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_an_open_task_that_does_not_go_on_is_reported() {
        let cells = |state, carried| {
            let row = [(Code, "NV-1"), (State, state), (CarriedOver, carried)];
            TestWorkbook::default().result(&row).cells_and_hints("HS-255")
        };
        assert_eq!(cells("Đang thực hiện", "0"), [("C2".into(), None)]);
        assert_eq!(cells("Chưa làm", "-"), [("C2".into(), None)]);
        assert_eq!(cells("Chờ duyệt", "✗"), [("C2".into(), None)]);
        assert!(cells("Đang thực hiện", "Không").is_empty());
        assert!(cells("Đang thực hiện", "x").is_empty());
        assert!(cells("Đang thực hiện", "").is_empty());
        assert!(cells("Hoàn thành", "-").is_empty());
    }
}
