//! The roles at the head of an annex, and of a text issued with a decision.
//!
//! Owns their look. Must not know any text. `styles` lists its roles.

use crate::decree::figures;
use crate::document::types::ParagraphFormat;
use crate::units::Pt;

use super::{CENTRED, SUBJECT_LINE, StyleRole, bold, italic, upright};

/// `Phụ lục`, with its number.
pub(in super::super) const ANNEX_LABEL: StyleRole = StyleRole {
    id: "VBPhuLuc",
    name: "VB Phụ lục",
    lettering: bold(figures::ANNEX_LABEL_SIZE),
    format: ParagraphFormat { keep_next: true, ..CENTRED },
};

/// The title of an annex.
pub(in super::super) const ANNEX_TITLE: StyleRole = StyleRole {
    id: "VBTenPhuLuc",
    name: "VB Tên phụ lục",
    lettering: bold(figures::ANNEX_TITLE_SIZE.chosen),
    format: ParagraphFormat { keep_next: true, ..CENTRED },
};

/// `(Kèm theo …)`.
pub(in super::super) const REFERENCE: StyleRole = StyleRole {
    id: "VBKemTheo",
    name: "VB Kèm theo",
    lettering: italic(figures::REFERENCE_SIZE.chosen),
    format: ParagraphFormat { keep_next: true, ..CENTRED },
};

/// The drawn line below it, with the gap above what follows.
pub(in super::super) const REFERENCE_LINE: StyleRole = StyleRole {
    id: "VBDuongKeKemTheo",
    name: "VB Đường kẻ kèm theo",
    lettering: upright(figures::BODY_SIZE.chosen),
    format: ParagraphFormat { after: Pt(10.0), ..SUBJECT_LINE.format },
};
