//! A borderless grid: things side by side whose left edge is exactly the text's.
//!
//! Owns columns, rows and cells. Must not know what stands in them. Its output is docx-rs's table, for the body.

use docx_rs as word;

use super::measure::grid_twips;
use super::paragraph::{hairline, paragraph};
use crate::document::{Grid, GridRow, Paragraph, Style};

/// The grid, or `None` where it has no row or no column: Word calls such a table corrupt.
pub(super) fn grid(grid: &Grid, styles: &[Style]) -> Option<word::Table> {
    if grid.rows.is_empty() || grid.columns.is_empty() {
        return None;
    }
    let columns: Vec<usize> = grid.columns.iter().copied().map(grid_twips).collect();
    let rows = grid.rows.iter().map(|content| row(content, &columns, styles)).collect();
    let table = word::Table::without_borders(rows)
        .width(columns.iter().sum(), word::WidthType::Dxa)
        .indent(0)
        .layout(word::TableLayoutType::Fixed)
        .margins(word::TableCellMargins::new().margin(0, 0, 0, 0));
    Some(table.set_grid(columns))
}

/// A row has a cell for every column, even where fewer are filled.
fn row(row: &GridRow, columns: &[usize], styles: &[Style]) -> word::TableRow {
    let cells = columns.iter().enumerate().map(|(index, width)| {
        let content = row.cells.get(index).map_or(&[][..], Vec::as_slice);
        cell(content, *width, styles)
    });
    word::TableRow::new(cells.collect()).cant_split()
}

fn cell(content: &[Paragraph], width: usize, styles: &[Style]) -> word::TableCell {
    let cell = word::TableCell::new().width(width, word::WidthType::Dxa).vertical_align(word::VAlignType::Top);
    filled(cell, content, styles)
}

/// The cell with these paragraphs in it.
pub(super) fn filled(cell: word::TableCell, content: &[Paragraph], styles: &[Style]) -> word::TableCell {
    if content.is_empty() {
        // Word demands a paragraph in every cell.
        return cell.add_paragraph(hairline(styles));
    }
    content.iter().fold(cell, |cell, content| cell.add_paragraph(paragraph(content, styles)))
}
