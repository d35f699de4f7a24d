//! The roles of box 9a, the addressees, and of box 5b, the subject of a letter.
//!
//! Owns their look except the indents, which `layout::addressees` computes for each document. Must not know any text.
//! `styles` lists its roles.

use crate::decree::figures::{ADDRESSEES_SIZE, LETTER_SUBJECT_GAP, LETTER_SUBJECT_SIZE};
use crate::document::types::{LineSpacing, ParagraphFormat};
use crate::units::Pt;

use super::{CENTRED, FLUSH, StyleRole, upright};

/// Gap above the first and below the last line, added to those of the drawn line above and of the text below.
const GAP: Pt = Pt(6.0);

/// A single addressee, on the line of the words `Kính gửi:`.
pub(in super::super) const ADDRESSEE_ALONE: StyleRole = StyleRole {
    id: "VBKinhGui",
    name: "VB Kính gửi",
    lettering: upright(ADDRESSEES_SIZE.chosen),
    format: ParagraphFormat { before: GAP, after: GAP, ..CENTRED },
};

/// A single addressee that takes several lines.
pub(in super::super) const ADDRESSEE_WRAPPED: StyleRole = StyleRole {
    id: "VBKinhGuiNhieuDong",
    name: "VB Kính gửi nhiều dòng",
    lettering: upright(ADDRESSEES_SIZE.chosen),
    format: ParagraphFormat { before: GAP, after: GAP, ..FLUSH },
};

/// The words `Kính gửi:` on a line of their own, above several addressees.
pub(in super::super) const ADDRESSEES_LABEL: StyleRole = StyleRole {
    id: "VBKinhGuiNhieuNoi",
    name: "VB Kính gửi nhiều nơi",
    lettering: upright(ADDRESSEES_SIZE.chosen),
    format: ParagraphFormat { before: GAP, keep_next: true, ..FLUSH },
};

/// One of several addressees, after its dash.
pub(in super::super) const ADDRESSEE: StyleRole = StyleRole {
    id: "VBNoiKinhGui",
    name: "VB Nơi kính gửi",
    lettering: upright(ADDRESSEES_SIZE.chosen),
    format: ParagraphFormat { before: Pt(2.0), after: Pt(2.0), line: LineSpacing::Multiple(1.0), ..FLUSH },
};

/// The subject of a letter, below its number (TL-04).
pub(in super::super) const LETTER_SUBJECT: StyleRole = StyleRole {
    id: "VBVeViec",
    name: "VB Về việc",
    lettering: upright(LETTER_SUBJECT_SIZE.chosen),
    format: ParagraphFormat { before: LETTER_SUBJECT_GAP, ..CENTRED },
};
