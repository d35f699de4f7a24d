//! What each row is: data, a group, a total, part of what is below the table, or none of these.
//!
//! Owns the order of the tests. Must not know values: `record` reads them. Groups and totals exist only on sheets that
//! may have them. A row is left out only where it can't be data.

use super::closing::Closing;
use super::endings::{is_closing_remark, is_day_line, is_note, is_signature};
use super::habits::{Habit, Habits};
use super::page_lines::is_page_line;
use super::row_view::RowView;
use crate::contract::SheetKind;
use crate::records::types::Located;
use crate::settings::StruckRows;

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Title, header, column numbers, a remark or a signature outside the table.
    Other,
    /// A remark or a signature that might be data: left out, and reported.
    LeftOut,
    Total,
    /// A row that is struck out.
    Struck,
    /// A label of the rows beneath, without its number.
    Group(Located<String>),
    Data,
    /// Data that reads like a remark or a signature: read, and reported.
    Stray,
}

/// Sorts a filled row.
pub(super) fn sort(view: &RowView<'_>, closing: &Closing, habits: Habits) -> Sort {
    if view.is_header() || closing.is_signed_above_header(view.row) || closing.is_title_of_page(view.row) {
        return Sort::Other;
    }
    if view.row >= closing.signature {
        let is_reported = !closing.is_plain && view.table_texts().next().is_some();
        return if is_reported { Sort::LeftOut } else { Sort::Other };
    }
    if view.sheet.answers.struck_rows == StruckRows::LeftOut && view.is_struck_out() {
        return Sort::Struck;
    }
    if view.sole().is_some_and(|(_, text)| is_page_line(text)) {
        return Sort::Other;
    }
    if !view.sheet.layout.kind.has_groups() {
        return sort_plainly(view, closing);
    }
    if view.is_total() {
        return Sort::Total;
    }
    if let Some(sort) = sort_remark(view, closing, habits) {
        return sort;
    }
    if closing.is_below_remark(view.row) && view.content().is_empty() {
        return Sort::Other;
    }
    if let Some(group) = view.group(habits) {
        return Sort::Group(group);
    }
    if view.holds_a_field() { Sort::Data } else { Sort::Other }
}

/// Sorts a row of a sheet without groups, where any word may be data.
fn sort_plainly(view: &RowView<'_>, closing: &Closing) -> Sort {
    // A total may have its words in the column of numbers.
    if view.is_total_of_villages() {
        return Sort::Total;
    }
    let is_alone = closing.is_trailing(view.row) && view.sole().is_some_and(|(_, text)| is_note(text));
    if is_alone || closing.is_below_remark(view.row) || !view.holds_a_field() {
        return Sort::Other;
    }
    let is_stray = |(_, text): (u32, &str)| is_signature(text) || is_day_line(text);
    let is_prose = view.sheet.layout.kind == SheetKind::Implementation;
    if is_prose && view.sole().is_some_and(is_stray) { Sort::Stray } else { Sort::Data }
}

/// Sorts a row with a single text that reads like a remark or a signature; `None` for any other row.
fn sort_remark(view: &RowView<'_>, closing: &Closing, habits: Habits) -> Option<Sort> {
    let (_, text) = view.sole()?;
    let is_trailing = closing.is_trailing(view.row);
    // Beneath a numbered table, what has no number is no task, from its first remark on.
    if is_trailing && closing.is_unnumbered(view.row) && !view.content().is_empty() {
        return Some(Sort::LeftOut);
    }
    if is_closing_remark(text) && !is_note(text) {
        return match (is_trailing, view.content().is_empty()) {
            (true, true) => Some(Sort::LeftOut),
            (true, false) => Some(Sort::Stray),
            (false, _) => None,
        };
    }
    // «* Lĩnh vực kinh tế» above a task may be a group.
    if !is_note(text) && !is_signature(text) || view.may_be_group(habits) || view.group(habits).is_some() {
        return None;
    }
    // Where tasks have leads and deadlines, a note without any is none.
    if is_note(text) && !view.content().is_empty() && habits.has(Habit::Assigned) {
        return Some(Sort::LeftOut);
    }
    if !view.content().is_empty() {
        return Some(if is_trailing && !view.may_be_data() { Sort::LeftOut } else { Sort::Stray });
    }
    is_note(text).then_some(if is_trailing { Sort::Other } else { Sort::LeftOut })
}
