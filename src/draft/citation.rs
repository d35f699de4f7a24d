//! How a document is cited (CC-02, CC-04).
//!
//! Owns the wording of a citation and of the căn cứ block. Knows no typeface: italics are the layout's.

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

/// Says which grounds the document prints nowhere, because the clerk's own prose stands in their place.
///
/// A parent document behind such prose serves the checks alone and is not told.
pub(super) fn note_unprinted(dossier: &Dossier, out: &mut Diagnostics) {
    for ground in dossier.grounds() {
        let is_unprinted = match ground.used_in {
            UsedIn::Grounds | UsedIn::Opening => false,
            UsedIn::Purpose => dossier.prose("Mục đích").is_some(),
            UsedIn::Tasks => true,
        };
        if is_unprinted {
            out.report(Diagnostic::note("VB-003").at(&ground.at).with("ground", cite(ground)));
        }
    }
}
