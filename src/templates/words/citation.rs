//! Words the citation of a document (CC-02, CC-04).
//!
//! Owns the order of its parts. Must not know where it is printed: fields and the căn cứ block of `draft` use it. The
//! parts are written out by `dossier`.

use crate::dossier::Ground;
use crate::vietnamese::date;

/// A citation in full: type, number, day, issuer, subject; a law by type, name and day alone; a resolution of a
/// congress by what is known of it.
pub(crate) fn cite(ground: &Ground) -> String {
    let Ground { document_type, subject, .. } = ground;
    let day = ground.issued_on.map(date::in_words);
    let Some(number) = &ground.number_symbol else {
        let congress = ground.issuer.as_deref().filter(|issuer| !subject.contains(issuer));
        let link = if subject.starts_with("về ") { " " } else { ", " };
        let name = congress.map_or_else(|| subject.clone(), |congress| format!("{congress}{link}{subject}"));
        return [Some(document_type.as_str()), Some(name.as_str()), day.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
    };
    let issuer = ground.issuer.as_ref().map(|issuer| format!("của {issuer}"));
    let parts = [Some(format!("{document_type} số {number}")), day, issuer, Some(subject.clone())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
