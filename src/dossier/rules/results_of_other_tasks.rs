//! HS-205: no row of results is about any task of the sheet Nhiệm vụ.
//!
//! Why: the results are those of another period or of another list of tasks; the report would say of every task that
//! nobody reported. Source: domain 0, a missing report is the worst failure.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};

/// No row of results is about any task of the sheet Nhiệm vụ.
pub(super) struct ResultsOfOtherTasks;

impl Rule<ResultFacts<'_>> for ResultsOfOtherTasks {
    fn code(&self) -> &'static str {
        "HS-205"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let first = facts.answers.strays.first().and_then(|&index| facts.completions[index].id.as_ref());
        let assigned = facts.assignments.iter().find_map(|task| task.id.as_ref());
        let Some(reported) = first.filter(|_| facts.are_results_of_other_tasks()) else { return };
        let message = Diagnostic::error(self.code()).at(&Place { cell: None, ..reported.at.clone() });
        let message = message.with("reported", &reported.value);
        out.report(match assigned {
            Some(assigned) => message.with("assigned", &assigned.value),
            None => message.hint("no_codes"),
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn results(codes: &[&str]) -> TestWorkbook {
        let tasks = TestWorkbook::default().task(&[(Code, "NV-1")]).task(&[(Code, "NV-2")]);
        codes.iter().fold(tasks, |workbook, code| workbook.result(&[(Code, code), (State, "HT")]))
    }

    #[test]
    fn results_of_another_list_of_tasks_are_one_mistake() {
        let other = results(&["CDS-1", "CDS-2", "CDS-3"]);
        assert_eq!(other.messages("HS-205").len(), 1);
        assert!(other.messages("HS-064").is_empty() && other.messages("HS-065").is_empty());
    }

    #[test]
    fn codes_of_results_alone_find_no_task() {
        use crate::contract::Field::Content;
        let tasks = TestWorkbook::default().task(&[(Content, "Một việc")]).task(&[(Content, "Việc khác")]);
        let workbook = ["A-1", "A-2", "A-3"].iter().fold(tasks, |all, code| all.result(&[(Code, code), (State, "HT")]));
        assert_eq!(workbook.messages("HS-205")[0].hint, Some("no_codes"));
        assert!(workbook.messages("HS-064").is_empty() && workbook.messages("HS-065").is_empty());
    }

    #[test]
    fn a_few_unknown_codes_are_told_each() {
        for codes in [&["CDS-1", "CDS-2", "NV-1"][..], &["CDS-1", "CDS-2"]] {
            assert!(results(codes).messages("HS-205").is_empty());
            assert_eq!(results(codes).messages("HS-064").len(), 2);
        }
    }
}
