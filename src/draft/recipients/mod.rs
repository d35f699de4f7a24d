//! Box 9b: the lines of Nơi nhận.
//!
//! Owns which lines there are: the sheet's as written, else those made from the tasks; and the archive line (NN-08).
//! Must not know who may receive what: `dossier` tells where each stands. Its lines go to the draft.

mod archive;
mod made;
#[cfg(test)]
mod tests;
mod written;

use crate::decree::kinds::DocumentKind;
use crate::diag::Diagnostics;
use crate::paper::Paper;

/// The form that the lines stand in.
#[derive(Clone, Debug)]
pub(super) struct Form<'a> {
    /// The kind of document that is written, which the workbook's need not be.
    pub(super) kind: DocumentKind,
    /// The line that the form begins with (NN-07): `Như trên` below Kính gửi, `Như Điều 3` in a decision.
    pub(super) first_line: Option<String>,
    /// To whom it is sent (box 9a); empty where the form has no Kính gửi.
    pub(super) addressees: &'a [String],
}

/// The lines, without dash and end mark; the archive line is among them.
pub(super) fn lines(paper: Paper, form: &Form, out: &mut Diagnostics) -> Vec<String> {
    let written: Vec<_> = paper.dossier.recipients().iter().filter(|line| line.applies(form.kind)).collect();
    if written.is_empty() { made::lines(paper, form, out) } else { written::lines(&written, paper, form, out) }
}
