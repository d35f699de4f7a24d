//! Where a table ends: the rows below its last data row, which are a signature block or notes.
//!
//! Owns the boundary between the table and what is below it. Must not know values. A word alone does not end a table:
//! rows below it that look like data continue it. Its result goes to `sorting`, which reports the rows left out.

use std::ops::Range;

use super::UnderstoodSheet;
use super::endings::{
    is_capitals, is_closing, is_closing_remark, is_day_line, is_note, is_post, is_recipients_line, is_signature,
};
use super::row_view::RowView;
use crate::contract::Field;

/// Characters of the longest row number.
const LONGEST_ORDINAL: usize = 4;
/// Characters of the longest code with a digit in it.
const LONGEST_CODE: usize = 20;
/// From this number of words on, a text is prose, not a name or a post.
const PROSE_WORDS: usize = 10;
/// Rows of the tallest signature block.
const TALLEST_BLOCK: usize = 15;

/// The rows below a table, 1-based; `u32::MAX` where there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Closing {
    /// First row below the last one that looks like data.
    trailing: u32,
    /// First row of a remark below the table, outside the content column.
    remark: u32,
    /// First row of a remark below a numbered table, in the content column and without a number.
    unnumbered: u32,
    /// First row of the signature block: nothing from here on is data.
    pub(super) signature: u32,
    /// Whether it is certainly a signature block.
    pub(super) is_plain: bool,
}

impl Closing {
    /// Finds the end of the table in these rows.
    pub(super) fn of(sheet: &UnderstoodSheet<'_>, rows: Range<u32>) -> Self {
        let views = || {
            let rows = sheet.cells.rows.range(rows.clone());
            rows.map(|(&row, cells)| RowView { sheet, row, cells }).filter(|view| !view.is_header())
        };
        let trailing = last_data_row(&views().rev()).map_or(0, |row| row + 1);
        let below = || views().filter(|view| view.row >= trailing);
        let first = |is: fn(&RowView<'_>) -> bool| below().find(is).map_or(u32::MAX, |view| view.row);
        let signature = first(begins_signature);
        let block: Vec<RowView<'_>> = below().filter(|view| view.row >= signature).take(TALLEST_BLOCK + 1).collect();
        let are_numbered = views().any(|view| is_numbered(&view))
            && !views().take_while(|view| view.row < trailing).any(|view| lacks_number(&view));
        let unnumbered = if are_numbered { first(is_remark_inside) } else { u32::MAX };
        Self { trailing, remark: first(is_remark_aside), unnumbered, signature, is_plain: is_plain(&block) }
    }

    /// Whether a row is below the last data row.
    pub(super) fn is_trailing(&self, row: u32) -> bool {
        row >= self.trailing
    }

    /// Whether a row without a number is at or below the first remark in the content column of a numbered table.
    pub(super) fn is_unnumbered(&self, row: u32) -> bool {
        row >= self.unnumbered
    }

    /// Whether a row is at or below the first remark under the table.
    pub(super) fn is_below_remark(&self, row: u32) -> bool {
        row >= self.remark
    }
}

/// The last row that looks like data, given the rows from the bottom up. Where no row has more than its content, any
/// content counts that would not be in a signature block.
fn last_data_row<'a>(views: &(impl Iterator<Item = RowView<'a>> + Clone)) -> Option<u32> {
    let has_groups = |view: &RowView<'_>| view.sheet.layout.kind.has_groups();
    let looks_like_data =
        |view: &RowView<'_>| if has_groups(view) { looks_like_data(view) } else { view.has_any_required() };
    let has_task_text =
        |view: &RowView<'_>| has_groups(view) && !view.content().is_empty() && !is_closing(view.content());
    let last = views.clone().find(looks_like_data).map(|view| view.row);
    last.or_else(|| views.clone().find(has_task_text).map(|view| view.row))
}

/// Whether a row of a table with groups certainly has data: a number, prose, or more columns than a signature block
/// would fill.
fn looks_like_data(view: &RowView<'_>) -> bool {
    if view.is_total() {
        return false;
    }
    let texts = || view.table_texts();
    let is_prose = view.content().split_whitespace().nth(PROSE_WORDS - 1).is_some() && !is_remark(view.content());
    let fills_more_columns = texts().count() > 1 && texts().any(|text| !is_closing(text));
    is_numbered(view) || is_prose || view.is_covered() || fills_more_columns
}

/// Whether a row has a number or a code of its own.
fn is_numbered(view: &RowView<'_>) -> bool {
    let (ordinal, code) = (view.ordinal(), view.text(Field::Code));
    let has_digit = |text: &str| text.contains(|letter: char| letter.is_ascii_digit());
    let is_code = |text: &str| has_digit(text) && !text.contains(' ') && text.chars().count() <= LONGEST_CODE;
    (!ordinal.is_empty() && ordinal.chars().count() <= LONGEST_ORDINAL) || is_code(ordinal) || is_code(code)
}

/// Whether the signature block may begin here.
fn begins_signature(view: &RowView<'_>) -> bool {
    let is_line = |text: &str| is_day_line(text) || is_recipients_line(text);
    let is_post_aside = |text: &str| view.content().is_empty() && is_capitals(text) && is_post(text);
    view.cells.values().any(|cell| is_signature(&cell.text))
        || view.sole().is_some_and(|(_, text)| is_line(text) || is_post_aside(text))
}

/// Whether the row is a remark outside the content column.
fn is_remark_aside(view: &RowView<'_>) -> bool {
    view.content().is_empty() && view.sole().is_some_and(|(_, text)| is_remark(text))
}

/// Whether the row is a remark in the content column.
fn is_remark_inside(view: &RowView<'_>) -> bool {
    !view.content().is_empty() && view.sole().is_some_and(|(_, text)| is_closing_remark(text))
}

fn is_remark(text: &str) -> bool {
    is_note(text) || is_closing_remark(text)
}

/// Whether a row is a task without a number: it has a lead or a deadline.
fn lacks_number(view: &RowView<'_>) -> bool {
    let is_assigned = view.has(Field::Lead) || view.has(Field::Deadline) || view.has(Field::State);
    is_assigned && !view.content().is_empty() && !is_numbered(view) && !view.is_covered()
}

/// Whether a block has only authorities, posts and names: in capitals, in several rows, or outside the content column.
fn is_plain(block: &[RowView<'_>]) -> bool {
    let Some(first) = block.first() else { return true };
    let is_block = block.len() > 1 || first.content().is_empty() || is_capitals(first.content());
    let is_short = block.len() <= TALLEST_BLOCK;
    is_block && is_short && block.iter().all(|view| view.table_texts().all(is_closing))
}
