//! A form on a sheet: every item, with its help and its value.
//!
//! Owns its rows, one per item. Must not know what an item means. `write` calls it.

use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};

use super::cells::write_cell;
use super::description::{FormDescription, ItemDescription, WorkbookDescription};
use super::looks::Looks;
use super::page::{protect, set_up_paper};
use super::{heights, help, rules};

/// The column of the values.
const VALUES: u16 = 1;
/// Height of an item, in points, with space around each line.
const ITEM_HEIGHT: f64 = 21.0;
/// The most letters that Excel shows above a prompt.
const LONGEST_PROMPT_TITLE: usize = 32;

/// Writes the form.
pub(super) fn write(
    page: &mut Worksheet,
    form: &FormDescription,
    book: &WorkbookDescription,
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (index, column) in (0..).zip(&form.columns) {
        page.set_column_width(index, column.width)?;
        page.write_string_with_format(0, index, &column.heading, looks.heading(column.is_required))?;
        if !column.help.is_empty() {
            page.insert_note(0, index, &help::note(&column.help, column.is_required))?;
        }
    }
    page.set_row_height(0, ITEM_HEIGHT)?;
    let is_protected = form.items.iter().any(|item| item.is_locked);
    let [_, values] = &form.columns;
    for (row, item) in (1..).zip(&form.items) {
        write_item(page, (row, item), (values.width, is_protected), looks)?;
        write_rule(page, (row, item), book)?;
    }
    let width = form.columns.iter().map(|column| column.width).sum();
    set_up_paper(page, width, form.items.iter().any(|item| item.is_required))?;
    page.set_freeze_panes(1, 0)?.set_selection(1, VALUES, 1, VALUES)?;
    if is_protected {
        protect(page);
    }
    Ok(())
}

/// Name, note and value of an item.
fn write_item(
    page: &mut Worksheet,
    (row, item): (u32, &ItemDescription),
    (width, is_protected): (u32, bool),
    looks: &Looks,
) -> Result<(), XlsxError> {
    page.write_string_with_format(row, 0, &item.title, looks.item(item.is_required))?;
    if !item.help.is_empty() {
        page.insert_note(row, 0, &help::note(&item.help, item.is_required))?;
    }
    let format = looks.value(item.look, is_protected && !item.is_locked);
    let measured = item.value.iter().map(|value| (value, width));
    page.set_row_height(row, heights::height(measured).max(ITEM_HEIGHT))?;
    match &item.value {
        Some(value) => write_cell(page, (row, VALUES), value, item.look, Some(&format)),
        None => page.write_blank(row, VALUES, &format).map(drop),
    }
}

/// The rule for the value. Its prompt repeats the note: it appears by itself when the clerk is about to type.
fn write_rule(
    page: &mut Worksheet,
    (row, item): (u32, &ItemDescription),
    book: &WorkbookDescription,
) -> Result<(), XlsxError> {
    let rule = rules::validation(&item.allowed, book)?;
    let mut validation = match (rule, item.help.is_empty()) {
        (None, true) => return Ok(()),
        (rule, _) => rule.unwrap_or_else(DataValidation::new),
    };
    if !item.help.is_empty() {
        if item.title.chars().count() <= LONGEST_PROMPT_TITLE {
            validation = validation.set_input_title(&item.title)?;
        }
        validation = validation.set_input_message(&item.help)?;
    }
    page.add_data_validation(row, VALUES, row, VALUES, &validation)?;
    Ok(())
}
