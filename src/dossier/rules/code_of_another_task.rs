//! HS-086: a result has the code of one task and the words of another.
//!
//! Why: it counts for the task of its code; where the code slipped by a row, two tasks get the wrong result. Source:
//! workbook contract, Kết quả, Mã. Wrong: «NV-01» beside the words of «NV-02». Right: the code of the task it speaks of.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// A result has the code of one task and the words of another.
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
                out.report(message.with("id", &id.value).with("other", other.spoken()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Content, State};
    use crate::contract::SheetKind;
    use crate::dossier::rules::made::Made;

    #[test]
    fn words_of_another_task_are_told_at_the_code() {
        let told = |words| {
            let made = Made::default().row(SheetKind::Assignments, &[(Code, "NV-1"), (Content, "Gặt lúa")]);
            let made = made.row(SheetKind::Assignments, &[(Code, "NV-2"), (Content, "Trồng rừng")]);
            made.result(&[(Code, "NV-1"), (Content, words), (State, "HT")]).cells_and_hints("HS-086")
        };
        assert_eq!(told("Trồng rừng"), [("A2".into(), None)]);
        assert!(told("Gặt lúa").is_empty() && told("Gặt lúa mùa").is_empty() && told("").is_empty());
    }
}
