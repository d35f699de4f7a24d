//! HS-076: two indicators have the same code.
//!
//! Why: the villages' figures refer to their indicator by its code. Source: workbook contract, Chỉ tiêu, Mã.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::duplicates::duplicates;

/// Two indicators have the same code.
pub(super) struct DuplicateIndicatorCode;

impl Rule<ResultFacts<'_>> for DuplicateIndicatorCode {
    fn code(&self) -> &'static str {
        "HS-076"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let codes = facts.indicators.iter().filter_map(|known| known.id.as_ref());
        for duplicate in duplicates(codes.map(|code| (code.value.as_str(), &code.at))) {
            let message = Diagnostic::error(self.code()).at(duplicate.at).also_at(duplicate.first);
            out.report(message.with("code", duplicate.value));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Indicator, Measure};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn a_code_given_twice_is_reported_at_the_second() {
        let row = |code| [(Code, code), (Indicator, "Hộ nghèo"), (Measure, "hộ")];
        let workbook =
            TestWorkbook::default().row(SheetKind::Indicators, &row("CT-1")).row(SheetKind::Indicators, &row("CT-2"));
        assert!(workbook.messages("HS-076").is_empty());
        let workbook = workbook.row(SheetKind::Indicators, &row("CT-1"));
        assert_eq!(workbook.cells_and_hints("HS-076"), [("A4".into(), None)]);
    }
}
