//! HS-260: a plan, a programme or a decision is issued in the name of the People's Council.
//!
//! Why: the Council issues resolutions; its programmes and plans are its Standing Board's, and tasks are assigned by the
//! People's Committee. Mostly the wrong body stands in Thông tin chung. Source: Luật Tổ chức chính quyền địa phương.

use super::prose_of_another_paper::ProseFacts;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::BodySort;
use crate::vietnamese::fold;

/// A plan, a programme or a decision is issued in the name of the People's Council.
pub(super) struct CouncilAsIssuer;

impl Rule<ProseFacts<'_>> for CouncilAsIssuer {
    fn code(&self) -> &'static str {
        "HS-260"
    }

    fn check(&self, facts: &ProseFacts, out: &mut Diagnostics) {
        let general = facts.general;
        let assigns = matches!(
            general.kind,
            DocumentKind::Plan | DocumentKind::Programme | DocumentKind::Decision | DocumentKind::Notice
        );
        let issuer = general.issuer.in_full();
        let is_standing_board = fold::key(&issuer).starts_with("thuong truc ");
        if assigns && general.issuer.sort == BodySort::Council && !is_standing_board {
            let message = Diagnostic::warning(self.code()).at(&general.kind_at);
            out.report(message.with("kind", general.kind.name()).with("issuer", issuer));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn a_programme_of_the_committee_is_not_reported() {
        assert!(TestWorkbook::programme("quý I năm 2027", &[]).messages("HS-260").is_empty());
    }
}
