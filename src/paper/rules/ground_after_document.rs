//! HS-038: a document is cited that is younger than the citing document.
//!
//! Why: a document can't rest on one that did not exist yet, so one of the two days is mistyped. Source: workbook
//! contract, Căn cứ, Ngày ban hành. Without any day, the last day of the period is used.

use super::CitedGrounds;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::vietnamese::date;

/// A document is cited that is younger than the citing document.
pub(super) struct GroundAfterDocument;

impl Rule<CitedGrounds<'_>> for GroundAfterDocument {
    fn code(&self) -> &'static str {
        "HS-038"
    }

    fn check(&self, facts: &CitedGrounds, out: &mut Diagnostics) {
        let Some(day) = facts.day else { return };
        for ground in facts.grounds {
            let Some(issued_on) = ground.issued_on.filter(|issued_on| day.last < *issued_on) else { continue };
            let message = Diagnostic::warning(self.code()).at(&ground.issued_at);
            let message = message.with("issued", date::slashed(issued_on)).with("day", date::slashed(day.last));
            out.report(if day.is_written { message } else { message.hint("undated") });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::{Field, SheetKind};
    use crate::dossier::TestWorkbook;
    use crate::paper::rules::test_workbook::cells_and_hints;

    fn reported(keys: &[(&str, &str)], issued_on: &str) -> Vec<(String, Option<&'static str>)> {
        let ground = [(Field::DocumentType, "Luật"), (Field::Subject, "Thư viện"), (Field::IssuedOn, issued_on)];
        let workbook = TestWorkbook::programme("quý II năm 2026", keys).row(SheetKind::Grounds, &ground);
        cells_and_hints(&workbook, "HS-038")
    }

    #[test]
    fn a_ground_after_the_document_is_reported() {
        assert_eq!(reported(&[("Ngày ban hành", "15/5/2026")], "16/5/2026"), [("C2".into(), None)]);
        assert_eq!(reported(&[("Ngày chốt số liệu", "15/5/2026")], "16/5/2026"), [("C2".into(), Some("undated"))]);
        assert_eq!(reported(&[], "01/7/2026"), [("C2".into(), Some("undated"))]);
    }

    #[test]
    fn a_ground_of_the_same_day_or_of_the_period_is_not_reported() {
        assert!(reported(&[("Ngày ban hành", "15/5/2026")], "15/5/2026").is_empty());
        assert!(
            reported(&[("Ngày ban hành", "15/5/2026"), ("Ngày chốt số liệu", "01/5/2026")], "10/5/2026").is_empty()
        );
        assert!(reported(&[], "30/6/2026").is_empty());
    }

    #[test]
    fn without_complete_general_information_no_ground_is_reported() {
        assert!(reported(&[("Ngày ban hành", "32/5/2026")], "01/7/2036").is_empty());
    }
}
