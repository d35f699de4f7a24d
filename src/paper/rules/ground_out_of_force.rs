//! HS-037: a document cited is, by the workbook itself, no longer in force.
//!
//! Why: a ground that was replaced or repealed carries nothing, and whoever checks the paper sends it back. Source:
//! workbook contract, Căn cứ, Tình trạng, Thay bằng. Wrong: Tình trạng «Hết hiệu lực». Right: the document in force.
//! Silent for words that are not known, for a part out of force, since the rest still carries, and for an end that is
//! still to come on the day of the document.

use chrono::NaiveDate;

use super::CitedGrounds;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{Ground, Located};
use crate::vietnamese::date::DateShape;
use crate::vietnamese::fold;
use crate::vietnamese::phrase::{PhraseReader, pieces};

/// Words that say so alone, also behind "đã". `Thay thế Nghị định …` is another thing: there the document is the new one.
const ALONE: [&str; 6] = ["het hieu luc", "het hieu luc toan bo", "khong con hieu luc", "thay the", "bai bo", "huy bo"];

/// Words that say so whatever the new document's name behind them is.
const WITH_A_NAME: [&str; 4] = ["bi thay the", "duoc thay the", "bi bai bo", "bi huy bo"];

/// A document cited is no longer in force.
pub(super) struct GroundOutOfForce;

impl Rule<CitedGrounds<'_>> for GroundOutOfForce {
    fn code(&self) -> &'static str {
        "HS-037"
    }

    fn check(&self, facts: &CitedGrounds, out: &mut Diagnostics) {
        let day = facts.day.map(|day| day.first);
        for ground in facts.grounds {
            let Some(told_by) = told_by(ground, day) else { continue };
            let message = Diagnostic::warning(self.code()).at(&told_by.at).with("text", &told_by.value);
            out.report(match new_document(ground) {
                Some(new) => message.with("by", &new.value).hint("replaced"),
                None => message,
            });
        }
    }
}

/// The cell that says the document is out of force: Tình trạng, or Thay bằng where that is blank.
fn told_by(ground: &Ground, day: Option<NaiveDate>) -> Option<&Located<String>> {
    match &ground.standing {
        Some(standing) => Some(standing).filter(|standing| {
            let ends_on = end_named(&standing.value);
            is_out_of_force(&standing.value) || ends_on.zip(day).is_some_and(|(end, day)| end <= day)
        }),
        None => new_document(ground),
    }
}

/// Thay bằng, where it names a document: one has a number or a year, "không" and "-" have none.
fn new_document(ground: &Ground) -> Option<&Located<String>> {
    ground.replaced_by.as_ref().filter(|new| new.value.contains(|character: char| character.is_ascii_digit()))
}

fn is_out_of_force(standing: &str) -> bool {
    let key = fold::key(standing);
    let words = key.strip_prefix("da ").unwrap_or(&key);
    let rest = WITH_A_NAME.iter().find_map(|start| words.strip_prefix(start));
    if ALONE.contains(&words) {
        return true;
    }
    // A day from which it ends may still be to come.
    rest.is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || ["boi ", "bang "].iter().any(|word| rest.starts_with(word)) && !rest.contains("tu ngay")
    })
}

/// The day of `hết hiệu lực từ ngày 01/7/2025`, from which a document carries nothing.
fn end_named(standing: &str) -> Option<NaiveDate> {
    let pieces = pieces(standing);
    let mut phrase = PhraseReader::new(&pieces);
    phrase.takes("da");
    phrase.needs(&["het hieu luc toan bo", "het hieu luc thi hanh", "het hieu luc"])?;
    phrase.needs(&["ke tu", "tu"])?;
    let end = DateShape::take(&mut phrase).filter(|_| phrase.is_done())?.checked().ok()?;
    end.in_year(end.year()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{Field, SheetKind};
    use crate::dossier::TestWorkbook;
    use crate::paper::rules::test_workbook::cells_and_hints;

    fn told(standing: &str, replaced_by: &str) -> Vec<(String, Option<&'static str>)> {
        let ground = [
            (Field::DocumentType, "Nghị định"),
            (Field::NumberSymbol, "110/2004/NĐ-CP"),
            (Field::IssuedOn, "08/4/2004"),
            (Field::Issuer, "Chính phủ"),
            (Field::Subject, "về công tác văn thư"),
            (Field::Standing, standing),
            (Field::ReplacedBy, replaced_by),
        ];
        let workbook = TestWorkbook::programme("quý II năm 2026", &[]).row(SheetKind::Grounds, &ground);
        cells_and_hints(&workbook, "HS-037")
    }

    #[test]
    fn a_ground_out_of_force_is_told_with_what_replaced_it() {
        assert_eq!(told("Hết hiệu lực", ""), [("F2".into(), None)]);
        let replaced = Some("replaced");
        assert_eq!(told("Bị thay thế", "Nghị định số 30/2020/NĐ-CP"), [("F2".into(), replaced)]);
        assert_eq!(told("", "Nghị định số 30/2020/NĐ-CP"), [("G2".into(), replaced)]);
    }

    #[test]
    fn the_words_clerks_use_are_known() {
        for standing in
            ["ĐÃ HẾT HIỆU LỰC", "đã thay thế", "Đã được thay thế bằng Nghị định 30/2020/NĐ-CP", "Bãi bỏ", "Bị hủy bỏ"]
        {
            assert!(is_out_of_force(standing), "{standing}");
        }
    }

    #[test]
    fn an_end_that_has_come_is_told() {
        let began = |standing| told(standing, "") == [("F2".to_owned(), None)];
        assert!(began("Hết hiệu lực từ ngày 05/3/2020"));
        assert!(began("đã hết hiệu lực kể từ 01/4/2026"));
        assert!(!began("Hết hiệu lực từ ngày 02/4/2026"), "the document may be of the day before");
    }

    #[test]
    fn words_that_say_otherwise_or_are_not_known_are_silent() {
        for standing in [
            "Còn hiệu lực",
            "Chưa hết hiệu lực",
            "Hết hiệu lực một phần",
            "Bị bãi bỏ một phần",
            "Thay thế Nghị định 110/2004/NĐ-CP",
            "Hết hiệu lực từ ngày 01/01/2027",
            "Bị thay thế bởi Nghị định mới từ ngày 01/01/2027",
            "đang rà soát",
        ] {
            assert!(told(standing, "").is_empty(), "{standing}");
        }
        for replaced_by in ["", "không", "-", "Chưa có"] {
            assert!(told("", replaced_by).is_empty(), "{replaced_by}");
        }
        assert!(told("Còn hiệu lực", "Nghị định số 30/2020/NĐ-CP").is_empty());
    }
}
