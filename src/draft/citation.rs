//! The căn cứ block (CC-02 to CC-04).
//!
//! Owns which grounds are in it, and its end marks; `words/citation` words each citation. Must not know a typeface: the
//! layout sets italics.

use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::{Dossier, UsedIn};
use crate::paper::Paper;
use crate::settings::LastGroundMark;
use crate::templates::template::Template;
use crate::templates::words::citation::cite;

/// The lines of the căn cứ block, without their end marks.
pub(super) fn lines(dossier: &Dossier, used_in: UsedIn) -> Vec<String> {
    let grounds = dossier.grounds().iter().filter(|ground| ground.used_in == used_in);
    grounds.map(|ground| format!("Căn cứ {}", cite(ground))).collect()
}

/// Lines of the căn cứ block with their end marks: `;`, the last one as set by the office (CC-03).
pub(super) fn with_marks(lines: Vec<String>, end: LastGroundMark) -> Vec<String> {
    let last = lines.len();
    let marked = lines.into_iter().enumerate().map(|(index, line)| {
        let mark = if index + 1 == last { end.mark() } else { ';' };
        format!("{}{mark}", line.trim_end_matches([';', '.', ',', ' ']))
    });
    marked.collect()
}

/// The grounds printed in the căn cứ block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrintedGrounds {
    /// Those with Dùng ở = Căn cứ.
    Usual,
    /// Those with Dùng ở = Mở đầu, where no other grounds are given: a decision has no opening that could name its
    /// parent document.
    Opening,
    /// None: the template has no such block.
    Nothing,
}

impl PrintedGrounds {
    /// The grounds that a template prints of this workbook.
    pub(super) fn of(paper: Paper, template: &Template) -> Self {
        let has = |used_in| paper.dossier.grounds().iter().any(|ground| ground.used_in == used_in);
        match (template.body.front.has_grounds, paper.kind) {
            (false, _) => Self::Nothing,
            (true, DocumentKind::Decision) if !has(UsedIn::Grounds) => Self::Opening,
            (true, _) => Self::Usual,
        }
    }

    /// Their Dùng ở.
    pub(super) fn used_in(self) -> Option<UsedIn> {
        match self {
            Self::Usual => Some(UsedIn::Grounds),
            Self::Opening => Some(UsedIn::Opening),
            Self::Nothing => None,
        }
    }
}

/// Reports the grounds that the document does not print: its template has no place for them, or the clerk's own text
/// replaces it.
///
/// A parent document that such a text replaces is used by checks only and is not reported.
pub(super) fn note_unprinted(
    dossier: &Dossier,
    is_used: impl Fn(&str) -> bool,
    printed: PrintedGrounds,
    out: &mut Diagnostics,
) {
    for ground in dossier.grounds() {
        let is_unprinted = Some(ground.used_in) != printed.used_in()
            && match ground.used_in {
                UsedIn::Grounds | UsedIn::Tasks => true,
                UsedIn::Opening => !is_used("van_ban_goc"),
                UsedIn::Purpose => !is_used("can_cu_muc_dich") || dossier.prose("Mục đích").is_some(),
            };
        if is_unprinted {
            out.report(Diagnostic::note("VB-003").at(&ground.at).with("ground", cite(ground)));
        }
    }
}
