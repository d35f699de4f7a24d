//! What the clerk is told of a row that was set right or read from one cell.
//!
//! Owns the notes. Must not know how a part is read. They stand beside the citation that is printed.

use super::{Ground, GroundCells};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics};
use crate::vietnamese::capitals::from_capitals;
use crate::vietnamese::{date, fold};

/// Notes the cells that are printed in other words, and the parts of a whole line.
pub(super) fn set_right(cells: &GroundCells, ground: &Ground, out: &mut Diagnostics) {
    if let Some((field, _)) = cells.whole() {
        note_whole(cells, *field, ground, out);
        warn_of_difference(cells, out);
    }
    let number = ground.number_symbol.as_deref();
    let parts = [
        (Field::DocumentType, Some(ground.document_type.as_str())),
        (Field::NumberSymbol, number),
        (Field::Issuer, ground.issuer.as_deref()),
        (Field::Subject, Some(ground.subject.as_str())),
    ];
    let mut changed = parts.into_iter().filter_map(|(field, printed)| {
        let is_whole = cells.whole().is_some_and(|(whole, _)| *whole == field);
        let typed = super::cells::line(cells.record, field).filter(|_| !is_whole)?;
        let printed = printed?;
        is_told(field, &typed, printed).then(|| (field, typed, printed.to_owned()))
    });
    let Some((first, typed, printed)) = changed.next() else { return };
    let (mut all_typed, mut all_printed) = (vec![typed], vec![printed]);
    let mut message = Diagnostic::note("HS-124").at(&cells.record.place_of(first));
    let mut is_in_capitals = first == Field::Subject && from_capitals(&all_typed[0]).is_some();
    for (field, typed, printed) in changed {
        message = message.also_at(&cells.record.place_of(field));
        is_in_capitals |= field == Field::Subject && from_capitals(&typed).is_some();
        all_typed.push(typed);
        all_printed.push(printed);
    }
    if is_in_capitals {
        let message = Diagnostic::warning("HS-121").at(&cells.record.place_of(Field::Subject));
        let message = message.with("item", SheetKind::Grounds.heading(Field::Subject));
        out.report(message.with("printed", &ground.subject));
    }
    out.report(message.with("typed", all_typed.join("», «")).with("printed", all_printed.join("», «")));
}

/// Whether a change is more than a capital or an end mark: quotation marks taken off are told.
fn is_told(field: Field, typed: &str, printed: &str) -> bool {
    match field {
        Field::NumberSymbol => typed.trim() != printed,
        Field::Subject => {
            let is_quoted = |text: &str| text.trim().starts_with(['"', '“', '«']);
            fold::key(typed) != fold::key(printed)
                || from_capitals(typed).is_some()
                || is_quoted(typed) && !is_quoted(printed)
        }
        _ => fold::key(typed) != fold::key(printed),
    }
}

/// Shows the parts of a whole line.
fn note_whole(cells: &GroundCells, field: Field, ground: &Ground, out: &mut Diagnostics) {
    let day = ground.issued_on.map(date::slashed);
    let parts = [
        (Field::DocumentType, Some(ground.document_type.as_str())),
        (Field::NumberSymbol, ground.number_symbol.as_deref()),
        (Field::IssuedOn, day.as_deref()),
        (Field::Issuer, ground.issuer.as_deref()),
        (Field::Subject, Some(ground.subject.as_str())),
    ];
    let named = parts
        .into_iter()
        .filter_map(|(field, part)| Some(format!("{} «{}»", SheetKind::Grounds.heading(field), part?)));
    let parts = named.collect::<Vec<_>>().join(", ");
    out.report(Diagnostic::note("HS-125").at(&cells.record.place_of(field)).with("parts", parts));
}

/// Warns where a cell of the row differs from the whole line in another.
fn warn_of_difference(cells: &GroundCells, out: &mut Diagnostics) {
    let Some((whole, parts)) = cells.whole() else { return };
    let day =
        |field| super::cells::line(cells.record, field).and_then(|typed| date::parse(&typed).ok()).map(date::slashed);
    let alone = |field: Field| cells.alone(field);
    let pairs = [
        (
            Field::DocumentType,
            alone(Field::DocumentType).map(|typed| kind_name(&typed)),
            parts.document_type.map(str::to_owned),
        ),
        (
            Field::NumberSymbol,
            alone(Field::NumberSymbol).map(|typed| super::number::written(&typed)),
            parts.number.as_deref().map(super::number::written),
        ),
        (Field::IssuedOn, alone(Field::IssuedOn).and(day(Field::IssuedOn)), parts.issued_on.map(date::slashed)),
        (
            Field::Issuer,
            alone(Field::Issuer).map(|typed| super::issuer::written(&typed)),
            parts.issuer.as_deref().map(super::issuer::written),
        ),
    ];
    for (field, own, pasted) in pairs {
        let Some((own, pasted)) = own.zip(pasted) else { continue };
        if fold::key(&own) != fold::key(&pasted) {
            let message = Diagnostic::warning("HS-134").at(&cells.record.place_of(field));
            let message = message.also_at(&cells.record.place_of(*whole));
            out.report(message.with("typed", own).with("other", pasted));
        }
    }
}

fn kind_name(typed: &str) -> String {
    super::kind::named(typed).map_or(typed.to_owned(), |kind| kind.name.to_owned())
}

/// Notes that number and issuer of a law are not printed (CC-02, L-46).
pub(super) fn left_out_of_law(cells: &GroundCells, number: Option<&str>, issuer: Option<&str>, out: &mut Diagnostics) {
    let left_out: Vec<&str> = number.into_iter().chain(issuer).collect();
    if left_out.is_empty() {
        return;
    }
    let field = if number.is_some() { Field::NumberSymbol } else { Field::Issuer };
    out.report(Diagnostic::note("HS-132").at(&cells.place(field)).with("typed", left_out.join("», «")));
}
