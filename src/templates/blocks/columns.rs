//! The columns that a table of data may have.
//!
//! Owns which columns a source has: those of Nhiệm vụ and Tổ chức thực hiện are the contract's, by their rows there. Must
//! not know a value: `made` and `review` read them. The check of templates takes its names from it.

use std::sync::LazyLock;

use super::computed::Computed;
use super::review_columns as review;
use crate::contract::{Field, SheetKind};

/// A column of a table of data.
#[derive(Debug)]
pub(crate) struct PrintedColumn {
    /// Its name in templates.
    pub(crate) name: &'static str,
    /// What stands in it.
    pub(crate) origin: CellOrigin,
    /// What its cells hold.
    pub(crate) content: ColumnContent,
}

/// Where the cells of a column come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellOrigin {
    /// The running number, which is ours.
    Ordinal,
    /// A column of the workbook, under the clerk's own heading.
    Field(Field),
    /// The figures, under a heading of ours.
    Computed(Computed),
}

/// What the cells of a column hold, which decides how they are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnContent {
    /// The running number.
    Ordinal,
    /// A few words that stand alone: a day, a code.
    Short,
    /// Figures, digit below digit and never broken; words and dashes among them stand in the middle.
    Number,
    /// Running text.
    Text,
}

/// A list of the workbook that a table can be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableSource {
    /// The sheet Nhiệm vụ.
    Assignments,
    /// The sheet Tổ chức thực hiện.
    Implementation,
    /// The tasks with what became of them.
    Results,
    /// Who leads tasks, with their counts.
    Units,
    /// The tasks past their deadline.
    Overdue,
    /// The tasks whose deadline is near.
    DueSoon,
    /// The tasks that go on in the next period.
    Carried,
    /// The sheet Chỉ tiêu.
    Indicators,
    /// The villages side by side.
    Villages,
}

impl TableSource {
    /// Every source.
    pub(crate) const ALL: [Self; 9] = [
        Self::Assignments,
        Self::Implementation,
        Self::Results,
        Self::Units,
        Self::Overdue,
        Self::DueSoon,
        Self::Carried,
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
            Self::Carried => "chuyen_ky",
            Self::Indicators => "chi_tieu",
            Self::Villages => "chi_tieu_thon",
        }
    }

    /// The sheet that its rows stand on.
    pub(crate) fn sheet(self) -> SheetKind {
        match self {
            Self::Implementation => SheetKind::Implementation,
            Self::Indicators => SheetKind::Indicators,
            Self::Villages => SheetKind::VillageIndicators,
            Self::Assignments | Self::Results | Self::Units | Self::Overdue | Self::DueSoon | Self::Carried => {
                SheetKind::Assignments
            }
        }
    }

    /// Whether it is made of figures.
    pub(crate) fn is_computed(self) -> bool {
        !matches!(self, Self::Assignments | Self::Implementation)
    }

    /// Its columns, in the contract's order.
    pub(crate) fn columns(self) -> &'static [PrintedColumn] {
        match self {
            Self::Assignments => &ASSIGNMENTS,
            Self::Implementation => &IMPLEMENTATION,
            Self::Results | Self::Overdue | Self::DueSoon | Self::Carried => &review::TASKS,
            Self::Units => &review::UNITS,
            Self::Indicators => &review::INDICATORS,
            Self::Villages => &review::VILLAGES,
        }
    }
}

/// The column of the running number.
pub(super) const ORDINAL: PrintedColumn =
    PrintedColumn { name: "stt", origin: CellOrigin::Ordinal, content: ColumnContent::Ordinal };

/// A column of the workbook with running text.
pub(super) const fn text(name: &'static str, field: Field) -> PrintedColumn {
    PrintedColumn { name, origin: CellOrigin::Field(field), content: ColumnContent::Text }
}

/// A column of the workbook with a few words.
pub(super) const fn short(name: &'static str, field: Field) -> PrintedColumn {
    PrintedColumn { name, origin: CellOrigin::Field(field), content: ColumnContent::Short }
}

impl PrintedColumn {
    /// The column of the workbook that it prints; `None` for what is made of several.
    pub(crate) fn field(&self) -> Option<Field> {
        match self.origin {
            CellOrigin::Ordinal => Some(Field::Ordinal),
            CellOrigin::Field(field) => Some(field),
            CellOrigin::Computed(_) => None,
        }
    }
}

static ASSIGNMENTS: LazyLock<Vec<PrintedColumn>> = LazyLock::new(|| of_sheet(SheetKind::Assignments));

static IMPLEMENTATION: LazyLock<Vec<PrintedColumn>> = LazyLock::new(|| of_sheet(SheetKind::Implementation));

/// The running number, then the columns that the contract gives a name in tables.
fn of_sheet(kind: SheetKind) -> Vec<PrintedColumn> {
    let named = kind.columns().iter().filter_map(|column| {
        let table = column.in_tables?;
        Some(if table.is_short { short(table.name, column.field) } else { text(table.name, column.field) })
    });
    [ORDINAL].into_iter().chain(named).collect()
}
