//! HS-290: the symbol of a state body's document is formed like a Party document's.
//!
//! Why: a wrong symbol can't be looked up. Source: PL1 II.3 of the decree, a state body writes `number/kind-body`; the Party
//! writes `number-kind/body`.

use super::party_symbol::corrected_symbols;
use crate::decree::symbol::DocumentSymbol;
use crate::diag::{Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::{Correction, report_corrections};

/// The symbol of a state body's document is formed like a Party document's.
pub(super) struct StateSymbol;

impl Rule<[PrintedText<'_>]> for StateSymbol {
    fn code(&self) -> &'static str {
        "HS-290"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        report_corrections(self.code(), texts, corrections, out);
    }
}

fn corrections(paragraph: &str) -> Vec<Correction> {
    corrected_symbols(paragraph, DocumentSymbol::corrected_state_symbol)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::wording::suggestions;

    #[test]
    fn hyphen_and_slash_are_changed_about() {
        assert_eq!(suggestions(&StateSymbol, "Kế hoạch số 112-KH/UBND ngày 15"), ["Kế hoạch số 112/KH-UBND ngày 15"]);
        for text in ["217-QĐ/TW, 64/KH-UBND, 48/2019/QĐ-UBND, 07-CTr/ĐU", "thửa 12A/TU1", "12-KH/BCĐ"] {
            assert_eq!(suggestions(&StateSymbol, text), [""; 0], "{text}");
        }
    }
}
