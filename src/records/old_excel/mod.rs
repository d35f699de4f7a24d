//! Reads a workbook of Excel 5 to 2003 (.xls; [MS-XLS]).
//!
//! Owns the format. calamine's reader of it panics, hangs or asks for all memory on damaged files, and gives neither hidden
//! rows nor looks; so every length here is checked against what the file has. Must not know what a sheet is for. Its
//! sheets go to `open_file`.

mod container;
mod globals;
mod record;
mod sheet;
mod text;

use std::borrow::Cow;

use self::container::{Container, SIGNATURE};
use self::globals::Globals;
use super::guard::SheetForm;
use super::held_book::{HeldBook, HeldLeft, HeldSheet};
use super::refusal::Refusal;

/// Reads a file that begins like an old Office file.
///
/// # Errors
/// [`Refusal::PasswordProtected`]; [`Refusal::OtherOffice`] for a document of Word; [`Refusal::OldExcel`] before Excel 5;
/// [`Refusal::Damaged`]; the refusals of limits.
pub(super) fn read(bytes: &[u8]) -> Result<HeldBook, Refusal> {
    let (stream, is_left_to_excel) = stream(bytes)?;
    let mut globals = Globals::read(&stream)?;
    globals.is_left_to_excel = is_left_to_excel;
    let listed = std::mem::take(&mut globals.sheets);
    if listed.is_empty() {
        return Err(Refusal::Damaged);
    }
    let mut left = HeldLeft::default();
    let starts: Vec<usize> = listed.iter().map(|sheet| sheet.start).collect();
    let mut sheets = Vec::new();
    for entry in listed {
        // A sheet ends where the next one begins, so no byte is read twice.
        let end = starts.iter().copied().filter(|start| *start > entry.start).min().unwrap_or(stream.len());
        let part = stream.get(entry.start..end).unwrap_or_default();
        let mut sheet = HeldSheet { form: entry.form, ..HeldSheet::empty(entry.name.clone(), entry.is_visible) };
        if entry.form == SheetForm::Worksheet {
            sheet = match sheet::read(part, sheet, &mut globals, &mut left) {
                Err(Refusal::DamagedSheet) => HeldSheet::damaged(entry.name, entry.is_visible),
                sheet => sheet?,
            };
        }
        sheets.push(sheet);
    }
    Ok(HeldBook { sheets })
}

/// The stream with the workbook, and whether a program wrote it that computes no formulas: those leave out the summary that
/// Excel and `LibreOffice` always write. Some write no container.
fn stream(bytes: &[u8]) -> Result<(Cow<'_, [u8]>, bool), Refusal> {
    if !bytes.starts_with(&SIGNATURE[..4]) {
        return Ok((Cow::Borrowed(bytes), true));
    }
    let container = Container::open(bytes).ok_or_else(|| damaged(bytes))?;
    if container.has("EncryptedPackage") {
        return Err(Refusal::PasswordProtected);
    }
    // A file for Excel 95 and 97 has both streams.
    let Some(name) = ["Workbook", "Book"].into_iter().find(|name| container.has(name)) else {
        return Err(Refusal::OtherOffice);
    };
    let stream = container.stream(name).ok_or(Refusal::Damaged)?;
    Ok((Cow::Owned(stream), !container.has("\u{5}SummaryInformation")))
}

/// What a damaged container was: its names are UTF-16.
fn damaged(bytes: &[u8]) -> Refusal {
    let has_name = |name: &str| {
        let expected: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(expected.len()).any(|window| window == expected)
    };
    if has_name("EncryptedPackage") {
        Refusal::PasswordProtected
    } else if has_name("WordDocument") || has_name("PowerPoint Document") {
        Refusal::OtherOffice
    } else {
        Refusal::Damaged
    }
}
