//! A table of data: its header, its groups, its rows.
//!
//! Owns the size of its letters and how each cell is set. Must not know how widths are shared. Its tables stand in bodies and
//! annexes; whether one is at ease tells `annex` how the sheet lies.

use crate::decree::figures::TABLE_SIZE;
use crate::document::balancing::balanced;
use crate::document::text_width::Lettering;
use crate::document::types::{Paragraph, Table, TableCell, TableRow};
use crate::draft::{self, ColumnContent};
use crate::units::{Mm, Pt};

use super::columns;
use super::needs::{self, PADDING};
use super::non_breaking::held;
use super::page::Area;
use super::row_height::RowHeights;
use super::styles::{self, Role};

/// Thickness of the lines: Word's ordinary thin line.
const LINE: Pt = Pt(0.5);

/// Whether every column has the room that reading with ease asks, in a text of this width.
pub(super) fn is_at_ease(table: &draft::Table, width: Mm) -> bool {
    columns::is_at_ease(&needs::of(table, TABLE_SIZE.chosen), width)
}

/// The table, as wide as the text.
pub(super) fn set(table: &draft::Table, area: Area) -> Table {
    let usual = needs::of(table, TABLE_SIZE.chosen);
    let (size, needs) = if columns::is_at_ease(&usual, area.width) {
        (TABLE_SIZE.chosen, usual)
    } else {
        (TABLE_SIZE.min, needs::of(table, TABLE_SIZE.min))
    };
    let columns = columns::widths(&needs, area.width);
    let heights = RowHeights::new(&columns, &table.columns, size, area);
    let header = header(table, &columns, size, &heights);
    let rows = table.rows.iter().map(|content| row(content, &table.columns, size, &heights));
    let rows = std::iter::once(header).chain(rows).collect();
    Table { columns, padding: Mm(PADDING), line: LINE, rows }
}

/// A header so high that it would leave no room below it is not repeated.
fn header(table: &draft::Table, widths: &[Mm], size: Pt, heights: &RowHeights<'_>) -> TableRow {
    let headings = table.columns.iter().zip(widths).map(|(column, width)| heading(&column.heading, *width, size));
    let cells = headings.map(|heading| TableCell { span: 1, paragraphs: vec![heading], is_middle: true }).collect();
    let is_low = heights.is_header_low();
    TableRow { cells, is_header: is_low, can_split: !is_low }
}

/// A heading in lines of about one length: a last word alone on its line reads badly above a narrow column.
fn heading(text: &str, width: Mm, size: Pt) -> Paragraph {
    let inner = width.0 - 2.0 * PADDING;
    let lettering = Lettering { size, ..styles::TABLE_HEADER.lettering };
    let balanced = balanced(&held(text), lettering, Mm(inner).to_pt());
    let mut heading = paragraph(&styles::TABLE_HEADER, &balanced.text, size);
    let each_side = balanced.column.map(|narrow| Mm((inner - narrow.to_mm().0) / 2.0));
    heading.overrides.side_indents = each_side.filter(|side| side.0 > 0.0);
    heading
}

fn row(content: &draft::TableRow, columns: &[draft::TableColumn], size: Pt, heights: &RowHeights<'_>) -> TableRow {
    let cells = match content {
        draft::TableRow::Group(name) => vec![TableCell {
            span: columns.len(),
            paragraphs: vec![paragraph(&styles::TABLE_GROUP, name, size)],
            is_middle: true,
        }],
        draft::TableRow::Cells(cells) => {
            let texts = cells.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..]));
            columns.iter().zip(texts).map(|(column, texts)| cell(column.content, texts, size)).collect()
        }
    };
    TableRow { cells, is_header: false, can_split: heights.is_too_high(content) }
}

fn cell(content: ColumnContent, texts: &[String], size: Pt) -> TableCell {
    let role = match content {
        ColumnContent::Ordinal | ColumnContent::Short => &styles::TABLE_CENTRED,
        ColumnContent::Text => &styles::TABLE_TEXT,
    };
    // An empty paragraph of the cell's own style keeps the height of the row.
    let blank = texts.is_empty().then(|| paragraph(role, "", size));
    let paragraphs = texts.iter().map(|text| paragraph(role, text, size)).chain(blank).collect();
    TableCell { span: 1, paragraphs, is_middle: false }
}

fn paragraph(role: &Role, text: &str, size: Pt) -> Paragraph {
    let mut paragraph = role.line(held(text));
    paragraph.overrides.size = (size != role.lettering.size).then_some(size);
    paragraph
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::layout::page::Sheet;
    use crate::document::types::Content;
    use crate::draft::TableColumn;

    fn table(columns: &[(&str, ColumnContent)], rows: usize, cells: &[&str]) -> draft::Table {
        let columns =
            columns.iter().map(|(heading, content)| TableColumn { heading: (*heading).into(), content: *content });
        let row = |_| draft::TableRow::Cells(cells.iter().map(|cell| vec![(*cell).to_owned()]).collect());
        draft::Table { columns: columns.collect(), rows: (0..rows).map(row).collect() }
    }

    const TASK: &str = "Rà soát, bổ sung danh mục sách cho tủ sách các thôn; công khai lịch mở cửa phục vụ bạn đọc";

    /// The usual table of tasks.
    fn tasks() -> draft::Table {
        let columns = [
            ("STT", ColumnContent::Ordinal),
            ("Nội dung nhiệm vụ", ColumnContent::Text),
            ("Đơn vị chủ trì", ColumnContent::Text),
            ("Đơn vị phối hợp", ColumnContent::Text),
            ("Thời hạn", ColumnContent::Short),
            ("Sản phẩm", ColumnContent::Text),
        ];
        let cells = [
            "12",
            TASK,
            "Phòng Văn hóa - Xã hội",
            "Các thôn; Đoàn Thanh niên xã",
            "15/3/2026",
            "Báo cáo kết quả rà soát",
        ];
        table(&columns, 12, &cells)
    }

    fn text(paragraph: &Paragraph) -> String {
        match &paragraph.content {
            Content::Text(runs) => runs.iter().map(|run| run.text.as_str()).collect(),
            Content::Rule { .. } => String::new(),
        }
    }

    #[test]
    fn six_columns_of_tasks_want_a_lying_page_and_four_an_upright_one() {
        assert!(!is_at_ease(&tasks(), Sheet::Upright.area().width));
        assert!(is_at_ease(&tasks(), Sheet::Lying.area().width));
        let columns = [
            ("STT", ColumnContent::Ordinal),
            ("Nội dung", ColumnContent::Text),
            ("Chủ trì", ColumnContent::Text),
            ("Thời hạn", ColumnContent::Short),
        ];
        let four = table(&columns, 12, &["1", TASK, "Phòng Văn hóa - Xã hội", "15/3/2026"]);
        assert!(is_at_ease(&four, Sheet::Upright.area().width));
    }

    #[test]
    fn letters_are_smaller_only_where_the_table_is_tight() {
        let size = |area| set(&tasks(), area).rows[1].cells[1].paragraphs[0].overrides.size;
        assert_eq!(size(Sheet::Lying.area()), None);
        assert_eq!(size(Sheet::Upright.area()), Some(TABLE_SIZE.min));
    }

    #[test]
    fn the_header_is_repeated_and_cells_are_set_by_what_they_hold() {
        let set = set(&tasks(), Sheet::Lying.area());
        let header = &set.rows[0];
        assert!(header.is_header && header.cells.iter().all(|cell| cell.is_middle && cell.span == 1));
        assert_eq!(text(&header.cells[1].paragraphs[0]), "Nội dung nhiệm vụ");
        let styles: Vec<&str> = set.rows[1].cells.iter().map(|cell| cell.paragraphs[0].style).collect();
        let (middle, running) = (styles::TABLE_CENTRED.id, styles::TABLE_TEXT.id);
        assert_eq!(styles, [middle, running, running, running, middle, running]);
        assert!(!set.rows[1].is_header && !set.rows[1].can_split);
    }

    #[test]
    fn a_group_stands_across_all_columns_and_keeps_with_its_first_row() {
        let mut tasks = tasks();
        tasks.rows.insert(0, draft::TableRow::Group("I. Công tác tuyên truyền năm 2026".into()));
        let cells = &set(&tasks, Sheet::Lying.area()).rows[1].cells;
        assert_eq!((cells.len(), cells[0].span), (1, 6));
        assert_eq!(text(&cells[0].paragraphs[0]), "I. Công tác tuyên truyền năm\u{a0}2026");
        let styles = styles::of_document(&std::collections::BTreeSet::from([cells[0].paragraphs[0].style]));
        assert!(styles.last().expect("the style of groups is listed").paragraph.keep_next);
    }

    #[test]
    fn a_row_has_a_cell_a_column_and_a_blank_cell_its_empty_paragraph() {
        let mut table = tasks();
        table.rows = vec![
            draft::TableRow::Cells(vec![vec!["1".into()], vec!["Một".into(), "Hai".into()]]),
            draft::TableRow::Cells(vec![vec![]; 9]),
        ];
        let counts = |row: &TableRow| row.cells.iter().map(|cell| cell.paragraphs.len()).collect::<Vec<_>>();
        let set = set(&table, Sheet::Lying.area());
        assert_eq!(set.rows[1..].iter().map(counts).collect::<Vec<_>>(), [[1, 2, 1, 1, 1, 1], [1; 6]]);
    }

    #[test]
    fn a_cell_of_two_thousand_letters_may_part_and_its_column_has_the_room() {
        let mut tasks = tasks();
        let long = "Tổ chức ngày hội đọc sách tại trường. ".repeat(90);
        tasks.rows.push(draft::TableRow::Cells(vec![vec!["13".into()], vec![long]]));
        let set = set(&tasks, Sheet::Lying.area());
        assert!(set.rows.last().expect("there are rows").can_split && !set.rows[1].can_split);
        assert!(set.columns.iter().skip(2).all(|column| column.0 < set.columns[1].0));
    }

    #[test]
    fn ten_thousand_rows_are_set_in_a_breath() {
        let mut tasks = tasks();
        tasks.rows = tasks.rows.iter().cycle().take(10_000).cloned().collect();
        assert_eq!(set(&tasks, Sheet::Lying.area()).rows.len(), 10_001);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn every_table_is_as_wide_as_the_text(
            columns in prop::collection::vec(("[A-Zđưỡệ]{0,12}( [a-zđưỡệ]{1,7}){0,3}", 0..3u8), 3..11),
            cells in prop::collection::vec("([a-zđưỡệ]{1,7} ){0,30}|[a-z]{60}|15/3/2026|số 25-NQ/TW|", 10),
            rows in prop::sample::select(vec![1usize, 7, 300]),
        ) {
            let contents = [ColumnContent::Ordinal, ColumnContent::Short, ColumnContent::Text];
            let columns: Vec<(&str, ColumnContent)> =
                columns.iter().map(|(heading, content)| (heading.as_str(), contents[usize::from(*content)])).collect();
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            for sheet in [Sheet::Upright, Sheet::Lying] {
                let table = table(&columns, rows, &cells);
                let set = set(&table, sheet.area());
                prop_assert!((set.columns.iter().map(|column| column.0).sum::<f64>() - sheet.area().width.0).abs() < 1e-9);
                prop_assert!(set.columns.iter().all(|column| column.0 >= 9.0 - 1e-9), "{:?}", set.columns);
                prop_assert_eq!(set.rows.len(), rows + 1);
            }
        }
    }
}
