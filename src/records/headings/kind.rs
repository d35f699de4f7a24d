//! What a sheet is.
//!
//! Owns the order: its whole name, the beginning of its name where the headings agree, the headings alone. Must not
//! report anything: a sheet that is not recognized is only noted in the ledger.

use super::HeadingAnswers;
use super::columns::{FoundHeader, Layout};
use super::header::{self, Trust};
use super::heading::Header;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::cells::SeenSheet;
use crate::vietnamese::fold;
use crate::vietnamese::numerals::roman;

/// What a sheet was recognized as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) enum Recognized {
    /// A sheet of the contract by its name; no header where none was found.
    Named(SheetKind, Option<Header>),
    /// A table of the clerk's own: nothing in it is asked for by name.
    Register(SheetKind, Header),
    /// The tool's own lists.
    Lists,
    /// Nobody's.
    Unknown,
}

/// Recognizes a sheet by its name and its first rows.
pub(in crate::records) fn recognize(name: &str, sheet: &SeenSheet, answers: &HeadingAnswers) -> Recognized {
    let whole = fold::key(name);
    let key = behind_number(&whole);
    if let Some(kind) = SheetKind::ALL.into_iter().find(|kind| fold::key(kind.title()) == key) {
        return match kind {
            SheetKind::Lists => Recognized::Lists,
            _ => Recognized::Named(kind, acceptable_header(sheet, kind, answers)),
        };
    }
    let named = by_beginning(key, sheet, answers);
    let register = by_headings(sheet, answers);
    match (named, register) {
        // «Kết quả tháng 3» without a column of codes is the clerk's own table of results, no broken one of ours.
        (Some((kind, header, Completeness::Partial)), Some((same, _))) if kind == same => {
            Recognized::Register(kind, header)
        }
        (Some((kind, header, _)), _) => Recognized::Named(kind, Some(header)),
        (None, Some((kind, header))) => Recognized::Register(kind, header),
        (None, None) => Recognized::Unknown,
    }
}

/// Whether a sheet has all columns that the contract asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Completeness {
    Whole,
    Partial,
}

/// A sheet's folded name without the number before it: «1. Thông tin chung», «02 Nhiệm vụ», «II. Nhiệm vụ».
fn behind_number(key: &str) -> &str {
    const MOST_SHEETS: usize = 20;
    let Some((first, rest)) = key.split_once(' ') else { return key };
    let is_roman = || (1..=MOST_SHEETS).any(|number| roman(number).eq_ignore_ascii_case(first));
    if first.bytes().all(|byte| byte.is_ascii_digit()) || is_roman() { rest } else { key }
}

/// One known heading might be a title; it is a header only where the contract can't do without it.
fn acceptable_header(sheet: &SeenSheet, kind: SheetKind, answers: &HeadingAnswers) -> Option<Header> {
    let header = header::find(sheet, kind, answers, Trust::Beginnings)?;
    (header.score(kind, answers) > 1 || header.has_required(kind, answers)).then_some(header)
}

/// «Nhiệm vụ tháng 3» is «Nhiệm vụ» if its headings say so too.
fn by_beginning(key: &str, sheet: &SeenSheet, answers: &HeadingAnswers) -> Option<(SheetKind, Header, Completeness)> {
    let mut kinds = SheetKind::ALL;
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.title().len()));
    let is_beginning =
        |kind: &SheetKind| key.strip_prefix(&fold::key(kind.title())).is_some_and(|rest| rest.starts_with(' '));
    kinds.into_iter().filter(is_beginning).find_map(|kind| {
        let header = header::find(sheet, kind, answers, Trust::Wordings)?;
        let layout = quiet_layout(kind, &header, sheet, answers);
        let required = kind.columns().iter().filter(|column| column.is_required).count();
        let agrees = layout.read_columns().count() > 1 && layout.missing().count() * 2 <= required;
        let completeness = if layout.missing().next().is_none() { Completeness::Whole } else { Completeness::Partial };
        agrees.then_some((kind, header, completeness))
    })
}

/// What tells a clerk's own table: fields that it must have, and one of others.
const MARKS: [(SheetKind, &[Field], &[Field]); 4] = [
    (SheetKind::Completions, &[Field::Content], &[Field::State, Field::Percent]),
    (SheetKind::Assignments, &[Field::Content], &[Field::Lead, Field::Deadline]),
    (SheetKind::VillageIndicators, &[Field::Village, Field::Code], &[Field::Planned, Field::Actual]),
    (
        SheetKind::Indicators,
        &[Field::Indicator, Field::Measure],
        &[Field::PlannedYear, Field::Planned, Field::Actual, Field::Cumulative],
    ),
];

/// A table of tasks has content with a lead or a deadline; a table of results has a state or a percentage; a table of
/// indicators has their measure, or villages, and figures.
fn by_headings(sheet: &SeenSheet, answers: &HeadingAnswers) -> Option<(SheetKind, Header)> {
    MARKS.into_iter().find_map(|(kind, all, either)| {
        // Most sheets are none of indicators, and hardly need a search.
        if !header::may_name(sheet, kind, all[0], answers) {
            return None;
        }
        let header = header::find(sheet, kind, answers, Trust::Wordings)?;
        let mut doubts = Diagnostics::new();
        let place = Place::default();
        let layout = FoundHeader { kind, header: &header, sheet, answers, place: &place }.layout(&mut doubts);
        let has = |field: &Field| layout.columns.contains_key(field);
        // Of figures, a plan and what was done of it tell that a village's indicator is meant, and no two of a kind.
        let is_meant = match kind {
            SheetKind::VillageIndicators if !layout.indicators.is_empty() => layout.has_pair(),
            SheetKind::VillageIndicators | SheetKind::Indicators if doubts.messages().iter().any(is_double) => false,
            _ => all.iter().all(has) && either.iter().any(has),
        };
        is_meant.then_some((kind, header))
    })
}

fn is_double(message: &Diagnostic) -> bool {
    ["SL-004", "SL-005"].contains(&message.code)
}

/// The layout that a header would give; nothing is reported for a sheet that may be another.
fn quiet_layout(kind: SheetKind, header: &Header, sheet: &SeenSheet, answers: &HeadingAnswers) -> Layout {
    let place = Place::default();
    FoundHeader { kind, header, sheet, answers, place: &place }.layout(&mut Diagnostics::new())
}
