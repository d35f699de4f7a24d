//! How a document is cited (CC-02, CC-04).
//!
//! Owns the wording of a citation and of the căn cứ block. Knows no typeface: italics are the layout's.

use std::collections::BTreeSet;

use super::paper::Paper;
use super::template::Template;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::{Dossier, Ground, UsedIn};
use crate::settings::LastGroundMark;
use crate::vietnamese::{date, fold};

/// A citation in full: type, number, day, issuer, subject; a law by type, subject and day alone.
pub(super) fn cite(ground: &Ground) -> String {
    let day = date::in_words(ground.issued_on);
    let document_type = without_word(&ground.document_type, "căn cứ");
    let subject = ground.subject.trim_end_matches([';', '.', ',', ' ']);
    let number = ground.number_symbol.as_deref().map(|number| without_word(number, "số"));
    let issuer = ground.issuer.as_deref().map(|issuer| without_word(issuer, "của"));
    match (number, issuer) {
        (Some(number), Some(issuer)) => format!("{document_type} số {number} {day} của {issuer} {subject}"),
        _ if names_itself(document_type, subject) => format!("{subject} {day}"),
        _ => format!("{document_type} {subject} {day}"),
    }
}

/// The text without a word at its start that the citation has already, or will have, in its own place.
fn without_word<'a>(text: &'a str, word: &str) -> &'a str {
    let starts = text.to_lowercase().starts_with(&format!("{word} "));
    // Vietnamese letters keep their length in lower case, so the word ends where it ends in either.
    if starts { text.get(word.len() + 1..).unwrap_or(text).trim_start() } else { text }
}

/// Whether the subject begins with the type already ("Luật" "Luật Thư viện").
fn names_itself(document_type: &str, subject: &str) -> bool {
    fold::key(subject).starts_with(&format!("{} ", fold::key(document_type)))
}

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
    asked: &BTreeSet<String>,
    printed: PrintedGrounds,
    out: &mut Diagnostics,
) {
    let is_asked = |field: &str| asked.contains(field);
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
