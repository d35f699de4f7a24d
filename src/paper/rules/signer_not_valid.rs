//! HS-036: the named signer may not sign on the day of the document.
//!
//! Why: a document signed by someone who has left the post, or has not taken it yet, is void. Source: workbook
//! contract, Người ký, Hiệu lực từ, Hiệu lực đến. Without any day, only a signer who may sign on no day of the period
//! is reported.

use super::NamedSigner;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::vietnamese::date;

/// The named signer may not sign on the day of the document.
pub(super) struct SignerNotValid;

impl Rule<NamedSigner<'_>> for SignerNotValid {
    fn code(&self) -> &'static str {
        "HS-036"
    }

    fn check(&self, facts: &NamedSigner, out: &mut Diagnostics) {
        let (day, candidate) = (facts.day, facts.candidate);
        let message = Diagnostic::warning(self.code()).at(&facts.named.at).with("name", &candidate.signatory.name);
        if let Some(to) = candidate.valid_to.as_ref().filter(|to| to.value < day.first) {
            let message = message.also_at(&to.at).hint("expired").with("day", date::slashed(day.first));
            out.report(message.with("limit", date::slashed(to.value)));
        } else if let Some(from) = candidate.valid_from.as_ref().filter(|from| day.last < from.value) {
            let message = message.also_at(&from.at).hint("not_yet").with("day", date::slashed(day.last));
            out.report(message.with("limit", date::slashed(from.value)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::{Field, SheetKind};
    use crate::dossier::TestWorkbook;
    use crate::paper::rules::test_workbook::cells_and_hints;

    const NAMED: (&str, &str) = ("Người ký", "Vũ Đình Khoa");

    fn reported(keys: &[(&str, &str)], from: &str, to: &str) -> Vec<(String, Option<&'static str>)> {
        let signer = [
            (Field::FullName, "Vũ Đình Khoa"),
            (Field::Position, "Chủ tịch"),
            (Field::ValidFrom, from),
            (Field::ValidTo, to),
        ];
        let workbook = TestWorkbook::programme("quý II năm 2026", keys).row(SheetKind::Signatories, &signer);
        cells_and_hints(&workbook, "HS-036")
    }

    #[test]
    fn a_signer_outside_the_term_of_office_is_reported() {
        let keys = [NAMED, ("Ngày ban hành", "15/5/2026")];
        assert_eq!(reported(&keys, "01/7/2025", "14/5/2026"), [("B8".into(), Some("expired"))]);
        assert_eq!(reported(&keys, "16/5/2026", ""), [("B8".into(), Some("not_yet"))]);
    }

    #[test]
    fn a_term_of_office_includes_both_days_and_blank_cells_set_no_limit() {
        let keys = [NAMED, ("Ngày ban hành", "15/5/2026")];
        assert!(reported(&keys, "15/5/2026", "15/5/2026").is_empty());
        assert!(reported(&keys, "", "").is_empty());
    }

    #[test]
    fn without_a_day_a_signer_valid_within_the_period_is_not_reported() {
        assert!(reported(&[NAMED], "01/7/2025", "15/5/2026").is_empty());
        assert!(reported(&[NAMED], "15/5/2026", "").is_empty());
        assert_eq!(reported(&[NAMED], "01/7/2025", "31/3/2026").len(), 1);
    }

    #[test]
    fn a_signer_who_is_not_named_is_never_reported() {
        assert!(reported(&[("Ngày ban hành", "15/5/2026")], "16/5/2026", "").is_empty());
    }
}
