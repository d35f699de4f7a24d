//! Who signs a paper: the signer named in Thông tin chung, or else the only one who may sign on its day.
//!
//! Owns the choice, and the message where nobody or several may sign. Must not know how the signature is worded:
//! `draft` does. Its output is the paper's signer.

use chrono::NaiveDate;

use super::document_day::DocumentDay;
use super::rules;
use super::signing_post::{self, Signer};
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::{Candidate, Dossier, General, Located, Offices, Signatory};
use crate::vietnamese::{date, fold};

/// The signer; a named signer who is not valid on the day signs all the same, with a warning.
///
/// # Errors
/// `HS-012` to `HS-014`, `HS-107`.
pub(super) fn choose<'a>(
    candidates: &'a [Candidate],
    dossier: &Dossier,
    general: &General,
    day: DocumentDay,
    out: &mut Diagnostics,
) -> Result<Signer<'a>, Reported> {
    let candidates = &each_once(candidates);
    let Some(named) = &general.signatory else {
        let candidate = by_day(candidates, dossier, day.last, out)?;
        return signing_post::check(candidate, &general.issuer, out);
    };
    let candidate = by_name(candidates, named, general, day.last, out)?;
    rules::check_signer(&rules::NamedSigner { candidate, named, day }, out);
    signing_post::check(candidate, &general.issuer, out)
}

/// The rows without repetitions, as when two files have the same sheet.
fn each_once(candidates: &[Candidate]) -> Vec<&Candidate> {
    let content = |candidate: &Candidate| {
        let Signatory { name, position, authority, .. } = &candidate.signatory;
        let day = |day: &Option<Located<NaiveDate>>| day.as_ref().map(|day| day.value);
        (name.clone(), position.clone(), *authority, day(&candidate.valid_from), day(&candidate.valid_to))
    };
    let mut distinct: Vec<&Candidate> = Vec::new();
    for candidate in candidates {
        if !distinct.iter().any(|other| content(other) == content(candidate)) {
            distinct.push(candidate);
        }
    }
    distinct
}

fn by_name<'a>(
    candidates: &[&'a Candidate],
    named: &Located<String>,
    general: &General,
    day: NaiveDate,
    out: &mut Diagnostics,
) -> Result<&'a Candidate, Reported> {
    let known: Vec<&str> = candidates.iter().map(|candidate| candidate.signatory.typed_name.as_str()).collect();
    let mut matching = of_this_name(candidates, &named.value);
    if matching.is_empty() {
        matching = meant_by(candidates, &named.value, general, day);
    }
    // One person may have two rows: an old post and a new one. The row valid on the day is used.
    if matching.len() > 1 {
        matching.retain(|candidate| is_valid(candidate, day));
        if matching.is_empty() {
            let message = Diagnostic::error("HS-012").at(&named.at).with("day", date::slashed(day));
            return Err(out.fail(message.hint("expired")));
        }
    }
    match matching.as_slice() {
        [candidate] => {
            let name = &candidate.signatory.name;
            if fold::exact(&named.value) != fold::exact(&candidate.signatory.typed_name) && *name != named.value {
                let message = Diagnostic::note("HS-103").at(&named.at).with("text", &named.value);
                out.report(message.also_at(&candidate.name_at).with("name", name));
            }
            Ok(candidate)
        }
        [] => {
            // A given name alone is that of the only person who has it.
            let of_given_name =
                |name: &&str| name.split(' ').next_back().is_some_and(|given| fold::are_alike(given, &named.value));
            let mut given = known.iter().copied().filter(of_given_name);
            let only = given.next().filter(|_| given.next().is_none());
            let nearest = only.or_else(|| fold::nearest(&named.value, known.iter().copied()));
            Err(out.fail(Diagnostic::error("HS-014").at(&named.at).with("text", &named.value).nearest(nearest)))
        }
        _ => Err(several(&matching, day, out)),
    }
}

/// The rows with this name, letter by letter, as typed or as the form writes it.
fn of_this_name<'a>(candidates: &[&'a Candidate], typed: &str) -> Vec<&'a Candidate> {
    let wanted = fold::exact(typed);
    let is_meant = |candidate: &&Candidate| {
        let Signatory { name, typed_name, .. } = &candidate.signatory;
        fold::exact(typed_name) == wanted || fold::exact(name) == wanted
    };
    candidates.iter().copied().filter(is_meant).collect()
}

/// The rows that a text means which is nobody's name: a name with a title or in other capitals, or a post.
fn meant_by<'a>(candidates: &[&'a Candidate], typed: &str, general: &General, day: NaiveDate) -> Vec<&'a Candidate> {
    let key = format!(" {} ", fold::key(typed));
    let contains = |candidate: &&Candidate| {
        let own = format!(" {} ", fold::key(&candidate.signatory.name));
        // "Ông Thắng" is named by the last syllable; "Thiếu tá Đoàn Văn Thắng" has a rank that was not typed.
        let is_addressed =
            is_addressed_by_given_name(&key) && own.split(' ').rev().nth(1) == key.split(' ').rev().nth(1);
        key.contains(&own) || key.matches(' ').count() > 2 && own.ends_with(&key) || is_addressed
    };
    let named: Vec<&Candidate> = candidates.iter().copied().filter(contains).collect();
    if !named.is_empty() {
        return named;
    }
    let offices = Offices::of(typed);
    let Some(wanted) = offices.held_in(&general.issuer) else { return Vec::new() };
    let holds = |candidate: &&Candidate| {
        let held = candidate.signatory.offices.held_in(&general.issuer);
        held.is_some_and(|held| held.office.is_same(wanted.office)) && is_valid(candidate, day)
    };
    candidates.iter().copied().filter(holds).collect()
}
/// Whether a text is a form of address and one syllable: "Ông Thắng", "đ/c Thắng".
fn is_addressed_by_given_name(key: &str) -> bool {
    ["ong", "ba", "anh", "chi", "co", "thay", "dong chi", "d c", "dc"].iter().any(|address| {
        let rest = key.trim().strip_prefix(address).and_then(|rest| rest.strip_prefix(' '));
        rest.is_some_and(|given| !given.is_empty() && !given.contains(' '))
    })
}

fn by_day<'a>(
    candidates: &[&'a Candidate],
    dossier: &Dossier,
    day: NaiveDate,
    out: &mut Diagnostics,
) -> Result<&'a Candidate, Reported> {
    let had_rows = !candidates.is_empty();
    let valid: Vec<&Candidate> = candidates.iter().copied().filter(|candidate| is_valid(candidate, day)).collect();
    match valid.as_slice() {
        [candidate] => Ok(candidate),
        [] => Err(nobody(dossier, day, had_rows, out)),
        _ => Err(several(&valid, day, out)),
    }
}

fn is_valid(candidate: &Candidate, day: NaiveDate) -> bool {
    let has_begun = candidate.valid_from.as_ref().is_none_or(|from| from.value <= day);
    has_begun && candidate.valid_to.as_ref().is_none_or(|to| day <= to.value)
}

fn nobody(dossier: &Dossier, day: NaiveDate, had_rows: bool, out: &mut Diagnostics) -> Reported {
    let message = Diagnostic::error("HS-012").at(dossier.signatories_at()).with("day", date::slashed(day));
    out.fail(if had_rows { message.hint("expired") } else { message })
}

fn several(candidates: &[&Candidate], day: NaiveDate, out: &mut Diagnostics) -> Reported {
    let first = &candidates[0].signatory.name;
    let names: Vec<String> = candidates
        .iter()
        .map(|candidate| format!("{} ({})", candidate.signatory.name, candidate.signatory.position))
        .collect();
    let mut message = Diagnostic::error("HS-013").at(&candidates[0].name_at);
    for other in &candidates[1..] {
        message = message.also_at(&other.name_at);
    }
    let message = message.with("day", date::slashed(day)).with("names", names.join("; ")).with("first", first);
    // If all have one name, naming one of them would name them all.
    let is_one_name = candidates.iter().all(|other| other.signatory.name == *first);
    out.fail(if is_one_name { message.hint("one_name") } else { message })
}
