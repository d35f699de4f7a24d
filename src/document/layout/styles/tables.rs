//! The roles inside a table of data.
//!
//! Owns their look. Must not know any text, nor the width of a column. `styles` lists its roles.

use crate::decree::figures::TABLE_SIZE;
use crate::document::types::{Alignment, LineSpacing, ParagraphFormat};
use crate::units::Pt;

use super::{CENTRED, FLUSH, StyleRole, bold, italic, upright};

/// All of them, in the order in which Word lists them.
pub(super) const ROLES: [&StyleRole; 9] = [
    &TABLE_HEADER,
    &TABLE_TEXT,
    &TABLE_CENTRED,
    &TABLE_GROUP,
    &TABLE_NUMBER,
    &TABLE_TOTAL,
    &TABLE_TOTAL_NUMBER,
    &TABLE_NOTE,
    &TABLE_GAP,
];

/// Gap above and below a paragraph of a cell: it keeps letters and their marks away from the lines.
const GAP: Pt = Pt(1.0);

/// A column's heading. It is kept with the first row, so that no page ends with a bare header.
pub(in super::super) const TABLE_HEADER: StyleRole = StyleRole {
    id: "VBBangTieuDe",
    name: "VB Bảng tiêu đề",
    lettering: bold(TABLE_SIZE.chosen),
    format: ParagraphFormat { before: GAP, after: GAP, keep_next: true, ..CENTRED },
};

/// Running text in a cell.
pub(in super::super) const TABLE_TEXT: StyleRole = StyleRole {
    id: "VBBangNoiDung",
    name: "VB Bảng nội dung",
    lettering: upright(TABLE_SIZE.chosen),
    format: ParagraphFormat { before: GAP, after: GAP, ..FLUSH },
};

/// A number, a day, a code: centred in its cell.
pub(in super::super) const TABLE_CENTRED: StyleRole = StyleRole {
    id: "VBBangGiua",
    name: "VB Bảng giữa",
    lettering: upright(TABLE_SIZE.chosen),
    format: ParagraphFormat { before: GAP, after: GAP, ..CENTRED },
};

/// The name of a group of rows: never the last row of a page.
pub(in super::super) const TABLE_GROUP: StyleRole = StyleRole {
    id: "VBBangNhom",
    name: "VB Bảng nhóm",
    lettering: bold(TABLE_SIZE.chosen),
    format: ParagraphFormat { before: GAP, after: GAP, keep_next: true, ..FLUSH },
};

/// A figure: aligned with the digits of the rows above.
pub(in super::super) const TABLE_NUMBER: StyleRole = StyleRole {
    id: "VBBangSo",
    name: "VB Bảng số",
    lettering: upright(TABLE_SIZE.chosen),
    format: ParagraphFormat { alignment: Alignment::Right, ..TABLE_TEXT.format },
};

/// The name of a total, and other text in its row.
pub(in super::super) const TABLE_TOTAL: StyleRole = StyleRole {
    id: "VBBangTong",
    name: "VB Bảng tổng",
    lettering: bold(TABLE_SIZE.chosen),
    format: TABLE_CENTRED.format,
};

/// A figure of a total.
pub(in super::super) const TABLE_TOTAL_NUMBER: StyleRole = StyleRole {
    id: "VBBangSoTong",
    name: "VB Bảng số tổng",
    lettering: bold(TABLE_SIZE.chosen),
    format: TABLE_NUMBER.format,
};

/// A note below a table.
pub(in super::super) const TABLE_NOTE: StyleRole = StyleRole {
    id: "VBBangGhiChu",
    name: "VB Bảng ghi chú",
    lettering: italic(TABLE_SIZE.min),
    format: ParagraphFormat { before: Pt(3.0), keep_lines: true, ..FLUSH },
};

/// The low empty line above a table, and between it and a grid below: Word merges two tables that touch, and puts a
/// table too close to the letters above it.
pub(in super::super) const TABLE_GAP: StyleRole = StyleRole {
    id: "VBKhoangCachBang",
    name: "VB Khoảng cách bảng",
    lettering: upright(TABLE_SIZE.chosen),
    format: ParagraphFormat { line: LineSpacing::Exactly(Pt(4.0)), ..FLUSH },
};
