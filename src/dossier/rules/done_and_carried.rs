//! HS-144: a task is done or cancelled, and is to go on in the next period.
//!
//! Why: the report counts it as done and lists it again among the work of the next period. Source: workbook contract,
//! Kết quả, Chuyển kỳ sau.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::State;

/// A task is done or cancelled, and is to go on in the next period.
pub(super) struct DoneAndCarried;

impl Rule<ResultFacts<'_>> for DoneAndCarried {
    fn code(&self) -> &'static str {
        "HS-144"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions {
            let is_closed = matches!(report.state, State::Done | State::Cancelled);
            if let (true, Some(true), Some(state)) = (is_closed, report.goes_on, &report.state_text) {
                let message = Diagnostic::warning(self.code()).at(&report.carried_at).also_at(&report.state_at);
                out.report(message.with("state", state));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{CarriedOver, Code, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_closed_task_that_goes_on_is_reported() {
        let cells = |state, carried| {
            let row = [(Code, "NV-1"), (State, state), (CarriedOver, carried)];
            TestWorkbook::default().result(&row).cells_and_hints("HS-144")
        };
        assert_eq!(cells("Hoàn thành", "Có"), [("C2".into(), None)]);
        assert_eq!(cells("Hủy", "x"), [("C2".into(), None)]);
        assert!(cells("Hoàn thành", "Không").is_empty());
        assert!(cells("Đang thực hiện", "Có").is_empty());
    }
}
