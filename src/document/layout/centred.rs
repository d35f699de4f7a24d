//! A centred text with even lines: names, title, trích yếu, authority lines.
//!
//! Owns their line breaks, as a person would set them. Must not know which component it sets. Its paragraphs, with the
//! widths of their printed lines, go to the components' files.

use crate::document::balancing::broken;
use crate::document::types::Paragraph;
use crate::units::{Mm, Pt};
use crate::vietnamese::text::upper;

use super::non_breaking::held_dashes;
use super::styles::StyleRole;

/// A centred paragraph and the width of its longest printed line.
pub(super) struct Centred {
    pub(super) paragraph: Paragraph,
    pub(super) longest: Pt,
}

/// Sets a text in lines no longer than `widest` unless a word is.
pub(super) fn centred(role: &StyleRole, text: &str, widest: Mm) -> Centred {
    set(role, text, text, widest)
}

/// Sets a text in capitals; its names are known by the capitals typed.
pub(super) fn in_capitals(role: &StyleRole, text: &str, widest: Mm) -> Centred {
    set(role, &upper(text), text, widest)
}

fn set(role: &StyleRole, printed: &str, sense: &str, widest: Mm) -> Centred {
    let (printed, sense) = (held_dashes(printed), held_dashes(sense));
    let broken = broken(&printed, &sense, role.lettering, widest.to_pt());
    Centred { paragraph: role.line(broken.text), longest: broken.longest }
}
