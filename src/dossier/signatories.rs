//! The sheet Người ký: who may sign, and for whom.
//!
//! Owns reading its rows. Must not choose among them: `paper` chooses the signer of one paper.

use chrono::NaiveDate;

use super::form::{BodySort, NamedBody, Offices, is_incomplete, is_unmarked, person_name};
use super::period::{LikelyYears, Period};
use super::{cells, days};
use crate::contract::choices::Authority;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Located, Record, Records};
use crate::vietnamese::fold;

/// Who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// Full name, as the form writes it.
    pub name: String,
    /// The name as typed.
    pub typed_name: String,
    /// Position, as typed.
    pub position: String,
    /// The offices that the position names.
    pub offices: Offices,
    /// The authority to sign; `None` where the cell is blank and the position names none.
    pub authority: Option<Authority>,
    /// The row's authority cell, or the row.
    pub at: Place,
    /// The cell of the position.
    pub position_at: Place,
}

impl Signatory {
    /// Whether the name is one in full: more than a given name, no initials.
    #[must_use]
    pub fn has_whole_name(&self) -> bool {
        !is_incomplete(&self.name)
    }

    /// Whether the name was typed without the marks of its letters.
    #[must_use]
    pub fn lacks_marks(&self) -> bool {
        is_unmarked(&self.name)
    }
}

/// A row of the sheet: someone who may sign, and since when.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The signatory, if chosen.
    pub signatory: Signatory,
    /// The first day on which they may sign; `None` sets no limit.
    pub valid_from: Option<Located<NaiveDate>>,
    /// The last day on which they may sign; `None` sets no limit.
    pub valid_to: Option<Located<NaiveDate>>,
    /// The cell of the name.
    pub name_at: Place,
}

impl Candidate {
    /// Whether there is a day on which both may sign.
    fn overlaps(&self, other: &Self) -> bool {
        let is_before = |end: &Option<Located<NaiveDate>>, start: &Option<Located<NaiveDate>>| {
            end.as_ref().zip(start.as_ref()).is_some_and(|(end, start)| end.value < start.value)
        };
        !is_before(&self.valid_to, &other.valid_from) && !is_before(&other.valid_to, &self.valid_from)
    }
}

/// Reads everyone on the sheet.
///
/// # Errors
/// `HS-001` without the sheet, `HS-091` where it is blank; `HS-006` and `HS-015` for a row that can't be read.
pub(super) fn gather(
    records: &Records,
    issuer: Option<&NamedBody>,
    period: Option<&Period>,
    out: &mut Diagnostics,
) -> Result<Vec<Candidate>, Reported> {
    if records.sheet(SheetKind::Signatories).is_none() {
        return Err(super::missing_sheet(records, SheetKind::Signatories, out));
    }
    // The armed forces write a rank before the name (KY-09).
    let keeps_rank = issuer.is_some_and(|issuer| matches!(issuer.sort, BodySort::Police | BodySort::Military));
    let years = period.map(LikelyYears::before);
    let rows = records.rows(SheetKind::Signatories).iter();
    let read: Vec<_> = rows.map(|record| candidate(record, keeps_rank, years, out)).collect();
    let candidates: Result<Vec<Candidate>, Reported> = read.into_iter().collect();
    if let Ok(candidates) = &candidates {
        warn_of_two_chairmen(candidates, out);
    }
    candidates
}

/// HS-261: two people are chairman at once, so that one of them left, or a deputy was mistyped.
fn warn_of_two_chairmen(candidates: &[Candidate], out: &mut Diagnostics) {
    let is_chairman = |candidate: &&Candidate| {
        let key = fold::key(&candidate.signatory.position);
        (key == "chu tich" || key.starts_with("chu tich ")) && !key.contains("pho ")
    };
    let chairmen: Vec<&Candidate> = candidates.iter().filter(is_chairman).collect();
    for (index, later) in chairmen.iter().enumerate() {
        let is_same_post = |other: &&&Candidate| {
            fold::are_alike(&other.signatory.position, &later.signatory.position)
                && !fold::are_alike(&other.signatory.name, &later.signatory.name)
                && other.overlaps(later)
        };
        if let Some(other) = chairmen[..index].iter().find(is_same_post) {
            let message = Diagnostic::warning("HS-261").at(&later.name_at).also_at(&other.name_at);
            let message = message.with("first", &other.signatory.name).with("second", &later.signatory.name);
            out.report(message.with("position", &later.signatory.position));
        }
    }
}

fn candidate(
    record: &Record,
    keeps_rank: bool,
    years: Option<LikelyYears>,
    out: &mut Diagnostics,
) -> Result<Candidate, Reported> {
    let valid_from = days::located_day_of(record, Field::ValidFrom, years, out);
    let valid_to = days::located_day_of(record, Field::ValidTo, years, out);
    let authority = authority(record.text(Field::Authority), out);
    let typed_name = cells::needed_line(record, Field::FullName, out)?;
    let position = cells::needed_line(record, Field::Position, out)?;
    // Two posts on two lines of a cell are two posts.
    let offices = Offices::of(&cells::paragraphs(record, Field::Position).join("; "));
    Ok(Candidate {
        signatory: Signatory {
            name: person_name(&typed_name, keeps_rank),
            typed_name,
            position,
            authority: authority?.or(offices.authority),
            offices,
            at: record.place_of(Field::Authority),
            position_at: record.place_of(Field::Position),
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
