//! HS-064: a result speaks of a task that nobody gave.
//!
//! Why: it counts for nothing, and the task that was meant counts as not reported. Source: workbook contract, Kết quả, Mã.
//! Wrong: Kết quả «NV-11», Nhiệm vụ ends at «NV-10». Right: the code of Nhiệm vụ, to the letter. A register of results
//! alone, without a sheet of tasks, is silent.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::vietnamese::fold;

/// A result speaks of a task that nobody gave.
pub(super) struct UnknownTaskReported;

impl Rule<ResultFacts<'_>> for UnknownTaskReported {
    fn code(&self) -> &'static str {
        "HS-064"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        if facts.assignments.is_empty() {
            return;
        }
        for &index in &facts.answers.strays {
            let report = &facts.completions[index];
            let message = Diagnostic::warning(self.code());
            out.report(match (&report.id, &report.content) {
                (Some(id), _) => {
                    let codes = facts.assignments.iter().filter_map(|task| task.id.as_ref());
                    let nearest = fold::slip_of(&id.value, codes.map(|code| code.value.as_str()));
                    message.at(&id.at).with("task", &id.value).nearest(nearest)
                }
                (None, Some(content)) => message.at(&report.at).with("task", content).hint("content"),
                (None, None) => continue,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Content, State};
    use crate::dossier::rules::made::Made;

    #[test]
    fn a_code_that_no_task_has_is_told() {
        let made = Made::default().task(&[(Code, "NV-1")]);
        let made = made.result(&[(Code, "NV-1"), (State, "Hoàn thành")]).result(&[(Code, "NV-7"), (State, "HT")]);
        assert_eq!(made.cells_and_hints("HS-064").len(), 1);
        assert_eq!(made.cells_and_hints("HS-064")[0].0, "A3");
    }

    #[test]
    fn a_table_without_codes_names_its_tasks_in_the_very_words() {
        let result = |words| Made::default().task(&[]).result(&[(Content, words), (State, "HT")]);
        assert!(result("Việc cần làm").cells_and_hints("HS-064").is_empty());
        assert_eq!(result("Việc cần").cells_and_hints("HS-064"), [("A2".into(), Some("content"))]);
    }

    #[test]
    fn results_alone_are_silent() {
        assert!(Made::default().result(&[(Code, "NV-7"), (State, "HT")]).told("HS-064").is_empty());
    }
}
