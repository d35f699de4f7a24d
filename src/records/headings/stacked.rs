//! Headers of two or three rows: headings beneath merged ones.
//!
//! Owns which rows below a header's first row belong to it, and how a heading is read together with those above it. Must
//! not know which field a heading names, except to take the start of a task apart from its end. Its headers go to
//! `header`.

use std::collections::{BTreeMap, BTreeSet};

use super::heading::{Header, Heading, WIDEST};
use super::start_and_end::{self, Edge};
use crate::contract::{SheetKind, dictionary};
use crate::records::cells::{MergedSpan, SeenSheet};
use crate::vietnamese::fold;

/// Bytes of the longest heading beneath another, where nothing but its place shows that it is one.
const LONGEST_CHILD: usize = 60;

/// Whether the row below belongs to the header, whatever its words: each of its cells is under a merged heading of this
/// row, and other headings are merged down to it, or several of its cells are short words under one heading. Words for
/// a start and an end need no merged cell above them.
pub(super) fn is_second_row(sheet: &SeenSheet, row: u32) -> bool {
    if are_start_and_end(sheet, row + 1) || are_known_children(sheet, row) {
        return sheet.rows[&row].len() > 1;
    }
    has_children(sheet, row) && (reaches_down(sheet, row, row + 1) || are_short_words(sheet, row + 1))
}

/// The header of this row and the two below, where the third belongs to it too; `None` where it does not.
pub(super) fn three_rows(sheet: &SeenSheet, row: u32, kind: SheetKind) -> Option<Header> {
    let (second, third) = (row + 1, row + 2);
    let cells = sheet.rows.get(&third)?;
    let is_parent = |span: MergedSpan| span.top >= row && span.bottom == second && span.right > span.left;
    let has_parent = |column: &u32| sheet.span(second, *column).is_some_and(is_parent);
    // «Cơ quan» above «chủ trì» is one heading in two rows, where others are merged down beside it.
    let is_lower_line = |column: &u32| !sheet.text(second, *column).is_empty() && sheet.span(third, *column).is_none();
    let is_third = if reaches_down(sheet, row, third) {
        cells.keys().all(|column| has_parent(column) || is_lower_line(column))
    } else {
        cells.keys().all(has_parent) && are_short_words(sheet, third)
    };
    if !is_third {
        return None;
    }
    let mut headings: BTreeMap<u32, Heading> =
        two_rows(sheet, row, kind).headings.into_iter().map(|heading| (heading.column, heading)).collect();
    for (&column, cell) in cells.iter().take(WIDEST) {
        let (first, parent) = (sheet.text(row, column), sheet.text(second, column));
        let above = if first == parent { parent.to_owned() } else { format!("{first} {parent}") };
        let mut readings = beneath(&above, &cell.text);
        readings.insert(readings.len() - 1, format!("{parent} {}", cell.text));
        headings.insert(column, Heading { row: third, column, readings });
    }
    Some(Header { rows: vec![row, second, third], headings: headings.into_values().collect(), matrix: None })
}

/// The header of this row and the one below.
pub(super) fn two_rows(sheet: &SeenSheet, row: u32, kind: SheetKind) -> Header {
    let below = row + 1;
    let columns: BTreeSet<u32> = sheet.rows[&row].keys().chain(sheet.rows[&below].keys()).copied().collect();
    // Above figures, a heading is often written over the first of its columns only.
    let are_children = are_start_and_end(sheet, below) || are_known_children(sheet, row);
    let may_reach = (kind == SheetKind::Indicators || are_children) && sheet.rows[&row].len() > 1;
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
    } else if let Some(day) = start_and_end::written_out(parent, child) {
        vec![day.to_owned(), joined, child.to_owned()]
    } else {
        vec![joined, child.to_owned()]
    }
}

/// Like [`beneath`], where the parent was written further left, and the heading may not belong to it.
fn beneath_left_parent(parent: &str, child: &str) -> Vec<String> {
    let is_compared = compares(parent) && dictionary().column_id(&compared_with(child)).is_some();
    let is_day = start_and_end::written_out(parent, child).is_some();
    if is_compared || is_day { beneath(parent, child) } else { vec![format!("{parent} {child}"), child.to_owned()] }
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
pub(super) fn has_children(sheet: &SeenSheet, row: u32) -> bool {
    let is_parent = |span: MergedSpan| span.top == row && span.bottom == row && span.right > span.left;
    let has_parent = |column: &u32| sheet.span(row, *column).is_some_and(is_parent);
    // A title merged over the whole table is the only cell of its row: it is no parent of the headings below.
    let has_others = sheet.rows[&row].len() > 1;
    has_others && sheet.rows[&(row + 1)].keys().all(has_parent)
}

/// Whether any heading that begins in these rows is merged down to the last one.
fn reaches_down(sheet: &SeenSheet, first: u32, last: u32) -> bool {
    let reaches = |span: MergedSpan| span.top >= first && span.top < last && span.bottom >= last;
    sheet.rows[&first].keys().filter_map(|column| sheet.span(first, *column)).any(reaches)
}

/// Whether a row has several cells, each of them short and without a digit.
fn are_short_words(sheet: &SeenSheet, row: u32) -> bool {
    let is_short_word =
        |text: &str| text.len() <= LONGEST_CHILD && !text.contains(|letter: char| letter.is_ascii_digit());
    let cells = &sheet.rows[&row];
    cells.len() > 1 && cells.values().all(|cell| is_short_word(&cell.text))
}

/// Whether all cells of the row below are known headings, in pairs beneath headings written over the first of their
/// columns only: «Đơn vị │ │ Thời gian │» above «Chủ trì │ Phối hợp │ Bắt đầu │ Kết thúc».
fn are_known_children(sheet: &SeenSheet, row: u32) -> bool {
    let Some(cells) = sheet.rows.get(&(row + 1)).filter(|cells| cells.len() > 1) else { return false };
    let is_known = |text: &str| {
        text.len() <= LONGEST_CHILD && (dictionary().column_id(text).is_some() || start_and_end::edge(text).is_some())
    };
    let above = &sheet.rows[&row];
    let is_paired = |column: &u32| {
        let is_open = !above.contains_key(column);
        is_open && cells.contains_key(&(column - 1))
            || cells.contains_key(&(column + 1)) && !above.contains_key(&(column + 1))
    };
    // The columns before them have headings of their own, and nothing beneath.
    let is_behind = above.keys().next().is_some_and(|first| !cells.contains_key(first));
    is_behind && cells.iter().all(|(column, cell)| is_known(&cell.text) && is_paired(column))
}

/// Whether the cells of a row are the words for the start and the end of something, and no others.
fn are_start_and_end(sheet: &SeenSheet, row: u32) -> bool {
    let Some(cells) = sheet.rows.get(&row).filter(|cells| cells.len() > 1) else { return false };
    let edges: Vec<Option<Edge>> = cells.values().map(|cell| start_and_end::edge(&cell.text)).collect();
    edges.iter().all(Option::is_some) && edges.contains(&Some(Edge::Start)) && edges.contains(&Some(Edge::End))
}
