//! HS-127: the issuer of a document cited does not fit its symbol.
//!
//! Why: one of the two was copied from another document. Source: PL1 II.3 of the decree, the abbreviation of the issuer
//! in the symbol. Only bodies whose abbreviation is the same everywhere are compared.

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Ground;
use crate::dossier::grounds::number;
use crate::vietnamese::fold;

/// Abbreviations with one meaning: what the name of the body has, folded, and how it is written.
const BODIES: [(&str, &[&str], &str); 7] = [
    ("CP", &["chinh phu"], "Chính phủ"),
    ("TTg", &["thu tuong"], "Thủ tướng Chính phủ"),
    ("UBTVQH", &["uy ban thuong vu quoc hoi"], "Ủy ban Thường vụ Quốc hội"),
    ("QH", &["quoc hoi"], "Quốc hội"),
    ("UBND", &["uy ban nhan dan", "ubnd"], "Ủy ban nhân dân …"),
    ("HĐND", &["hoi dong nhan dan", "hdnd"], "Hội đồng nhân dân …"),
    ("TW", &["trung uong", "chinh tri", "bi thu", "dang"], "Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư"),
];

/// The issuer of a document cited does not fit its symbol.
pub(super) struct GroundIssuer;

impl Rule<[Ground]> for GroundIssuer {
    fn code(&self) -> &'static str {
        "HS-127"
    }

    fn check(&self, grounds: &[Ground], out: &mut Diagnostics) {
        for ground in grounds {
            let Some((symbol, issuer)) = ground.number_symbol.as_ref().zip(ground.issuer.as_ref()) else { continue };
            let Some(right) = right_issuer(symbol, issuer) else { continue };
            let message = Diagnostic::warning(self.code()).at(&ground.issuer_at).also_at(&ground.number_at);
            out.report(message.with("issuer", issuer).with("symbol", symbol).with("right", right));
        }
    }
}

/// The body of the symbol, where the issuer is certainly another one.
fn right_issuer(symbol: &str, issuer: &str) -> Option<&'static str> {
    let name = fold::key(issuer);
    let abbreviations = number::abbreviations(symbol);
    let bare = |part: &str| part.trim_end_matches(|letter: char| letter.is_ascii_digit()).to_owned();
    let bodies: Vec<_> =
        abbreviations.iter().filter_map(|part| BODIES.iter().find(|(short, ..)| *short == bare(part))).collect();
    if let Some(right) = ministry(&abbreviations, issuer) {
        return Some(right);
    }
    // A joint document has several bodies, each of which may be named.
    let [(short, names, right)] = bodies.as_slice() else { return None };
    // "Thủ tướng Chính phủ" has the words of the Government too.
    let is_prime_minister = *short == "CP" && name.contains("thu tuong");
    let fits = names.iter().any(|known| name.contains(known)) && !is_prime_minister;
    (!fits).then_some(*right)
}

/// The ministry of a circular's symbol, where the issuer is another ministry. Joint circulars have several.
fn ministry(abbreviations: &[&str], issuer: &str) -> Option<&'static str> {
    let ["TT", short] = abbreviations else { return None };
    let right = crate::dossier::grounds::issuer::abbreviated(short)?;
    let is_other = fold::key(issuer).starts_with("bo ") && !fold::key(issuer).contains(&fold::key(right));
    is_other.then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_body_is_reported() {
        for (symbol, issuer) in [
            ("30/2020/NĐ-CP", "Ủy ban nhân dân tỉnh"),
            ("30/2020/NĐ-CP", "Thủ tướng Chính phủ"),
            ("329/QĐ-TTg", "Chính phủ"),
            ("12/KH-UBND", "Hội đồng nhân dân xã"),
            ("12/NQ-HĐND", "Ủy ban nhân dân xã"),
            ("57-NQ/TW", "Chính phủ"),
            ("203/2025/QH15", "Chính phủ"),
            ("01/2024/TT-BNV", "Bộ Tài chính"),
        ] {
            assert!(right_issuer(symbol, issuer).is_some(), "{symbol} {issuer}");
        }
    }

    #[test]
    fn the_body_of_the_symbol_is_not_reported() {
        for (symbol, issuer) in [
            ("30/2020/NĐ-CP", "Chính phủ"),
            ("329/QĐ-TTg", "Thủ tướng Chính phủ"),
            ("12/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh"),
            ("12/UBND-VX", "Ủy ban nhân dân xã"),
            ("57-NQ/TW", "Bộ Chính trị"),
            ("203/2025/QH15", "Quốc hội"),
            ("12/KH-SNV", "Sở Nội vụ"),
            ("01/2024/TT-BNV", "Bộ Nội vụ"),
            ("01/2024/TT-BNV", "Bộ trưởng Bộ Nội vụ"),
            ("09-NQ/ĐU", "Ban Chấp hành Đảng bộ xã"),
        ] {
            assert_eq!(right_issuer(symbol, issuer), None, "{symbol} {issuer}");
        }
    }
}
