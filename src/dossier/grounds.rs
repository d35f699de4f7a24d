//! The sheet Căn cứ: documents cited, and where.
//!
//! Owns what a citation needs (CC-02: a law is cited without number and issuer). Must not know the wording of a
//! citation. `draft` prints it.

use chrono::NaiveDate;

use super::cells;
use crate::contract::choices::USED_IN;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Located, Record, Records};
use crate::vietnamese::fold;

/// A document cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Its type, as typed: Luật, Nghị định, Kế hoạch …
    pub document_type: String,
    /// Number and symbol; `None` for a law, an ordinance, the constitution.
    pub number_symbol: Option<String>,
    /// Its day.
    pub issued_on: NaiveDate,
    /// The cell of its day.
    pub issued_at: Place,
    /// Its issuer; `None` for a law, an ordinance, the constitution.
    pub issuer: Option<String>,
    /// The cell of its issuer, blank or not.
    pub issuer_at: Place,
    /// Its subject, as typed.
    pub subject: String,
    /// Where it is cited.
    pub used_in: UsedIn,
    /// Tình trạng, as typed: whether it is still in force.
    pub validity: Option<Located<String>>,
    /// Thay bằng, as typed: the document that replaced it.
    pub replaced_by: Option<Located<String>>,
    /// Its row.
    pub at: Place,
}

/// Where a ground is cited (column Dùng ở).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsedIn {
    /// The italic block; also where the cell is blank.
    Grounds,
    /// The parent document of the opening sentence.
    Opening,
    /// Mục đích.
    Purpose,
    /// The tasks.
    Tasks,
}

impl UsedIn {
    /// The meaning of each word of the column, in the contract's order.
    const MEANINGS: [Self; USED_IN.len()] = [Self::Grounds, Self::Opening, Self::Purpose, Self::Tasks];

    fn parse(text: &str) -> Option<Self> {
        let typed_key = fold::key(text);
        let mut known = USED_IN.into_iter().zip(Self::MEANINGS);
        known.find(|(name, _)| fold::key(name) == typed_key).map(|(_, used_in)| used_in)
    }
}

/// Parses the sheet; rows with a mistake are reported and left out.
pub(super) fn check(records: &Records, out: &mut Diagnostics) -> Vec<Ground> {
    records.rows(SheetKind::Grounds).iter().filter_map(|record| ground(record, out).ok()).collect()
}

/// Whether a document of this type is cited by name alone (CC-02).
fn is_law(document_type: &str) -> bool {
    let key = fold::key(document_type);
    ["luat", "bo luat", "phap lenh", "hien phap"].iter().any(|law| key == *law || key.starts_with(&format!("{law} ")))
}

fn ground(record: &Record, out: &mut Diagnostics) -> Result<Ground, Reported> {
    let document_type = cells::needed_line(record, Field::DocumentType, out)?;
    let is_law = is_law(&document_type);
    let number_symbol = if is_law { Ok(None) } else { needed(record, Field::NumberSymbol, out).map(Some) };
    let issuer = if is_law { Ok(None) } else { needed(record, Field::Issuer, out).map(Some) };
    let issued_on = cells::day_of(record, Field::IssuedOn, out);
    let used_in = used_in(record.text(Field::UsedIn), out);
    Ok(Ground {
        document_type,
        number_symbol: number_symbol?,
        issued_on: issued_on?.ok_or_else(|| cells::already_reported(out))?,
        issued_at: record.place_of(Field::IssuedOn),
        issuer: issuer?,
        issuer_at: record.place_of(Field::Issuer),
        subject: cells::needed_line(record, Field::Subject, out)?,
        used_in: used_in?,
        validity: record.text(Field::Validity),
        replaced_by: record.text(Field::ReplacedBy),
        at: record.at.clone(),
    })
}

fn needed(record: &Record, field: Field, out: &mut Diagnostics) -> Result<String, Reported> {
    cells::line(record, field).ok_or_else(|| {
        let message = Diagnostic::error("HS-019").at(&record.place_of(field));
        out.fail(message.with("heading", SheetKind::Grounds.heading(field)))
    })
}

fn used_in(cell: Option<Located<String>>, out: &mut Diagnostics) -> Result<UsedIn, Reported> {
    let Some(cell) = cell else { return Ok(UsedIn::Grounds) };
    UsedIn::parse(&cell.value).ok_or_else(|| {
        let nearest = fold::nearest(&cell.value, USED_IN);
        out.fail(Diagnostic::error("HS-017").at(&cell.at).with("text", &cell.value).nearest(nearest))
    })
}
