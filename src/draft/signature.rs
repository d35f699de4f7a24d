//! The lines above the signer's name (KY-01 to KY-12).
//!
//! Owns the lines for an authority and a position. Must not know a typeface. They go to the draft.

use super::Signature;
use crate::contract::choices::Authority;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::Signatory;
use crate::settings::DeputyLines;
use crate::templates::words::heads;
use crate::vietnamese::fold;

/// The block for a signer of this body; `body` is the first line of the issuing body's name.
///
/// # Errors
/// `HS-016` where authority and position don't fit.
pub(super) fn block(
    signatory: &Signatory,
    body: &str,
    deputy: DeputyLines,
    out: &mut Diagnostics,
) -> Result<Signature, Reported> {
    let head = head_of(&signatory.position);
    let is_collective = is_collective(body);
    let is_acting = without_acting(&signatory.position) != signatory.position;
    let authority = match (signatory.authority, &head) {
        (Some(authority), _) => authority,
        (None, _) if is_acting => Authority::Acting,
        (None, Some(_)) => Authority::ForHead,
        (None, None) if is_collective => Authority::OnBehalf,
        // The head of a body with a single head signs in their own right: no authority line.
        (None, None) => return Ok(signature(vec![signatory.position.clone()], signatory)),
    };
    if !fits(authority, head.as_deref(), signatory, is_collective) {
        let message = Diagnostic::error("HS-016").at(&signatory.at).with("authority", authority.abbreviation());
        return Err(out.fail(message.with("position", &signatory.position)));
    }
    let lines = match (authority, head) {
        (Authority::OnBehalf | Authority::ForHead, None) => vec![format!("TM. {body}"), signatory.position.clone()],
        (Authority::OnBehalf | Authority::ForHead, Some(head)) => {
            let on_behalf = is_collective && deputy == DeputyLines::CollectiveAndHead;
            let collective = on_behalf.then(|| format!("TM. {body}"));
            collective.into_iter().chain([format!("KT. {head}"), signatory.position.clone()]).collect()
        }
        (Authority::ByOrder | Authority::ByDelegation, head) => by_mandate(authority, head, signatory, body),
        (Authority::Acting, _) => {
            let acting = format!("Q. {}", without_acting(&signatory.position));
            is_collective.then(|| format!("TM. {body}")).into_iter().chain([acting]).collect()
        }
    };
    Ok(signature(lines, signatory))
}

/// Whether a person in this position may sign with this authority: the head for a collective, a deputy for the head of
/// the same body, nobody for themselves.
fn fits(authority: Authority, head: Option<&str>, signatory: &Signatory, is_collective: bool) -> bool {
    let position = without_acting(&signatory.position);
    match (authority, head) {
        (Authority::ForHead, None) | (Authority::Acting, Some(_)) => false,
        (Authority::ForHead | Authority::OnBehalf, Some(head)) => !is_collective || is_chair(head),
        (Authority::ByOrder | Authority::ByDelegation, _) => !is_chair(&signatory.position),
        (Authority::OnBehalf, None) => is_collective && is_chair(position),
        (Authority::Acting, None) => !is_collective || is_chair(position),
    }
}

/// Whether a position is that of a collective's head, with or without other offices of the same person.
fn is_chair(position: &str) -> bool {
    let key = format!(" {} ", fold::key(position));
    let is_head = ["chu tich", "truong ban", "thu truong"].iter().any(|head| key.contains(&format!(" {head} ")));
    is_head && !key.starts_with(" pho ")
}

/// TL. and TUQ.: the head's position, then the signer's own; a deputy of a division also has KT. (KY-06).
fn by_mandate(authority: Authority, head: Option<String>, signatory: &Signatory, body: &str) -> Vec<String> {
    let chief = chief_of(body);
    let first = format!("{} {chief}", authority.abbreviation());
    let deputy_line = head.map(|head| format!("KT. {head}"));
    [first].into_iter().chain(deputy_line).chain([signatory.position.clone()]).collect()
}

/// The position of a body's head; for a chair who issues in their own right, the chair's own.
fn chief_of(body: &str) -> &'static str {
    heads::title_of(body).unwrap_or(if is_collective(body) { "Chủ tịch" } else { "Thủ trưởng" })
}

fn signature(lines: Vec<String>, signatory: &Signatory) -> Signature {
    Signature { lines, name: signatory.name.clone() }
}

/// The position of a deputy's head; `None` for a head.
fn head_of(position: &str) -> Option<String> {
    let mut words = position.split_whitespace();
    if fold::key(words.next()?) != "pho" {
        return None;
    }
    let rest = words.collect::<Vec<_>>().join(" ");
    // The head of a standing deputy, or of one in charge, is the head: KT. is followed by the head's own title (KY-03).
    let added = ["thường trực", "phụ trách"].into_iter().find(|added| rest.to_lowercase().ends_with(added));
    let head = added.map_or(rest.as_str(), |added| rest[..rest.len() - added.len()].trim_end());
    (!head.is_empty()).then(|| head.to_owned())
}

/// "Quyền Chủ tịch" without its first word, which `Q.` replaces.
fn without_acting(position: &str) -> &str {
    match position.split_once(' ') {
        Some((first, rest)) if ["quyen", "q"].contains(&fold::key(first).as_str()) => rest,
        _ => position,
    }
}

fn is_collective(body: &str) -> bool {
    let key = fold::key(body);
    ["uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "ban chi dao", "hoi dong"]
        .iter()
        .any(|collective| key.starts_with(collective))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Place;

    fn lines(position: &str, authority: Option<Authority>, body: &str, deputy: DeputyLines) -> Vec<String> {
        let signatory =
            Signatory { name: "Trần Thị Bình".into(), position: position.into(), authority, at: Place::default() };
        let mut out = Diagnostics::new();
        block(&signatory, body, deputy, &mut out).expect("the position fits").lines
    }

    const COMMITTEE: &str = "Ủy ban nhân dân";
    const BOTH: DeputyLines = DeputyLines::CollectiveAndHead;

    #[test]
    fn the_chair_signs_for_the_collective() {
        assert_eq!(lines("Chủ tịch", None, COMMITTEE, BOTH), ["TM. Ủy ban nhân dân", "Chủ tịch"]);
    }

    #[test]
    fn the_settings_choose_the_lines_of_a_deputy() {
        let standing = lines("Phó Chủ tịch Thường trực", None, COMMITTEE, DeputyLines::HeadOnly);
        assert_eq!(standing, ["KT. Chủ tịch", "Phó Chủ tịch Thường trực"]);
        let three = ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"];
        assert_eq!(lines("Phó Chủ tịch", Some(Authority::ForHead), COMMITTEE, BOTH), three);
        assert_eq!(lines("Phó Chủ tịch", None, COMMITTEE, DeputyLines::HeadOnly), three[1..]);
    }

    #[test]
    fn the_head_of_a_division_signs_without_tm() {
        assert_eq!(lines("Trưởng phòng", None, "Phòng Kinh tế", BOTH), ["Trưởng phòng"]);
        assert_eq!(lines("Phó Trưởng phòng", None, "Phòng Kinh tế", BOTH), ["KT. Trưởng phòng", "Phó Trưởng phòng"]);
    }

    #[test]
    fn mandates_name_the_head_first() {
        let order = lines("Phó Chánh Văn phòng", Some(Authority::ByOrder), COMMITTEE, BOTH);
        assert_eq!(order, ["TL. Chủ tịch", "KT. Chánh Văn phòng", "Phó Chánh Văn phòng"]);
        let acting = lines("Quyền Chủ tịch", Some(Authority::Acting), COMMITTEE, BOTH);
        assert_eq!(acting, ["TM. Ủy ban nhân dân", "Q. Chủ tịch"]);
        assert_eq!(lines("Quyền Chủ tịch", None, COMMITTEE, BOTH), acting);
    }

    #[test]
    fn a_mandate_is_printed_for_every_issuer() {
        for authority in [Authority::ByOrder, Authority::ByDelegation] {
            let short = authority.abbreviation();
            let of_chair = lines("Chánh Văn phòng", Some(authority), "Chủ tịch", BOTH);
            assert_eq!(of_chair, [format!("{short} Chủ tịch"), "Chánh Văn phòng".to_owned()]);
            let of_division = lines("Chuyên viên", Some(authority), "Phòng Kinh tế", BOTH);
            assert_eq!(of_division, [format!("{short} Trưởng phòng"), "Chuyên viên".to_owned()]);
        }
    }

    #[test]
    fn a_head_of_several_offices_signs_for_the_collective() {
        let position = "Bí thư Đảng ủy, Chủ tịch";
        assert_eq!(lines(position, None, COMMITTEE, BOTH), ["TM. Ủy ban nhân dân", position]);
    }

    #[test]
    fn an_authority_that_does_not_fit_is_reported() {
        let misfits = [
            ("Chủ tịch", Authority::ForHead),
            ("Chủ tịch", Authority::ByOrder),
            ("Phó Trưởng phòng", Authority::ForHead),
            ("Phó Chủ tịch", Authority::Acting),
            ("Chánh Văn phòng", Authority::OnBehalf),
            ("Chánh Văn phòng", Authority::Acting),
        ];
        for (position, authority) in misfits {
            let (name, position) = ("A".to_owned(), position.to_owned());
            let signatory = Signatory { name, position, authority: Some(authority), at: Place::default() };
            let mut out = Diagnostics::new();
            assert!(block(&signatory, COMMITTEE, BOTH, &mut out).is_err(), "{signatory:?}");
            assert_eq!(out.messages()[0].code, "HS-016");
        }
    }
}
