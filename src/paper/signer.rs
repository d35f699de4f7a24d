//! Who signs a paper: the signer named in Thông tin chung, or else the only one who may sign on its day.
//!
//! Owns the choice, and the message where nobody or several may sign. Must not know how the signature is worded:
//! `draft` does. Its output is the paper's signatory.

use chrono::NaiveDate;

use super::document_day::DocumentDay;
use super::rules;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::{Candidate, Dossier, General, Located, Signatory};
use crate::vietnamese::{date, fold};

/// The signer; a named signer who is not valid on the day signs all the same, with a warning.
///
/// # Errors
/// `HS-012` to `HS-014`.
pub(super) fn choose<'a>(
    candidates: &'a [Candidate],
    dossier: &Dossier,
    general: &General,
    day: DocumentDay,
    out: &mut Diagnostics,
) -> Result<&'a Signatory, Reported> {
    let candidates = &each_once(candidates);
    let Some(named) = &general.signatory else {
        return by_day(candidates, dossier, day.last, out).map(|candidate| &candidate.signatory);
    };
    let candidate = by_name(candidates, named, day.last, out)?;
    rules::check_signer(&rules::NamedSigner { candidate, named, day }, out);
    Ok(&candidate.signatory)
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
    day: NaiveDate,
    out: &mut Diagnostics,
) -> Result<&'a Candidate, Reported> {
    let wanted = fold::exact(&named.value);
    let known: Vec<&str> = candidates.iter().map(|candidate| candidate.signatory.name.as_str()).collect();
    let is_meant = |candidate: &&Candidate| fold::exact(&candidate.signatory.name) == wanted;
    let mut matching: Vec<&Candidate> = candidates.iter().copied().filter(is_meant).collect();
    // One person may have two rows: an old post and a new one. The row valid on the day is used.
    if matching.len() > 1 {
        matching.retain(|candidate| is_valid(candidate, day));
        if matching.is_empty() {
            let message = Diagnostic::error("HS-012").at(&named.at).with("day", date::slashed(day));
            return Err(out.fail(message.hint("expired")));
        }
    }
    match matching.as_slice() {
        [candidate] => Ok(candidate),
        [] => {
            let nearest = fold::nearest(&named.value, known);
            Err(out.fail(Diagnostic::error("HS-014").at(&named.at).with("text", &named.value).nearest(nearest)))
        }
        _ => Err(several(&matching, day, out)),
    }
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
