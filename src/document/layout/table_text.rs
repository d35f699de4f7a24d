//! The texts in a table's cells.
//!
//! Owns setting them in letters of the table's size, and the blanks of them that must not break. Must not know widths. Its
//! paragraphs go to `table` and `table_header`.

use crate::decree::figures::SMALLEST_TABLE_SIZE;
use crate::document::types::Paragraph;
use crate::draft::{ColumnContent, Table, TableRow};
use crate::units::Pt;

use super::figure::is_figure;
use super::non_breaking::held_text;
use super::styles::StyleRole;

/// Holds numbers and their words together in all rows; a figure's blanks don't break either.
pub(super) fn hold(table: &mut Table) {
    for row in &mut table.rows {
        match row {
            TableRow::Group(name) => hold_text(ColumnContent::Text, name),
            TableRow::Cells(cells) | TableRow::Total(cells) => {
                for (cell, column) in cells.iter_mut().zip(&table.columns) {
                    for text in cell.iter_mut() {
                        hold_text(column.content, text);
                    }
                }
            }
        }
    }
}

fn hold_text(content: ColumnContent, text: &mut String) {
    *text = if content == ColumnContent::Number && is_figure(text) {
        text.replace(' ', "\u{a0}")
    } else {
        held_text(std::mem::take(text))
    };
}

/// The paragraph of a held text, with letters of this size. The smallest have no gap above: the blank above most letters,
/// which are without a mark, is as high as the gap below.
pub(super) fn paragraph(role: &StyleRole, text: impl Into<String>, size: Pt) -> Paragraph {
    let mut paragraph = role.line(text);
    paragraph.overrides.size = (size != role.lettering.size).then_some(size);
    paragraph.overrides.before = (size == SMALLEST_TABLE_SIZE).then_some(Pt(0.0));
    paragraph
}
