//! HS-041: a district body is said to have issued a document after the districts were gone.
//!
//! Why: since 01/7/2025 there is no district level, so the issuer or the day is wrong. Source: Nghị quyết 203/2025/QH15.
//! Wrong: UBND huyện Sông Ngàn, 15/8/2025. Right: the province's or the commune's body. Silent for thành phố: some are
//! provinces, and a name alone does not tell.

use chrono::NaiveDate;

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Ground;
use crate::vietnamese::{date, fold};

/// Bodies that each level had, folded, as the words before the level's name.
const BODIES: [&str; 5] = ["ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan", "dang bo"];

/// A district body is said to have issued a document after the districts were gone.
pub(super) struct GroundOfDistrict;

impl Rule<[Ground]> for GroundOfDistrict {
    fn code(&self) -> &'static str {
        "HS-041"
    }

    fn check(&self, grounds: &[Ground], out: &mut Diagnostics) {
        let gone_since = NaiveDate::from_ymd_opt(2025, 7, 1).expect("the calendar has this day");
        for ground in grounds.iter().filter(|ground| ground.issued_on >= gone_since) {
            let Some(issuer) = ground.issuer.as_deref().filter(|issuer| is_of_district(issuer)) else { continue };
            let message = Diagnostic::warning(self.code()).at(&ground.issuer_at).also_at(&ground.issued_at);
            out.report(message.with("issuer", issuer).with("issued", date::slashed(ground.issued_on)));
        }
    }
}

/// Whether the name is of a body of a district: `UBND huyện …`, `Quận ủy …`, also behind another word.
fn is_of_district(issuer: &str) -> bool {
    let lower = fold::exact(&issuer.to_lowercase());
    let marked: Vec<&str> = lower.split(' ').collect();
    let folded: Vec<String> = marked.iter().map(|word| fold::without_marks(word)).collect();
    (0..marked.len()).any(|place| {
        let Some(level) = level_at(&marked[place..]) else { return false };
        let (before, after) = (folded[..place].join(" "), &folded[place + level..]);
        // Thị xã ủy was never a name, and "ủy ban" behind "đô thị" begins another one.
        let is_party = level == 1 && after.first().is_some_and(|word| word == "uy") && !begins_committee(after);
        let is_body = marked[place] != "thị" || level == 2;
        is_party || is_body && BODIES.iter().any(|body| is_last(&before, body))
    })
}

/// How many words of a level's name stand here; quận and thị count with their marks alone, for `Quân ủy` is another.
fn level_at(words: &[&str]) -> Option<usize> {
    match words {
        ["thị", "xã", ..] => Some(2),
        ["huyện" | "huyen" | "quận" | "thị", ..] => Some(1),
        _ => None,
    }
}

fn begins_committee(words: &[String]) -> bool {
    words.get(1).is_some_and(|word| word == "ban")
}

fn is_last(text: &str, body: &str) -> bool {
    text.strip_suffix(body).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{Field, SheetKind};
    use crate::dossier::rules::made::Made;

    fn told(issuer: &str, issued_on: &str) -> Vec<(String, Option<&'static str>)> {
        let ground = [
            (Field::DocumentType, "Kế hoạch"),
            (Field::NumberSymbol, "12/KH-UBND"),
            (Field::IssuedOn, issued_on),
            (Field::Issuer, issuer),
            (Field::Subject, "về chuyển đổi số"),
        ];
        let made = Made::programme("quý II năm 2026", &[]).row(SheetKind::Grounds, &ground);
        made.cells_and_hints("HS-041")
    }

    #[test]
    fn a_district_body_after_its_end_is_told() {
        assert_eq!(told("UBND huyện Sông Ngàn", "15/8/2025"), [("D2".into(), None)]);
        assert_eq!(told("Huyện ủy", "01/7/2025"), [("D2".into(), None)]);
    }

    #[test]
    fn every_spelling_is_known() {
        for issuer in [
            "ỦY BAN NHÂN DÂN HUYỆN SÔNG NGÀN",
            "Uỷ ban nhân dân quận 3",
            "UBND thị xã Bến Hạc",
            "HĐND huyện",
            "Hội đồng nhân dân quận Đông",
            "Ban Thường vụ Huyện ủy Sông Ngàn",
            "Quận uỷ 3",
            "Thị ủy Bến Hạc",
            "Ban Chấp hành Đảng bộ huyện",
            "Chủ tịch UBND huyen Song Ngan",
        ] {
            assert!(is_of_district(issuer), "{issuer}");
        }
    }

    #[test]
    fn other_bodies_and_days_before_are_silent() {
        for issuer in [
            "Ủy ban nhân dân xã",
            "UBND xã Quân Chu",
            "Quân ủy Trung ương",
            "UBND thành phố Bến Hạc",
            "Ủy ban nhân dân tỉnh Sông Ngàn",
            "Phòng Quản lý đô thị Ủy ban nhân dân thành phố",
            "UBND phường Huyền Sơn",
            "Thị trấn",
            "Bộ Nội vụ",
        ] {
            assert!(!is_of_district(issuer), "{issuer}");
        }
        assert!(told("UBND huyện Sông Ngàn", "30/6/2025").is_empty());
    }
}
