//! HS-020: two tasks have the same code.
//!
//! Why: results and the next period find a task by its code; two tasks with one code would share a result. Source:
//! workbook contract, reading rules.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Assignment;
use crate::dossier::duplicates::duplicates;

/// Two tasks have the same code.
pub(super) struct DuplicateTaskCode;

impl Rule<[Assignment]> for DuplicateTaskCode {
    fn code(&self) -> &'static str {
        "HS-020"
    }

    fn check(&self, assignments: &[Assignment], out: &mut Diagnostics) {
        let codes = assignments.iter().filter_map(|task| task.id.as_ref());
        for duplicate in duplicates(codes.map(|id| (id.value.as_str(), &id.at))) {
            out.report(
                Diagnostic::error(self.code()).at(duplicate.at).also_at(duplicate.first).with("id", duplicate.value),
            );
        }
    }
}
