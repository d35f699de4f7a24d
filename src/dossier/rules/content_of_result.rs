//! HS-145: a result has the code of a task and words that are not that task's.
//!
//! Why: the paper prints the task as Nhiệm vụ words it, with this result; the words here are printed nowhere. Where the
//! code slipped by a row, the result is another task's. Source: workbook contract, Kết quả, Nội dung nhiệm vụ. The words
//! of another task are HS-086; a shortened wording is not reported.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::vietnamese::fold;

/// A result has the code of a task and words that are not that task's.
pub(super) struct ContentOfResult;

impl Rule<ResultFacts<'_>> for ContentOfResult {
    fn code(&self) -> &'static str {
        "HS-145"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions {
            let (Some(id), Some(content)) = (&report.id, &report.content) else { continue };
            let Some(task) = facts.tasks.of_code(&id.value).map(|task| &facts.assignments[task]) else { continue };
            if facts.tasks.of_content(content).is_empty() && !is_wording_of(content, &task.paragraphs.join(" ")) {
                let message = Diagnostic::warning(self.code()).at(&report.at).also_at(&task.content_at);
                out.report(message.with("id", &id.value).with("content", content));
            }
        }
    }
}

/// Whether most words of the shorter text are in the other, too.
fn is_wording_of(text: &str, task: &str) -> bool {
    let words = |text: &str| fold::key(text).split(' ').map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    let (one, other) = (words(text), words(task));
    let common = one.intersection(&other).count();
    common * 2 >= one.len().min(other.len())
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Content, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_other_words_are_reported() {
        let cells = |content| {
            let workbook = TestWorkbook::default().task(&[(Code, "NV-1"), (Content, "Rà soát hộ nghèo, hộ cận nghèo")]);
            workbook.result(&[(Code, "NV-1"), (Content, content), (State, "HT")]).cells_and_hints("HS-145")
        };
        assert_eq!(cells("Tập huấn kỹ năng số"), [("B2".into(), None)]);
        for content in ["Rà soát hộ nghèo…", "rà soát hộ nghèo, hộ cận nghèo.", "", "1. Rà soát hộ nghèo"]
        {
            assert!(cells(content).is_empty(), "{content}");
        }
    }
}
