//! HS-041: a district body is given as the issuer of a document dated after districts were abolished.
//!
//! Why: since 01/7/2025 there is no district level, so the issuer or the day is wrong. Source: Nghị quyết
//! 203/2025/QH15. Not reported for thành phố: some are provinces, and the name alone does not show which.

use chrono::NaiveDate;

use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Ground;
use crate::vietnamese::{date, fold};

/// Bodies that each level had, folded: the words before the name of the level.
const BODIES: [&str; 5] = ["ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan", "dang bo"];

/// A district body is given as the issuer of a document dated after districts were abolished.
pub(super) struct GroundOfDistrict;

impl Rule<[Ground]> for GroundOfDistrict {
    fn code(&self) -> &'static str {
        "HS-041"
    }

    fn check(&self, grounds: &[Ground], out: &mut Diagnostics) {
        let gone_since = NaiveDate::from_ymd_opt(2025, 7, 1).expect("the calendar has this day");
        for ground in grounds {
            let Some(issued_on) = ground.issued_on.filter(|day| *day >= gone_since) else { continue };
            let Some(issuer) = ground.issuer.as_deref().filter(|issuer| is_of_district(issuer)) else { continue };
            let message = Diagnostic::warning(self.code()).at(&ground.issuer_at).also_at(&ground.issued_at);
            out.report(message.with("issuer", issuer).with("issued", date::slashed(issued_on)));
        }
    }
}

/// Whether the name is of a body of a district: `UBND huyện …`, `Quận ủy …`, also after another word.
fn is_of_district(issuer: &str) -> bool {
    let lower = fold::exact(&issuer.to_lowercase());
    let marked: Vec<&str> = lower.split(' ').collect();
    let folded: Vec<String> = marked.iter().map(|word| fold::without_marks(word)).collect();
    (0..marked.len()).any(|place| {
        let Some(level) = level_at(&marked[place..]) else { return false };
        let (before, after) = (folded[..place].join(" "), &folded[place + level..]);
        // "Thị xã ủy" was never a name, and "ủy ban" after "đô thị" begins another one.
        let is_party = level == 1 && after.first().is_some_and(|word| word == "uy") && !begins_committee(after);
        let is_body = marked[place] != "thị" || level == 2;
        is_party || is_body && BODIES.iter().any(|body| is_last(&before, body))
    })
}

/// The number of words that name a level here. Quận and thị count only with their diacritics, since `Quân ủy` is
/// another body.
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
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn cells_and_hints(issuer: &str, issued_on: &str) -> Vec<(String, Option<&'static str>)> {
        let ground = [
            (Field::DocumentType, "Kế hoạch"),
            (Field::NumberSymbol, "12/KH-UBND"),
            (Field::IssuedOn, issued_on),
            (Field::Issuer, issuer),
            (Field::Subject, "về chuyển đổi số"),
        ];
        let workbook = TestWorkbook::programme("quý II năm 2026", &[]).row(SheetKind::Grounds, &ground);
        workbook.cells_and_hints("HS-041")
    }

    #[test]
    fn a_district_body_after_the_end_of_districts_is_reported() {
        assert_eq!(cells_and_hints("UBND huyện Sông Ngàn", "15/8/2025"), [("D2".into(), None)]);
        assert_eq!(cells_and_hints("Huyện ủy", "01/7/2025"), [("D2".into(), None)]);
    }

    #[test]
    fn every_spelling_is_recognised() {
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
    fn other_bodies_and_earlier_days_are_not_reported() {
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
        assert!(cells_and_hints("UBND huyện Sông Ngàn", "30/6/2025").is_empty());
    }
}
