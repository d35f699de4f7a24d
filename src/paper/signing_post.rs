//! The post and the name with which the chosen signer signs: set right, with a note that shows both.
//!
//! Owns the messages about them. Must not know who may sign on which day: `signer` chooses. Its output is the signer
//! with the office held in the issuing body.

use crate::contract::choices::Authority;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::{BodySort, Candidate, Held, NamedBody, Signatory, Standing};
use crate::vietnamese::text::{single_spaced, upper};

/// The signer of a paper.
#[derive(Clone, Copy, Debug)]
pub struct Signer<'a> {
    /// The row of Người ký.
    pub signatory: &'a Signatory,
    /// The office held in the issuing body; `None` where they sign by order, or where its offices are not known.
    pub held: Option<Held<'a>>,
}

/// The signer of a paper of this body.
///
/// # Errors
/// `HS-107` where the post is none of this body.
pub(super) fn check<'a>(
    candidate: &'a Candidate,
    issuer: &NamedBody,
    out: &mut Diagnostics,
) -> Result<Signer<'a>, Reported> {
    let signatory = &candidate.signatory;
    if single_spaced(&signatory.typed_name) != signatory.name {
        let message = Diagnostic::note("HS-102").at(&candidate.name_at).with("text", &signatory.typed_name);
        out.report(message.with("printed", &signatory.name));
    }
    if signatory.lacks_marks() {
        out.report(Diagnostic::warning("HS-181").at(&candidate.name_at).with("name", &signatory.name).hint("unmarked"));
    }
    if !signatory.has_whole_name() {
        out.report(Diagnostic::warning("HS-181").at(&candidate.name_at).with("name", &signatory.name));
    }
    if matches!(signatory.authority, Some(Authority::ByOrder | Authority::ByDelegation)) {
        return Ok(Signer { signatory, held: None });
    }
    let held = signatory.offices.held_in(issuer);
    match held {
        Some(held) => note_printed(signatory, held, issuer, out),
        None if has_unknown_offices(signatory, issuer) => {}
        None => return Err(another_body(signatory, issuer, out)),
    }
    Ok(Signer { signatory, held })
}

/// Whether the body may have the post, whose title is not known: it is printed as typed.
fn has_unknown_offices(signatory: &Signatory, issuer: &NamedBody) -> bool {
    use BodySort::{Board, Centre, Committee, Council, Division, Secretariat};
    let has_titles = matches!(issuer.sort, Committee | Council | Division | Secretariat | Centre | Board);
    !has_titles && (issuer.titles().is_none() || !signatory.offices.is_known())
}

fn note_printed(signatory: &Signatory, held: Held, issuer: &NamedBody, out: &mut Diagnostics) {
    let (office, typed) = (held.office, upper(&single_spaced(&signatory.position)));
    let own = office.title_in(issuer);
    let title = upper(&own);
    let is_as_typed = match office.standing {
        Standing::Acting => typed == format!("QUYỀN {title}") || typed == format!("Q. {title}"),
        Standing::Head | Standing::Deputy => typed == title,
    };
    if is_as_typed || held.agency.is_some() {
        return;
    }
    let printed = match office.standing {
        Standing::Head => own,
        Standing::Acting => format!("Q. {own}"),
        Standing::Deputy => format!("KT. {} / {own}", office.head_title_in(issuer)),
    };
    let message = Diagnostic::note("HS-101").at(&signatory.position_at).with("text", &signatory.position);
    out.report(message.with("printed", upper(&printed)));
}

/// A post of another body, with the words that a signer of this one would have.
fn another_body(signatory: &Signatory, issuer: &NamedBody, out: &mut Diagnostics) -> Reported {
    let [head, deputy] = issuer.titles().unwrap_or_else(|| ["Thủ trưởng", "Phó Thủ trưởng"].map(str::to_owned));
    let message = Diagnostic::error("HS-107").at(&signatory.position_at).with("position", &signatory.position);
    let message = message.with("body", issuer.in_full()).with("head", head).with("deputy", deputy);
    let is_board = issuer.sort == BodySort::Board && signatory.offices.is_known();
    let tier = issuer.tier().unwrap_or("xã");
    out.fail(if is_board { message.hint("board").with("tier", tier) } else { message })
}
