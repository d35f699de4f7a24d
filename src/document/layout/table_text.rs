//! A text in a table's cell.
//!
//! Owns setting it in letters of the table's size. Must not know its cell. Its paragraphs go to `table` and
//! `table_header`.

use crate::document::types::Paragraph;
use crate::units::Pt;

use super::non_breaking::held;
use super::styles::StyleRole;

/// The paragraph of a text, with letters of this size.
pub(super) fn paragraph(role: &StyleRole, text: &str, size: Pt) -> Paragraph {
    let mut paragraph = role.line(held(text));
    paragraph.overrides.size = (size != role.lettering.size).then_some(size);
    paragraph
}
