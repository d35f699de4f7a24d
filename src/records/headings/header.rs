//! Finds the header: one row, or more with parents above children.
//!
//! Owns the search among the first rows of a sheet: the first complete header is chosen, titles above it are ignored.
//! Must not know which field a heading names: `meaning` decides that.

use std::collections::BTreeSet;

use super::HeadingAnswers;
use super::heading::{Header, Heading, IndicatorMatrix, WIDEST};
use super::matrix;
use super::meaning::{HeadingMeaning, Tier, meaning_of, meaning_of_key};
use super::stacked;
use crate::contract::{Field, SheetKind};
use crate::records::cells::SeenSheet;
use crate::vietnamese::fold;

/// Filled rows searched for a header.
const SEARCHED_ROWS: usize = 40;
/// Blank rows that a header's merged cells may cover.
const DEEPEST: u32 = 3;

/// The least certain meaning of a heading that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// Only known wordings.
    Wordings,
    /// Also beginnings of wordings, where the sheet's name shows what it is.
    Beginnings,
}

impl Header {
    /// How many different fields of a sheet the headings name by known wordings.
    pub(super) fn score(&self, kind: SheetKind, answers: &HeadingAnswers) -> usize {
        self.named(kind, answers, Trust::Wordings).len()
    }

    /// Whether the headings name every required column.
    pub(super) fn is_whole(&self, kind: SheetKind, answers: &HeadingAnswers, trust: Trust) -> bool {
        let named = self.named(kind, answers, trust);
        required(kind).all(|field| named.contains(&field))
    }

    /// Whether the headings name any required column.
    pub(super) fn has_required(&self, kind: SheetKind, answers: &HeadingAnswers) -> bool {
        let named = self.named(kind, answers, Trust::Beginnings);
        required(kind).any(|field| named.contains(&field))
    }

    /// The first column with a heading, 1-based.
    pub(super) fn first_column(&self) -> u32 {
        self.headings.first().map_or(1, |heading| heading.column)
    }

    /// Whether other rows are between this header and another; a title and its second line do not count.
    fn is_far_above(&self, other: &Self, headers: &[Self]) -> bool {
        const TITLE_ROWS: usize = 2;
        let is_between = |header: &&Self| header.rows > self.rows && header.rows < other.rows;
        headers.iter().filter(is_between).count() >= TITLE_ROWS
    }

    /// The fields that the headings name.
    fn named(&self, kind: SheetKind, answers: &HeadingAnswers, trust: Trust) -> BTreeSet<HeadingMeaning> {
        let by_indicators = self.matrix.iter().flat_map(IndicatorMatrix::fields).map(HeadingMeaning::Field);
        self.headings
            .iter()
            .filter_map(|heading| meaning_of(kind, heading, answers))
            .filter(|(tier, _)| *tier < Tier::Beginning || trust == Trust::Beginnings)
            .map(|(_, meaning)| meaning)
            .filter(|meaning| *meaning != HeadingMeaning::Nothing)
            .chain(by_indicators)
            .collect()
    }

    /// Ranks a row as a header: fields named by wordings, fields named at all, more than one cell.
    fn rank(&self, kind: SheetKind, answers: &HeadingAnswers, trust: Trust) -> (usize, usize, bool) {
        let likely = if trust == Trust::Wordings { 0 } else { self.named(kind, answers, trust).len() };
        (self.score(kind, answers), likely, self.headings.len() > 1)
    }
}

/// The first header that names the required fields and one more; otherwise the one that names most fields, the first
/// among equals. `None` where no row names any.
pub(super) fn find(sheet: &SeenSheet, kind: SheetKind, answers: &HeadingAnswers, trust: Trust) -> Option<Header> {
    let mut headers = Vec::new();
    for &row in sheet.rows.keys().take(SEARCHED_ROWS) {
        let header = at(sheet, row, kind, answers);
        let named = header.named(kind, answers, Trust::Wordings);
        if named.len() > 1 && required(kind).all(|field| named.contains(&field)) {
            let lone = first_lone(sheet, &headers, kind, answers);
            return Some(lone.filter(|lone| lone.is_far_above(&header, &headers)).cloned().unwrap_or(header));
        }
        headers.push(header);
    }
    let mut best: Option<((usize, usize, bool), &Header)> = None;
    for header in &headers {
        let rank = header.rank(kind, answers, trust);
        if rank.0 + rank.1 > 0 && best.is_none_or(|(highest, _)| rank > highest) {
            best = Some((rank, header));
        }
    }
    let (_, best) = best?;
    // A table above another one with more columns is not its title.
    let most = best.named(kind, answers, Trust::Wordings);
    let needed: Vec<HeadingMeaning> =
        required(kind).chain([HeadingMeaning::Field(Field::Content)]).filter(|field| most.contains(field)).collect();
    let has_needed = |header: &&Header| {
        let named = header.named(kind, answers, Trust::Wordings);
        named.len() > 1 && needed.iter().all(|field| named.contains(field))
    };
    Some(headers.iter().find(has_needed).unwrap_or(best).clone())
}

/// A cheap test whether any of the first rows has a heading that may name this field.
pub(super) fn may_name(sheet: &SeenSheet, kind: SheetKind, field: Field, answers: &HeadingAnswers) -> bool {
    const LONGEST_NAME: usize = 100;
    let may_mean = |text: &str| match meaning_of_key(kind, &fold::key(text), answers) {
        Some((_, HeadingMeaning::Field(named))) => named == field,
        Some((_, HeadingMeaning::Ambiguous(_))) => true,
        _ => text.contains('('),
    };
    let cells = sheet.rows.values().take(SEARCHED_ROWS).flat_map(|cells| cells.values().take(WIDEST));
    cells.map(|cell| cell.text.as_str()).filter(|text| text.len() <= LONGEST_NAME).any(may_mean)
}

/// The first row with nothing but the only required heading, and without the look of a title.
fn first_lone<'a>(
    sheet: &SeenSheet,
    headers: &'a [Header],
    kind: SheetKind,
    answers: &HeadingAnswers,
) -> Option<&'a Header> {
    headers.iter().find(|header| {
        let [heading] = header.headings.as_slice() else { return false };
        let is_title =
            sheet.span(heading.row, heading.column).is_some() || !heading.text().contains(char::is_lowercase);
        !is_title && header.is_whole(kind, answers, Trust::Wordings)
    })
}

/// The required fields of the sheet.
fn required(kind: SheetKind) -> impl Iterator<Item = HeadingMeaning> {
    kind.columns().iter().filter(|column| column.is_required).map(|column| HeadingMeaning::Field(column.field))
}

/// The header that begins in this row: of a table village × indicator, or else of one row or more.
pub(super) fn at(sheet: &SeenSheet, row: u32, kind: SheetKind, answers: &HeadingAnswers) -> Header {
    if let Some(header) = matrix::at(sheet, row, kind, answers) {
        return header;
    }
    let single = single_row(sheet, row);
    let single_score = single.score(kind, answers);
    if !sheet.rows.contains_key(&(row + 1)) {
        return single;
    }
    if single_score > 0 && stacked::is_second_row(sheet, row) {
        return stacked::three_rows(sheet, row, kind).unwrap_or_else(|| stacked::two_rows(sheet, row, kind));
    }
    let double = stacked::two_rows(sheet, row, kind);
    let double_score = double.score(kind, answers);
    let is_better = double_score > single_score && double_score > single_row(sheet, row + 1).score(kind, answers);
    // Parents count only above a row that itself names something: a title above the table does not count.
    let is_parental = single_score > 0 && double_score >= single_score && stacked::has_children(sheet, row);
    if is_better || is_parental { double } else { single }
}

fn single_row(sheet: &SeenSheet, row: u32) -> Header {
    let headings: Vec<Heading> = sheet.rows[&row]
        .iter()
        .take(WIDEST)
        .map(|(&column, cell)| Heading { row, column, readings: vec![cell.text.clone()] })
        .collect();
    // Where every heading is merged over two rows, the second row is empty.
    let deepest = headings.iter().filter_map(|heading| sheet.span(row, heading.column)).map(|span| span.bottom).max();
    let last = deepest.unwrap_or(row).min(row + DEEPEST);
    let is_own = |below: &u32| *below == row || !sheet.rows.contains_key(below);
    Header { rows: (row..=last).take_while(is_own).collect(), headings, matrix: None }
}
