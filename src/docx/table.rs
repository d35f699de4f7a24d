//! Tables, rows and cells for docx-rs: those of data, with lines around every cell, and borderless grids.
//!
//! Owns columns, lines, spans, and whether a row splits or repeats. Must not know the content of the cells.
//! `table_shapes` makes its tables, rows and cells into shapes.

use docx_rs as word;

use super::measure::{border_eighths, border_twips, grid_twips};
use crate::document::{Grid, PageRow, PageTable, RowSpan, TableCell};
use crate::units::Mm;

/// The sides of the table, and those between its cells.
const LINES: [word::TableBorderPosition; 6] = [
    word::TableBorderPosition::Top,
    word::TableBorderPosition::Left,
    word::TableBorderPosition::Bottom,
    word::TableBorderPosition::Right,
    word::TableBorderPosition::InsideH,
    word::TableBorderPosition::InsideV,
];

/// The settings of a table, in Word's units.
#[derive(Clone, Copy, Debug)]
pub(super) struct TableLook {
    /// In twips.
    pub(super) width: usize,
    /// The lines of a table of data; `None` for a grid.
    pub(super) lines: Option<TableLines>,
}

/// The lines of a table of data.
#[derive(Clone, Copy, Debug)]
pub(super) struct TableLines {
    /// Thickness in eighths of a point.
    pub(super) weight: usize,
    /// Space beside them, in twips.
    pub(super) padding: usize,
}

impl TableLines {
    pub(super) fn of(table: &PageTable) -> Self {
        Self { weight: border_eighths(table.line), padding: grid_twips(table.padding) }
    }
}

/// The settings of a cell, in Word's units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TableCellLook {
    /// In twips.
    pub(super) width: usize,
    /// How many columns it covers.
    pub(super) span: usize,
    pub(super) rows: RowSpan,
    pub(super) is_middle: bool,
}

/// The table without its rows. Word calls one without rows or columns corrupt; callers leave it out.
pub(super) fn table(look: TableLook, columns: Vec<usize>, rows: Vec<word::TableRow>) -> word::Table {
    let table = match look.lines {
        None => word::Table::without_borders(rows).margins(word::TableCellMargins::new().margin(0, 0, 0, 0)),
        Some(TableLines { weight, padding }) => word::Table::new(rows)
            .set_borders(lines(weight))
            .margins(word::TableCellMargins::new().margin(0, padding, 0, padding)),
    };
    table.width(look.width, word::WidthType::Dxa).indent(0).layout(word::TableLayoutType::Fixed).set_grid(columns)
}

fn lines(weight: usize) -> word::TableBorders {
    LINES.into_iter().fold(word::TableBorders::with_empty(), |lines, position| {
        lines.set(word::TableBorder::new(position).size(weight).color("auto"))
    })
}

/// A row with these cells.
pub(super) fn row(cells: Vec<word::TableCell>, is_header: bool, can_split: bool) -> word::TableRow {
    let row = word::TableRow::new(cells);
    let row = if can_split { row } else { row.cant_split() };
    // docx-rs has no header rows: a height, which our rows never have, marks the place for `tidy`.
    if is_header { row.row_height(0.0) } else { row }
}

/// The cell without its paragraphs.
pub(super) fn cell(look: TableCellLook) -> word::TableCell {
    let position = if look.is_middle { word::VAlignType::Center } else { word::VAlignType::Top };
    let cell = word::TableCell::new().width(look.width, word::WidthType::Dxa).vertical_align(position);
    let cell = if look.span > 1 { cell.grid_span(look.span) } else { cell };
    match look.rows {
        RowSpan::One => cell,
        RowSpan::Begins => cell.vertical_merge(word::VMergeType::Restart),
        RowSpan::GoesOn => cell.vertical_merge(word::VMergeType::Continue),
    }
}

/// The widths of a grid's columns, in twips.
pub(super) fn grid_columns(grid: &Grid) -> Vec<usize> {
    grid.columns.iter().copied().map(grid_twips).collect()
}

/// The widths of a table's columns, in twips.
///
/// Word measures from the middle of a line to the middle of the next, and puts the first line's left edge at the
/// text's. So the outer columns are half a line's thickness narrower, and the last line's right edge is also at the
/// text's. Edges are rounded, not widths: however many columns there are, their total width is exact.
pub(super) fn columns(table: &PageTable) -> Vec<usize> {
    let half_line = border_twips(table.line).div_ceil(2);
    let mut edges = vec![half_line];
    let mut right = 0.0;
    for column in &table.columns {
        right += column.0.max(0.0);
        edges.push(grid_twips(Mm(right)));
    }
    if let Some(outermost) = edges.last_mut() {
        *outermost = outermost.saturating_sub(half_line);
    }
    edges.windows(2).map(|pair| pair[1].saturating_sub(pair[0])).collect()
}

/// The cells of a row, each with the columns that it covers. Every column is covered once: missing cells are blank,
/// superfluous ones are cut off.
pub(super) fn cells_with_columns<'row, 'columns>(
    row: &'row PageRow,
    columns: &'columns [usize],
) -> impl Iterator<Item = (&'row TableCell, &'columns [usize])> {
    const BLANK: &TableCell = &TableCell { span: 1, rows: RowSpan::One, paragraphs: Vec::new(), is_middle: false };
    let mut contents = row.cells.iter();
    let mut rest = columns;
    std::iter::from_fn(move || {
        let content = (!rest.is_empty()).then(|| contents.next().unwrap_or(BLANK))?;
        let (own, others) = rest.split_at(content.span.clamp(1, rest.len()));
        rest = others;
        Some((content, own))
    })
}

impl TableCellLook {
    /// The settings of a cell that covers these columns.
    pub(super) fn of(cell: &TableCell, columns: &[usize]) -> Self {
        Self { width: columns.iter().sum(), span: columns.len(), rows: cell.rows, is_middle: cell.is_middle }
    }

    /// The settings of a grid's cell of this width.
    pub(super) fn of_grid(width: usize) -> Self {
        Self { width, span: 1, rows: RowSpan::One, is_middle: false }
    }
}

#[cfg(test)]
mod tests {
    use super::super::demo::{cell, data_row, part, with_blocks};
    use super::super::parts::DOCUMENT;
    use super::super::write;
    use super::*;
    use crate::document::PageBlock;
    use crate::units::Pt;

    /// Three columns on 165 mm, lines of half a point.
    fn of_rows(rows: Vec<PageRow>) -> PageTable {
        PageTable {
            columns: vec![Mm(15.0), Mm(100.0), Mm(50.0)],
            padding: Mm(1.5),
            line: Pt(0.5),
            rows,
            description: String::new(),
        }
    }

    fn written(table: PageTable) -> String {
        part(&write(&with_blocks(vec![PageBlock::Table(table)])), DOCUMENT)
    }

    /// Compares a written row.
    fn check(row: PageRow, expected: &str) {
        let xml = written(of_rows(vec![row]));
        let (_, row) = xml.split_once("<w:tr>").expect("the table has a row");
        let (row, _) = row.split_once("</w:tr>").expect("the row ends");
        assert_eq!(row, expected);
    }

    /// A written cell of the style `base`, or without text.
    fn tc(width: usize, settings: &str, text: &str) -> String {
        let text = match text {
            "" => concat!(
                r#"<w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact" />"#,
                r#"<w:rPr><w:sz w:val="2" /><w:szCs w:val="2" /></w:rPr></w:pPr></w:p>"#
            )
            .to_owned(),
            _ => format!(r#"</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#),
        };
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa" />{settings}</w:tcPr><w:p><w:pPr><w:pStyle w:val="base" />{text}</w:tc>"#
        )
    }

    const TOP: &str = r#"<w:vAlign w:val="top" />"#;
    const KEPT: &str = "<w:trPr><w:cantSplit /></w:trPr>";

    #[test]
    fn the_lines_of_a_table_reach_from_margin_to_margin() {
        let xml = written(of_rows(vec![data_row(vec![])]));
        let (_, table) = xml.split_once("<w:tbl>").expect("the table is written");
        let (head, _) = table.split_once("<w:tr>").expect("the table has a row");
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
        let lines =
            sides.map(|side| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto" />"#)).concat();
        let expected = [
            // 165 mm are 9354 twips, with half a line of 10 twips on either side.
            r#"<w:tblPr><w:tblW w:w="9344" w:type="dxa" /><w:jc w:val="left" /><w:tblInd w:w="0" w:type="dxa" />"#,
            &format!("<w:tblBorders>{lines}</w:tblBorders>"),
            r#"<w:tblLayout w:type="fixed" /><w:tblCellMar><w:top w:w="0" w:type="dxa" />"#,
            r#"<w:left w:w="85" w:type="dxa" /><w:bottom w:w="0" w:type="dxa" /><w:right w:w="85" w:type="dxa" />"#,
            r#"</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="845"/><w:gridCol w:w="5670"/>"#,
            r#"<w:gridCol w:w="2829"/></w:tblGrid>"#,
        ];
        assert_eq!(head, expected.concat());
    }

    #[test]
    fn many_columns_have_exactly_the_total_width() {
        let columns_of = |widths: &[f64]| {
            columns(&PageTable { columns: widths.iter().copied().map(Mm).collect(), ..of_rows(vec![]) })
        };
        // Rounded one by one they would be 935 twips each, together 9350.
        assert_eq!(columns_of(&[16.5; 10]).iter().sum::<usize>(), 9354 - 10);
        assert_eq!(columns_of(&[0.0, -5.0, 0.01]), [0, 0, 0]);
    }

    #[test]
    fn a_header_row_is_repeated_on_each_page() {
        let middle = |text| TableCell { is_middle: true, ..cell(1, "base", text) };
        let row = PageRow { is_header: true, ..data_row(vec![middle("a"), middle("b"), middle("c")]) };
        let settings = r#"<w:vAlign w:val="center" />"#;
        let cells = [tc(845, settings, "a"), tc(5670, settings, "b"), tc(2829, settings, "c")].concat();
        check(row.clone(), &format!("<w:trPr><w:cantSplit /><w:tblHeader/></w:trPr>{cells}"));
        check(PageRow { can_split: true, ..row }, &format!("<w:trPr><w:tblHeader/></w:trPr>{cells}"));
    }

    #[test]
    fn a_row_is_kept_whole_unless_it_may_split() {
        let row = data_row(vec![cell(1, "base", "a"), cell(1, "base", "b"), cell(1, "base", "")]);
        let row = PageRow { cells: row.cells.into_iter().take(2).collect(), ..row };
        let cells = [tc(845, TOP, "a"), tc(5670, TOP, "b"), tc(2829, TOP, "")].concat();
        check(row.clone(), &format!("{KEPT}{cells}"));
        check(PageRow { can_split: true, ..row }, &cells);
    }

    #[test]
    fn a_cell_may_cover_several_columns() {
        let spanning = |columns| format!(r#"<w:gridSpan w:val="{columns}" />{TOP}"#);
        check(data_row(vec![cell(3, "base", "a")]), &format!("{KEPT}{}", tc(9344, &spanning(3), "a")));
        let cells = [tc(845, TOP, "a"), tc(8499, &spanning(2), "b")].concat();
        check(data_row(vec![cell(1, "base", "a"), cell(2, "base", "b")]), &format!("{KEPT}{cells}"));
    }

    #[test]
    fn a_cell_may_cover_rows_and_columns() {
        let begins = TableCell { rows: RowSpan::Begins, ..cell(1, "base", "a") };
        let goes_on = TableCell { rows: RowSpan::GoesOn, ..cell(1, "base", "") };
        let merged = |part| format!(r#"<w:vMerge w:val="{part}" />{TOP}"#);
        let above = [tc(845, &merged("restart"), "a"), tc(8499, &format!(r#"<w:gridSpan w:val="2" />{TOP}"#), "b")];
        check(data_row(vec![begins, cell(2, "base", "b")]), &format!("{KEPT}{}", above.concat()));
        let empty = concat!(
            r#"<w:tc><w:tcPr><w:tcW w:w="845" w:type="dxa" /><w:vMerge w:val="continue" />"#,
            r#"<w:vAlign w:val="top" /></w:tcPr><w:p><w:pPr><w:pStyle w:val="base" /></w:pPr></w:p></w:tc>"#
        );
        let below = [tc(5670, TOP, "c"), tc(2829, TOP, "d")].concat();
        check(data_row(vec![goes_on, cell(1, "base", "c"), cell(1, "base", "d")]), &format!("{KEPT}{empty}{below}"));
    }

    #[test]
    fn spans_that_do_not_add_up_are_cut_or_filled() {
        let cells = [tc(845, TOP, "a"), tc(8499, &format!(r#"<w:gridSpan w:val="2" />{TOP}"#), "b")].concat();
        let row = data_row(vec![cell(0, "base", "a"), cell(usize::MAX, "base", "b"), cell(1, "base", "c")]);
        check(row, &format!("{KEPT}{cells}"));
        let cells = [tc(6515, &format!(r#"<w:gridSpan w:val="2" />{TOP}"#), "a"), tc(2829, TOP, "")].concat();
        check(data_row(vec![cell(2, "base", "a")]), &format!("{KEPT}{cells}"));
    }
}
