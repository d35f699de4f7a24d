//! HS-106: a sentence names a body that ended with the districts.
//!
//! Why: words taken over from papers before July 2025 give work to bodies that no longer exist (L-72). Source: Luật Tổ
//! chức chính quyền địa phương 2025; Nghị quyết 203/2025/QH15. Titles of documents cited keep the names of their days.

use super::abolished_body::merged;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::form::{abolished, departments};
use crate::dossier::printed::PrintedText;

/// A sentence names a body that ended with the districts.
pub(super) struct AbolishedInProse;

impl Rule<[PrintedText<'_>]> for AbolishedInProse {
    fn code(&self) -> &'static str {
        "HS-106"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        for text in texts {
            if let Some((typed, now)) = text.paragraphs().find_map(departments::in_text) {
                out.report(merged(typed, now, text.at));
            }
            let Some((what, name)) = text.paragraphs().find_map(abolished::in_prose) else { continue };
            out.report(Diagnostic::warning(self.code()).at(text.at).with("name", name).hint(what.hint()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn cells_and_hints(period: &str, task: &str) -> Vec<(String, Option<&'static str>)> {
        TestWorkbook::programme(period, &[]).task(&[(Field::Content, task)]).cells_and_hints("HS-106")
    }

    #[test]
    fn a_body_of_the_old_order_is_reported_from_july_2025_on() {
        let task = "Phối hợp với UBND huyện Hải An rà soát hộ nghèo.";
        assert_eq!(cells_and_hints("quý II năm 2026", task).len(), 1);
        assert!(cells_and_hints("quý I năm 2025", task).is_empty());
        assert!(cells_and_hints("quý II năm 2026", "Sửa đường liên huyện.").is_empty());
    }
}
