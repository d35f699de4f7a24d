//! Finds the header: one row, or two with parents above children.
//!
//! Owns the search among the first rows of a sheet: the first complete header is chosen, titles above it are ignored.
//! Must not know which field a heading names: `meaning` decides that.

use std::collections::BTreeSet;

use super::HeadingAnswers;
use super::heading::{Header, Heading, IndicatorMatrix};
use super::matrix;
use super::meaning::{HeadingMeaning, Tier, meaning_of, meaning_of_key};
use crate::contract::{Field, SheetKind, dictionary};
use crate::records::cells::{MergedSpan, SeenSheet};
use crate::vietnamese::fold;

/// Filled rows searched for a header.
const SEARCHED_ROWS: usize = 40;
/// Columns that a header may have; columns further right are not read.
const WIDEST: usize = 200;
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

/// The header that begins in this row: of a table village × indicator, or else of one row or two.
pub(super) fn at(sheet: &SeenSheet, row: u32, kind: SheetKind, answers: &HeadingAnswers) -> Header {
    if let Some(header) = matrix::at(sheet, row, kind, answers) {
        return header;
    }
    let single = single_row(sheet, row);
    let single_score = single.score(kind, answers);
    if !sheet.rows.contains_key(&(row + 1)) {
        return single;
    }
    let double = double_row(sheet, row, kind);
    let double_score = double.score(kind, answers);
    let is_better = double_score > single_score && double_score > single_row(sheet, row + 1).score(kind, answers);
    // Parents count only above a row that itself names something: a title above the table does not count.
    let is_parental = single_score > 0 && double_score >= single_score && has_children(sheet, row);
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

fn double_row(sheet: &SeenSheet, row: u32, kind: SheetKind) -> Header {
    let below = row + 1;
    let columns: BTreeSet<u32> = sheet.rows[&row].keys().chain(sheet.rows[&below].keys()).copied().collect();
    // Above figures, a heading is often written over the first of its columns only.
    let may_reach = kind == SheetKind::Indicators && sheet.rows[&row].len() > 1;
    let mut reaching: Option<(&str, u32)> = None;
    let headings = columns.into_iter().take(WIDEST).map(|column| {
        let (parent, child) = (sheet.text(row, column), sheet.own_text(below, column));
        if child.is_empty() {
            return Heading { row, column, readings: vec![parent.to_owned()] };
        }
        let from_left = reaching.filter(|(_, last)| may_reach && parent.is_empty() && last + 1 == column);
        let parent = from_left.map_or(parent, |(parent, _)| parent);
        reaching = sheet.span(row, column).is_none().then_some((parent, column));
        let readings = if from_left.is_some() { beneath_left_parent(parent, child) } else { beneath(parent, child) };
        Heading { row: below, column, readings }
    });
    Header { rows: vec![row, below], headings: headings.collect(), matrix: None }
}

/// The readings of a heading beneath another: joined with it, then alone. A heading beneath a comparison is never read
/// alone: «Kế hoạch» beneath «So sánh (%) với» is not a plan.
fn beneath(parent: &str, child: &str) -> Vec<String> {
    let joined = format!("{parent} {child}");
    if parent.is_empty() {
        vec![child.to_owned()]
    } else if compares(parent) && !compares(child) {
        vec![compared_with(child), joined]
    } else {
        vec![joined, child.to_owned()]
    }
}

/// Like [`beneath`], where the parent was written further left, and the heading may not belong to it.
fn beneath_left_parent(parent: &str, child: &str) -> Vec<String> {
    let is_compared = compares(parent) && dictionary().column_id(&compared_with(child)).is_some();
    if is_compared { beneath(parent, child) } else { vec![format!("{parent} {child}"), child.to_owned()] }
}

fn compared_with(child: &str) -> String {
    format!("So với {child}")
}

/// Whether a heading compares one figure with another.
fn compares(heading: &str) -> bool {
    const FIRST_LETTERS: usize = 20;
    let key = fold::key(&heading.chars().take(FIRST_LETTERS).collect::<String>());
    ["so sanh", "so voi", "ty le", "ti le", "%"].into_iter().any(|start| key.starts_with(start))
}

/// Whether the row below has only children of this row's merged headings.
fn has_children(sheet: &SeenSheet, row: u32) -> bool {
    let is_parent = |span: MergedSpan| span.top == row && span.bottom == row && span.right > span.left;
    let has_parent = |column: &u32| sheet.span(row, *column).is_some_and(is_parent);
    // A title merged over the whole table is the only cell of its row: it is no parent of the headings below.
    let has_others = sheet.rows[&row].len() > 1;
    has_others && sheet.rows[&(row + 1)].keys().all(has_parent)
}
