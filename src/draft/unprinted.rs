//! Parts of Nội dung, and proposals of units, that the document does not print: they are reported, never dropped silently.
//!
//! Owns the comparison of the clerk's parts with those that the template uses. Must not know the meaning of a part. Its
//! messages go to the clerk.

use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::dossier::Dossier;
use crate::templates::fields;
use crate::vietnamese::fold;

/// Reports every part that the template does not use: as a warning, or as a note where the part belongs to another kind
/// of document.
pub(super) fn report(dossier: &Dossier, is_used: impl Fn(&str) -> bool, out: &mut Diagnostics) {
    for part in dossier.prose_parts() {
        let name = part.field_name();
        if is_used(&name) && !fields::is_computed(&name) {
            continue;
        }
        let printed: Vec<&str> =
            fields::part_fields().filter(|(path, _)| is_used(path)).map(|(_, part)| part).collect();
        let is_known = fields::parts().any(|known| fold::key(known) == fold::key(&part.name));
        let message = if is_known { Diagnostic::note("VB-004") } else { Diagnostic::warning("VB-004") };
        let nearest = if is_known { None } else { fold::nearest(&part.name, fields::parts()) };
        let message = message.at(&part.at).with("part", &part.name).with("parts", printed.join(", "));
        let message = if printed.is_empty() { message.hint("none") } else { message };
        out.report(message.nearest(nearest));
    }
}

/// Reports the proposals of units that the clerk's own part Kiến nghị stands in place of. Those of tasks that go on are
/// printed beside them.
pub(super) fn report_proposals(dossier: &Dossier, is_used: impl Fn(&str) -> bool, out: &mut Diagnostics) {
    let Some(figures) = dossier.figures().filter(|_| is_used("so_lieu.viec_de_xuat") || is_used("so_lieu.de_xuat"))
    else {
        return;
    };
    if dossier.prose("Kiến nghị").is_none() {
        return;
    }
    let closed = figures.tasks().filter(|(_, progress)| !progress.is_carried);
    let reports = closed.flat_map(|(_, progress)| progress.all_reports(figures.completions()));
    let places: Vec<&Place> =
        reports.filter(|report| report.proposal.is_some()).map(|report| &report.proposal_at).collect();
    if let [first, others @ ..] = places.as_slice() {
        let message = Diagnostic::note("VB-040").at(first).with("count", places.len());
        out.report(others.iter().fold(message, |message, at| message.also_at(at)));
    }
}

/// Words the message of one paper about a part for several papers that leave it out: where they print different parts,
/// it lists none of them.
pub fn fit_several_papers(message: &mut Diagnostic, of_another: &Diagnostic) {
    if message.arguments != of_another.arguments && message.hint != Some("nearest") {
        message.hint = Some("several");
    }
}
