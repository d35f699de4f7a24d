//! HS-303: a task or a product is a number without words.
//!
//! Why: the paper prints «a) 12345.» or «sản phẩm: 9»; nobody knows nine of what. Mostly a column was shifted. Source: workbook
//! contract, Nhiệm vụ: what is to be done and what comes of it are words. `task_wording` tells it of a product, at its cell.

use super::TaskFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::nothing::is_number_alone;

/// A task or a product is a number without words.
pub(super) struct TaskWithoutWords;

impl Rule<TaskFacts<'_>> for TaskWithoutWords {
    fn code(&self) -> &'static str {
        "HS-303"
    }

    fn check(&self, facts: &TaskFacts, out: &mut Diagnostics) {
        for task in facts.assignments {
            if let [content] = task.paragraphs.as_slice()
                && is_number_alone(content)
            {
                out.report(Diagnostic::warning(self.code()).at(&task.content_at).with("text", content));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Content, Product};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_numbers_are_reported() {
        let hints = |content, product| {
            let workbook = TestWorkbook::default().task(&[(Content, content), (Product, product)]);
            workbook.messages("HS-303").iter().map(|message| message.hint).collect::<Vec<_>>()
        };
        assert_eq!(hints("12345", "Báo cáo"), [None]);
        assert_eq!(hints("Rà soát", "9"), [Some("product")]);
        assert_eq!(hints("Rà soát 9 hộ", "09 điểm"), [None; 0]);
    }
}
