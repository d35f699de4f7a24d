//! The items Chủ đề, Trích yếu and Tên gọi as they are read, with what the clerk is told of it.
//!
//! Owns the messages about these cells. Must not know how a subject is read. `general` takes the items from here.

use super::acts::{self, TopicOfDeed};
use super::middle_capital;
use super::other::is_about_other;
use super::{NamedPaper, ReadSubject, Subject};
use crate::contract::GeneralKey;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics};
use crate::records::{Cell, Located};
use crate::vietnamese::{fold, text};

/// The subjects of the items Chủ đề and Trích yếu. A topic typed as a trích yếu, "ban hành …", gives both.
pub(in crate::dossier) fn subjects(
    topic_cell: &Located<Cell>,
    subject_cell: Option<&Located<Cell>>,
    paper: NamedPaper,
    out: &mut Diagnostics,
) -> (Subject, Option<Subject>) {
    let typed = text::single_spaced(&topic_cell.value.text);
    let deed = acts::read(&typed, paper);
    let is_said = |cell: &&Located<Cell>| !super::says_nothing(&text::single_spaced(&cell.value.text), paper);
    if let Some(cell) = subject_cell.filter(|cell| !is_said(cell)) {
        let message = Diagnostic::warning("HS-221").at(&cell.at).with("typed", text::single_spaced(&cell.value.text));
        out.report(message);
    }
    let Some(cell) = subject_cell.filter(is_said) else {
        let Some(TopicOfDeed { topic, subject }) = deed else { return (self::topic(topic_cell, paper, out), None) };
        // Of a deed that issues no text the decision itself is told.
        if subject.deed().is_some_and(|deed| deed.text.is_some()) {
            let message = Diagnostic::note("HS-187").at(&topic_cell.at).with("typed", &typed);
            out.report(message.with("subject", subject.as_title()).with("topic", topic.in_a_sentence()));
        }
        return (topic, Some(subject));
    };
    let topic = match deed {
        Some(deed) => {
            let message = Diagnostic::note("HS-120").at(&topic_cell.at).with("item", GeneralKey::Topic.title());
            out.report(message.with("typed", &typed).with("printed", deed.topic.in_a_sentence()));
            deed.topic
        }
        None => self::topic(topic_cell, paper, out),
    };
    let subject = of_paper(cell, paper, out);
    compare(cell, (&subject, &topic), paper, out);
    (topic, Some(subject))
}

/// The subject of the item Chủ đề.
fn topic(cell: &Located<Cell>, paper: NamedPaper, out: &mut Diagnostics) -> Subject {
    let typed = text::single_spaced(&cell.value.text);
    let read = super::topic(&typed, paper);
    report(cell, GeneralKey::Topic, &read, read.subject.in_a_sentence(), paper, out);
    read.subject
}

/// The subject of the item Trích yếu.
fn of_paper(cell: &Located<Cell>, paper: NamedPaper, out: &mut Diagnostics) -> Subject {
    let typed = text::single_spaced(&cell.value.text);
    let read = super::of_paper(&typed, paper);
    report(cell, GeneralKey::Subject, &read, &read.subject.as_title(), paper, out);
    read.subject
}

/// HS-130: a trích yếu that names another kind than the paper's, or is about another thing than its topic.
fn compare(cell: &Located<Cell>, (subject, topic): (&Subject, &Subject), paper: NamedPaper, out: &mut Diagnostics) {
    let message = Diagnostic::warning("HS-130").at(&cell.at);
    let title = subject.as_title();
    let is_plan = |kind| matches!(kind, DocumentKind::Plan | DocumentKind::Programme);
    let named = super::leading_kind(&title).filter(|(name, kind)| {
        let is_other = is_plan(paper.kind) && *kind != paper.kind && (is_plan(*kind) || *kind == DocumentKind::Report);
        is_other
            && !super::begins_name_of_programme(&title)
            && super::is_of_this_paper(title[name.len()..].trim_start())
    });
    if let Some((name, _)) = named {
        out.report(message.with("typed", name).with("kind", paper.title.unwrap_or(paper.kind.name())));
    } else if is_about_other([topic.in_a_sentence()], &title) {
        let message = message.with("typed", &title).with("kind", topic.in_a_sentence());
        out.report(message.hint("subject"));
    }
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
    if let Some(small) = middle_capital::set_right(read.subject.in_a_sentence()) {
        let message = Diagnostic::warning("HS-191").at(&cell.at).with("item", key.title());
        out.report(message.with("printed", printed).with("small", small));
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
    let custom = ["Chương trình hành động", "Chương trình công tác", kind.name()];
    let is_mixed = typed.chars().any(char::is_lowercase);
    let is_meant = |name: &&str| is_own && is_mixed && text::lower(name) == text::lower(&typed) && **name != typed;
    if let Some(name) = custom.into_iter().find(is_meant) {
        let message = Diagnostic::note("HS-100").at(&cell.at).with("item", GeneralKey::PrintedTitle.title());
        out.report(message.with("text", &typed).with("printed", name));
        return name.to_owned();
    }
    // "Chương trình hành động về chuyển đổi số": what it is about stands in the trích yếu.
    let has_subject = custom[..2].iter().any(|name| key.starts_with(&format!("{} ", fold::key(name))));
    // Another kind has its own message (HS-081).
    if is_own && !has_subject || named.is_some_and(|named| named != kind) {
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
