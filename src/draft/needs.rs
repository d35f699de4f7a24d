//! What a template says of a workbook before it is rendered: the parts that it needs and the workbook lacks, its own
//! mistakes, the figures that it could not print.
//!
//! Owns these messages. Must not know the wording. `render` reports the parts; where a mistake keeps a paper from being
//! rendered, the clerk is told all of them at once all the same.

use super::SharedWords;
use crate::contract::{GeneralKey, SheetKind};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::dossier::Dossier;
use crate::paper;
use crate::templates::{ChosenTemplate, Need};

/// Reports the parts of the workbook that the templates of this kind need (`VB-001`, `VB-010`) and should have (`VB-013`)
/// and that are missing; parts of which that is not certain are left out.
pub(super) fn report_missing(
    dossier: &Dossier,
    kind: DocumentKind,
    chosen: ChosenTemplate,
    is_certain: impl Fn(Need) -> bool,
    out: &mut Diagnostics,
) {
    let is_missing = |need: &Need| !need.is_met(dossier) && is_certain(*need);
    let mut reported = Vec::new();
    for need in chosen.both().flat_map(|prepared| &prepared.template().body.front.needs).filter(|need| is_missing(need))
    {
        if !reported.contains(&need) {
            reported.push(need);
            out.report(missing(*need, kind, dossier));
        }
    }
    let recommended = &chosen.main.template().body.front.recommended;
    for need in recommended.iter().filter(|need| is_missing(need)) {
        let message = Diagnostic::warning("VB-013").at(dossier.general_at()).with("kind", kind.name());
        let message = message.with("recommended", need);
        out.report(if need.sheet() == SheetKind::Completions { message.hint("results") } else { message });
    }
}

fn missing(need: Need, kind: DocumentKind, dossier: &Dossier) -> Diagnostic {
    let file = Place::file(dossier.general_at().file.clone().unwrap_or_default());
    let message = match need.inside() {
        None => Diagnostic::error("VB-001").at(&file),
        Some(name) => {
            let place = if matches!(need, Need::Item(_)) { dossier.general_at() } else { &file };
            Diagnostic::error("VB-010").at(place).with("item", name)
        }
    };
    message.with("sheet", need.sheet().title()).with("kind", kind.name())
}

/// Reports what the chosen template certainly says of a workbook with other mistakes, so that the clerk corrects all of
/// them at once: missing parts, the template's own mistakes, figures that can't be printed.
pub fn report_foreseeable(
    dossier: &Dossier,
    kind: DocumentKind,
    chosen: ChosenTemplate,
    shared: &SharedWords,
    is_certain: impl Fn(Need) -> bool,
    out: &mut Diagnostics,
) {
    report_missing(dossier, kind, chosen, &is_certain, out);
    // Whether the parts of Nội dung that a template names are there is not known without the sheet.
    if !is_certain(Need::Sheet(SheetKind::Prose)) {
        return;
    }
    let mut uses_figures = false;
    for prepared in chosen.both() {
        uses_figures |= prepared.checked(shared.parts(), out).is_ok_and(|checked| checked.uses_figures);
    }
    let day = GeneralKey::FiguresAsOf;
    let has_no_day = !dossier.has_item(day) && is_certain(Need::Item(day));
    if uses_figures && (dossier.figures().is_some() || has_no_day) {
        let _reported = paper::figures(dossier, out);
    }
}
