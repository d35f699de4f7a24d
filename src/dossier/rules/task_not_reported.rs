//! HS-065: a task has no row in Kết quả.
//!
//! Why: it is printed as «chưa có báo cáo» and lowers the rate done; a row may have been lost on the way. Source:
//! domain 5.3, classes (not reported). A row whose state is blank, as the unit has not reported yet, is not reported by
//! this rule.

use std::collections::BTreeSet;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// A task has no row in Kết quả.
pub(super) struct TaskNotReported;

impl Rule<ResultFacts<'_>> for TaskNotReported {
    fn code(&self) -> &'static str {
        "HS-065"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        if !facts.has_results || facts.are_results_of_other_tasks() {
            return;
        }
        let named = named_by_strays(facts);
        for (index, (task, answer)) in facts.assignments.iter().zip(&facts.answers.answers).enumerate() {
            // HS-064 has already reported a row that may be about several tasks.
            if answer.results.is_empty() && !named.contains(&index) {
                let at = task.id.as_ref().map_or(&task.content_at, |id| &id.at);
                let message = Diagnostic::warning(self.code()).at(at).with("task", task.short_name());
                out.report(if task.id.is_some() { message } else { message.hint("content") });
            }
        }
    }
}

/// The tasks with the same content as a result that has no code and was matched to no task: their indices among the
/// tasks.
fn named_by_strays(facts: &ResultFacts) -> BTreeSet<usize> {
    let strays = facts.answers.strays.iter().map(|&index| &facts.completions[index]);
    let words = strays.filter(|report| report.id.is_none()).filter_map(|report| report.content.as_deref());
    words.flat_map(|content| facts.tasks.of_content(content)).copied().collect()
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Content, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn a_task_without_a_row_is_reported_if_there_are_results() {
        let workbook = TestWorkbook::default().task(&[(Code, "NV-1")]).task(&[(Code, "NV-2")]);
        assert!(workbook.messages("HS-065").is_empty());
        let workbook = workbook.result(&[(Code, "NV-1"), (State, "")]);
        assert_eq!(workbook.cells_and_hints("HS-065"), [("B3".into(), None)]);
    }

    #[test]
    fn a_task_without_a_code_is_named_by_its_content() {
        let workbook = TestWorkbook::default().task(&[]).result(&[(Content, "Việc khác"), (State, "HT")]);
        let cells_and_hints = workbook.messages("HS-065");
        assert_eq!(cells_and_hints[0].hint, Some("content"));
        assert_eq!(cells_and_hints[0].arguments, [("task", "«Việc cần làm»".to_owned())]);
    }
}
