//! Nơi nhận as written by the clerk.
//!
//! Owns correcting end marks, the form's first line, and the messages about a line that refers to nothing. Must not
//! know who has a task. The lines go to the draft.

use super::RecipientForm;
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::Recipient;
use crate::vietnamese::fold;

/// The lines of the sheet for this kind of document; never empty.
pub(super) fn lines(written: &[&Recipient], form: &RecipientForm, out: &mut Diagnostics) -> Vec<String> {
    let written = &in_order(written, form, out);
    note_marks(written, out);
    for line in written {
        if let Some(message) = wrong_reference(line, form) {
            out.report(message);
        }
    }
    let has_reference = written.iter().any(|line| line.is_reference());
    let first = form.first_line.clone().filter(|_| !has_reference);
    let texts = written.iter().map(|line| line.text.clone());
    first.into_iter().chain(texts).collect()
}

/// A `Như trên` that refers to something stands first (NN-07) and the archive line last (NN-08), wherever they were
/// typed: that is a note.
fn in_order<'a>(written: &[&'a Recipient], form: &RecipientForm, out: &mut Diagnostics) -> Vec<&'a Recipient> {
    let is_right = |line: &Recipient| line.is_reference() && wrong_reference(line, form).is_none();
    let place = |line: &Recipient| match (is_right(line), line.is_archive()) {
        (true, _) => 0,
        (_, true) => 2,
        _ => 1,
    };
    let mut ordered = written.to_vec();
    ordered.sort_by_key(|line| place(line));
    for (index, line) in written.iter().enumerate() {
        let (above, below) = (&written[..index], &written[index + 1..]);
        let is_moved = match place(line) {
            0 => above.iter().any(|other| place(other) > 0),
            2 => below.iter().any(|other| place(other) < 2),
            _ => false,
        };
        if is_moved {
            let message = Diagnostic::note("HS-212").at(&line.at).with("text", &line.text);
            out.report(message.hint(if place(line) == 0 { "first" } else { "last" }));
        }
    }
    ordered
}

fn note_marks(written: &[&Recipient], out: &mut Diagnostics) {
    let has_archive = written.iter().any(|line| line.is_archive());
    for (index, line) in written.iter().enumerate() {
        let right = if index + 1 == written.len() && has_archive { "." } else { ";" };
        if let Some(typed) = line.typed_mark.as_deref().filter(|&typed| typed != right) {
            let message = Diagnostic::note("VB-002").at(&line.at).with("text", &line.text);
            out.report(message.with("typed", typed).with("right", right));
        }
    }
}

/// `Như trên` refers to Kính gửi and `Như Điều 3` to an article: without these they refer to nothing. `Như kính gửi` is
/// no phrase of the form (NN-07).
fn wrong_reference(line: &Recipient, form: &RecipientForm) -> Option<Diagnostic> {
    let key = fold::key(line.name());
    let message = Diagnostic::warning("VB-006").at(&line.at).with("text", &line.text);
    let first = form.first_line.as_deref().unwrap_or_default();
    match (key.as_str(), form.addressees.is_empty()) {
        ("nhu tren" | "nhu kinh gui", true) => Some(message),
        ("nhu kinh gui", false) => Some(message.hint("wording")),
        (article, _) if article.starts_with("nhu dieu") && !refers_to(article, first) => {
            let hint = if first.starts_with("Như Điều") { "article" } else { "no_article" };
            Some(message.with("right", first).hint(hint))
        }
        _ => None,
    }
}

/// Whether a line refers to the last article, the one that says who carries the decision out, alone or among others.
fn refers_to(written: &str, first: &str) -> bool {
    let last = fold::key(first);
    let number = last.rsplit(' ').next().unwrap_or_default();
    last.starts_with("nhu dieu") && written.split(' ').any(|word| word == number)
}
