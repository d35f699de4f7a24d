//! HS-064: a result is about a task that was never assigned.
//!
//! Why: it is not counted, and the task that was meant counts as not reported. Source: workbook contract, Kết quả, Mã.
//! Not reported for a register of results without a sheet of tasks.

use std::collections::BTreeMap;

use super::ResultFacts;
use crate::contract::SheetKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::Assignment;
use crate::dossier::short_name::shortened;
use crate::records::Located;
use crate::vietnamese::fold;

/// A result is about a task that was never assigned.
pub(super) struct UnknownTaskReported;

impl Rule<ResultFacts<'_>> for UnknownTaskReported {
    fn code(&self) -> &'static str {
        "HS-064"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        // HS-205 tells of results of which none is about any task.
        if facts.answers.strays.is_empty() || facts.assignments.is_empty() || facts.are_results_of_other_tasks() {
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
                (Some(id), _) if struck_task(facts, &id.value).is_some() => {
                    let struck = struck_task(facts, &id.value).expect("a struck task has this code");
                    let cell = struck.cell.map_or_else(String::new, |cell| cell.to_string());
                    let message = message.at(&id.at).also_at(struck).with("task", &id.value);
                    message.with("cell", cell).hint("struck")
                }
                (Some(id), content) => {
                    // Only a row without content is identified by its code alone.
                    let nearest = match content.as_deref().map(fold::key) {
                        Some(words) => probable_code(id, by_words.get(&words).map(Vec::as_slice).unwrap_or_default()),
                        None => fold::typo_of(&id.value, unreported(facts).filter_map(code)),
                    };
                    let message = message.at(&id.at).with("task", &id.value);
                    match facts.tasks.of_code_alike(&id.value) {
                        [] | [_] => message.nearest(nearest),
                        alike => message.with("codes", codes(alike, facts.assignments)).hint("alike"),
                    }
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

/// The cell of the task with this code that is struck out, and therefore not read.
fn struck_task<'a>(facts: &ResultFacts<'a>, code: &str) -> Option<&'a Place> {
    let sheets = facts.sheets.iter().filter(|sheet| sheet.kind == Some(SheetKind::Assignments));
    let mut codes = sheets.flat_map(|sheet| &sheet.struck_codes);
    codes.find(|struck| fold::has_key(&struck.value, &fold::key(code))).map(|struck| &struck.at)
}

/// The tasks that no row reports on: a code that is taken can't be the one that was meant.
fn unreported<'a>(facts: &'a ResultFacts<'_>) -> impl Iterator<Item = &'a Assignment> {
    let answers = facts.assignments.iter().zip(&facts.answers.answers);
    answers.filter(|(_, answer)| answer.results.is_empty() && answer.others.is_empty()).map(|(task, _)| task)
}

/// The codes of these tasks, for a question.
fn codes(tasks: &[usize], assignments: &[Assignment]) -> String {
    let codes: Vec<&str> = tasks.iter().filter_map(|&task| code(&assignments[task])).collect();
    codes.join(", ")
}

fn code(task: &Assignment) -> Option<&str> {
    task.id.as_ref().map(|code| code.value.as_str())
}

/// The code that the row probably means, among those of the tasks with its content.
fn probable_code<'a>(id: &Located<String>, alike: &[&'a Assignment]) -> Option<&'a str> {
    match alike {
        [only] => code(only),
        several => fold::typo_of(&id.value, several.iter().copied().filter_map(code)),
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Content, State};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn a_code_that_no_task_has_is_reported() {
        let workbook = TestWorkbook::default().task(&[(Code, "NV-1")]);
        let workbook =
            workbook.result(&[(Code, "NV-1"), (State, "Hoàn thành")]).result(&[(Code, "NV-7"), (State, "HT")]);
        assert_eq!(workbook.cells_and_hints("HS-064").len(), 1);
        assert_eq!(workbook.cells_and_hints("HS-064")[0].0, "A3");
    }

    #[test]
    fn a_table_without_codes_names_its_tasks_by_exact_content() {
        let result = |words| TestWorkbook::default().task(&[]).result(&[(Content, words), (State, "HT")]);
        assert!(result("Việc cần làm").cells_and_hints("HS-064").is_empty());
        assert_eq!(result("Việc cần").cells_and_hints("HS-064"), [("A2".into(), Some("content"))]);
    }

    #[test]
    fn content_of_two_tasks_is_reported_as_ambiguous() {
        let workbook = TestWorkbook::default().task(&[]).task(&[]).result(&[(Content, "Việc cần làm"), (State, "HT")]);
        assert_eq!(workbook.cells_and_hints("HS-064"), [("A2".into(), Some("several"))]);
    }

    #[test]
    fn only_the_code_of_a_task_with_the_same_content_is_suggested() {
        let nearest = |words: &str| {
            let workbook = TestWorkbook::default().row(SheetKind::Assignments, &[(Code, "CV04"), (Content, "Gặt lúa")]);
            let workbook = workbook.row(SheetKind::Assignments, &[(Code, "CV11"), (Content, "Trồng rừng")]);
            let workbook = workbook.result(&[(Code, "CV05"), (Content, words), (State, "HT")]);
            let [message] = workbook.messages("HS-064").try_into().expect("one message");
            message.arguments.into_iter().find(|(name, _)| *name == "nearest").map(|(_, code)| code)
        };
        assert_eq!(nearest("Trồng rừng").as_deref(), Some("CV11"));
        assert_eq!(nearest("Gặt lúa").as_deref(), Some("CV04"));
        assert_eq!(nearest("Đào mương"), None);
        assert_eq!(nearest("").as_deref(), Some("CV04"));
    }

    #[test]
    fn results_without_tasks_are_not_reported() {
        assert!(TestWorkbook::default().result(&[(Code, "NV-7"), (State, "HT")]).messages("HS-064").is_empty());
    }
}
