//! The clerk's answers about sheets.
//!
//! Owns how an answer names a kind of sheet. Must not know when a question is asked. `read` asks for the answer of each
//! sheet.

use std::collections::BTreeMap;

use crate::contract::SheetKind;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::vietnamese::fold;

/// The answer that leaves a sheet, or a column, unread.
pub(in crate::records) const LEFT_UNREAD: &str = "bo_qua";

/// The clerk's answers about sheets, from `[doc.trang]` of vanthu.toml: from a sheet's name, in any spelling, to the name
/// of a sheet of the contract (`nhiem_vu` or `Nhiệm vụ`), or to `bo_qua` for a sheet that is not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetAnswers(pub BTreeMap<String, String>);

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::records) enum SheetAnswer {
    /// The sheet is read as this kind.
    Kind(SheetKind),
    /// It is not read.
    LeftAside,
}

impl SheetAnswers {
    /// The answer for a sheet; `None` where the clerk gave none, or one that is reported as unknown.
    pub(in crate::records) fn of(&self, sheet: &str) -> Option<SheetAnswer> {
        let name = fold::exact(sheet);
        let by_name = self.0.get(&name).or_else(|| {
            let mut alike = self.0.iter().filter(|(known, _)| fold::key(known) == fold::key(&name));
            // Of two answers that differ in accents alone, none is certain.
            alike.next().filter(|_| alike.next().is_none()).map(|(_, answer)| answer)
        })?;
        meaning(by_name)
    }

    /// Reports the answers that name no kind of sheet.
    pub(in crate::records) fn report_unknown(&self, out: &mut Diagnostics) {
        for (sheet, answer) in self.0.iter().filter(|(_, answer)| meaning(answer).is_none()) {
            let ids: Vec<String> = kinds().map(id).chain([LEFT_UNREAD.to_owned()]).collect();
            let message = Diagnostic::error("CD-018").at(&Place::file("vanthu.toml")).with("sheet", sheet);
            let nearest = fold::nearest(answer, ids.iter().map(String::as_str));
            out.report(message.with("answer", answer).with("kinds", ids.join(", ")).nearest(nearest));
        }
    }
}

/// The word for a kind in answers: `nhiem_vu`.
pub(in crate::records) fn id(kind: SheetKind) -> String {
    fold::key(kind.title()).replace(' ', "_")
}

fn meaning(answer: &str) -> Option<SheetAnswer> {
    let key = fold::key(answer);
    if key == fold::key(LEFT_UNREAD) {
        return Some(SheetAnswer::LeftAside);
    }
    kinds().find(|kind| fold::key(kind.title()) == key).map(SheetAnswer::Kind)
}

fn kinds() -> impl Iterator<Item = SheetKind> {
    SheetKind::ALL.into_iter().filter(|kind| *kind != SheetKind::Lists)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_names_a_kind_in_any_spelling_or_leaves_the_sheet_aside() {
        let answers = [("NHÁP", "bo_qua"), ("Việc", "nhiem_vu"), ("Thôn Đông", "Nhiệm vụ"), ("x", "nhiem vuu")];
        let answers = SheetAnswers(answers.map(|(sheet, answer)| (sheet.to_owned(), answer.to_owned())).into());
        assert_eq!(answers.of("NHÁP"), Some(SheetAnswer::LeftAside));
        assert_eq!(answers.of("viec"), Some(SheetAnswer::Kind(SheetKind::Assignments)));
        assert_eq!(answers.of("Thôn  Đông"), Some(SheetAnswer::Kind(SheetKind::Assignments)));
        assert_eq!((answers.of("x"), answers.of("khác")), (None, None));
        let mut out = Diagnostics::new();
        answers.report_unknown(&mut out);
        assert_eq!(out.messages().iter().map(|message| message.code).collect::<Vec<_>>(), ["CD-018"]);
        assert_eq!(id(SheetKind::VillageIndicators), "chi_tieu_thon");
    }
}
