//! The sheet Căn cứ: documents cited, and where.
//!
//! Owns what a citation needs (CC-02: a law is cited without number and issuer) and which cell gives each part. Must
//! not know the wording of a citation. `draft` prints it.

pub(super) mod issuer;
pub(super) mod kind;
mod known_names;
mod laws;
mod line;
mod no_document;
pub(super) mod number;
mod reported;
mod wording;

use chrono::NaiveDate;

use super::cells;
use super::period::{LikelyYears, Period};
use crate::contract::choices::USED_IN;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Located, Record, Records};
use crate::vietnamese::capitals::from_capitals;
use crate::vietnamese::fold;
use laws::KnownLaw;
use line::CitationParts;

/// A document cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Its type, written out: Luật, Nghị định, Kế hoạch …
    pub document_type: String,
    /// Number and symbol; `None` for a law, an ordinance, the constitution, a resolution of a congress.
    pub number_symbol: Option<String>,
    /// The cell of its number, blank or not.
    pub number_at: Place,
    /// Its day; `None` for a resolution of a congress.
    pub issued_on: Option<NaiveDate>,
    /// The cell of its day.
    pub issued_at: Place,
    /// Its issuer, written out; `None` for a law, an ordinance, the constitution.
    pub issuer: Option<String>,
    /// The cell of its issuer, blank or not.
    pub issuer_at: Place,
    /// Its subject, as read behind the issuer; the name of a law or a congress.
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

impl Ground {
    /// Whether it is cited by name alone: a law, an ordinance, the constitution (CC-02).
    #[must_use]
    pub fn is_law(&self) -> bool {
        kind::is_law(&self.document_type)
    }
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
pub(super) fn check(records: &Records, period: Option<&Period>, out: &mut Diagnostics) -> Vec<Ground> {
    let rows = records.rows(SheetKind::Grounds).iter();
    rows.filter_map(|record| ground(record, records, period, out).ok()).collect()
}

/// The cells that may hold a whole citation, in the order in which they are looked at.
const PASTED_IN: [Field; 6] =
    [Field::NumberSymbol, Field::DocumentType, Field::Subject, Field::Issuer, Field::IssuedOn, Field::Ordinal];

/// The cells of a row, and the citations typed in one of them.
struct GroundCells<'a> {
    record: &'a Record,
    /// The cells that hold several parts.
    parts: Vec<(Field, CitationParts)>,
}

impl<'a> GroundCells<'a> {
    fn of(record: &'a Record) -> Self {
        let parse = |field: Field| {
            let parts = CitationParts::parse(&cells::line(record, field)?)?;
            // Number and kind are often typed together; a trích yếu may begin with a citation of another document.
            let is_alone = || {
                let others = PASTED_IN.iter().filter(|other| **other != field && **other != Field::Ordinal);
                others.into_iter().all(|other| record.cell(*other).is_none())
            };
            let is_read = parts.is_whole()
                || matches!(field, Field::NumberSymbol | Field::DocumentType)
                || field != Field::Ordinal && is_alone();
            is_read.then_some((field, parts))
        };
        Self { record, parts: PASTED_IN.into_iter().filter_map(parse).collect() }
    }

    /// The cell that holds one part alone.
    fn alone(&self, field: Field) -> Option<String> {
        let is_shared = self.parts.iter().any(|(shared, _)| *shared == field);
        cells::line(self.record, field).filter(|_| !is_shared)
    }

    /// A part of the citations typed in one cell.
    fn shared<T: Clone>(&self, part: impl Fn(&CitationParts) -> Option<T>) -> Option<T> {
        self.parts.iter().find_map(|(_, parts)| part(parts))
    }

    /// The cell that holds a whole citation.
    fn whole(&self) -> Option<&(Field, CitationParts)> {
        self.parts.iter().find(|(_, parts)| parts.is_whole())
    }

    fn place(&self, field: Field) -> Place {
        let is_blank = self.record.cell(field).is_none();
        let whole = self.whole().filter(|_| is_blank).map(|(whole, _)| *whole);
        self.record.place_of(whole.unwrap_or(field))
    }
}

fn ground(
    record: &Record,
    records: &Records,
    period: Option<&Period>,
    out: &mut Diagnostics,
) -> Result<Ground, Reported> {
    no_document::check(record, out)?;
    no_document::check_single(record, out)?;
    let cells = GroundCells::of(record);
    let used_in = used_in(record.text(Field::UsedIn), out);
    let typed_number = cells.alone(Field::NumberSymbol).or_else(|| cells.shared(|parts| parts.number.clone()));
    let number = typed_number.as_deref().map(number::written);
    let sign = cells.alone(Field::DocumentType).and_then(|typed| kind::of_sign(&typed));
    let number = sign.map_or(number.clone(), |(_, sign)| number::with_sign(number.as_deref(), &sign));
    let (document_type, name) = document_type(&cells, number.as_deref(), out)?;
    let is_law = kind::is_law(&document_type);
    let typed_issuer = cells.alone(Field::Issuer).or_else(|| cells.shared(|parts| parts.issuer.clone()));
    let typed_subject = cells.alone(Field::Subject).or_else(|| cells.shared(|parts| parts.subject.clone())).or(name);
    let is_congress =
        number.is_none() && is_of_congress(&document_type, typed_subject.as_deref(), typed_issuer.as_deref());
    let years = period.map(LikelyYears::before);
    let years = years.map(|years| years.naming(number.as_deref().and_then(number::year)));
    let issued_on = issued_on(&cells, years, out);
    let law = known_law(is_law, number.as_deref(), typed_subject.as_deref());
    let subject = typed_subject.ok_or_else(|| missing(&cells, Field::Subject, law.map(|law| law.name), out));
    if subject.is_err() && issued_on.is_ok_and(|day| day.is_none()) && !is_congress {
        missing(&cells, Field::IssuedOn, law.map(|law| law.day), out);
    }
    let mut ground = Ground {
        number_symbol: number.clone().filter(|_| !is_law),
        number_at: cells.place(Field::NumberSymbol),
        issued_on: issued_on?,
        issued_at: cells.place(Field::IssuedOn),
        issuer: typed_issuer
            .as_deref()
            .map(|typed| issuer::of_symbol_or_written(typed, number.as_deref()))
            .filter(|_| !is_law),
        issuer_at: cells.place(Field::Issuer),
        subject: subject?,
        document_type,
        used_in: used_in?,
        validity: record.text(Field::Validity),
        replaced_by: record.text(Field::ReplacedBy),
        at: record.at.clone(),
    };
    complete(&ground, &cells, is_congress, law, out)?;
    ground.subject = if is_law {
        wording::law_name(&ground.subject, &ground.document_type)
    } else if is_congress {
        wording::congress_name(&ground.subject, &ground.document_type)
    } else {
        let written = wording::written(&ground.subject, &ground.document_type);
        if from_capitals(&ground.subject).is_some() { known_names::restored(&written, records) } else { written }
    };
    reported::set_right(&cells, &ground, out);
    if is_law {
        reported::left_out_of_law(&cells, number.as_deref(), typed_issuer.as_deref(), out);
    }
    Ok(ground)
}

/// Its kind, written out, and the name of a law typed behind it: "Luật Thư viện".
fn document_type(
    cells: &GroundCells,
    number: Option<&str>,
    out: &mut Diagnostics,
) -> Result<(String, Option<String>), Reported> {
    let shared = cells.shared(|parts| parts.document_type).map(str::to_owned);
    let Some(typed) = cells.alone(Field::DocumentType) else {
        let of_symbol = number.and_then(kind::of_symbol);
        return shared.map(|kind| (kind, None)).ok_or_else(|| missing(cells, Field::DocumentType, of_symbol, out));
    };
    let typed = kind::behind(&typed, "căn cứ").unwrap_or(&typed).trim_end_matches([':', ';', '.', ',', ' ']);
    // «Thông báo số» and the number in its own cell.
    let typed = typed.strip_suffix(" số").unwrap_or(typed).trim_end();
    if let Some(known) = kind::named(typed) {
        return Ok((known.name.to_owned(), None));
    }
    if let Some((known, _)) = kind::of_sign(typed) {
        return Ok((known.to_owned(), None));
    }
    match kind::leading(typed) {
        // "Nghị quyết Đại hội": the name of the congress goes on in the next cells.
        Some((known, name)) if known.name == "Nghị quyết" && fold::key(name).starts_with("dai hoi") => {
            Ok((known.name.to_owned(), Some(name.to_owned())))
        }
        // "Nghị quyết của Chính phủ": whose it is has a cell of its own.
        Some((known, whose)) if !kind::is_law(known.name) && kind::behind(whose, "của").is_some() => {
            Ok((known.name.to_owned(), None))
        }
        Some((known, name)) if kind::is_law(known.name) => Ok((known.name.to_owned(), Some(name.to_owned()))),
        _ => Ok((typed.to_owned(), None)),
    }
}

/// Its day; `None` where no cell gives one.
fn issued_on(
    cells: &GroundCells,
    years: Option<LikelyYears>,
    out: &mut Diagnostics,
) -> Result<Option<NaiveDate>, Reported> {
    if cells.alone(Field::IssuedOn).is_some() {
        return super::days::day_of(cells.record, Field::IssuedOn, years, out);
    }
    Ok(cells.shared(|parts| parts.issued_on))
}

/// Reports what the citation lacks.
fn complete(
    ground: &Ground,
    cells: &GroundCells,
    is_congress: bool,
    law: Option<&KnownLaw>,
    out: &mut Diagnostics,
) -> Result<(), Reported> {
    if is_congress {
        return Ok(());
    }
    let mut result = Ok(());
    if !ground.is_law() {
        if ground.number_symbol.is_none() {
            result = Err(missing(cells, Field::NumberSymbol, None, out));
        }
        if ground.issuer.is_none() {
            let likely = ground.number_symbol.as_deref().and_then(issuer::of_symbol);
            result = Err(missing(cells, Field::Issuer, likely, out));
        }
    }
    if ground.issued_on.is_none() {
        result = Err(missing(cells, Field::IssuedOn, law.map(|law| law.day), out));
    }
    result
}

/// The law of this name or number, among those that communes cite most.
fn known_law(is_law: bool, number: Option<&str>, subject: Option<&str>) -> Option<&'static KnownLaw> {
    if !is_law {
        return None;
    }
    subject.and_then(laws::of_name).or_else(|| number.and_then(laws::of_number))
}

fn missing(cells: &GroundCells, field: Field, likely: Option<&str>, out: &mut Diagnostics) -> Reported {
    let message = Diagnostic::error("HS-019").at(&cells.record.place_of(field));
    let message = message.with("heading", SheetKind::Grounds.heading(field));
    out.fail(match (likely, field) {
        (Some(likely), _) => message.with("likely", likely).hint("likely"),
        (None, Field::NumberSymbol | Field::Issuer) => message,
        (None, _) => message.hint("always"),
    })
}

/// A resolution of a congress of the Party has no number of its own, and often no day.
fn is_of_congress(document_type: &str, subject: Option<&str>, issuer: Option<&str>) -> bool {
    let names_congress = |text: Option<&str>| text.is_some_and(|text| fold::key(text).contains("dai hoi"));
    fold::key(document_type) == "nghi quyet" && (names_congress(subject) || names_congress(issuer))
}

fn used_in(cell: Option<Located<String>>, out: &mut Diagnostics) -> Result<UsedIn, Reported> {
    let Some(cell) = cell else { return Ok(UsedIn::Grounds) };
    UsedIn::parse(&cell.value).ok_or_else(|| {
        let nearest = fold::nearest(&cell.value, USED_IN);
        out.fail(Diagnostic::error("HS-017").at(&cell.at).with("text", &cell.value).nearest(nearest))
    })
}
