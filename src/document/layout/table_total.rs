//! The totals of a table.
//!
//! Owns how many columns the name of a total covers, and that a total is never the first row of a page. Must not know
//! widths. `table` uses it, and so do `needs` and `row_height`, which do not measure the name in the columns that it
//! covers.

use crate::document::types::PageRow;
use crate::draft::{ColumnContent, TableColumn, TableRow};

/// The name of a total.
#[derive(Debug, PartialEq)]
pub(super) struct TotalName<'a> {
    /// Its paragraphs.
    pub(super) texts: &'a [String],
    /// How many columns it covers, from the first.
    pub(super) span: usize,
}

/// The name of a total: its first text, unless figures come before it.
pub(super) fn name<'a>(cells: &'a [Vec<String>], columns: &[TableColumn]) -> Option<TotalName<'a>> {
    let has_figures = |index: usize| columns[index].content == ColumnContent::Number;
    let before_figures = (0..columns.len().min(cells.len())).take_while(|&index| !has_figures(index));
    let at = before_figures.into_iter().find(|&index| !cells[index].is_empty())?;
    let is_covered = |index: &usize| !has_figures(*index) && cells.get(*index).is_none_or(Vec::is_empty);
    let span = at + 1 + (at + 1..columns.len()).take_while(is_covered).count();
    Some(TotalName { texts: &cells[at], span })
}

/// How many columns, from the first, have no text of their own: the name of a total covers them.
pub(super) fn covered(row: &TableRow, columns: &[TableColumn]) -> usize {
    match row {
        TableRow::Total(cells) => name(cells, columns).map_or(0, |name| name.span),
        TableRow::Group(_) | TableRow::Cells(_) => 0,
    }
}

/// Keeps a row on the page of the next row.
pub(super) fn keep_with_next(row: &mut PageRow) {
    let paragraphs = row.cells.iter_mut().flat_map(|cell| &mut cell.paragraphs);
    paragraphs.for_each(|paragraph| paragraph.overrides.keep_next = true);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<TableColumn> {
        let contents = [ColumnContent::Ordinal, ColumnContent::Text, ColumnContent::Short, ColumnContent::Number];
        contents.map(|content| TableColumn::new("", content)).to_vec()
    }

    fn check(cells: &[&str], expected: Option<(&str, usize)>) {
        let cells: Vec<Vec<String>> = cells
            .iter()
            .map(|cell| Some((*cell).to_owned()).filter(|cell| !cell.is_empty()).into_iter().collect())
            .collect();
        let found = name(&cells, &columns()).map(|name| (name.texts.concat(), name.span));
        assert_eq!(found, expected.map(|(text, span)| (text.to_owned(), span)), "{cells:?}");
    }

    #[test]
    fn the_name_of_a_total_covers_the_columns_up_to_the_next_text_or_figure() {
        check(&["", "Tổng cộng", "", "12"], Some(("Tổng cộng", 3)));
        check(&["Tổng cộng", "", "thôn", "12"], Some(("Tổng cộng", 2)));
        check(&["", "", "Tổng cộng", ""], Some(("Tổng cộng", 3)));
        check(&["Tổng cộng"], Some(("Tổng cộng", 3)));
    }

    #[test]
    fn a_figure_is_not_the_name_of_a_total() {
        check(&["", "", "", "12"], None);
        check(&[], None);
    }
}
