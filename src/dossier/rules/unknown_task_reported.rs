//! HS-064: a result speaks of a task that nobody gave.
//!
//! Why: it counts for nothing, and the task that was meant counts as not reported. Source: workbook contract, Kết quả, Mã.
//! Wrong: Kết quả «NV-11», Nhiệm vụ ends at «NV-10». Right: the code of Nhiệm vụ, to the letter. A register of results
//! alone, without a sheet of tasks, is silent.

use std::collections::BTreeMap;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Assignment;
use crate::dossier::spoken::shortened;
use crate::records::Located;
use crate::vietnamese::fold;

/// A result speaks of a task that nobody gave.
pub(super) struct UnknownTaskReported;

impl Rule<ResultFacts<'_>> for UnknownTaskReported {
    fn code(&self) -> &'static str {
        "HS-064"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        if facts.assignments.is_empty() || facts.answers.strays.is_empty() {
            return;
        }
        let mut by_words: BTreeMap<String, Vec<&Assignment>> = BTreeMap::new();
        for task in facts.assignments {
            by_words.entry(fold::key(&task.paragraphs.join(" "))).or_default().push(task);
        }
        for &index in &facts.answers.strays {
            let report = &facts.completions[index];
            let message = Diagnostic::warning(self.code());
            out.report(match (&report.id, &report.content) {
                (Some(id), content) => {
                    // Only a row without words is known by its code alone.
                    let nearest = match content.as_deref().map(fold::key) {
                        Some(words) => meant(id, by_words.get(&words).map(Vec::as_slice).unwrap_or_default()),
                        None => fold::slip_of(&id.value, facts.assignments.iter().filter_map(code)),
                    };
                    message.at(&id.at).with("task", &id.value).nearest(nearest)
                }
                (None, Some(content)) => {
                    let message = message.at(&report.at).with("task", shortened(content));
                    match facts.tasks.of_content(content).len() {
                        count @ 2.. => message.with("count", count).hint("several"),
                        _ => message.hint("content"),
                    }
                }
                (None, None) => continue,
            });
        }
    }
}

fn code(task: &Assignment) -> Option<&str> {
    task.id.as_ref().map(|code| code.value.as_str())
}

/// The code that was meant, of the tasks with the row's words.
fn meant<'a>(id: &Located<String>, alike: &[&'a Assignment]) -> Option<&'a str> {
    match alike {
        [only] => code(only),
        several => fold::slip_of(&id.value, several.iter().copied().filter_map(code)),
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Content, State};
    use crate::contract::SheetKind;
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
    fn words_of_two_tasks_are_said_to_be_of_two() {
        let made = Made::default().task(&[]).task(&[]).result(&[(Content, "Việc cần làm"), (State, "HT")]);
        assert_eq!(made.cells_and_hints("HS-064"), [("A2".into(), Some("several"))]);
    }

    #[test]
    fn a_code_is_proposed_only_of_the_task_whose_words_the_row_has() {
        let nearest = |words: &str| {
            let made = Made::default().row(SheetKind::Assignments, &[(Code, "CV04"), (Content, "Gặt lúa")]);
            let made = made.row(SheetKind::Assignments, &[(Code, "CV11"), (Content, "Trồng rừng")]);
            let made = made.result(&[(Code, "CV05"), (Content, words), (State, "HT")]);
            let [message] = made.told("HS-064").try_into().expect("one message");
            message.arguments.into_iter().find(|(name, _)| *name == "nearest").map(|(_, code)| code)
        };
        assert_eq!(nearest("Trồng rừng").as_deref(), Some("CV11"));
        assert_eq!(nearest("Gặt lúa").as_deref(), Some("CV04"));
        assert_eq!(nearest("Đào mương"), None);
        assert_eq!(nearest("").as_deref(), Some("CV04"));
    }

    #[test]
    fn results_alone_are_silent() {
        assert!(Made::default().result(&[(Code, "NV-7"), (State, "HT")]).told("HS-064").is_empty());
    }
}
