//! The items Chủ đề, Trích yếu and Tên gọi as they are read, with what the clerk is told of it.
//!
//! Owns the messages about these cells. Must not know how a subject is read. `general` takes the items from here.

use super::{NamedPaper, ReadSubject, Subject};
use crate::contract::GeneralKey;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics};
use crate::records::{Cell, Located};
use crate::vietnamese::{fold, text};

/// The subject of the item Chủ đề.
pub(in crate::dossier) fn topic(cell: &Located<Cell>, paper: NamedPaper, out: &mut Diagnostics) -> Subject {
    let typed = text::single_breaks(&cell.value.text);
    let read = super::topic(&typed, paper);
    report(cell, GeneralKey::Topic, &read, read.subject.in_a_sentence(), paper, out);
    read.subject
}

/// The subject of the item Trích yếu.
pub(in crate::dossier) fn of_paper(cell: &Located<Cell>, paper: NamedPaper, out: &mut Diagnostics) -> Subject {
    let typed = text::single_breaks(&cell.value.text);
    let read = super::of_paper(&typed, paper);
    report(cell, GeneralKey::Subject, &read, &read.subject.as_title(), paper, out);
    read.subject
}

fn report(
    cell: &Located<Cell>,
    key: GeneralKey,
    read: &ReadSubject,
    printed: &str,
    paper: NamedPaper,
    out: &mut Diagnostics,
) {
    let typed = text::single_breaks(&cell.value.text);
    if read.was_in_capitals {
        let message = Diagnostic::warning("HS-121").at(&cell.at).with("item", key.title());
        out.report(message.with("printed", printed));
    } else if read.is_shortened {
        let message = Diagnostic::note("HS-120").at(&cell.at).with("item", key.title());
        out.report(message.with("typed", &typed).with("printed", printed));
    }
    if read.has_unknown_capital {
        let words = read.subject.in_a_sentence();
        let mut letters = words.chars();
        let small = letters.next().map(|first| text::lower(&first.to_string())).unwrap_or_default() + letters.as_str();
        let message = Diagnostic::warning("HS-122").at(&cell.at).with("item", key.title());
        out.report(message.with("printed", words).with("small", small));
    }
    if let Some((other, period)) = read.other_period.as_ref().zip(paper.period) {
        out.report(Diagnostic::warning("HS-123").at(&cell.at).with("typed", other).with("period", period.name()));
    }
}

/// The title to print of the item Tên gọi (TL-01, L-40).
///
/// Only a programme has longer names by custom (FORM-02). A report says in its trích yếu whether it is a "sơ kết"
/// (FORM-03); the longer name of any other kind is printed with a warning.
pub(in crate::dossier) fn title(
    cell: &Located<Cell>,
    kind: DocumentKind,
    named: Option<DocumentKind>,
    out: &mut Diagnostics,
) -> String {
    let typed = text::single_breaks(&cell.value.text).trim_end_matches(['.', ';', ':', ',', ' ']).to_owned();
    let key = fold::key(&typed);
    let own = fold::key(kind.name());
    let is_longer = key.starts_with(&format!("{own} "));
    let is_own = key == own || kind == DocumentKind::Programme && is_longer;
    // Another kind has its own message (HS-081).
    if is_own || named.is_some_and(|named| named != kind) {
        return typed;
    }
    if kind == DocumentKind::Report && is_longer {
        let message = Diagnostic::warning("HS-133").at(&cell.at).with("typed", &typed).with("kind", kind.name());
        out.report(message.hint("report"));
        return kind.name().to_owned();
    }
    out.report(Diagnostic::warning("HS-133").at(&cell.at).with("typed", &typed).with("kind", kind.name()));
    typed
}
