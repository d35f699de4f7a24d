//! The căn cứ block (CC-02 to CC-04).
//!
//! Owns which grounds stand in it, and its marks; how one is cited is `words/citation`. Knows no typeface: italics are the layout's.

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

/// Lines of the căn cứ block with their end marks: `;`, the last as the office has it (CC-03).
pub(super) fn with_marks(lines: Vec<String>, end: LastGroundMark) -> Vec<String> {
    let last = lines.len();
    let marked = lines.into_iter().enumerate().map(|(index, line)| {
        let mark = if index + 1 == last { end.mark() } else { ';' };
        format!("{}{mark}", line.trim_end_matches([';', '.', ',', ' ']))
    });
    marked.collect()
}

/// Which grounds stand in the căn cứ block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrintedGrounds {
    /// Those of Dùng ở = Căn cứ.
    Usual,
    /// Those of Dùng ở = Mở đầu: a decision has no opening to name its parent document in, and no other ground is given.
    Opening,
    /// None: the form has no such block.
    Nothing,
}

impl PrintedGrounds {
    /// What a template prints of this workbook.
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

/// Says which grounds the document prints nowhere: its form has no place for them, or the clerk's own prose stands there.
///
/// A parent document behind such prose serves the checks alone and is not told.
pub(super) fn note_unprinted(
    dossier: &Dossier,
    is_asked: impl Fn(&str) -> bool,
    printed: PrintedGrounds,
    out: &mut Diagnostics,
) {
    for ground in dossier.grounds() {
        let is_unprinted = Some(ground.used_in) != printed.used_in()
            && match ground.used_in {
                UsedIn::Grounds | UsedIn::Tasks => true,
                UsedIn::Opening => !is_asked("van_ban_goc"),
                UsedIn::Purpose => !is_asked("can_cu_muc_dich") || dossier.prose("Mục đích").is_some(),
            };
        if is_unprinted {
            out.report(Diagnostic::note("VB-003").at(&ground.at).with("ground", cite(ground)));
        }
    }
}
