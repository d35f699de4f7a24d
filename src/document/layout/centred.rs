//! A centred text with even lines: names, title, trích yếu, authority lines.
//!
//! Owns turning a narrower column into side indents. Must not know which component it sets. Its paragraphs, with the
//! widths of their printed lines, go to the components' files.

use crate::document::balancing::balanced;
use crate::document::types::Paragraph;
use crate::units::{Mm, Pt};

use super::styles::StyleRole;

/// A centred paragraph and the width of its longest printed line.
pub(super) struct Centred {
    pub(super) paragraph: Paragraph,
    pub(super) longest: Pt,
}

/// Sets a text in a column, in lines no longer than `widest` unless a word is.
pub(super) fn centred(role: &StyleRole, text: &str, column: Mm, widest: Mm) -> Centred {
    let balanced = balanced(text, role.lettering, widest.to_pt());
    let mut paragraph = role.line(balanced.text);
    paragraph.overrides.side_indents = balanced.column.and_then(|narrow| side_indents(column, narrow));
    Centred { paragraph, longest: balanced.longest }
}

fn side_indents(column: Mm, narrow: Pt) -> Option<Mm> {
    let each = (column.0 - narrow.to_mm().0) / 2.0;
    (each > 0.0).then_some(Mm(each))
}
