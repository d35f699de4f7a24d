//! HS-086: a result has the code of one task and the content of another.
//!
//! Why: it counts for the task of its code; where the code slipped by a row, two tasks get the wrong result. Source:
//! workbook contract, Kết quả, Mã.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// A result has the code of one task and the content of another.
pub(super) struct CodeOfAnotherTask;

impl Rule<ResultFacts<'_>> for CodeOfAnotherTask {
    fn code(&self) -> &'static str {
        "HS-086"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions {
            let (Some(id), Some(content)) = (&report.id, &report.content) else { continue };
            let (own, others) = (facts.tasks.of_code(&id.value), facts.tasks.of_content(content));
            if let (Some(own), Some(&other)) = (own, others.first())
                && !others.contains(&own)
            {
                let other = &facts.assignments[other];
                let message =
                    Diagnostic::warning(self.code()).at(&id.at).also_at(&report.at).also_at(&other.content_at);
                out.report(message.with("id", &id.value).with("other", other.short_name()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Content, State};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn content_of_another_task_is_reported_at_the_code() {
        let cells_and_hints = |words| {
            let workbook = TestWorkbook::default().row(SheetKind::Assignments, &[(Code, "NV-1"), (Content, "Gặt lúa")]);
            let workbook = workbook.row(SheetKind::Assignments, &[(Code, "NV-2"), (Content, "Trồng rừng")]);
            workbook.result(&[(Code, "NV-1"), (Content, words), (State, "HT")]).cells_and_hints("HS-086")
        };
        assert_eq!(cells_and_hints("Trồng rừng"), [("A2".into(), None)]);
        assert!(
            cells_and_hints("Gặt lúa").is_empty()
                && cells_and_hints("Gặt lúa mùa").is_empty()
                && cells_and_hints("").is_empty()
        );
    }
}
