//! An open file, whatever its format.
//!
//! Owns the choice between the formats, made by content and never by name. Must not know how a format is read. `read`
//! takes the sheets from it.

use std::borrow::Cow;

use super::cells::{OpenBook, SeenSheet, SheetExtent};
use super::guard::{self, Inspected, SheetEntry};
use super::held_book::HeldBook;
use super::panics::catch_panic;
use super::refusal::Refusal;
use super::{binary_workbook, old_excel, open_document};
use crate::settings::StruckRows;

/// An open file.
pub(super) enum OpenFile<'a> {
    /// A workbook of Excel (.xlsx, .xlsm), inspected.
    Excel(Inspected, Box<OpenBook<'a>>),
    /// A file that is read whole: .ods, .xls, .xlsb.
    Held(HeldBook),
}

impl<'a> OpenFile<'a> {
    /// Opens a file, given its name without folder and its bytes.
    pub(super) fn open(name: &str, bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut inspected = match catch_panic(|| guard::inspect(name, bytes)).ok_or(Refusal::Damaged)? {
            Err(Refusal::OpenDocument) => {
                let read = catch_panic(|| open_document::read(bytes)).ok_or(Refusal::OpenDocument)??;
                return Ok(Self::Held(read));
            }
            Err(Refusal::BinaryWorkbook) => {
                let read = catch_panic(|| binary_workbook::read(bytes)).ok_or(Refusal::BinaryWorkbook)??;
                return Ok(Self::Held(read));
            }
            Err(Refusal::OldExcel) => {
                let read = catch_panic(|| old_excel::read(bytes)).ok_or(Refusal::Damaged)??;
                return Ok(Self::Held(read));
            }
            inspected => inspected?,
        };
        // A copy that calamine can read stands in for a file with values that are newer than it.
        let readable = inspected.copy.take().map_or(Cow::Borrowed(bytes), Cow::Owned);
        let book = OpenBook::open(readable)?;
        Ok(Self::Excel(inspected, Box::new(book)))
    }

    /// Bytes that are used only while it is open.
    pub(super) fn held(&self) -> u64 {
        match self {
            Self::Excel(inspected, _) => inspected.held,
            Self::Held(book) => book.held(),
        }
    }

    /// Its sheets, in order.
    pub(super) fn sheets(&self) -> Vec<SheetEntry> {
        match self {
            Self::Excel(inspected, _) => inspected.sheets.clone(),
            Self::Held(book) => book.entries(),
        }
    }

    /// The merged regions of a sheet that could not be read, as written.
    pub(super) fn unread_merges(&self, sheet: &SheetEntry) -> Vec<String> {
        match self {
            Self::Excel(inspected, _) => {
                inspected.facts(sheet).map(|facts| facts.unread_merges.clone()).unwrap_or_default()
            }
            Self::Held(_) => Vec::new(),
        }
    }

    /// The cells of a sheet, of its first `most_rows` filled rows only; without the words that are struck out, unless
    /// these are read. Their memory is subtracted from `budget`, in bytes.
    pub(super) fn read(
        &mut self,
        sheet: &SheetEntry,
        asked: (usize, StruckRows),
        budget: &mut u64,
    ) -> Result<SeenSheet, Refusal> {
        match self {
            Self::Excel(inspected, book) => {
                let facts = inspected.facts(sheet).ok_or(Refusal::DamagedSheet)?;
                book.read(sheet, facts, asked, budget)
            }
            Self::Held(book) => book.sheet(sheet)?.seen(asked, budget),
        }
    }

    /// The extent of a sheet, without holding its cells.
    pub(super) fn extent(&mut self, sheet: &SheetEntry) -> Result<SheetExtent, Refusal> {
        match self {
            Self::Excel(inspected, book) => {
                let facts = inspected.facts(sheet).ok_or(Refusal::DamagedSheet)?;
                book.extent(sheet, facts)
            }
            Self::Held(book) => Ok(book.sheet(sheet)?.extent()),
        }
    }
}
