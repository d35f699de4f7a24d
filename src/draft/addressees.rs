//! Box 9a: the addressees (NN-03, NN-04).
//!
//! Owns who may be addressed by a kind of document. Must not know how the lines look. They go to the draft.

use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::{BodyKind, Commune};
use crate::paper::Paper;

/// The addressees that a document of this kind may have. A report is addressed only to higher bodies (NN-01); others
/// are left out and reported.
pub(super) fn for_kind(addressees: Vec<String>, paper: Paper, out: &mut Diagnostics) -> Vec<String> {
    if paper.kind != DocumentKind::Report {
        note_left_out(&addressees, paper, out);
        return addressees;
    }
    let commune = paper.commune;
    let issuer = paper.general.issuing_body.value.join(" ");
    let is_lower = |name: &String| commune.is_same_body(&issuer, name) || is_below(name, commune);
    let (lower, higher): (Vec<String>, Vec<String>) = addressees.into_iter().partition(is_lower);
    if !lower.is_empty() {
        let at = paper.general.addressees_at.clone().unwrap_or_default();
        out.report(Diagnostic::warning("VB-015").at(&at).with("addressees", lower.join("; ")));
    }
    higher
}

/// A plan, a programme, a decision and a notice have no addressees (NN-01). Said of the paper that the workbook names:
/// for another paper of the same workbook the addressees were not typed.
fn note_left_out(addressees: &[String], paper: Paper, out: &mut Diagnostics) {
    let general = paper.general;
    if addressees.is_empty() && !general.addressees.is_empty() && paper.kind == general.kind {
        let at = general.addressees_at.clone().unwrap_or_default();
        let message = Diagnostic::note("HS-210").at(&at).with("addressees", general.addressees.join("; "));
        out.report(message.with("kind", paper.kind.name()));
    }
}

/// Whether a body is known not to be above the issuer. For unknown bodies the clerk's entry is kept.
fn is_below(name: &str, commune: &Commune) -> bool {
    use BodyKind::{
        Association, Centre, Clinic, Front, Group, Leaders, Military, Office, Police, School, Secretariat, Village,
    };
    let below = |kind: BodyKind| match kind {
        Office | Centre | Police | Military | Clinic | School | Village | Group | Association | Front => true,
        // For a division, the leaders of the Committee and its office are above it.
        Leaders | Secretariat => commune.is_issuer,
        _ => false,
    };
    let covered = Commune::covered_by(name);
    if covered.is_empty() { below(commune.kind_of_body(name)) } else { covered.into_iter().all(below) }
}
