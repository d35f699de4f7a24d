//! Parts of Nội dung that the document does not print: they are reported, never dropped silently.
//!
//! Owns the comparison of the clerk's parts with those that the template uses. Must not know the meaning of a part. Its
//! messages go to the clerk.

use crate::diag::{Diagnostic, Diagnostics};
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

/// Words the message of one paper about a part for several papers that leave it out: where they print different parts,
/// it lists none of them.
pub fn fit_several_papers(message: &mut Diagnostic, of_another: &Diagnostic) {
    if message.arguments != of_another.arguments && message.hint != Some("nearest") {
        message.hint = Some("several");
    }
}
