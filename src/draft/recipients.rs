//! Box 9b: the lines of Nơi nhận.
//!
//! Owns which lines there are: the sheet's as written, else the units that have a task; and the archive line (NN-08).

use std::collections::BTreeSet;

use crate::contract::dictionary;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::dossier::Dossier;
use crate::vietnamese::fold;

/// What the document is that goes to them.
pub(super) struct Form<'a> {
    /// Its kind.
    pub(super) kind: DocumentKind,
    /// The line that the list begins with; `None` where the form has none (NN-07).
    pub(super) first_line: Option<String>,
    /// To whom it is addressed: they stand in no line of their own.
    pub(super) addressees: &'a [String],
}

/// The lines, without dash and end mark; the archive line is among them.
pub(super) fn lines(dossier: &Dossier, form: &Form, out: &mut Diagnostics) -> Vec<String> {
    let kind = form.kind;
    let written: Vec<_> = dossier.recipients().iter().filter(|recipient| recipient.applies(kind)).collect();
    if written.is_empty() {
        let assignees = assignees(dossier);
        if assignees.is_empty() {
            let file = dossier.general().kind_at.file.clone();
            out.report(Diagnostic::warning("VB-005").at(&Place { file, ..Place::default() }));
        }
        return assignees.into_iter().chain([archive_line(dossier)]).collect();
    }
    let has_archive = written.iter().any(|recipient| recipient.is_archive());
    let last = written.len() - 1;
    for (index, recipient) in written.iter().enumerate() {
        let right = if index == last && has_archive { "." } else { ";" };
        if let Some(typed) = recipient.typed_mark.as_deref().filter(|&typed| typed != right) {
            let message = Diagnostic::note("VB-002").at(&recipient.at).with("text", &recipient.text);
            out.report(message.with("typed", typed).with("right", right));
        }
    }
    let texts = written.iter().map(|recipient| recipient.text.clone());
    texts.chain((!has_archive).then(|| archive_line(dossier))).collect()
}

/// Every unit that has a task or a duty, once, in order.
fn assignees(dossier: &Dossier) -> Vec<String> {
    let of_tasks = dossier.assignments().iter().flat_map(|task| task.lead.iter().chain(&task.support));
    let of_duties = dossier.implementation().iter().filter_map(|duty| duty.recipient_line.clone());
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut lines: Vec<String> = Vec::new();
    for line in of_tasks.map(|party| party.recipient_line.clone()).chain(of_duties) {
        if seen.insert(line.clone()) {
            lines.push(line);
        }
    }
    lines
}

/// `Lưu: VT, VHXH (2)`: the records office, the drafting unit, the kept copies.
fn archive_line(dossier: &Dossier) -> String {
    let general = dossier.general();
    let unit = archive_code(dossier, &general.drafting_unit);
    match general.copies {
        Some(copies) => format!("Lưu: VT, {unit} ({copies})"),
        None => format!("Lưu: VT, {unit}"),
    }
}

/// The drafting unit's abbreviation: of the sheet Đơn vị, else of the units that every commune has, else as typed.
fn archive_code(dossier: &Dossier, drafting_unit: &str) -> String {
    if let Some(code) = dossier.register().find(drafting_unit).and_then(|unit| unit.archive_code.clone()) {
        return code;
    }
    let wanted = fold::key(drafting_unit);
    let known = dictionary()
        .units()
        .iter()
        .find(|unit| [&unit.name, &unit.short].into_iter().chain(&unit.aliases).any(|name| fold::key(name) == wanted));
    known.and_then(|unit| unit.archive_code.clone()).unwrap_or_else(|| drafting_unit.to_owned())
}
