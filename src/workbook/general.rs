//! The sheet Thông tin chung: every item there is, each with its help, and the values known.
//!
//! Owns its rows, one an item in the contract's order. Must not know what an item means. `write` calls it.

use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};

use super::columns::{self, item_entry};
use super::content::Content;
use super::looks::Looks;
use super::rules;
use super::sheet::{set_up_paper, write_value};
use super::{heights, help};
use crate::contract::{Field, GeneralKey, SheetKind, guidance, item_guidance};

const KIND: SheetKind = SheetKind::General;
/// The column of the values.
const VALUES: u16 = 1;
/// Height of an item, in points: the sheet is a form, with room around each line.
const ITEM_HEIGHT: f64 = 21.0;

/// Writes the sheet.
pub(super) fn write(page: &mut Worksheet, content: &Content, looks: &Looks) -> Result<(), XlsxError> {
    page.set_name(KIND.title())?;
    for (index, column) in (0..).zip(KIND.columns()) {
        page.set_column_width(index, columns::width(KIND, column.field))?;
        page.write_string_with_format(0, index, column.heading, looks.heading(false))?;
        page.insert_note(0, index, &help::note(guidance(KIND, column.field), false))?;
    }
    page.set_row_height(0, ITEM_HEIGHT)?;
    for (row, key) in (1..).zip(GeneralKey::ALL) {
        write_item(page, row, key, content, looks)?;
    }
    set_up_paper(page, KIND.columns().iter().map(|column| columns::width(KIND, column.field)).sum())?;
    page.set_freeze_panes(1, 0)?.set_selection(1, VALUES, 1, VALUES)?;
    Ok(())
}

fn write_item(
    page: &mut Worksheet,
    row: u32,
    key: GeneralKey,
    content: &Content,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let (look, rule) = item_entry(key);
    page.write_string_with_format(row, 0, key.title(), looks.item(key.is_required()))?;
    page.insert_note(row, 0, &help::note(item_guidance(key), key.is_required()))?;
    let format = looks.value(look);
    let value = content.general.get(&key);
    let measured = value.into_iter().map(|value| (value, columns::width(KIND, Field::Value)));
    page.set_row_height(row, heights::height(measured).max(ITEM_HEIGHT))?;
    match value {
        Some(value) => write_value(page, (row, VALUES), value, look, &format)?,
        None => drop(page.write_blank(row, VALUES, &format)?),
    }
    // The prompt says the same as the note: it comes up by itself where the clerk is about to type.
    let validation = rules::validation(rule)?.unwrap_or_else(DataValidation::new);
    let validation = validation.set_input_title(key.title())?.set_input_message(item_guidance(key))?;
    page.add_data_validation(row, VALUES, row, VALUES, &validation)?;
    Ok(())
}
