//! HS-126: the symbol of a document cited does not fit its kind.
//!
//! Why: one of the two was copied from another document, so the reader looks up the wrong one. Source: PL1 II.3 and PL3
//! of the decree, the abbreviation of the kind in the symbol. Not reported for abbreviations that no kind has.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Ground;
use crate::dossier::grounds::{kind, number};

/// The symbol of a document cited does not fit its kind.
pub(super) struct GroundSymbol;

impl Rule<[Ground]> for GroundSymbol {
    fn code(&self) -> &'static str {
        "HS-126"
    }

    fn check(&self, grounds: &[Ground], out: &mut Diagnostics) {
        for ground in grounds {
            let Some(symbol) = &ground.number_symbol else { continue };
            let Some(known) = kind::of_name(&ground.document_type) else { continue };
            let abbreviations = number::abbreviations(symbol);
            let Some(typed) = abbreviations.first().filter(|short| kind::is_abbreviation(short)) else { continue };
            let Some(right) = known.abbreviations.first() else { continue };
            if !known.abbreviations.contains(typed) {
                let message = Diagnostic::warning(self.code()).at(&ground.number_at);
                let message = message.with("kind", &ground.document_type).with("symbol", symbol);
                out.report(message.with("typed", typed).with("right", right));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::{Field, SheetKind};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn reported(kind: &str, symbol: &str) -> usize {
        let ground = [
            (Field::DocumentType, kind),
            (Field::NumberSymbol, symbol),
            (Field::IssuedOn, "15/8/2025"),
            (Field::Issuer, "Sở Nội vụ"),
            (Field::Subject, "về chuyển đổi số"),
        ];
        let workbook = TestWorkbook::programme("quý II năm 2026", &[]).row(SheetKind::Grounds, &ground);
        workbook.messages("HS-126").len()
    }

    #[test]
    fn a_symbol_of_another_kind_is_reported() {
        assert_eq!(reported("Nghị định", "30/2025/NQ-CP"), 1);
        assert_eq!(reported("Kế hoạch", "30/QĐ-UBND"), 1);
        assert_eq!(reported("Nghị quyết", "09-CT/TW"), 1);
    }

    #[test]
    fn fitting_and_unknown_symbols_are_not_reported() {
        for (kind, symbol) in [
            ("Nghị định", "30/2025/NĐ-CP"),
            ("Quy định", "399-QĐ/TW"),
            ("Chương trình hành động", "12-CTrHĐ/ĐU"),
            ("Công văn", "12/UBND-VX"),
            ("Văn bản", "12/SNV-VTLT"),
            ("Kế hoạch", "112"),
        ] {
            assert_eq!(reported(kind, symbol), 0, "{kind} {symbol}");
        }
    }
}
