//! The sources of tables, and the columns of each.
//!
//! Owns their names in templates. Must not know a value: `draft` makes the rows. The check of templates takes the names
//! of sources and columns from here.

use std::sync::LazyLock;

use super::columns::{PrintedColumn, of_sheet};
use super::review_columns as review;
use crate::contract::SheetKind;

/// The source of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableSource {
    /// The sheet Nhiệm vụ.
    Assignments,
    /// The sheet Tổ chức thực hiện.
    Implementation,
    /// The tasks with their progress.
    Results,
    /// The leads of tasks, with their counts.
    Units,
    /// The tasks past their deadline.
    Overdue,
    /// The tasks whose deadline is near.
    DueSoon,
    /// The open tasks that are due in what is left of the period.
    DueInPeriod,
    /// The tasks that continue in the next period.
    Carried,
    /// The sheet Thôn.
    VillageList,
    /// The sheet Chỉ tiêu.
    Indicators,
    /// The villages side by side.
    Villages,
}

impl TableSource {
    /// Every source.
    pub(crate) const ALL: [Self; 11] = [
        Self::Assignments,
        Self::Implementation,
        Self::Results,
        Self::Units,
        Self::Overdue,
        Self::DueSoon,
        Self::DueInPeriod,
        Self::Carried,
        Self::VillageList,
        Self::Indicators,
        Self::Villages,
    ];

    /// Its name in templates: that of the list.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Assignments => "nhiem_vu",
            Self::Implementation => "to_chuc",
            Self::Results => "ket_qua",
            Self::Units => "don_vi",
            Self::Overdue => "qua_han",
            Self::DueSoon => "sap_den_han",
            Self::DueInPeriod => "con_trong_ky",
            Self::Carried => "chuyen_ky",
            Self::VillageList => "thon",
            Self::Indicators => "chi_tieu",
            Self::Villages => "chi_tieu_thon",
        }
    }

    /// The sheet of its rows.
    pub(crate) fn sheet(self) -> SheetKind {
        match self {
            Self::Implementation => SheetKind::Implementation,
            Self::VillageList => SheetKind::Villages,
            Self::Indicators => SheetKind::Indicators,
            Self::Villages => SheetKind::VillageIndicators,
            Self::Assignments
            | Self::Results
            | Self::Units
            | Self::Overdue
            | Self::DueSoon
            | Self::DueInPeriod
            | Self::Carried => SheetKind::Assignments,
        }
    }

    /// Whether its rows are computed figures.
    pub(crate) fn is_computed(self) -> bool {
        !matches!(self, Self::Assignments | Self::Implementation | Self::VillageList)
    }

    /// Its columns, in the contract's order.
    pub(crate) fn columns(self) -> &'static [PrintedColumn] {
        match self {
            Self::Assignments => &ASSIGNMENTS,
            Self::Implementation => &IMPLEMENTATION,
            Self::VillageList => &VILLAGE_LIST,
            Self::Results | Self::Overdue | Self::DueSoon | Self::DueInPeriod | Self::Carried => &review::TASKS,
            Self::Units => &review::UNITS,
            Self::Indicators => &review::INDICATORS,
            Self::Villages => &review::VILLAGES,
        }
    }
}

static ASSIGNMENTS: LazyLock<Vec<PrintedColumn>> = LazyLock::new(|| of_sheet(SheetKind::Assignments));

static IMPLEMENTATION: LazyLock<Vec<PrintedColumn>> = LazyLock::new(|| of_sheet(SheetKind::Implementation));

static VILLAGE_LIST: LazyLock<Vec<PrintedColumn>> = LazyLock::new(|| of_sheet(SheetKind::Villages));
