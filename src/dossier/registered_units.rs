//! Units as the sheets Đơn vị and Thôn have them, and the collective names that every commune has.
//!
//! Owns reading a row. Must not look names up: `register` does.

use super::body_kind::known_relation;
use super::period::{LikelyYears, Period};
use super::unit::{Relation, Unit};
use super::validity::Validity;
use super::{cells, unit_name, villages};
use crate::contract::choices::RELATIONS;
use crate::contract::{Field, dictionary};
use crate::diag::{Diagnostic, Diagnostics};
use crate::records::Record;
use crate::vietnamese::fold;

/// The unit of a row; `None` where it has no name, which is reported.
pub(super) fn unit(record: &Record, is_village: bool, period: Option<&Period>, out: &mut Diagnostics) -> Option<Unit> {
    let validity = Validity::of(record, period.map(LikelyYears::before), out);
    let line = |field| cells::line(record, field);
    let name = if is_village { village_name(record, out) } else { line(Field::Name) };
    let name = name.map(|name| unit_name::written(name, &record.place_of(Field::Name), is_village, out));
    let known = name.as_deref().map_or(Relation::Assigns, known_relation);
    let relation = match record.text(Field::Relation) {
        // Nobody assigns tasks to the Party, whatever is typed; for others a blank cell means the relation that the
        // name shows.
        _ if known == Relation::Party => known,
        None => known,
        Some(cell) if known == Relation::Requests && Relation::parse(&cell.value) == Some(Relation::Assigns) => {
            let unit = name.as_deref().unwrap_or_default();
            out.report(Diagnostic::warning("HS-222").at(&cell.at).with("unit", unit));
            Relation::Assigns
        }
        Some(cell) => Relation::parse(&cell.value).unwrap_or_else(|| {
            let nearest = fold::nearest(&cell.value, RELATIONS);
            out.report(Diagnostic::error("HS-018").at(&cell.at).with("text", &cell.value).nearest(nearest));
            Relation::Assigns
        }),
    };
    let others = line(Field::OtherNames).unwrap_or_default();
    let other_names = others.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    let name = name?;
    if let Some(period) = period.filter(|period| !validity.is_of(period)) {
        validity.note_left_out(&name, record, period, out);
    }
    Some(Unit {
        name,
        code: line(Field::Code),
        other_names: line(Field::ShortName).into_iter().chain(other_names).collect(),
        relation,
        archive_code: line(Field::ArchiveCode),
        recipient_line: line(Field::RecipientLine),
        is_collective: false,
        is_village,
        sort: line(Field::Category),
        is_admitted: false,
        at: Some(record.place_of(Field::Name)),
        code_at: record.cell(Field::Code).map(|cell| cell.at.clone()),
        validity,
        merged_names: villages::whole_predecessors(record),
    })
}

/// The name of a village; HS-011 says where a remark about its merger was taken off.
fn village_name(record: &Record, out: &mut Diagnostics) -> Option<String> {
    let typed = cells::line(record, Field::Name)?;
    let name = villages::name(record)?;
    if name != typed {
        let message = Diagnostic::note("HS-011").at(&record.place_of(Field::Name)).with("text", typed);
        out.report(message.with("unit", &name));
    }
    Some(name)
}

/// The collective names that every commune has.
pub(super) fn collectives() -> impl Iterator<Item = Unit> {
    dictionary().units().iter().filter(|unit| unit.is_collective).map(|unit| Unit {
        code_at: None,
        name: unit.name.to_owned(),
        code: None,
        other_names: unit.names().skip(1).map(str::to_owned).collect(),
        relation: Relation::Assigns,
        archive_code: None,
        recipient_line: None,
        is_collective: true,
        is_village: false,
        sort: None,
        is_admitted: false,
        at: None,
        validity: Validity::default(),
        merged_names: Vec::new(),
    })
}
