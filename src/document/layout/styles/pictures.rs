//! The role of a picture.
//!
//! Owns the paragraph around it. Must not know the content of the picture. `styles` lists its role.

use crate::decree::figures::TABLE_SIZE;
use crate::document::types::ParagraphFormat;
use crate::units::Pt;

use super::{CENTRED, StyleRole, upright};

/// Gap above and below a picture.
const GAP: Pt = Pt(6.0);

/// A picture in a line of its own. The line grows with the picture: exact line spacing would cut it.
pub(in super::super) const PICTURE: StyleRole = StyleRole {
    id: "VBBieuDo",
    name: "VB Biểu đồ",
    lettering: upright(TABLE_SIZE.chosen),
    format: ParagraphFormat { before: GAP, after: GAP, ..CENTRED },
};
