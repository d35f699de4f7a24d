//! HS-037: a document is cited that is no longer in force, according to the workbook itself.
//!
//! Why: a ground that was replaced or repealed has no effect, and the paper will be sent back. Source: workbook
//! contract, Căn cứ, Tình trạng, Thay bằng. Not reported for unknown wordings, for a part out of force, since the rest
//! is still in force, and for an end that comes after the day of the document.

use chrono::NaiveDate;

use super::CitedGrounds;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{Ground, Located};
use crate::vietnamese::date::DateShape;
use crate::vietnamese::fold;
use crate::vietnamese::phrase::{PhraseReader, pieces};

/// Wordings for "out of force" without a name, also after "đã". `Thay thế Nghị định …` is different: there the cited
/// document is the new one.
const ALONE: [&str; 6] = ["het hieu luc", "het hieu luc toan bo", "khong con hieu luc", "thay the", "bai bo", "huy bo"];

/// Wordings for "out of force" before the name of the new document.
const WITH_A_NAME: [&str; 4] = ["bi thay the", "duoc thay the", "bi bai bo", "bi huy bo"];

/// A document is cited that is no longer in force.
pub(super) struct GroundOutOfForce;

impl Rule<CitedGrounds<'_>> for GroundOutOfForce {
    fn code(&self) -> &'static str {
        "HS-037"
    }

    fn check(&self, facts: &CitedGrounds, out: &mut Diagnostics) {
        let day = facts.day.map(|day| day.first);
        for ground in facts.grounds {
            let Some(statement) = statement(ground, day) else { continue };
            let message = Diagnostic::warning(self.code()).at(&statement.at).with("text", &statement.value);
            out.report(match new_document(ground) {
                Some(new) => message.with("by", &new.value).hint("replaced"),
                None => message,
            });
        }
    }
}

/// The cell with the statement that the document is out of force: Tình trạng, or Thay bằng where that is blank.
fn statement(ground: &Ground, day: Option<NaiveDate>) -> Option<&Located<String>> {
    match &ground.validity {
        Some(validity) => Some(validity).filter(|validity| {
            let ends_on = end_named(&validity.value);
            is_out_of_force(&validity.value) || ends_on.zip(day).is_some_and(|(end, day)| end <= day)
        }),
        None => new_document(ground),
    }
}

/// Thay bằng, if it names a document: that has a number or a year; "không" and "-" have none.
fn new_document(ground: &Ground) -> Option<&Located<String>> {
    ground.replaced_by.as_ref().filter(|new| new.value.contains(|character: char| character.is_ascii_digit()))
}

fn is_out_of_force(validity: &str) -> bool {
    let key = fold::key(validity);
    let words = key.strip_prefix("da ").unwrap_or(&key);
    let rest = WITH_A_NAME.iter().find_map(|start| words.strip_prefix(start));
    if ALONE.contains(&words) {
        return true;
    }
    // The day on which it ends may still be to come.
    rest.is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || ["boi ", "bang "].iter().any(|word| rest.starts_with(word)) && !rest.contains("tu ngay")
    })
}

/// The day of `hết hiệu lực từ ngày 01/7/2025`, from which the document is out of force.
fn end_named(validity: &str) -> Option<NaiveDate> {
    let pieces = pieces(validity);
    let mut phrase = PhraseReader::new(&pieces);
    phrase.accept("da");
    phrase.require(&["het hieu luc toan bo", "het hieu luc thi hanh", "het hieu luc"])?;
    phrase.require(&["ke tu", "tu"])?;
    let end = DateShape::take(&mut phrase).filter(|_| phrase.is_done())?.checked().ok()?;
    end.in_year(end.year()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{Field, SheetKind};
    use crate::dossier::TestWorkbook;
    use crate::paper::rules::test_workbook::cells_and_hints;

    fn reported(validity: &str, replaced_by: &str) -> Vec<(String, Option<&'static str>)> {
        let ground = [
            (Field::DocumentType, "Nghị định"),
            (Field::NumberSymbol, "110/2004/NĐ-CP"),
            (Field::IssuedOn, "08/4/2004"),
            (Field::Issuer, "Chính phủ"),
            (Field::Subject, "về công tác văn thư"),
            (Field::Validity, validity),
            (Field::ReplacedBy, replaced_by),
        ];
        let workbook = TestWorkbook::programme("quý II năm 2026", &[]).row(SheetKind::Grounds, &ground);
        cells_and_hints(&workbook, "HS-037")
    }

    #[test]
    fn a_ground_out_of_force_is_reported_with_its_replacement() {
        assert_eq!(reported("Hết hiệu lực", ""), [("F2".into(), None)]);
        let replaced = Some("replaced");
        assert_eq!(reported("Bị thay thế", "Nghị định số 30/2020/NĐ-CP"), [("F2".into(), replaced)]);
        assert_eq!(reported("", "Nghị định số 30/2020/NĐ-CP"), [("G2".into(), replaced)]);
    }

    #[test]
    fn the_wordings_that_clerks_use_are_understood() {
        for validity in
            ["ĐÃ HẾT HIỆU LỰC", "đã thay thế", "Đã được thay thế bằng Nghị định 30/2020/NĐ-CP", "Bãi bỏ", "Bị hủy bỏ"]
        {
            assert!(is_out_of_force(validity), "{validity}");
        }
    }

    #[test]
    fn an_end_before_the_document_is_reported() {
        let is_reported = |validity| reported(validity, "") == [("F2".to_owned(), None)];
        assert!(is_reported("Hết hiệu lực từ ngày 05/3/2020"));
        assert!(is_reported("đã hết hiệu lực kể từ 01/4/2026"));
        assert!(!is_reported("Hết hiệu lực từ ngày 02/4/2026"), "the document may be of the day before");
    }

    #[test]
    fn a_ground_in_force_and_unknown_wordings_are_not_reported() {
        for validity in [
            "Còn hiệu lực",
            "Chưa hết hiệu lực",
            "Hết hiệu lực một phần",
            "Bị bãi bỏ một phần",
            "Thay thế Nghị định 110/2004/NĐ-CP",
            "Hết hiệu lực từ ngày 01/01/2027",
            "Bị thay thế bởi Nghị định mới từ ngày 01/01/2027",
            "đang rà soát",
        ] {
            assert!(reported(validity, "").is_empty(), "{validity}");
        }
        for replaced_by in ["", "không", "-", "Chưa có"] {
            assert!(reported("", replaced_by).is_empty(), "{replaced_by}");
        }
        assert!(reported("Còn hiệu lực", "Nghị định số 30/2020/NĐ-CP").is_empty());
    }
}
