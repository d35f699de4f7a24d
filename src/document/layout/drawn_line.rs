//! The drawn lines below the Tiêu ngữ, the issuing body and the trích yếu.
//!
//! Owns their length and weight. Must not know how a line is drawn. Its paragraphs go to the components' files.

use crate::decree::figures::LINE_SHARE;
use crate::document::types::{Content, Paragraph};
use crate::units::{Mm, Pt};

use super::styles::StyleRole;

/// Thickness of a drawn line: Word's ordinary thin line; the decree gives none.
const WEIGHT: Pt = Pt(0.75);

/// A line whose length is the decree's share of the text above it, centred in the column.
pub(super) fn under(role: &StyleRole, longest_line: Pt, column: Mm) -> Paragraph {
    of_length(role, Pt(longest_line.0 * LINE_SHARE.chosen), column)
}

/// A line of this length, centred in the column.
pub(super) fn of_length(role: &StyleRole, length: Pt, column: Mm) -> Paragraph {
    let mut paragraph = role.paragraph(Vec::new());
    let length = Mm(length.to_mm().0.min(column.0));
    paragraph.content = Content::Rule { length, column, weight: WEIGHT };
    paragraph
}
