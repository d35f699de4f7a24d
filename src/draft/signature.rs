//! The lines above the signer's name (KY-01 to KY-12).
//!
//! Owns the lines for an authority and an office. Must not know a typeface, nor how a post is read. They go to the
//! draft.

use super::Signature;
use crate::contract::choices::Authority;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::{BodySort, Held, NamedBody, Signatory, Standing};
use crate::paper::{Paper, Signer};
use crate::settings::DeputyLines;
use crate::vietnamese::fold;
use crate::vietnamese::text::upper;

/// The block for the signer of a paper.
///
/// # Errors
/// `HS-016` where authority and position don't fit.
pub(super) fn block(paper: Paper, deputy: DeputyLines, out: &mut Diagnostics) -> Result<Signature, Reported> {
    of_signer(paper.signer, (&paper.general.issuer, paper.commune.tier), deputy, out)
}

fn of_signer(
    signer: Signer,
    (body, tier): (&NamedBody, &str),
    deputy: DeputyLines,
    out: &mut Diagnostics,
) -> Result<Signature, Reported> {
    let lines = match signer.held {
        Some(held) => of_office(held, signer.signatory.authority, body, deputy),
        None => of_post(signer.signatory, body),
    };
    match lines {
        Ok(lines) => {
            let agency = signer.held.and_then(|held| held.agency);
            let agency_position = agency.map(|office| office.in_agency(tier));
            Ok(Signature { lines, agency_position, name: signer.signatory.name.clone() })
        }
        Err(authority) => {
            let signatory = signer.signatory;
            let message = Diagnostic::error("HS-016").at(&signatory.at).with("authority", authority.abbreviation());
            Err(out.fail(with_words(message.with("position", &signatory.position), signatory, authority, body)))
        }
    }
}

/// The message with the very words that the signer's post goes with.
fn with_words(message: Diagnostic, signatory: &Signatory, authority: Authority, body: &NamedBody) -> Diagnostic {
    let (Some(held), Some(titles)) = (signatory.offices.held_in(body), body.titles()) else { return message };
    let [chief, deputy] = titles;
    let message = message.with("body", body.in_full()).with("head", chief).with("deputy", deputy);
    let message = message.with("title", upper(&held.office.title_in(body)));
    match (held.office.standing, authority) {
        (Standing::Deputy, _) => message.hint("deputy"),
        (_, Authority::OnBehalf) if body.sort == BodySort::Front => message.hint("front"),
        (_, Authority::OnBehalf) => message.hint("alone"),
        (Standing::Head | Standing::Acting, _) => message.hint("head"),
    }
}

/// The lines of the head, the acting head or a deputy of the issuing body; the authority that does not fit otherwise.
fn of_office(
    held: Held,
    given: Option<Authority>,
    body: &NamedBody,
    deputy: DeputyLines,
) -> Result<Vec<String>, Authority> {
    let office = held.office;
    let on_behalf = body.is_collective().then(|| format!("TM. {}", body.authority()));
    let title = || office.title_in(body);
    let acting = || format!("Q. {}", office.head_title_in(body));
    let own = match (office.standing, given) {
        (Standing::Acting, None | Some(Authority::Acting | Authority::OnBehalf))
        | (Standing::Head, Some(Authority::Acting)) => vec![acting()],
        (Standing::Head, None) => vec![title()],
        (Standing::Head, Some(Authority::OnBehalf)) if on_behalf.is_some() => vec![title()],
        (Standing::Deputy, None | Some(Authority::ForHead | Authority::OnBehalf)) => {
            // The settings choose whether a deputy also signs on behalf of the collective (CX-11).
            let lines = [format!("KT. {}", office.head_title_in(body)), title()];
            let whole = on_behalf.filter(|_| deputy == DeputyLines::CollectiveAndHead);
            return Ok(whole.into_iter().chain(lines).collect());
        }
        (_, Some(authority)) => return Err(authority),
    };
    Ok(on_behalf.into_iter().chain(own).collect())
}

/// The lines of somebody who heads nothing here: by order or by delegation, or for a body whose offices are unknown.
fn of_post(signatory: &Signatory, body: &NamedBody) -> Result<Vec<String>, Authority> {
    let position = &signatory.offices.text;
    let head = head_of(position);
    match (signatory.authority, head) {
        (Some(authority @ (Authority::ByOrder | Authority::ByDelegation)), head) => {
            // The head has no head to order him; a deputy of the same body signs for the head (KY-03, KY-05).
            if signatory.offices.is_of_chair() || signatory.offices.held_in(body).is_some() {
                return Err(authority);
            }
            // A deputy of a division also has KT. (KY-06).
            let first = format!("{} {}", authority.abbreviation(), body.head_title());
            let deputy_line = head.map(|head| format!("KT. {head}"));
            Ok([first].into_iter().chain(deputy_line).chain([position.clone()]).collect())
        }
        (None | Some(Authority::ForHead | Authority::OnBehalf), Some(head)) => {
            Ok(vec![format!("KT. {head}"), position.clone()])
        }
        (None, None) => {
            let on_behalf = body.is_collective().then(|| format!("TM. {}", body.authority()));
            Ok(on_behalf.into_iter().chain([position.clone()]).collect())
        }
        (Some(Authority::Acting), None) => Ok(vec![format!("Q. {}", without_acting(position))]),
        (Some(authority), _) => Err(authority),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Place;
    use crate::dossier::Offices;

    fn made(
        position: &str,
        authority: Option<Authority>,
        body: &str,
        deputy: DeputyLines,
    ) -> Result<Vec<String>, &'static str> {
        let (offices, body) = (Offices::of(position), NamedBody::of(body));
        let authority = authority.or(offices.authority);
        let (name, place) = ("Trần Thị Bình".to_owned(), Place::default());
        let signatory = Signatory {
            typed_name: name.clone(),
            name,
            position: position.into(),
            offices,
            authority,
            at: place.clone(),
            position_at: place,
        };
        let is_mandate = matches!(authority, Some(Authority::ByOrder | Authority::ByDelegation));
        let held = signatory.offices.held_in(&body).filter(|_| !is_mandate);
        let mut out = Diagnostics::new();
        let signer = Signer { signatory: &signatory, held };
        of_signer(signer, (&body, "xã"), deputy, &mut out).map(|block| block.lines).map_err(|_| out.messages()[0].code)
    }

    fn lines(position: &str, authority: Option<Authority>, body: &str, deputy: DeputyLines) -> Vec<String> {
        made(position, authority, body, deputy).expect("the position fits")
    }

    const COMMITTEE: &str = "Ủy ban nhân dân xã Cồn Mây";
    const BOTH: DeputyLines = DeputyLines::CollectiveAndHead;

    #[test]
    fn the_chair_signs_for_the_collective() {
        assert_eq!(lines("Chủ tịch", None, COMMITTEE, BOTH), ["TM. Ủy ban nhân dân", "Chủ tịch"]);
    }

    #[test]
    fn the_settings_choose_the_lines_of_a_deputy() {
        let standing = lines("Phó Chủ tịch Thường trực", None, COMMITTEE, DeputyLines::HeadOnly);
        assert_eq!(standing, ["KT. Chủ tịch", "Phó Chủ tịch"]);
        let three = ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"];
        assert_eq!(lines("Phó Chủ tịch", Some(Authority::ForHead), COMMITTEE, BOTH), three);
        assert_eq!(lines("Phó Chủ tịch", None, COMMITTEE, DeputyLines::HeadOnly), three[1..]);
    }

    #[test]
    fn the_head_of_a_division_signs_without_tm() {
        assert_eq!(lines("Trưởng phòng", None, "Phòng Kinh tế", BOTH), ["Trưởng phòng"]);
        assert_eq!(lines("Phó Trưởng phòng", None, "Phòng Kinh tế", BOTH), ["KT. Trưởng phòng", "Phó Trưởng phòng"]);
        let board = lines("Trưởng ban, Chủ tịch UBND xã", None, "Ban Chỉ đạo chuyển đổi số xã Cồn Mây", BOTH);
        assert_eq!(board, ["TM. Ban Chỉ đạo", "Trưởng ban"]);
    }

    #[test]
    fn mandates_name_the_head_first() {
        let order = lines("Phó Chánh Văn phòng", Some(Authority::ByOrder), COMMITTEE, BOTH);
        assert_eq!(order, ["TL. Chủ tịch", "KT. Chánh Văn phòng", "Phó Chánh Văn phòng"]);
        assert_eq!(lines("TL. Chủ tịch, Chánh Văn phòng", None, COMMITTEE, BOTH), ["TL. Chủ tịch", "Chánh Văn phòng"]);
        let acting = lines("Quyền Chủ tịch", Some(Authority::Acting), COMMITTEE, BOTH);
        assert_eq!(acting, ["TM. Ủy ban nhân dân", "Q. Chủ tịch"]);
        assert_eq!(lines("Quyền Chủ tịch", None, COMMITTEE, BOTH), acting);
    }

    #[test]
    fn a_mandate_is_printed_for_every_issuer() {
        for authority in [Authority::ByOrder, Authority::ByDelegation] {
            let short = authority.abbreviation();
            let of_chair = lines("Chánh Văn phòng", Some(authority), "Chủ tịch UBND xã Cồn Mây", BOTH);
            assert_eq!(of_chair, [format!("{short} Chủ tịch"), "Chánh Văn phòng".to_owned()]);
            let of_division = lines("Chuyên viên", Some(authority), "Phòng Kinh tế", BOTH);
            assert_eq!(of_division, [format!("{short} Trưởng phòng"), "Chuyên viên".to_owned()]);
        }
    }

    #[test]
    fn a_head_of_several_offices_signs_with_that_of_the_collective() {
        let lines = lines("Bí thư Đảng ủy, Chủ tịch", None, COMMITTEE, BOTH);
        assert_eq!(lines, ["TM. Ủy ban nhân dân", "Chủ tịch"]);
    }

    #[test]
    fn an_authority_that_does_not_fit_is_reported() {
        for (position, authority, body) in [
            ("Chủ tịch", Authority::ForHead, COMMITTEE),
            ("Chủ tịch", Authority::ByOrder, COMMITTEE),
            ("Phó Chủ tịch", Authority::Acting, COMMITTEE),
            ("Phó Chủ tịch", Authority::ByDelegation, COMMITTEE),
            ("Phó Trưởng phòng", Authority::ByOrder, "Phòng Kinh tế"),
            ("Trưởng phòng", Authority::OnBehalf, "Phòng Kinh tế"),
            ("Trạm trưởng", Authority::OnBehalf, "Trạm Khuyến nông"),
        ] {
            assert_eq!(made(position, Some(authority), body, BOTH), Err("HS-016"), "{position}");
        }
    }
}
