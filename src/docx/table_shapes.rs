//! Writes tables, rows and cells by filling shapes: those that differ only in measures and content have one form.
//!
//! Owns the forms and their nesting. Must not know how a paragraph is written: `paragraph_shapes` does. Its tables are
//! written into the body.

use super::paragraph_shapes::ParagraphShapes;
use super::review::Marks;
use super::shape::{Filling, Shapes, XmlShape, gap, tidied};
use super::table::{self, TableCellLook, TableLines, TableLook, cells_with_columns};
use super::text::escape;
use crate::document::{Grid, PageRow, PageTable, Paragraph, RowSpan, Style};

/// The shapes of tables made so far.
#[derive(Debug, Default)]
pub(super) struct TableShapes {
    /// By whether they have lines.
    tables: Shapes<bool, TableShape>,
    /// The XML before a row's cells.
    rows: Shapes<RowForm>,
    /// The XML before a cell's paragraphs.
    cells: Shapes<CellForm>,
    /// The filled shapes of the last cells: the cells of a column have one.
    last_cells: Vec<(TableCellLook, Vec<u8>)>,
}

#[derive(Debug)]
struct TableShape {
    /// The XML up to the end of the settings, where a description may follow.
    opening: XmlShape,
    /// From there to the columns.
    settings_end: String,
    column: XmlShape,
    /// The XML between the columns and the rows.
    grid_end: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RowForm {
    is_header: bool,
    can_split: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CellForm {
    is_wide: bool,
    rows: RowSpan,
    is_middle: bool,
}

const TABLE_END: &str = "</w:tbl>";
const ROW_END: &str = "</w:tr>";
const CELL: &str = "<w:tc>";
const CELL_END: &str = "</w:tc>";
const COLUMN: &str = "<w:gridCol";
const SETTINGS_END: &str = "</w:tblPr>";
const DESCRIPTION: &str = "<w:tblDescription w:val=\"";
const DESCRIPTION_END: &str = "\" />";

impl TableShapes {
    /// Writes a table of data.
    pub(super) fn write<'a>(&mut self, table: &'a PageTable, content: &mut CellContent<'a, '_>, written: &mut Vec<u8>) {
        let columns = table::columns(table);
        self.open(Some(TableLines::of(table)), &columns, &table.description, written);
        for row in &table.rows {
            self.write_row(row, &columns, content, written);
        }
        written.extend_from_slice(TABLE_END.as_bytes());
    }

    /// Writes a grid. A row has a cell for every column, even where fewer are filled.
    pub(super) fn write_grid<'a>(&mut self, grid: &'a Grid, content: &mut CellContent<'a, '_>, written: &mut Vec<u8>) {
        let columns = table::grid_columns(grid);
        self.open(None, &columns, "", written);
        for row in &grid.rows {
            self.open_row(RowForm { is_header: false, can_split: false }, written);
            for (index, width) in columns.iter().enumerate() {
                self.open_cell(TableCellLook::of_grid(*width), written);
                content.write(row.cells.get(index).map_or(&[][..], Vec::as_slice), written);
            }
            written.extend_from_slice(ROW_END.as_bytes());
        }
        written.extend_from_slice(TABLE_END.as_bytes());
    }

    fn write_row<'a>(
        &mut self,
        row: &'a PageRow,
        columns: &[usize],
        content: &mut CellContent<'a, '_>,
        written: &mut Vec<u8>,
    ) {
        self.open_row(RowForm { is_header: row.is_header, can_split: row.can_split }, written);
        for (cell, own) in cells_with_columns(row, columns) {
            self.open_cell(TableCellLook::of(cell, own), written);
            content.write(&cell.paragraphs, written);
        }
        written.extend_from_slice(ROW_END.as_bytes());
    }

    fn open(&mut self, lines: Option<TableLines>, columns: &[usize], description: &str, written: &mut Vec<u8>) {
        let shape = self.tables.get(lines.is_some(), |has_lines| TableShape::of(*has_lines));
        let TableLines { weight, padding } = lines.unwrap_or(TableLines { weight: 0, padding: 0 });
        let width: usize = columns.iter().sum();
        shape.opening.fill(&[width.into(), weight.into(), padding.into()], written);
        if !description.is_empty() {
            written.extend_from_slice(DESCRIPTION.as_bytes());
            escape(description, written);
            written.extend_from_slice(DESCRIPTION_END.as_bytes());
        }
        written.extend_from_slice(shape.settings_end.as_bytes());
        for column in columns {
            shape.column.fill(&[Filling::from(*column)], written);
        }
        written.extend_from_slice(shape.grid_end.as_bytes());
    }

    fn open_row(&mut self, form: RowForm, written: &mut Vec<u8>) {
        self.rows.get(form, |form| form.shape()).fill(&[], written);
    }

    fn open_cell(&mut self, look: TableCellLook, written: &mut Vec<u8>) {
        /// The most filled shapes that are kept: the columns of a wide table.
        const MOST: usize = 24;
        if let Some((_, filled)) = self.last_cells.iter().find(|(known, _)| *known == look) {
            return written.extend_from_slice(filled);
        }
        let start = written.len();
        let form = CellForm { is_wide: look.span > 1, rows: look.rows, is_middle: look.is_middle };
        self.cells.get(form, |form| form.shape()).fill(&[look.width.into(), look.span.into()], written);
        if self.last_cells.len() == MOST {
            self.last_cells.clear();
        }
        self.last_cells.push((look, written[start..].to_vec()));
    }
}

/// The means to write the content of cells.
pub(super) struct CellContent<'a, 'shapes> {
    pub(super) paragraphs: &'shapes mut ParagraphShapes,
    pub(super) styles: &'shapes [Style],
    pub(super) marks: &'shapes mut Marks<'a>,
}

impl<'a> CellContent<'a, '_> {
    /// Writes the content of a cell, and the cell's end.
    fn write(&mut self, content: &'a [Paragraph], written: &mut Vec<u8>) {
        for paragraph in content {
            self.paragraphs.write(paragraph, self.styles, None, self.marks, written);
        }
        if content.is_empty() {
            // Word requires a paragraph in every cell.
            self.paragraphs.write_hairline(self.styles, false, None, written);
        }
        written.extend_from_slice(CELL_END.as_bytes());
    }
}

impl TableShape {
    fn of(has_lines: bool) -> Self {
        let lines = has_lines.then(|| TableLines { weight: gap(1), padding: gap(2) });
        let whole = tidied(&table::table(TableLook { width: gap(0), lines }, vec![gap(0)], Vec::new()));
        let (opening, rest) = whole.split_at(whole.find(COLUMN).expect("a table has a column"));
        let (column, rest) = rest.split_at(rest.find('>').expect("an element ends") + 1);
        let grid_end = rest.strip_suffix(TABLE_END).expect("a table ends").to_owned();
        let (opening, settings_end) = opening.split_at(opening.find(SETTINGS_END).expect("a table has settings"));
        let settings_end = settings_end.to_owned();
        Self { opening: XmlShape::new(opening), settings_end, column: XmlShape::new(column), grid_end }
    }
}

impl RowForm {
    fn shape(self) -> XmlShape {
        let cell = table::cell(TableCellLook::of_grid(0));
        let whole = tidied(&table::row(vec![cell], self.is_header, self.can_split));
        XmlShape::new(whole.split_once(CELL).expect("a row has a cell").0)
    }
}

impl CellForm {
    fn shape(self) -> XmlShape {
        let span = if self.is_wide { gap(1) } else { 1 };
        let look = TableCellLook { width: gap(0), span, rows: self.rows, is_middle: self.is_middle };
        let whole = tidied(&table::cell(look).add_paragraph(docx_rs::Paragraph::new().style("a")));
        XmlShape::new(whole.split_once("<w:p>").expect("the cell has its paragraph").0)
    }
}
