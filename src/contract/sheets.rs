//! The sheets of the workbook and their columns, in the contract's order.
//!
//! Owns the names of the sheets; their columns are defined in `columns`. Must not know where a clerk's columns are:
//! `records` finds them.

use super::columns::{assignments, prose, registers, results};
use super::{Column, Field, general};

/// A sheet of the contract, named after its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetKind {
    /// Thông tin chung.
    General,
    /// Nội dung.
    Prose,
    /// Đơn vị.
    Units,
    /// Thôn.
    Villages,
    /// Căn cứ.
    Grounds,
    /// Nhiệm vụ.
    Assignments,
    /// Tổ chức thực hiện.
    Implementation,
    /// Kết quả.
    Completions,
    /// Chỉ tiêu.
    Indicators,
    /// Chỉ tiêu thôn.
    VillageIndicators,
    /// Nơi nhận.
    Recipients,
    /// Người ký.
    Signatories,
    /// Danh mục: lists for drop-downs, written by us and never read.
    Lists,
}

impl SheetKind {
    /// Every kind, in the contract's order.
    pub const ALL: [Self; 13] = [
        Self::General,
        Self::Prose,
        Self::Units,
        Self::Villages,
        Self::Grounds,
        Self::Assignments,
        Self::Implementation,
        Self::Completions,
        Self::Indicators,
        Self::VillageIndicators,
        Self::Recipients,
        Self::Signatories,
        Self::Lists,
    ];

    /// The sheet's name in the contract.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::General => "Thông tin chung",
            Self::Prose => "Nội dung",
            Self::Units => "Đơn vị",
            Self::Villages => "Thôn",
            Self::Grounds => "Căn cứ",
            Self::Assignments => "Nhiệm vụ",
            Self::Implementation => "Tổ chức thực hiện",
            Self::Completions => "Kết quả",
            Self::Indicators => "Chỉ tiêu",
            Self::VillageIndicators => "Chỉ tiêu thôn",
            Self::Recipients => "Nơi nhận",
            Self::Signatories => "Người ký",
            Self::Lists => "Danh mục",
        }
    }

    /// The name in JSON (`read_as`); `None` for the hidden lists.
    #[must_use]
    pub fn id(self) -> Option<&'static str> {
        match self {
            Self::General => Some("general"),
            Self::Prose => Some("prose"),
            Self::Units => Some("units"),
            Self::Villages => Some("villages"),
            Self::Grounds => Some("grounds"),
            Self::Assignments => Some("assignments"),
            Self::Implementation => Some("implementation"),
            Self::Completions => Some("completions"),
            Self::Indicators => Some("indicators"),
            Self::VillageIndicators => Some("village_indicators"),
            Self::Recipients => Some("recipients"),
            Self::Signatories => Some("signatories"),
            Self::Lists => None,
        }
    }

    /// The columns, in the contract's order; empty for the hidden lists.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::General => general::GENERAL,
            Self::Prose => prose::PROSE,
            Self::Units => registers::UNITS,
            Self::Villages => registers::VILLAGES,
            Self::Grounds => prose::GROUNDS,
            Self::Assignments => assignments::ASSIGNMENTS,
            Self::Implementation => assignments::IMPLEMENTATION,
            Self::Completions => results::COMPLETIONS,
            Self::Indicators => results::INDICATORS,
            Self::VillageIndicators => results::VILLAGE_INDICATORS,
            Self::Recipients => prose::RECIPIENTS,
            Self::Signatories => registers::SIGNATORIES,
            Self::Lists => &[],
        }
    }

    /// The column of a field; `None` where the sheet has none.
    #[must_use]
    pub fn column(self, field: Field) -> Option<&'static Column> {
        self.columns().iter().find(|column| column.field == field)
    }

    /// The contract's heading of a field; empty where the sheet has no such column.
    #[must_use]
    pub fn heading(self, field: Field) -> &'static str {
        self.column(field).map_or("", |column| column.heading)
    }

    /// Every column that a table of this kind may have: the contract's, then those that only clerks' own tables have
    /// (planned and reached figures beside a state, percentages typed beside figures).
    pub fn readable_columns(self) -> impl Iterator<Item = &'static Column> {
        let further = match self {
            Self::Completions => results::REGISTER_OF_RESULTS,
            Self::Indicators => results::TYPED_COMPARISONS,
            Self::VillageIndicators => results::TYPED_PERCENT,
            _ => &[],
        };
        self.columns().iter().chain(further)
    }

    /// Whether the rows may include group and total rows.
    #[must_use]
    pub fn has_groups(self) -> bool {
        matches!(self, Self::Assignments | Self::Completions | Self::Indicators | Self::VillageIndicators)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::contract::GeneralKey;

    #[test]
    fn every_column_and_item_has_help_that_fits_into_a_prompt_of_excel() {
        let columns = SheetKind::ALL.into_iter().flat_map(SheetKind::columns);
        let columns = columns.map(|column| (column.heading, column.entry));
        let items = GeneralKey::ALL.into_iter().map(|key| (key.title(), key.item().entry));
        for (heading, entry) in columns.chain(items) {
            let length = entry.guidance().encode_utf16().count();
            assert!((20..=255).contains(&length), "{heading}: {length} characters");
        }
    }

    #[test]
    fn fields_headings_and_table_names_of_a_sheet_are_unique() {
        for kind in SheetKind::ALL {
            let (mut fields, mut headings, mut names) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
            for column in kind.columns() {
                assert!(fields.insert(column.field) && headings.insert(column.heading), "{}", column.heading);
                assert!(column.in_tables.is_none_or(|table| names.insert(table.name)), "{}", column.heading);
            }
        }
    }
}
