//! Words the citation of a document (CC-02, CC-04).
//!
//! Owns this wording. Must not know where it is printed: fields and the căn cứ block of `draft` use it.

use crate::dossier::Ground;
use crate::vietnamese::{date, fold};

/// A citation in full: type, number, day, issuer, subject; a law by type, subject and day alone.
pub(crate) fn cite(ground: &Ground) -> String {
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

/// The text without a leading word that the citation has, or will have, elsewhere.
fn without_word<'a>(text: &'a str, word: &str) -> &'a str {
    let starts = text.to_lowercase().starts_with(&format!("{word} "));
    // Vietnamese letters keep their length in lower case, so the word ends at the same byte in both.
    if starts { text.get(word.len() + 1..).unwrap_or(text).trim_start() } else { text }
}

/// Whether the subject begins with the type already ("Luật" "Luật Thư viện").
fn names_itself(document_type: &str, subject: &str) -> bool {
    fold::key(subject).starts_with(&format!("{} ", fold::key(document_type)))
}
