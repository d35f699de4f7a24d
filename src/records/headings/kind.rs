//! Recognizes what a sheet is.
//!
//! Owns the order of the tests: its whole name, the beginning of its name together with the headings, the headings
//! alone. Must not report anything: a sheet that is not recognized is only noted in the ledger. `read` uses the result.

use super::HeadingAnswers;
use super::columns::{FoundHeader, Layout};
use super::header::{self, Trust};
use super::heading::Header;
use super::meaning::{Tier, meaning_of};
use crate::contract::{Field, SheetKind, dictionary};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::cells::SeenSheet;
use crate::records::sheets::{RecognizedBy, SheetAnswer};
use crate::vietnamese::fold;
use crate::vietnamese::numerals::roman;

/// What a sheet was recognized as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) enum Recognized {
    /// A sheet of the contract by its name; no header where none was found.
    Named(SheetKind, RecognizedBy, Option<Header>),
    /// A table of the clerk's own, recognized by its headings; no missing column is reported.
    Register(SheetKind, RecognizedBy, Header),
    /// The tool's own lists.
    Lists,
    /// No known sheet.
    Unknown,
}

/// Recognizes a sheet by the clerk's answer, its name and its first rows.
pub(in crate::records) fn recognize(
    name: &str,
    answer: Option<SheetAnswer>,
    sheet: &SeenSheet,
    answers: &HeadingAnswers,
) -> Recognized {
    let whole = fold::key(name);
    let key = without_number(&whole);
    if let Some(SheetAnswer::Kind(kind)) = answer {
        return match acceptable_header(sheet, kind, answers) {
            // A register need not have every column of the contract.
            Some(header) if MARKS.iter().any(|(marked, ..)| *marked == kind) => {
                Recognized::Register(kind, RecognizedBy::Name, header)
            }
            header => Recognized::Named(kind, RecognizedBy::Name, header),
        };
    }
    if let Some(kind) = named(name) {
        return match kind {
            // «Danh mục» may also be a list of tasks: our own lists have no table.
            SheetKind::Lists => {
                let register = has_ordinals(sheet).then(|| by_headings(sheet, answers)).flatten();
                register.map_or(Recognized::Lists, |(kind, header)| {
                    Recognized::Register(kind, RecognizedBy::Headings, header)
                })
            }
            _ => Recognized::Named(kind, RecognizedBy::Name, acceptable_header(sheet, kind, answers)),
        };
    }
    let named = by_beginning(key, sheet, answers);
    let register = by_headings(sheet, answers)
        .or_else(|| of_villages(key, sheet, answers))
        .or_else(|| by_short_headings(sheet, answers));
    match (named, register) {
        // «Kết quả tháng 3» without a column of codes is the clerk's own table of results, not an incomplete sheet of
        // the contract.
        (Some((kind, header, Completeness::Partial)), Some((same, _))) if kind == same => {
            Recognized::Register(kind, RecognizedBy::Beginning, header)
        }
        (Some((kind, header, _)), _) => Recognized::Named(kind, RecognizedBy::Beginning, Some(header)),
        (None, Some((kind, header))) => Recognized::Register(kind, RecognizedBy::Headings, header),
        (None, None) => Recognized::Unknown,
    }
}

/// The kind that a sheet's whole name is that of; `None` for any other name.
pub(in crate::records) fn named(name: &str) -> Option<SheetKind> {
    let whole = fold::key(name);
    let key = without_number(&whole);
    SheetKind::ALL.into_iter().find(|kind| fold::key(kind.title()) == key)
}

/// Whether one of the first rows has the heading of row numbers.
fn has_ordinals(sheet: &SeenSheet) -> bool {
    const FIRST_ROWS: usize = 15;
    let mut cells = sheet.rows.values().take(FIRST_ROWS).filter_map(|cells| cells.values().next());
    cells.any(|cell| dictionary().column_id(&cell.text) == Some("stt"))
}

/// Whether a sheet has all columns that the contract asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Completeness {
    Whole,
    Partial,
}

/// A sheet's folded name without the number before it: «1. Thông tin chung», «02 Nhiệm vụ», «II. Nhiệm vụ».
fn without_number(key: &str) -> &str {
    const MOST_SHEETS: usize = 20;
    let Some((first, rest)) = key.split_once(' ') else { return key };
    let is_roman = || (1..=MOST_SHEETS).any(|number| roman(number).eq_ignore_ascii_case(first));
    if first.bytes().all(|byte| byte.is_ascii_digit()) || is_roman() { rest } else { key }
}

/// A single known heading might be a title; it is a header only if it is required.
fn acceptable_header(sheet: &SeenSheet, kind: SheetKind, answers: &HeadingAnswers) -> Option<Header> {
    let header = header::find(sheet, kind, answers, Trust::Beginnings)?;
    (header.score(kind, answers) > 1 || header.has_required(kind, answers)).then_some(header)
}

/// «Nhiệm vụ tháng 3» is «Nhiệm vụ» if its headings agree.
fn by_beginning(key: &str, sheet: &SeenSheet, answers: &HeadingAnswers) -> Option<(SheetKind, Header, Completeness)> {
    let mut kinds = SheetKind::ALL;
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.title().len()));
    let is_beginning =
        |kind: &SheetKind| key.strip_prefix(&fold::key(kind.title())).is_some_and(|rest| rest.starts_with(' '));
    kinds.into_iter().filter(is_beginning).find_map(|kind| {
        let header = header::find(sheet, kind, answers, Trust::Wordings)?;
        let layout = layout_without_reports(kind, &header, sheet, answers);
        let required = kind.columns().iter().filter(|column| column.is_required).count();
        let agrees = layout.read_columns().count() > 1 && layout.missing().count() * 2 <= required;
        let completeness = if layout.missing().next().is_none() { Completeness::Whole } else { Completeness::Partial };
        agrees.then_some((kind, header, completeness))
    })
}

/// The kind whose headings a sheet with an unknown name has, of those that are known by their name alone.
pub(in crate::records) fn likely_kind(sheet: &SeenSheet, answers: &HeadingAnswers) -> Option<SheetKind> {
    const BY_NAME: [SheetKind; 3] = [SheetKind::General, SheetKind::Signatories, SheetKind::Prose];
    BY_NAME.into_iter().find(|kind| {
        let header = header::find(sheet, *kind, answers, Trust::Wordings);
        header.is_some_and(|header| header.is_whole(*kind, answers, Trust::Wordings))
    })
}

/// What identifies a clerk's own table: the fields that it must have, and those of which it must have one. A table with
/// deadlines is one of tasks, whatever states it has beside.
const MARKS: [(SheetKind, &[Field], &[Field]); 5] = [
    (SheetKind::Assignments, &[Field::Content], &[Field::Deadline, Field::OriginalDeadline, Field::NewDeadline]),
    (SheetKind::Completions, &[Field::Content], &[Field::State, Field::Percent]),
    (SheetKind::Assignments, &[Field::Content], &[Field::Lead]),
    (SheetKind::VillageIndicators, &[Field::Village, Field::Code], &[Field::Planned, Field::Actual]),
    (
        SheetKind::Indicators,
        &[Field::Indicator, Field::Measure],
        &[Field::PlannedYear, Field::Planned, Field::Actual, Field::Cumulative],
    ),
];

/// A table of tasks has content with a deadline, or with a lead and no state; a table of results has a state or a
/// percentage; a table of indicators has units of measure, or villages, and figures.
fn by_headings(sheet: &SeenSheet, answers: &HeadingAnswers) -> Option<(SheetKind, Header)> {
    MARKS.into_iter().find_map(|(kind, all, either)| {
        // A cheap test: most sheets have no indicators and need no search.
        if !header::may_name(sheet, kind, all[0], answers) {
            return None;
        }
        let header = header::find(sheet, kind, answers, Trust::Wordings)?;
        let mut doubts = Diagnostics::new();
        let place = Place::default();
        let layout = FoundHeader { kind, header: &header, sheet, answers, place: &place }.layout(&mut doubts);
        let has = |field: &Field| layout.columns.contains_key(field);
        // Figures are of a village's indicator where a plan and an actual figure are given, and none twice.
        let is_meant = match kind {
            SheetKind::VillageIndicators if !layout.indicators.is_empty() => layout.has_pair(),
            SheetKind::VillageIndicators | SheetKind::Indicators
                if doubts.messages().iter().any(is_duplicate_column) =>
            {
                false
            }
            SheetKind::Assignments if is_of_meetings(&header) => false,
            SheetKind::Assignments => all.iter().all(has) && (either.iter().any(has) || !layout.marked.is_empty()),
            _ => all.iter().all(has) && either.iter().any(has),
        };
        is_meant.then_some((kind, header))
    })
}

/// Whether a table is the calendar of a week: it says where something takes place and who takes part, and its hours would
/// be read as deadlines.
fn is_of_meetings(header: &Header) -> bool {
    const PLACES: [&str; 3] = ["dia diem", "noi hop", "phong hop"];
    const TAKING_PART: [&str; 6] = ["thanh phan", "thanh phan tham du", "thanh phan du", "thu", "thu ngay", "buoi"];
    let has = |words: &[&str]| {
        let mut readings = header.headings.iter().flat_map(|heading| &heading.readings);
        readings.any(|reading| words.contains(&fold::key(reading).as_str()))
    };
    has(&PLACES) && has(&TAKING_PART)
}

/// A table of tasks whose headings are abbreviated, «Nội dung CV │ CQ chủ trì │ Hạn HT»: it has all three.
fn by_short_headings(sheet: &SeenSheet, answers: &HeadingAnswers) -> Option<(SheetKind, Header)> {
    let kind = SheetKind::Assignments;
    let header = header::find(sheet, kind, answers, Trust::Beginnings)?;
    let layout = layout_without_reports(kind, &header, sheet, answers);
    // «Đơn vị trả lời», «Thời hạn trả lời» only begin like them: they are of another table.
    let is_meant = |field: &Field| {
        let column = layout.columns.get(field);
        let heading = header.headings.iter().find(|heading| Some(&heading.column) == column);
        let meaning = heading.and_then(|heading| meaning_of(kind, heading, answers));
        meaning.is_some_and(|(tier, _)| tier != Tier::Beginning)
    };
    let is_of_tasks =
        layout.columns.contains_key(&Field::Content) && [Field::Lead, Field::Deadline].iter().all(is_meant);
    (is_of_tasks && !is_of_meetings(&header)).then_some((kind, header))
}

/// A list of the villages: with their heads, or with households and population; with either where the sheet's name is
/// that of such a list.
fn of_villages(key: &str, sheet: &SeenSheet, answers: &HeadingAnswers) -> Option<(SheetKind, Header)> {
    const NAMES: [&str; 6] =
        ["danh sach thon", "danh sach cac thon", "danh sach to dan pho", "ds thon", "danh sach ap", "cac thon"];
    let kind = SheetKind::Villages;
    if !header::may_name(sheet, kind, Field::Name, answers) {
        return None;
    }
    let header = header::find(sheet, kind, answers, Trust::Wordings)?;
    let layout = layout_without_reports(kind, &header, sheet, answers);
    let has = |field: Field| layout.columns.contains_key(&field);
    let has_figures = has(Field::Households) && has(Field::Population);
    let is_list = NAMES.iter().any(|name| key.starts_with(name)) && (has(Field::Households) || has(Field::Population));
    (has(Field::Name) && (has(Field::Head) || has_figures || is_list)).then_some((kind, header))
}

fn is_duplicate_column(message: &Diagnostic) -> bool {
    ["SL-004", "SL-005"].contains(&message.code)
}

/// The layout for a header, without reports, since the sheet may be of another kind.
fn layout_without_reports(kind: SheetKind, header: &Header, sheet: &SeenSheet, answers: &HeadingAnswers) -> Layout {
    let place = Place::default();
    FoundHeader { kind, header, sheet, answers, place: &place }.layout(&mut Diagnostics::new())
}
