//! Where a table ends: the rows below its last data row, which are a signature block or notes.
//!
//! Owns the boundary between the table and what is below it. Must not know values. A word alone does not end a table:
//! rows below it that look like data continue it. Its result goes to `sorting`, which reports the rows left out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::UnderstoodSheet;
use super::endings::{is_closing, is_closing_remark, is_day_line, is_note, is_post, is_recipients_line, is_signature};
use super::labels::{is_capitals, key_of_start};
use super::page_lines::is_page_line;
use super::row_view::RowView;
use super::signing_words::{is_body, is_person, is_state_title, is_whole_post};
use crate::contract::{Field, SheetKind};
use crate::records::cells::SeenCell;

/// Characters of the longest row number.
const LONGEST_ORDINAL: usize = 4;
/// Characters of the longest code with a digit in it.
const LONGEST_CODE: usize = 20;
/// From this number of words on, a text is prose, not a name or a post.
const PROSE_WORDS: usize = 10;
/// Rows of the tallest signature block.
const TALLEST_BLOCK: usize = 15;

/// Cells of the widest row of a signature block.
const MOST_SIGNED: usize = 8;

/// The rows below a table, 1-based; `u32::MAX` where there are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Closing {
    /// Signature blocks above a repeated header.
    inner: Vec<Range<u32>>,
    /// Titles of the table, typed again above a repeated header.
    titles: BTreeSet<u32>,
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
        let signed = match sheet.layout.kind {
            SheetKind::Villages | SheetKind::Indicators | SheetKind::VillageIndicators => signed_below(views().rev()),
            _ => signed_end(views().rev()),
        };
        let trailing = last_data_row(&views().rev().filter(|view| view.row < signed)).map_or(0, |row| row + 1);
        let below = || views().filter(|view| view.row >= trailing);
        let first = |is: fn(&RowView<'_>) -> bool| below().find(is).map_or(u32::MAX, |view| view.row);
        let signature = first(begins_signature).min(signed);
        let block: Vec<RowView<'_>> = below().filter(|view| view.row >= signature).take(TALLEST_BLOCK + 1).collect();
        let are_numbered = views().any(|view| is_numbered(&view))
            && !views().take_while(|view| view.row < trailing).any(|view| lacks_number(&view));
        let unnumbered = if are_numbered { first(is_remark_inside) } else { u32::MAX };
        let inner = sheet.repeated.iter().filter_map(|header| signed_above(sheet, rows.start..*header)).collect();
        let titles = repeated_titles(sheet);
        Self {
            inner,
            titles,
            trailing,
            remark: first(is_remark_aside),
            unnumbered,
            signature,
            is_plain: is_plain(&block),
        }
    }

    /// Whether a row is in a signature block above a repeated header.
    pub(super) fn is_signed_above_header(&self, row: u32) -> bool {
        self.inner.iter().any(|block| block.contains(&row))
    }

    /// Whether a row is a title of the table, typed again for the next page.
    pub(super) fn is_title_of_page(&self, row: u32) -> bool {
        self.titles.contains(&row)
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

/// The first row of the block of posts, bodies and names in which the rows end, given them from the bottom up;
/// `u32::MAX` where they do not end in one.
fn signed_end<'a>(views: impl Iterator<Item = RowView<'a>>) -> u32 {
    let mut start = u32::MAX;
    let (mut has_person, mut has_post) = (false, false);
    for view in views.take_while(is_signed).take(TALLEST_BLOCK) {
        let texts = || view.cells.values().map(|cell| cell.text.as_str());
        has_person |= texts().any(is_person);
        let is_post_here = texts().any(|text| is_whole_post(text) || is_signature(text));
        has_post |= is_post_here;
        // A word of capitals alone in its row may be the name of a group.
        let is_several = view.cells.len() > 1 && may_head_block(&view);
        let is_post_alone = view.cells.len() == 1 && is_post_here;
        if is_several || is_post_alone || (texts().any(is_day_line) && start < u32::MAX) {
            start = view.row;
        }
    }
    if has_person || has_post { start } else { u32::MAX }
}

/// The first row of the signature block beneath a list of villages or indicators, given the rows from the bottom up: a
/// role or a post in capitals, and beneath it nothing but what is signed. A village has its head's post beside it.
fn signed_below<'a>(views: impl Iterator<Item = RowView<'a>>) -> u32 {
    let mut start = u32::MAX;
    let is_head = |text: &str| is_signature(text) || is_day_line(text) || (is_capitals(text) && is_whole_post(text));
    let is_of_block = |view: &RowView<'a>| {
        let name = view.content();
        let is_named = !name.is_empty() && !is_head(name) && !is_person(name) && !is_closing(name);
        view.cells.len() <= MOST_SIGNED
            && !is_numbered(view)
            && !is_named
            && view.cells.values().all(|cell| is_signatory(&cell.text))
    };
    for view in views.take_while(is_of_block).take(TALLEST_BLOCK) {
        let (name, mut texts) = (view.content(), view.cells.values().map(|cell| cell.text.as_str()));
        if (name.is_empty() || is_head(name)) && texts.any(is_head) {
            start = view.row;
        }
    }
    start
}

/// Whether a row of several cells may be the first of a block. A short task with its lead and the name of a person is
/// none: «Hội thi Tiếng Hát │ Hội Nông dân xã │ Lê Thị Lan».
fn may_head_block(view: &RowView<'_>) -> bool {
    let content = view.content();
    let is_of_block =
        |text: &str| is_whole_post(text) || is_signature(text) || is_post(text) || is_day_line(text) || is_person(text);
    let is_body_or_head = |text: &str| is_capitals(text) || is_body(text) || is_state_title(text);
    if content.is_empty() {
        // A lead alone is that of a task whose words are missing.
        return !view.has(Field::Lead) || view.cells.values().any(|cell| is_of_block(&cell.text));
    }
    is_of_block(content) || is_body_or_head(content)
}

/// The signature block of the page that ends above a repeated header; its next title may stand between the two.
fn signed_above(sheet: &UnderstoodSheet<'_>, rows: Range<u32>) -> Option<Range<u32>> {
    const MOST_TITLES: usize = 5;
    let views = || sheet.cells.rows.range(rows.clone()).rev().map(|(&row, cells)| RowView { sheet, row, cells });
    let titles = views().take(MOST_TITLES).take_while(|view| view.sole().is_some() && !is_signed(view)).count();
    let last = views().nth(titles)?.row;
    let start = signed_end(views().skip(titles));
    (start <= last).then_some(start..last + 1)
}

/// The rows right above repeated headers that have the words of a row above the first header, perhaps with «(tiếp theo)».
fn repeated_titles(sheet: &UnderstoodSheet<'_>) -> BTreeSet<u32> {
    const MOST_TITLES: usize = 6;
    // A row of more cells is no title.
    const MOST_CELLS: usize = 4;
    let words = |cells: &BTreeMap<u32, SeenCell>| {
        let texts = cells.values().map(|cell| key_of_start(&cell.text));
        let words = texts.collect::<Vec<_>>().join(" ");
        words.trim_end_matches(" tiep theo").trim_end_matches(" tiep").to_owned()
    };
    if sheet.repeated.is_empty() {
        return BTreeSet::new();
    }
    let first = sheet.layout.header_rows[0];
    let titles: BTreeSet<String> = {
        let above = sheet.cells.rows.range(..first).filter(|(_, cells)| cells.len() <= MOST_CELLS);
        above.map(|(_, cells)| words(cells)).collect()
    };
    let above = |header: &u32| sheet.cells.rows.range(first..*header).rev().take(MOST_TITLES);
    let is_title = |(_, cells): &(&u32, &BTreeMap<u32, SeenCell>)| {
        !titles.is_empty() && cells.len() <= MOST_CELLS && titles.contains(&words(cells))
    };
    sheet.repeated.iter().flat_map(|header| above(header).filter(is_title)).map(|(row, _)| *row).collect()
}

/// Whether a row of tasks or results has only what stands in a signature block, in any columns: posts, bodies, names.
fn is_signed(view: &RowView<'_>) -> bool {
    let is_of_tasks = matches!(view.sheet.layout.kind, SheetKind::Assignments | SheetKind::Completions);
    is_of_tasks && !is_numbered(view) && !view.is_covered() && view.cells.values().all(|cell| is_signatory(&cell.text))
}

/// Whether a text may stand in a signature block, or in the head of the next page beneath one.
fn is_signatory(text: &str) -> bool {
    is_closing(text)
        || is_state_title(text)
        || is_person(text)
        || is_whole_post(text)
        || is_body(text)
        || is_page_line(text)
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
    let is_block =
        block.len() > 1 || first.content().is_empty() || is_capitals(first.content()) || first.cells.len() > 1;
    let is_short = block.len() <= TALLEST_BLOCK;
    is_block && is_short && block.iter().all(|view| view.table_texts().all(is_signatory))
}
