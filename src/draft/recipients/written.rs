//! Nơi nhận as the clerk wrote it.
//!
//! Owns setting end marks right, the first line of the form, and what is said about a line that points to nothing.
//! Must not know who has a task. The lines go to the draft.

use super::{Form, archive};
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::{Dossier, Recipient};
use crate::vietnamese::fold;

/// The lines of the sheet for this kind of document; never empty.
pub(super) fn lines(written: &[&Recipient], dossier: &Dossier, form: &Form, out: &mut Diagnostics) -> Vec<String> {
    note_marks(written, out);
    for line in written {
        check_reference(line, form, out);
    }
    let has_reference = written.iter().any(|line| line.is_reference());
    let has_archive = written.iter().any(|line| line.is_archive());
    let first = form.first_line.clone().filter(|_| !has_reference);
    let texts = written.iter().map(|line| line.text.clone());
    first.into_iter().chain(texts).chain((!has_archive).then(|| archive::line(dossier))).collect()
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

/// `Như trên` points at Kính gửi: without it, it points at nothing; and `Như kính gửi` is no word of the form (NN-07).
fn check_reference(line: &Recipient, form: &Form, out: &mut Diagnostics) {
    let key = fold::key(line.name());
    let (points_up, is_wrong_word) = (key == "nhu tren", key == "nhu kinh gui");
    if !points_up && !is_wrong_word {
        return;
    }
    let message = Diagnostic::warning("VB-006").at(&line.at).with("text", &line.text);
    match (form.addressees.is_empty(), is_wrong_word) {
        (true, _) => out.report(message),
        (false, true) => out.report(message.hint("wording")),
        (false, false) => {}
    }
}
