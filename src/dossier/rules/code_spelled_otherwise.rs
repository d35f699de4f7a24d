//! HS-141: the code of a result differs from that of its task by case, blanks, dashes or leading zeros alone.
//!
//! Why: only one task can be meant, so the row counts for it; the clerk sees both spellings. Source: workbook contract,
//! reading rules, Results. A code that fits two tasks is asked for by HS-064.

use super::ResultFacts;
use crate::diag::{Diagnostics, Rule};
use crate::dossier::code_key;

/// The code of a result differs from that of its task by case, blanks, dashes or leading zeros alone.
pub(super) struct CodeSpelledOtherwise;

impl Rule<ResultFacts<'_>> for CodeSpelledOtherwise {
    fn code(&self) -> &'static str {
        "HS-141"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions {
            let Some(id) = report.id.as_ref().filter(|id| !facts.tasks.has_exactly(&id.value)) else { continue };
            let task = facts.tasks.of_code(&id.value).map(|task| &facts.assignments[task]);
            if let Some(meant) = task.and_then(|task| task.id.as_ref()) {
                out.report(code_key::note(id, &meant.value));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn cells(code: &str, message: &str) -> Vec<String> {
        let workbook = TestWorkbook::default().task(&[(Code, "CDS-01")]).task(&[(Code, "7")]).task(&[(Code, "07")]);
        let found = workbook.result(&[(Code, code), (State, "HT")]).cells_and_hints(message);
        found.into_iter().map(|(cell, hint)| format!("{cell} {}", hint.unwrap_or_default())).collect()
    }

    #[test]
    fn another_spelling_of_one_code_is_taken_with_a_note() {
        for code in ["cds-01", "CDS 01", "CDS–1"] {
            assert_eq!(cells(code, "HS-141"), ["A2 "], "{code}");
            assert!(cells(code, "HS-064").is_empty(), "{code}");
        }
        assert!(cells("CDS-01", "HS-141").is_empty());
    }

    #[test]
    fn a_code_that_fits_two_tasks_is_asked_for() {
        assert!(cells("007", "HS-141").is_empty());
        assert_eq!(cells("007", "HS-064"), ["A2 alike"]);
        assert!(cells("07", "HS-141").is_empty());
    }
}
