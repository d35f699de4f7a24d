//! A table of data: its header, its groups, its rows.
//!
//! Owns the layout of each cell. Must not know how widths are shared, nor how the size of letters is chosen. Its tables
//! go into bodies and annexes; `annex` uses landscape where a table is too wide for portrait.

use crate::document::types::{PageRow, PageTable, Paragraph, RowSpan, TableCell};
use crate::draft::{self, ColumnContent};
use crate::units::{Mm, Pt};

use super::column_need::{ColumnNeed, has_figures};
use super::figure::is_figure;
use super::measured_text::PADDING;
use super::number_columns::right_indent;
use super::page::Area;
use super::row_height::RowHeights;
use super::styles::{self, StyleRole};
use super::table_letters::{TableLetters, TableMeasures};
use super::table_text::paragraph;
use super::table_total::{TotalName, keep_with_next};
use super::{table_header, table_total};

/// Thickness of the lines: Word's ordinary thin line.
const LINE: Pt = Pt(0.5);

/// The table, as wide as the text, by its measures; `None` without columns: there is nothing to print.
pub(super) fn set(measures: TableMeasures, table: draft::Table, area: Area) -> Option<PageTable> {
    if table.columns.is_empty() {
        return None;
    }
    let TableLetters { size, needs, columns } = measures.letters(&table, area);
    let draft::Table { columns: headings, rows: contents } = table;
    let heights = RowHeights::new(&columns, &headings, size, area);
    let look = RowLook::of(&headings, &columns, &needs, size);
    let mut rows = table_header::rows(&headings, &columns, size, heights.is_header_low());
    for content in contents {
        if let (draft::TableRow::Total(_), Some(above)) = (&content, rows.last_mut().filter(|row| !row.is_header)) {
            keep_with_next(above);
        }
        rows.push(row(content, &look, &heights));
    }
    Some(PageTable { columns, padding: Mm(PADDING), line: LINE, rows, description: description(&headings) })
}

/// What the table shows, to people who can't see it: its columns.
fn description(headings: &[draft::TableColumn]) -> String {
    let mut description = "Bảng có các cột: ".to_owned();
    for (number, column) in headings.iter().enumerate() {
        let (parent, dash) = column.parent.as_ref().map_or(("", ""), |parent| (parent.as_str(), " - "));
        description.extend([if number > 0 { "; " } else { "" }, parent, dash, &column.heading]);
    }
    description
}

/// What all rows of a table share.
struct RowLook<'a> {
    columns: &'a [draft::TableColumn],
    size: Pt,
    /// The right indent of the figures of each column.
    indents: Vec<Mm>,
    /// Whether cells are centred vertically: figures beside a name of two lines are, cells beside long texts are not.
    is_middle: bool,
}

impl<'a> RowLook<'a> {
    fn of(columns: &'a [draft::TableColumn], widths: &[Mm], needs: &[ColumnNeed], size: Pt) -> Self {
        let indents = needs.iter().zip(widths).map(|(need, width)| Mm(right_indent(need, width.0))).collect();
        let is_middle = 2 * needs.iter().filter(|need| has_figures(need)).count() >= needs.len();
        Self { columns, size, indents, is_middle }
    }
}

fn row(content: draft::TableRow, look: &RowLook<'_>, heights: &RowHeights<'_>) -> PageRow {
    let can_split = heights.is_too_high(&content);
    let cells = match content {
        draft::TableRow::Group(name) => vec![TableCell {
            is_middle: true,
            ..wide(look.columns.len(), vec![paragraph(&styles::TABLE_GROUP, name, look.size)])
        }],
        draft::TableRow::Cells(cells) => cells_from(0, cells, look, OF_ROWS).collect(),
        draft::TableRow::Total(cells) => {
            let name = table_total::name(&cells, look.columns).map(|TotalName { texts, span }| {
                let texts = texts.iter().map(|text| paragraph(&styles::TABLE_TOTAL, text, look.size));
                TableCell { is_middle: true, ..wide(span, texts.collect()) }
            });
            let from = name.as_ref().map_or(0, |name| name.span);
            name.into_iter().chain(cells_from(from, cells, look, OF_TOTALS)).collect()
        }
    };
    PageRow { cells, is_header: false, can_split }
}

/// The roles of cells: centred, plain text, figures.
type Roles = [&'static StyleRole; 3];

const OF_ROWS: Roles = [&styles::TABLE_CENTRED, &styles::TABLE_TEXT, &styles::TABLE_NUMBER];
const OF_TOTALS: Roles = [&styles::TABLE_TOTAL, &styles::TABLE_TOTAL, &styles::TABLE_TOTAL_NUMBER];

/// The cells of a row from this column on, one per column.
fn cells_from<'a>(
    first: usize,
    cells: Vec<Vec<String>>,
    look: &'a RowLook<'_>,
    roles: Roles,
) -> impl Iterator<Item = TableCell> + 'a {
    let texts = cells.into_iter().chain(std::iter::repeat_with(Vec::new));
    let columns = look.columns.iter().zip(&look.indents).zip(texts).skip(first);
    columns.map(move |((column, indent), texts)| cell(column.content, *indent, texts, look, roles))
}

fn cell(
    content: ColumnContent,
    indent: Mm,
    texts: Vec<String>,
    look: &RowLook<'_>,
    [middle, running, figures]: Roles,
) -> TableCell {
    let set = |text: String| match content {
        ColumnContent::Ordinal | ColumnContent::Short => paragraph(middle, text, look.size),
        ColumnContent::Text => paragraph(running, text, look.size),
        ColumnContent::Number if !is_figure(&text) => paragraph(middle, text, look.size),
        ColumnContent::Number => {
            let mut figure = paragraph(figures, text, look.size);
            figure.overrides.right_indent = Some(indent).filter(|indent| indent.0 > 0.0);
            figure
        }
    };
    // An empty paragraph of the cell's own style keeps the height of the row.
    let blank = texts.is_empty().then(|| set(String::new()));
    let paragraphs = texts.into_iter().map(set).chain(blank).collect();
    TableCell { is_middle: look.is_middle, ..wide(1, paragraphs) }
}

fn wide(span: usize, paragraphs: Vec<Paragraph>) -> TableCell {
    TableCell { span, rows: RowSpan::One, paragraphs, is_middle: false }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::decree::figures::{SMALLEST_TABLE_SIZE, TABLE_SIZE};
    use crate::document::layout::page::PaperSheet;
    use crate::document::layout::table_letters::LONG;
    use crate::document::types::Content;
    use crate::draft::TableColumn;

    fn set(table: &draft::Table, area: Area) -> PageTable {
        let mut table = table.clone();
        super::set(TableMeasures::of(&mut table), table, area).expect("the table has columns")
    }

    fn is_at_ease(table: &draft::Table, width: Mm) -> bool {
        TableMeasures::of(&mut table.clone()).is_at_ease(width)
    }

    fn table(columns: &[(&str, ColumnContent)], rows: usize, cells: &[&str]) -> draft::Table {
        let columns = columns.iter().map(|(heading, content)| TableColumn::new(*heading, *content));
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
    fn six_columns_of_tasks_need_landscape_and_four_do_not() {
        assert!(!is_at_ease(&tasks(), PaperSheet::Upright.area().width));
        assert!(is_at_ease(&tasks(), PaperSheet::Lying.area().width));
        let columns = [
            ("STT", ColumnContent::Ordinal),
            ("Nội dung", ColumnContent::Text),
            ("Chủ trì", ColumnContent::Text),
            ("Thời hạn", ColumnContent::Short),
        ];
        let four = table(&columns, 12, &["1", TASK, "Phòng Văn hóa - Xã hội", "15/3/2026"]);
        assert!(is_at_ease(&four, PaperSheet::Upright.area().width));
    }

    #[test]
    fn letters_are_smaller_only_where_the_table_is_tight() {
        let size = |rows, area| {
            let table = draft::Table { rows: tasks().rows.into_iter().cycle().take(rows).collect(), ..tasks() };
            set(&table, area).rows[1].cells[1].paragraphs[0].overrides.size
        };
        assert_eq!([LONG, LONG + 1].map(|rows| size(rows, PaperSheet::Lying.area())), [None, Some(TABLE_SIZE.min)]);
        assert_eq!(size(LONG, PaperSheet::Upright.area()), Some(TABLE_SIZE.min));
    }

    #[test]
    fn the_header_is_repeated_and_cells_are_set_by_their_content() {
        let set = set(&tasks(), PaperSheet::Lying.area());
        let header = &set.rows[0];
        assert!(header.is_header && header.cells.iter().all(|cell| cell.is_middle && cell.span == 1));
        assert_eq!(text(&header.cells[1].paragraphs[0]), "Nội dung nhiệm vụ");
        let styles: Vec<&str> = set.rows[1].cells.iter().map(|cell| cell.paragraphs[0].style).collect();
        let (middle, running) = (styles::TABLE_CENTRED.id, styles::TABLE_TEXT.id);
        assert_eq!(styles, [middle, running, running, running, middle, running]);
        assert!(!set.rows[1].is_header && !set.rows[1].can_split);
    }

    #[test]
    fn a_group_spans_all_columns_and_is_kept_with_its_first_row() {
        let mut tasks = tasks();
        tasks.rows.insert(0, draft::TableRow::Group("I. Công tác tuyên truyền năm 2026".into()));
        let cells = &set(&tasks, PaperSheet::Lying.area()).rows[1].cells;
        assert_eq!((cells.len(), cells[0].span), (1, 6));
        assert_eq!(text(&cells[0].paragraphs[0]), "I. Công tác tuyên truyền năm\u{a0}2026");
        let styles = styles::of_document(&[cells[0].paragraphs[0].style]);
        assert!(styles.last().expect("the style of groups is listed").paragraph.keep_next);
    }

    #[test]
    fn a_row_has_a_cell_per_column_and_a_blank_cell_an_empty_paragraph() {
        let mut table = tasks();
        table.rows = vec![
            draft::TableRow::Cells(vec![vec!["1".into()], vec!["Một".into(), "Hai".into()]]),
            draft::TableRow::Cells(vec![vec![]; 9]),
        ];
        let counts = |row: &PageRow| row.cells.iter().map(|cell| cell.paragraphs.len()).collect::<Vec<_>>();
        let set = set(&table, PaperSheet::Lying.area());
        assert_eq!(set.rows[1..].iter().map(counts).collect::<Vec<_>>(), [[1, 2, 1, 1, 1, 1], [1; 6]]);
    }

    #[test]
    fn a_row_with_two_thousand_letters_may_split_and_its_column_gets_the_width() {
        let mut tasks = tasks();
        let long = "Tổ chức ngày hội đọc sách tại trường. ".repeat(90);
        tasks.rows.push(draft::TableRow::Cells(vec![vec!["13".into()], vec![long]]));
        let set = set(&tasks, PaperSheet::Lying.area());
        assert!(set.rows.last().expect("there are rows").can_split && !set.rows[1].can_split);
        assert!(set.columns.iter().skip(2).all(|column| column.0 < set.columns[1].0));
    }

    /// Villages with this many indicators, four columns each, and a total.
    fn matrix(indicators: usize, rows: usize, figure: &str) -> draft::Table {
        let mut columns =
            vec![TableColumn::new("STT", ColumnContent::Ordinal), TableColumn::new("Thôn", ColumnContent::Text)];
        for number in 0..indicators {
            let headings = ["Kế hoạch", "Thực hiện", "%", "Hạng"];
            columns.extend(headings.map(|heading| {
                TableColumn::new(heading, ColumnContent::Number).under(format!("Chỉ tiêu số {number}"))
            }));
        }
        let figures = |first: [&str; 2]| -> Vec<Vec<String>> {
            let own = [figure, "1.031,5", "–", "1"].into_iter().cycle().take(4 * indicators);
            first
                .into_iter()
                .chain(own)
                .map(|text| Some(text.to_owned()).filter(|text| !text.is_empty()).into_iter().collect())
                .collect()
        };
        let rows = (0..rows).map(|_| draft::TableRow::Cells(figures(["30", "Thôn Cây Gáo Thượng"])));
        draft::Table { columns, rows: rows.chain([draft::TableRow::Total(figures(["", "Toàn xã"]))]).collect() }
    }

    #[test]
    fn figures_are_aligned_by_digits_and_words_among_them_are_centred() {
        let set = set(&matrix(3, 2, "95"), PaperSheet::Lying.area());
        let cells = &set.rows[2].cells;
        let styles: Vec<&str> = cells[2..6].iter().map(|cell| cell.paragraphs[0].style).collect();
        let (number, middle) = (styles::TABLE_NUMBER.id, styles::TABLE_CENTRED.id);
        assert_eq!(styles, [number, number, middle, number]);
        let indents: Vec<_> = set.rows[2..5]
            .iter()
            .map(|row| row.cells[row.cells.len() - 1].paragraphs[0].overrides.right_indent)
            .collect();
        assert!(indents[0].is_some_and(|indent| indent.0 > 1.0) && indents.iter().all(|indent| *indent == indents[0]));
        assert!(cells.iter().all(|cell| cell.is_middle));
    }

    #[test]
    fn the_name_of_a_total_spans_the_first_columns_and_its_row_is_kept_with_the_one_above() {
        let set = set(&matrix(3, 2, "95"), PaperSheet::Lying.area());
        let [.., above, total] = set.rows.as_slice() else { panic!("there are rows") };
        assert_eq!((total.cells[0].span, total.cells.len()), (2, 13));
        assert_eq!(total.cells[0].paragraphs[0].style, styles::TABLE_TOTAL.id);
        assert_eq!(total.cells[1].paragraphs[0].style, styles::TABLE_TOTAL_NUMBER.id);
        let is_kept =
            |row: &PageRow| row.cells.iter().flat_map(|cell| &cell.paragraphs).all(|one| one.overrides.keep_next);
        assert!(is_kept(above) && !is_kept(total) && !is_kept(&set.rows[2]) && !total.can_split);
    }

    #[test]
    fn many_columns_of_figures_have_smaller_letters_only_where_needed() {
        let size =
            |table: &draft::Table| TableMeasures::of(&mut table.clone()).letters(table, PaperSheet::Lying.area()).size;
        assert_eq!(size(&matrix(1, 30, "95")), TABLE_SIZE.chosen);
        assert_eq!(size(&matrix(3, 30, "95")), TABLE_SIZE.chosen);
        assert_eq!(size(&matrix(3, 30, "1.234.567,89")), TABLE_SIZE.min);
        assert_eq!(size(&matrix(4, 30, "1.234.567,89")), SMALLEST_TABLE_SIZE);
        let words = table(&[("Nhiệm vụ", ColumnContent::Text); 14], 3, &["Hoàn thành nhiệm vụ"; 14]);
        assert_eq!(size(&words), TABLE_SIZE.min);
    }

    #[test]
    fn a_table_of_words_has_the_smallest_letters_only_where_they_set_it_on_three_pages() {
        let size = |rows, sheet: PaperSheet| {
            let table = draft::Table { rows: tasks().rows.into_iter().cycle().take(rows).collect(), ..tasks() };
            set(&table, sheet.area()).rows[1].cells[1].paragraphs[0].overrides.size
        };
        let sizes = [LONG + 1, 38, 42, 60].map(|rows| size(rows, PaperSheet::Lying));
        assert_eq!(sizes, [TABLE_SIZE.min, TABLE_SIZE.min, SMALLEST_TABLE_SIZE, TABLE_SIZE.min].map(Some));
        assert_eq!(size(42, PaperSheet::Upright), Some(TABLE_SIZE.min));
    }

    #[test]
    fn columns_with_the_same_heading_are_equal() {
        let columns = set(&matrix(3, 30, "95"), PaperSheet::Lying.area()).columns;
        assert!((2..6).all(|index| (columns[index].0 - columns[index + 4].0).abs() < 1e-6), "{columns:?}");
    }

    #[test]
    fn ten_thousand_rows_are_laid_out_quickly() {
        let mut tasks = tasks();
        tasks.rows = tasks.rows.iter().cycle().take(10_000).cloned().collect();
        assert_eq!(set(&tasks, PaperSheet::Lying.area()).rows.len(), 10_001);
        assert_eq!(set(&matrix(3, 10_000, "95"), PaperSheet::Lying.area()).rows.len(), 10_003);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn every_table_is_as_wide_as_the_text(
            columns in prop::collection::vec(("[A-Zđưỡệ]{0,12}( [a-zđưỡệ]{1,7}){0,3}", 0..4u8), 3..15),
            cells in prop::collection::vec("([a-zđưỡệ]{1,7} ){0,30}|[a-z]{60}|15/3/2026|số 25-NQ/TW|1\\.[0-9]{3}\\.[0-9]{3},[0-9]{1,9}|", 14),
            rows in prop::sample::select(vec![1usize, 7, 300]),
        ) {
            let contents =
                [ColumnContent::Ordinal, ColumnContent::Short, ColumnContent::Text, ColumnContent::Number];
            let columns: Vec<(&str, ColumnContent)> =
                columns.iter().map(|(heading, content)| (heading.as_str(), contents[usize::from(*content)])).collect();
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            for sheet in [PaperSheet::Upright, PaperSheet::Lying] {
                let table = table(&columns, rows, &cells);
                let set = set(&table, sheet.area());
                prop_assert!((set.columns.iter().map(|column| column.0).sum::<f64>() - sheet.area().width.0).abs() < 1e-9);
                prop_assert!(set.columns.iter().all(|column| column.0 >= 9.0 - 1e-9), "{:?}", set.columns);
                prop_assert_eq!(set.rows.len(), rows + 1);
            }
        }
    }
}
