//! HS-263: the outcome of a task is a bare number, a day, or TRUE.
//!
//! Why: the report prints «rà soát máy tính: 46.» or «TRUE.»; nobody knows 46 of what. Mostly a column was shifted. Source:
//! workbook contract, Kết quả, Kết quả thực hiện, which is words. In a table with a planned figure, what was reached is
//! one too.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// The outcome of a task is a bare number, a day, or TRUE.
pub(super) struct OutcomeWithoutWords;

impl Rule<ResultFacts<'_>> for OutcomeWithoutWords {
    fn code(&self) -> &'static str {
        "HS-263"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions.iter().filter(|report| report.target.is_none()) {
            let Some(outcome) = report.outcome.as_ref().filter(|outcome| is_bare(outcome)) else { continue };
            out.report(Diagnostic::warning(self.code()).at(&report.outcome_at).with("text", outcome));
        }
    }
}

fn is_bare(outcome: &str) -> bool {
    let has_words = outcome.chars().any(char::is_alphabetic);
    matches!(outcome, "TRUE" | "FALSE") || !has_words && outcome.chars().any(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Outcome, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_an_outcome_without_words_is_reported() {
        let cells = |outcome| {
            let row = [(Code, "NV-1"), (State, "Đang thực hiện"), (Outcome, outcome)];
            TestWorkbook::default().result(&row).cells_and_hints("HS-263").len()
        };
        assert_eq!(["46", "TRUE", "18/01/2027", "70%", "3.120/4.450"].map(cells), [1; 5]);
        assert_eq!(["46 máy", "Đã xong", "", "02 lớp, 91 người"].map(cells), [0; 4]);
    }
}
