//! HS-039: the symbol of a Party document lost its hyphen, or is formed like a state body's.
//!
//! Why: a wrong symbol can't be looked up. Source: the Party's rules of form, `number-kind/body`; a state body writes
//! `number/kind-body`.

use crate::decree::symbol::{DocumentSymbol, candidates};
use crate::diag::{Diagnostics, Rule};
use crate::dossier::printed::PrintedText;
use crate::dossier::wording::{Correction, report_corrections};

/// The symbol of a Party document lost its hyphen, or is formed like a state body's.
pub(super) struct PartySymbol;

impl Rule<[PrintedText<'_>]> for PartySymbol {
    fn code(&self) -> &'static str {
        "HS-039"
    }

    fn check(&self, texts: &[PrintedText], out: &mut Diagnostics) {
        report_corrections(self.code(), texts, corrections, out);
    }
}

fn corrections(paragraph: &str) -> Vec<Correction> {
    corrected_symbols(paragraph, DocumentSymbol::corrected_party_symbol)
}

/// The symbols of a paragraph that this function corrects.
pub(super) fn corrected_symbols(paragraph: &str, corrected: fn(&str) -> Option<DocumentSymbol>) -> Vec<Correction> {
    let correction = |range: std::ops::Range<usize>| {
        let symbol = corrected(&paragraph[range.clone()])?;
        Some(Correction { range, with: symbol.to_string() })
    };
    candidates(paragraph).filter_map(correction).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::wording::suggestions;

    #[test]
    fn a_lost_hyphen_is_restored() {
        let text = "nghiêm Quyết định số 23QĐ/TW ngày 30/7/2021 của Bộ Chính trị";
        assert_eq!(suggestions(&PartySymbol, text), ["Quyết định số 23-QĐ/TW ngày 30/7/2021 của"]);
        assert_eq!(suggestions(&PartySymbol, "07CT/TU"), ["07-CT/TU"]);
    }

    #[test]
    fn a_symbol_formed_like_a_state_bodys_is_corrected() {
        assert_eq!(suggestions(&PartySymbol, "Nghị quyết số 18/NQ-TW ngày 25"), ["Nghị quyết số 18-NQ/TW ngày 25"]);
    }

    #[test]
    fn other_symbols_are_left_alone() {
        for text in ["217-QĐ/TW, 64/KH-UBND, 48/2019/QĐ-UBND, 33/KH-BCĐTW", "thửa 12A/TU1, ngõ 5B/12", "QĐ/TW"] {
            assert_eq!(suggestions(&PartySymbol, text), [""; 0], "{text}");
        }
    }
}
