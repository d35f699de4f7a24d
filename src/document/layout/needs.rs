//! Measures what each column of a table needs: the width of its words and of its texts.
//!
//! Owns which cells are measured: a sample in a long table. Must not know the final width of a column. Its results go
//! to `columns`.

use crate::document::break_quality::is_one;
use crate::document::text_width::Lettering;
use crate::draft::{ColumnContent, Table, TableColumn, TableRow};
use crate::units::Pt;

use super::column_need::ColumnNeed;
use super::figure::is_figure;
use super::measured_text::{
    MeasuredText, in_about_three_lines, in_two_lines, longest_word, measured, narrowest, with_padding,
};
use super::non_breaking::held;
use super::{styles, table_header, table_total};

/// The rows measured in a longer table, spread evenly over it.
const SAMPLE: usize = 400;

/// A longer word, such as a web address, is split by Word: it must not take the width of other columns.
const LONGEST_WORD: f64 = 50.0;

/// The least width of a column, in millimetres.
const LEAST: f64 = 9.0;

/// A date, or two with the words between them, is no longer than this.
const TIME_WIDEST: f64 = 80.0;

/// The most lines of a heading above figures, or of words among figures, that still look good.
const HEADING_LINES: f64 = 3.0;

/// The needs of each column, with letters of this size.
pub(super) fn of(table: &Table, size: Pt) -> Vec<ColumnNeed> {
    let columns = table.columns.iter().enumerate();
    let mut needs: Vec<ColumnNeed> =
        columns.map(|(index, column)| need(column, &sample_of(table, index), size)).collect();
    for covered in table_header::covered(&table.columns) {
        if let Some(parent) = covered.parent {
            make_room(&mut needs[covered.columns], &heading(parent, size));
        }
    }
    needs
}

/// The cells that decide a column's width: a sample, and also the longest word and the longest text of all rows. Cells
/// covered by the name of a total are left out.
fn sample_of(table: &Table, column: usize) -> Vec<MeasuredCell<'_>> {
    let rows = table.rows.iter().enumerate();
    let rows = rows.filter(|(_, row)| table_total::covered(row, &table.columns) <= column);
    let cells = rows.filter_map(|(at, row)| {
        let texts = row.cells().get(column).filter(|texts| !texts.is_empty())?;
        Some(MeasuredCell { texts, row: at + 1, is_total: matches!(row, TableRow::Total(_)) })
    });
    let mut all: Vec<MeasuredCell<'_>> = Vec::with_capacity(table.rows.len());
    all.extend(cells);
    let count = table.rows.iter().filter(|row| !matches!(row, TableRow::Group(_))).count();
    if count <= SAMPLE {
        return all;
    }
    // The same rows in every column: a row is as high as its highest cell.
    let step = count.div_ceil(SAMPLE);
    let mut sample: Vec<MeasuredCell<'_>> = all.iter().copied().filter(|cell| cell.row.is_multiple_of(step)).collect();
    let longest_word = |text: &str| text.split(' ').map(letters).max().unwrap_or(0);
    sample.extend(all.iter().copied().max_by_key(|cell| longest(cell.texts, longest_word)));
    sample.extend(all.iter().copied().max_by_key(|cell| longest(cell.texts, letters)));
    let totals = all.iter().copied().filter(|cell| cell.is_total);
    sample.extend(totals.max_by_key(|cell| longest(cell.texts, letters)));
    if table.columns[column].content == ColumnContent::Number {
        sample.extend(all.iter().copied().max_by_key(|cell| longest(cell.texts, digits)));
    }
    sample
}

/// A measured cell.
#[derive(Clone, Copy)]
struct MeasuredCell<'a> {
    texts: &'a [String],
    /// From 1: the header has 0.
    row: usize,
    is_total: bool,
}

fn longest(cell: &[String], length: impl Fn(&str) -> usize) -> usize {
    cell.iter().map(|text| length(text)).max().unwrap_or(0)
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// The approximate width of a figure: points and blanks are half as wide as digits.
fn digits(text: &str) -> usize {
    if is_figure(text) { text.chars().map(|letter| 1 + usize::from(letter.is_ascii_digit())).sum() } else { 0 }
}

fn need(column: &TableColumn, sample: &[MeasuredCell<'_>], size: Pt) -> ColumnNeed {
    let heading = heading(&column.heading, size);
    let is_of_figures = column.content == ColumnContent::Number;
    let measured = |cell: &MeasuredCell<'_>| -> Vec<MeasuredText> {
        let role = if cell.is_total { &styles::TABLE_TOTAL } else { &styles::TABLE_TEXT };
        let lettering = Lettering { size, ..role.lettering };
        cell.texts.iter().map(|text| measured(text, lettering)).collect()
    };
    let mut cells: Vec<Vec<MeasuredText>> = sample.iter().map(measured).collect();
    let widest = |width: fn(&MeasuredText) -> f64| cells.iter().flatten().map(width).fold(0.0, f64::max);
    let least = widest(longest_word).max(longest_word(&heading)).clamp(LEAST, LONGEST_WORD);
    let natural = match column.content {
        ColumnContent::Number => widest(in_few_lines).max(in_few_lines(&heading)),
        // A heading above short texts may take two lines.
        ColumnContent::Ordinal | ColumnContent::Short => widest(|text| text.line),
        ColumnContent::Text => widest(|text| text.line).max(heading.line),
    };
    let texts = sample.iter().flat_map(|cell| cell.texts);
    let figures = texts.zip(cells.iter().flatten()).filter(|(text, _)| is_of_figures && is_figure(text));
    let widest_figure = figures.map(|(_, text)| text.line - with_padding(0.0)).fold(0.0, f64::max);
    let whole = if is_of_figures { in_few_lines(&in_notions(&column.heading, size)) } else { 0.0 };
    let texts = sample.iter().flat_map(|cell| cell.texts).zip(cells.iter().flatten());
    let narrow = match column.content {
        ColumnContent::Short => texts.map(|(text, measured)| in_short_lines(text, measured)).fold(least, f64::max),
        ColumnContent::Text => texts.filter(is_time).map(|(_, measured)| in_two_lines(measured)).fold(0.0, f64::max),
        ColumnContent::Ordinal | ColumnContent::Number => 0.0,
    };
    cells.push(vec![heading]);
    let rows = sample.iter().map(|cell| cell.row).chain([0]).collect();
    let (natural, heading) = (natural.max(least), column.heading.clone());
    ColumnNeed { content: column.content, least, natural, whole, narrow, widest_figure, heading, cells, rows }
}

/// Whether a text is little more than a date: `từ ngày 15/5/2026 đến ngày 10/6/2026`.
fn is_time((text, measured): &(&String, &MeasuredText)) -> bool {
    measured.line <= TIME_WIDEST && text.contains('/') && text.ends_with(|last: char| last.is_ascii_digit())
}

/// The width that sets a text with a number, such as a date, on two lines, and another on about three.
fn in_short_lines(text: &str, measured: &MeasuredText) -> f64 {
    if text.bytes().any(|byte| byte.is_ascii_digit()) { in_two_lines(measured) } else { in_about_three_lines(measured) }
}

/// Widens columns whose shared heading would otherwise take too many lines.
fn make_room(columns: &mut [ColumnNeed], parent: &MeasuredText) {
    let count = f64::from(u32::try_from(columns.len()).unwrap_or(u32::MAX));
    let lack =
        |own: fn(&ColumnNeed) -> f64, needed: f64| (needed - columns.iter().map(own).sum::<f64>()).max(0.0) / count;
    let least = lack(|need| need.least, longest_word(parent).min(LONGEST_WORD));
    let natural = lack(|need| need.natural, in_few_lines(parent));
    for need in columns {
        need.least += least;
        need.natural = (need.natural + natural).max(need.least);
    }
}

/// The narrowest column that sets a heading, or words among figures, in few lines.
fn in_few_lines(text: &MeasuredText) -> f64 {
    narrowest(text, HEADING_LINES)
}

/// A heading in which words that are read as one stay on one line: `nhiệm vụ`, `(trong hạn)`.
fn in_notions(text: &str, size: Pt) -> MeasuredText {
    let mut whole = String::with_capacity(text.len());
    let mut before = "";
    for word in text.split(' ') {
        if !whole.is_empty() {
            whole.push(if is_one(before, word) { '\u{a0}' } else { ' ' });
        }
        whole.push_str(word);
        before = word;
    }
    heading(&whole, size)
}

fn heading(text: &str, size: Pt) -> MeasuredText {
    measured(&held(text), Lettering { size, ..styles::TABLE_HEADER.lettering })
}

#[cfg(test)]
mod tests {
    use super::super::table_text;
    use super::*;

    fn table(rows: usize, far: &str) -> Table {
        let columns = [("STT", ColumnContent::Ordinal), ("Nội dung", ColumnContent::Text)];
        let row = |index: usize| {
            let text = if index == 1 { far } else { "Rà soát" };
            TableRow::Cells(vec![vec![index.to_string()], vec![text.to_owned()]])
        };
        Table {
            columns: columns.map(|(heading, content)| TableColumn::new(heading, content)).into(),
            rows: (0..rows).map(row).collect(),
        }
    }

    #[test]
    fn the_longest_word_and_text_are_measured_in_any_row() {
        let longest = format!("{} {}", "x".repeat(60), "Rà soát ".repeat(20));
        for rows in [3, 10_000] {
            let needs = of(&table(rows, &longest), Pt(13.0));
            assert!((needs[1].least - LONGEST_WORD).abs() < 1e-9 && needs[1].natural > 300.0, "{rows}");
            assert!(needs[1].cells.len() <= SAMPLE + 3);
        }
    }

    fn figures(rows: usize, far: &str, total: &str) -> Table {
        let columns = [("STT", ColumnContent::Ordinal), ("Số hộ", ColumnContent::Number)];
        let row = |index: usize| {
            let figure = if index == 1 { far } else { "123.456" };
            TableRow::Cells(vec![vec![index.to_string()], vec![figure.to_owned()]])
        };
        let total = TableRow::Total(vec![vec!["Tổng cộng toàn xã".to_owned()], vec![total.to_owned()]]);
        Table {
            columns: columns.map(|(heading, content)| TableColumn::new(heading, content)).into(),
            rows: (0..rows).map(row).chain([total]).collect(),
        }
    }

    #[test]
    fn the_widest_figure_is_measured_in_any_row_and_never_broken() {
        let width = |text: &str, role: &styles::StyleRole| {
            measured(text, Lettering { size: Pt(13.0), ..role.lettering }).line - with_padding(0.0)
        };
        for rows in [3, 10_000] {
            let need = of(&figures(rows, "98765432", "0"), Pt(13.0)).remove(1);
            assert!((need.widest_figure - width("98765432", &styles::TABLE_TEXT)).abs() < 1e-9, "{rows}");
            assert!(need.least >= with_padding(need.widest_figure), "{rows}");
            let need = of(&figures(rows, "1", "1 234 567,89"), Pt(13.0)).remove(1);
            assert!((need.widest_figure - width("1\u{a0}234\u{a0}567,89", &styles::TABLE_TOTAL)).abs() < 1e-9);
        }
    }

    #[test]
    fn the_name_of_a_total_is_not_measured_in_its_column() {
        let [named, bare] = ["", "Tổng"].map(|_| of(&figures(3, "1", "1"), Pt(13.0)));
        assert_eq!(named[0].least.to_bits(), bare[0].least.to_bits());
        assert!(named[0].natural < 20.0);
    }

    #[test]
    fn a_heading_above_figures_may_take_three_lines_and_a_shared_one_widens_its_columns() {
        let column = |heading| TableColumn::new(heading, ColumnContent::Number);
        let natural = |columns: Vec<TableColumn>| -> f64 {
            of(&Table { columns, rows: vec![] }, Pt(13.0)).iter().map(|need| need.natural).sum()
        };
        let long = natural(vec![column("Đang thực hiện (trong hạn)")]);
        assert!((20.0..32.0).contains(&long), "{long}");
        let parent = "Số hộ gia đình được công nhận danh hiệu văn hóa trong năm";
        let alone = natural(vec![column("%"), column("%")]);
        let under = natural(vec![column("%").under(parent), column("%").under(parent)]);
        assert!(under > alone && under < 60.0, "{alone} {under}");
    }

    #[test]
    fn words_held_together_are_measured_as_one() {
        let least = |text| {
            let mut table = table(3, text);
            table_text::hold(&mut table);
            of(&table, Pt(13.0))[1].least
        };
        assert!(least("năm 2026") > least("đợt 2026"));
    }
}
