//! HS-065: a task has no row among the results.
//!
//! Why: it is printed as «chưa có báo cáo» and keeps the rate of what is done down; a row may have been lost on the way.
//! Source: domain 5.3, classes (not reported). Wrong: Kết quả has no row «NV-04». Right: a row «NV-04», its state blank
//! where the unit has not reported yet: such a row says so, and is silent.

use std::collections::BTreeSet;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// A task has no row among the results.
pub(super) struct TaskNotReported;

impl Rule<ResultFacts<'_>> for TaskNotReported {
    fn code(&self) -> &'static str {
        "HS-065"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        if !facts.has_results {
            return;
        }
        let named = named_by_strays(facts);
        for (index, (task, answer)) in facts.assignments.iter().zip(&facts.answers.answers).enumerate() {
            // Of a row that may be of several tasks HS-064 has told already.
            if answer.results.is_empty() && !named.contains(&index) {
                let at = task.id.as_ref().map_or(&task.content_at, |id| &id.at);
                let message = Diagnostic::warning(self.code()).at(at).with("task", task.spoken());
                out.report(if task.id.is_some() { message } else { message.hint("content") });
            }
        }
    }
}

/// The tasks that have the words of a result without a code that answers none: their places among the tasks.
fn named_by_strays(facts: &ResultFacts) -> BTreeSet<usize> {
    let strays = facts.answers.strays.iter().map(|&index| &facts.completions[index]);
    let words = strays.filter(|report| report.id.is_none()).filter_map(|report| report.content.as_deref());
    words.flat_map(|content| facts.tasks.of_content(content)).copied().collect()
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Content, State};
    use crate::dossier::rules::made::Made;

    #[test]
    fn a_task_without_a_row_is_told_once_there_are_results() {
        let made = Made::default().task(&[(Code, "NV-1")]).task(&[(Code, "NV-2")]);
        assert!(made.told("HS-065").is_empty());
        let made = made.result(&[(Code, "NV-1"), (State, "")]);
        assert_eq!(made.cells_and_hints("HS-065"), [("B3".into(), None)]);
    }

    #[test]
    fn a_task_without_a_code_is_called_by_its_words() {
        let made = Made::default().task(&[]).result(&[(Content, "Việc khác"), (State, "HT")]);
        let told = made.told("HS-065");
        assert_eq!(told[0].hint, Some("content"));
        assert_eq!(told[0].arguments, [("task", "«Việc cần làm»".to_owned())]);
    }
}
