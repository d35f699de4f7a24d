//! Parts of Nội dung that the document prints nowhere: told, never dropped in silence.
//!
//! Owns comparing what the clerk wrote with what the template asks for. Knows no part's meaning.

use super::template::Template;
use super::{engine, fields};
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::Dossier;
use crate::vietnamese::fold;

/// Parts that the contract knows, for this or another kind of document.
const KNOWN: [&str; 10] = [
    "Mở đầu",
    "Mục đích",
    "Yêu cầu",
    "Kết thúc",
    "Đánh giá chung",
    "Kết quả nổi bật",
    "Tồn tại, hạn chế",
    "Nguyên nhân",
    "Phương hướng",
    "Kiến nghị",
];

/// Reports every part that the template does not ask for: a warning, but a note for a part of another kind's document.
pub(super) fn report(dossier: &Dossier, template: &Template, out: &mut Diagnostics) {
    let mut asked_for = engine::names_asked_for(&template.body);
    asked_for.extend(engine::names_asked_for(&template.front.subject));
    for part in dossier.prose_parts() {
        let name = part.field_name();
        if asked_for.contains(&name) && !fields::is_computed(&name) {
            continue;
        }
        let is_known = KNOWN.iter().any(|known| fold::key(known) == fold::key(&part.name));
        let message = if is_known { Diagnostic::note("VB-004") } else { Diagnostic::warning("VB-004") };
        let nearest = if is_known { None } else { fold::nearest(&part.name, KNOWN) };
        out.report(message.at(&part.at).with("part", &part.name).nearest(nearest));
    }
}
