//! Columns that were read but that no document prints.
//!
//! Owns the comparison of the filled columns with the printed ones; the contract says which columns every paper prints.
//! Must not know any text. Its result is shown beside the count of the rows read.

use super::Need;
use super::papers::PrintedParts;
use crate::contract::{Column, Field, GeneralKey, SheetKind};
use crate::diag::Place;
use crate::records::{Record, Records};
use crate::vietnamese::fold;

/// The columns of a sheet that were read and that no document of the run prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unprinted {
    /// The sheet's place.
    pub at: Place,
    /// Headings, as in the contract.
    pub headings: Vec<&'static str>,
}

/// The filled columns and items that a paper may leave out: kept when the rows are dropped.
pub(super) struct Account {
    sheets: Vec<SheetAccount>,
    /// The province, if the workbook names one.
    province: Option<String>,
    /// The filled items of Thông tin chung that a paper may leave out.
    items: Vec<GeneralKey>,
}

/// The filled columns of a sheet.
struct SheetAccount {
    at: Place,
    kind: SheetKind,
    filled: Vec<&'static Column>,
}

impl Account {
    /// Collects them in one pass over the rows.
    pub(super) fn of(records: &Records) -> Self {
        let sheets = records.sheets.iter().filter_map(|sheet| {
            let kind = sheet.kind?;
            let is_here = |place: &Place| (&place.file, &place.sheet) == (&sheet.at.file, &sheet.at.sheet);
            let rows = || records.rows(kind).iter().filter(|row| is_here(&row.at));
            let is_filled = |column: &&Column| {
                sheet.columns.contains_key(&column.field) && rows().any(|row| row.cell(column.field).is_some())
            };
            let filled = kind.columns().iter().filter(is_filled).collect();
            Some(SheetAccount { at: sheet.at.clone(), kind, filled })
        });
        let value = |key: GeneralKey| {
            let is_item = |row: &&Record| {
                row.text(Field::Item).is_some_and(|item| fold::key(&item.value) == fold::key(key.title()))
            };
            let row = records.rows(SheetKind::General).iter().find(is_item);
            row.and_then(|row| row.text(Field::Value)).map(|text| text.value)
        };
        let items =
            [GeneralKey::Province, GeneralKey::Addressees, GeneralKey::ReportDeadline, GeneralKey::ReportRecipient];
        Self {
            sheets: sheets.collect(),
            province: value(GeneralKey::Province),
            items: items.into_iter().filter(|key| value(*key).is_some()).collect(),
        }
    }

    /// The columns of the workbook that no paper prints.
    pub(super) fn unprinted(&self, printed: &PrintedParts) -> Vec<Unprinted> {
        let of_sheet = |sheet: &SheetAccount| {
            let is_left_out = |column: &&&Column| {
                !column.is_in_every_document && !printed.needs.contains(&Need::Column(sheet.kind, column.field))
            };
            let mut headings: Vec<&str> =
                sheet.filled.iter().filter(is_left_out).map(|column| column.heading).collect();
            if sheet.kind == SheetKind::General {
                headings.extend(
                    self.items.iter().filter(|key| !self.is_item_printed(**key, printed)).map(|key| key.title()),
                );
            }
            (!headings.is_empty()).then(|| Unprinted { at: sheet.at.clone(), headings })
        };
        self.sheets.iter().filter_map(of_sheet).collect()
    }

    /// Whether a paper prints an item of Thông tin chung.
    fn is_item_printed(&self, key: GeneralKey, printed: &PrintedParts) -> bool {
        match (key, &self.province) {
            (GeneralKey::Province, Some(province)) => {
                printed.recipients.iter().any(|line| line.contains(&fold::key(province)))
            }
            (GeneralKey::Addressees, _) => printed.has_addressees,
            _ => printed.needs.contains(&Need::Item(key)),
        }
    }
}
