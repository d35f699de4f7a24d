//! The columns that a table of data may have.
//!
//! Owns their names in templates, and what their cells hold. Must not know a value: `made` reads them. The check of
//! templates and the notes beside them are made from it.

use crate::contract::{Field, SheetKind};
use crate::draft::ColumnContent;

/// A column of a table of data.
#[derive(Debug)]
pub(in crate::draft) struct Column {
    /// Its name in templates.
    pub(in crate::draft) name: &'static str,
    /// The column of the workbook that it prints; `None` for the running number.
    pub(in crate::draft) field: Option<Field>,
    /// What its cells hold.
    pub(in crate::draft) content: ColumnContent,
}

/// A list of the workbook that a table can be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draft) enum Source {
    /// The sheet Nhiệm vụ.
    Assignments,
    /// The sheet Tổ chức thực hiện.
    Implementation,
}

impl Source {
    /// Every source.
    pub(in crate::draft) const ALL: [Self; 2] = [Self::Assignments, Self::Implementation];

    /// Its name in templates: that of the list.
    pub(in crate::draft) fn name(self) -> &'static str {
        match self {
            Self::Assignments => "nhiem_vu",
            Self::Implementation => "to_chuc",
        }
    }

    /// The sheet that its rows stand on.
    pub(in crate::draft) fn sheet(self) -> SheetKind {
        match self {
            Self::Assignments => SheetKind::Assignments,
            Self::Implementation => SheetKind::Implementation,
        }
    }

    /// Its columns, in the contract's order.
    pub(in crate::draft) fn columns(self) -> &'static [Column] {
        match self {
            Self::Assignments => &ASSIGNMENTS,
            Self::Implementation => &IMPLEMENTATION,
        }
    }
}

const ORDINAL: Column = Column { name: "stt", field: None, content: ColumnContent::Ordinal };

const fn text(name: &'static str, field: Field) -> Column {
    Column { name, field: Some(field), content: ColumnContent::Text }
}

const fn short(name: &'static str, field: Field) -> Column {
    Column { name, field: Some(field), content: ColumnContent::Short }
}

/// Lý do (nội bộ) is not among them: it is printed nowhere.
const ASSIGNMENTS: [Column; 15] = [
    ORDINAL,
    short("ma", Field::Code),
    text("nhom", Field::Group),
    text("noi_dung", Field::Content),
    text("chu_tri", Field::Lead),
    text("phoi_hop", Field::Support),
    text("san_pham", Field::Product),
    short("ngay_giao", Field::AssignedOn),
    short("thoi_han", Field::Deadline),
    short("han_ban_dau", Field::OriginalDeadline),
    short("han_moi", Field::NewDeadline),
    text("pham_vi_thon", Field::VillageScope),
    text("chi_tieu", Field::RelatedIndicators),
    text("nguon_giao", Field::Source),
    text("ghi_chu", Field::Note),
];

const IMPLEMENTATION: [Column; 3] = [ORDINAL, text("don_vi", Field::Unit), text("noi_dung", Field::Content)];
