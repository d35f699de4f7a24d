//! HS-076: two indicators have one code.
//!
//! Why: the villages' figures name their indicator by it. Source: workbook contract, Chỉ tiêu, Mã. Wrong: «CT-01» in two
//! rows. Right: a code of its own for each.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::doubles::doubles;

/// Two indicators have one code.
pub(super) struct DuplicateIndicatorCode;

impl Rule<ResultFacts<'_>> for DuplicateIndicatorCode {
    fn code(&self) -> &'static str {
        "HS-076"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let codes = facts.indicators.iter().filter_map(|known| known.id.as_ref());
        for double in doubles(codes.map(|code| (code.value.as_str(), &code.at))) {
            let message = Diagnostic::error(self.code()).at(double.at).also_at(double.first);
            out.report(message.with("code", double.word));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Indicator, Measure};
    use crate::contract::SheetKind;
    use crate::dossier::rules::made::Made;

    #[test]
    fn a_code_given_twice_is_told_at_the_second() {
        let row = |code| [(Code, code), (Indicator, "Hộ nghèo"), (Measure, "hộ")];
        let made = Made::default().row(SheetKind::Indicators, &row("CT-1")).row(SheetKind::Indicators, &row("CT-2"));
        assert!(made.told("HS-076").is_empty());
        let made = made.row(SheetKind::Indicators, &row("CT-1"));
        assert_eq!(made.cells_and_hints("HS-076"), [("A4".into(), None)]);
    }
}
