//! Which kind of document a part of Nội dung and an item of Thông tin chung are about.
//!
//! Owns the parts that speak of one kind alone: its opening, its request, its assessment. Must not know the words of a
//! part, nor where a template prints it. `Paper` leaves out what is another kind's, and `--all` does not take it for a
//! reason to write a paper.

use crate::contract::GeneralKey;
use crate::decree::kinds::DocumentKind;
use crate::vietnamese::fold;

/// The parts that name the document they belong to.
const OF_ONE_DOCUMENT: [&str; 2] = ["Mở đầu", "Kết thúc"];

/// The parts that several kinds have, each about its own matter: the requests of a report are not those of a
/// submission. The last kind has them where the workbook's own kind is none of these.
const OF_SOME_KINDS: [(&str, [DocumentKind; 2]); 2] = [
    ("Kiến nghị", [DocumentKind::ToTrinh, DocumentKind::Report]),
    ("Đánh giá chung", [DocumentKind::Notice, DocumentKind::Report]),
];

/// The kinds that are sent to an addressee: in a workbook of one of these Kính gửi is about it.
const ADDRESSED: [DocumentKind; 3] = [DocumentKind::ToTrinh, DocumentKind::Report, DocumentKind::CongVan];

/// Whether a part of Nội dung is for a document of this kind, in a workbook of another kind or of its own.
#[must_use]
pub fn part_is_for(part: &str, kind: DocumentKind, own: DocumentKind) -> bool {
    let part = fold::key(part);
    let is = |name: &str| fold::key(name) == part;
    if OF_ONE_DOCUMENT.into_iter().any(is) {
        return kind == own;
    }
    let shared = OF_SOME_KINDS.into_iter().find(|(name, kinds)| is(name) && kinds.contains(&kind));
    shared.is_none_or(|(_, kinds)| kind == if kinds.contains(&own) { own } else { kinds[1] })
}

/// Whether the tasks are for a document of this kind: what a meeting concluded, and what a submission proposes, is not
/// issued again as a plan.
#[must_use]
pub fn tasks_are_for(kind: DocumentKind, own: DocumentKind) -> bool {
    let assigns = [DocumentKind::Programme, DocumentKind::Plan, DocumentKind::Decision].contains(&kind);
    !assigns || ![DocumentKind::Notice, DocumentKind::ToTrinh].contains(&own)
}

/// Whether an item of Thông tin chung is for a document of this kind.
#[must_use]
pub fn item_is_for(item: GeneralKey, kind: DocumentKind, own: DocumentKind) -> bool {
    item != GeneralKey::Addressees || kind == own || !ADDRESSED.contains(&own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use DocumentKind::{Notice, Plan, Programme, Report, ToTrinh};

    #[test]
    fn an_opening_is_for_the_workbooks_own_kind() {
        assert!(part_is_for("Mở đầu", Plan, Plan));
        assert!(!part_is_for("mở đầu", Notice, Programme));
        assert!(part_is_for("Mục đích", Plan, Programme));
    }

    #[test]
    fn a_request_is_for_one_kind() {
        let kinds = [Plan, Report, ToTrinh];
        let for_submission = kinds.map(|own| part_is_for("Kiến nghị", ToTrinh, own));
        let for_report = kinds.map(|own| part_is_for("Kiến nghị", Report, own));
        assert_eq!((for_submission, for_report), ([false, false, true], [true, true, false]));
        assert!(!part_is_for("Đánh giá chung", Notice, Report));
    }

    #[test]
    fn the_tasks_of_a_meeting_or_a_submission_are_no_plan() {
        assert!(!tasks_are_for(Plan, Notice) && !tasks_are_for(Programme, ToTrinh));
        assert!(tasks_are_for(Plan, Programme) && tasks_are_for(Report, Notice));
    }

    #[test]
    fn the_addressee_of_a_report_asks_for_no_submission() {
        assert!(!item_is_for(GeneralKey::Addressees, ToTrinh, Report));
        assert!(item_is_for(GeneralKey::Addressees, ToTrinh, Plan));
        assert!(item_is_for(GeneralKey::Subject, ToTrinh, Report));
    }
}
