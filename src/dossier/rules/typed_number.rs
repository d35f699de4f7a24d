//! HS-059, HS-160: the text of a task begins with a number or a dash. A single one is taken off (HS-160).
//!
//! Why: the outline numbers every task, so the paper would print `a) 1. Xây dựng`. Source: workbook contract, Nhiệm vụ:
//! tasks are numbered by us. Not reported for a date or a figure that begins the sentence («100% thôn …», «6 tháng …»).

use super::TaskFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::typed_mark::typed_mark;

/// The text of a task begins with a number or a dash.
pub(super) struct TypedNumber;

impl Rule<TaskFacts<'_>> for TypedNumber {
    fn code(&self) -> &'static str {
        "HS-059"
    }

    fn check(&self, facts: &TaskFacts, out: &mut Diagnostics) {
        for task in facts.assignments {
            if let Some(mark) = &task.mark_taken_off {
                out.report(Diagnostic::note("HS-160").at(&task.content_at).with("text", mark));
            } else if let Some(mark) = task.paragraphs.first().and_then(|text| typed_mark(text)) {
                out.report(Diagnostic::warning(self.code()).at(&task.content_at).with("text", mark));
            }
        }
    }
}
