//! The sheet Người ký: who signs, and in whose stead.
//!
//! Owns choosing the signer by name or by the day of the document. Knows no wording of the lines: `draft` writes them.

use chrono::NaiveDate;

use super::General;
use super::cells;
use crate::contract::choices::AUTHORITIES;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Located, Record, Records};
use crate::vietnamese::{date, fold};

/// Who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// Full name, as typed.
    pub name: String,
    /// Position, as typed.
    pub position: String,
    /// On whose behalf; `None` where the cell is blank.
    pub authority: Option<Authority>,
    /// The row's authority cell, or the row.
    pub at: Place,
}

/// The authority to sign (KY-01 to KY-05).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// TM.: for the collective.
    OnBehalf,
    /// KT.: a deputy for the head.
    ForHead,
    /// TL.: by order of the head.
    ByOrder,
    /// TUQ.: by delegated authority.
    ByDelegation,
    /// Q.: acting head.
    Acting,
}

impl Authority {
    /// Every authority with its abbreviation.
    pub const ALL: [Self; 5] = [Self::OnBehalf, Self::ForHead, Self::ByOrder, Self::ByDelegation, Self::Acting];

    /// As the column and the signature have it: `KT.`
    #[must_use]
    pub fn abbreviation(self) -> &'static str {
        AUTHORITIES[self as usize]
    }

    fn parse(text: &str) -> Option<Self> {
        let wanted = fold::key(text);
        Self::ALL.into_iter().find(|authority| fold::key(authority.abbreviation()) == wanted)
    }
}

/// A row of the sheet: someone who may sign, and since when.
pub(super) struct Candidate {
    /// Who signs, if chosen.
    pub(super) signatory: Signatory,
    /// The first day on which they may.
    pub(super) valid_from: Option<Located<NaiveDate>>,
    /// The last day on which they may.
    pub(super) valid_to: Option<Located<NaiveDate>>,
    name_at: Place,
}

/// Reads everyone on the sheet.
///
/// # Errors
/// `HS-001` without the sheet; `HS-006` and `HS-015` for a row that can't be read.
pub(super) fn gather(records: &Records, out: &mut Diagnostics) -> Result<Vec<Candidate>, Reported> {
    if records.sheet(SheetKind::Signatories).is_none() {
        return Err(super::missing_sheet(records, SheetKind::Signatories, out));
    }
    let read: Vec<_> = records.rows(SheetKind::Signatories).iter().map(|record| candidate(record, out)).collect();
    read.into_iter().collect()
}

/// The signer named in Thông tin chung, else the only one valid on the day.
///
/// # Errors
/// `HS-012` to `HS-014`.
pub(super) fn choose(
    candidates: Vec<Candidate>,
    records: &Records,
    general: &General,
    day: NaiveDate,
    out: &mut Diagnostics,
) -> Result<Candidate, Reported> {
    let candidates = each_once(candidates);
    match &general.signatory {
        Some(named) => by_name(candidates, named, day, out),
        None => by_day(candidates, records, day, out),
    }
}

/// The rows without those that say the same again, as where two files hold the same sheet.
fn each_once(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let said = |candidate: &Candidate| {
        let Signatory { name, position, authority, .. } = &candidate.signatory;
        let day = |day: &Option<Located<NaiveDate>>| day.as_ref().map(|day| day.value);
        (name.clone(), position.clone(), *authority, day(&candidate.valid_from), day(&candidate.valid_to))
    };
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        if !kept.iter().any(|other| said(other) == said(&candidate)) {
            kept.push(candidate);
        }
    }
    kept
}

fn candidate(record: &Record, out: &mut Diagnostics) -> Result<Candidate, Reported> {
    let valid_from = cells::located_day_of(record, Field::ValidFrom, out);
    let valid_to = cells::located_day_of(record, Field::ValidTo, out);
    let authority = authority(record.text(Field::Authority), out);
    Ok(Candidate {
        signatory: Signatory {
            name: cells::needed_line(record, Field::FullName, out)?,
            position: cells::needed_line(record, Field::Position, out)?,
            authority: authority?,
            at: record.place_of(Field::Authority),
        },
        valid_from: valid_from?,
        valid_to: valid_to?,
        name_at: record.place_of(Field::FullName),
    })
}

fn authority(cell: Option<Located<String>>, out: &mut Diagnostics) -> Result<Option<Authority>, Reported> {
    let Some(cell) = cell else { return Ok(None) };
    let parsed = Authority::parse(&cell.value);
    parsed.map(Some).ok_or_else(|| out.fail(Diagnostic::error("HS-015").at(&cell.at).with("text", &cell.value)))
}

fn by_name(
    candidates: Vec<Candidate>,
    named: &Located<String>,
    day: NaiveDate,
    out: &mut Diagnostics,
) -> Result<Candidate, Reported> {
    let wanted = fold::exact(&named.value);
    let known: Vec<String> = candidates.iter().map(|candidate| candidate.signatory.name.clone()).collect();
    let mut matching: Vec<Candidate> =
        candidates.into_iter().filter(|candidate| fold::exact(&candidate.signatory.name) == wanted).collect();
    // One person may stand in two rows: an old post and a new one. The row valid on the day is meant.
    if matching.len() > 1 {
        matching.retain(|candidate| is_valid(candidate, day));
        if matching.is_empty() {
            let message = Diagnostic::error("HS-012").at(&named.at).with("day", date::slashed(day));
            return Err(out.fail(message.hint("expired")));
        }
    }
    match matching.len() {
        1 => Ok(matching.remove(0)),
        0 => {
            let nearest = fold::nearest(&named.value, known.iter().map(String::as_str));
            Err(out.fail(Diagnostic::error("HS-014").at(&named.at).with("text", &named.value).nearest(nearest)))
        }
        _ => Err(several(&matching, day, out)),
    }
}

fn by_day(
    mut candidates: Vec<Candidate>,
    records: &Records,
    day: NaiveDate,
    out: &mut Diagnostics,
) -> Result<Candidate, Reported> {
    let had_rows = !candidates.is_empty();
    candidates.retain(|candidate| is_valid(candidate, day));
    match candidates.len() {
        1 => Ok(candidates.remove(0)),
        0 => Err(nobody(records, day, had_rows, out)),
        _ => Err(several(&candidates, day, out)),
    }
}

fn is_valid(candidate: &Candidate, day: NaiveDate) -> bool {
    let has_begun = candidate.valid_from.as_ref().is_none_or(|from| from.value <= day);
    has_begun && candidate.valid_to.as_ref().is_none_or(|to| day <= to.value)
}

fn nobody(records: &Records, day: NaiveDate, had_rows: bool, out: &mut Diagnostics) -> Reported {
    let place = records.sheet(SheetKind::Signatories).map(|sheet| sheet.at.clone()).unwrap_or_default();
    let message = Diagnostic::error("HS-012").at(&place).with("day", date::slashed(day));
    out.fail(if had_rows { message.hint("expired") } else { message })
}

fn several(candidates: &[Candidate], day: NaiveDate, out: &mut Diagnostics) -> Reported {
    let names: Vec<String> = candidates
        .iter()
        .map(|candidate| format!("{} ({})", candidate.signatory.name, candidate.signatory.position))
        .collect();
    let mut message = Diagnostic::error("HS-013").at(&candidates[0].name_at);
    for other in &candidates[1..] {
        message = message.also_at(&other.name_at);
    }
    let message = message.with("day", date::slashed(day));
    let message = message.with("names", names.join("; ")).with("first", &candidates[0].signatory.name);
    // Naming one of them would name them all.
    let is_one_name = candidates.iter().all(|other| other.signatory.name == candidates[0].signatory.name);
    out.fail(if is_one_name { message.hint("one_name") } else { message })
}
