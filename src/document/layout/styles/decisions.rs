//! The roles of a decision's own lines, and of outlines with parts or articles.
//!
//! Owns their look. Must not know any text. `styles` lists its roles.

use crate::decree::figures;
use crate::document::types::ParagraphFormat;
use crate::units::Pt;

use super::{CENTRED, HEADING, RUNNING, StyleRole, bold, upright};

/// The line above the grounds of a decision, who decides.
pub(in super::super) const DECIDER: StyleRole = StyleRole {
    id: "VBThamQuyenBanHanh",
    name: "VB Thẩm quyền ban hành",
    lettering: bold(figures::ENACTING_SIZE.chosen),
    format: ParagraphFormat { before: Pt(6.0), after: Pt(6.0), keep_next: true, ..CENTRED },
};

/// `QUYẾT ĐỊNH:`.
pub(in super::super) const ENACTING_WORD: StyleRole = StyleRole {
    id: "VBQuyetDinh",
    name: "VB Quyết định",
    lettering: bold(figures::ENACTING_SIZE.chosen),
    format: ParagraphFormat { before: Pt(12.0), after: Pt(6.0), keep_next: true, ..CENTRED },
};

/// `Phần I`.
pub(in super::super) const PART: StyleRole = StyleRole {
    id: "VBPhan",
    name: "VB Phần",
    lettering: bold(figures::BODY_SIZE.chosen),
    format: ParagraphFormat { before: Pt(12.0), keep_next: true, ..CENTRED },
};

/// The title of a part, on the next line.
pub(in super::super) const PART_TITLE: StyleRole = StyleRole {
    id: "VBTenPhan",
    name: "VB Tên phần",
    lettering: bold(figures::BODY_SIZE.chosen),
    format: ParagraphFormat { after: Pt(4.0), keep_next: true, keep_lines: true, ..CENTRED },
};

/// `Điều 1. Title`.
pub(in super::super) const ARTICLE_HEADING: StyleRole = StyleRole {
    id: "VBDieuCoTieuDe",
    name: "VB Điều có tiêu đề",
    lettering: bold(figures::BODY_SIZE.chosen),
    format: HEADING,
};

/// `Điều 1.` and a text.
pub(in super::super) const ARTICLE: StyleRole =
    StyleRole { id: "VBDieu", name: "VB Điều", lettering: upright(figures::BODY_SIZE.chosen), format: RUNNING };
