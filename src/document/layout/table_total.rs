//! The totals of a table.
//!
//! Owns how far the name of a total reaches, and that a total is never the first row of a page. Must not know widths. Its
//! answers go to `table`, and to `needs` and `row_height`, which leave the name to its wide cell.

use crate::document::types::PageRow;
use crate::draft::{ColumnContent, TableColumn, TableRow};

/// The name of a total.
#[derive(Debug, PartialEq)]
pub(super) struct TotalName<'a> {
    /// Its paragraphs.
    pub(super) texts: &'a [String],
    /// How many columns it covers, from the first on.
    pub(super) span: usize,
}

/// The name of a total: its first words, unless figures stand before them.
pub(super) fn name<'a>(cells: &'a [Vec<String>], columns: &[TableColumn]) -> Option<TotalName<'a>> {
    let has_figures = |index: usize| columns[index].content == ColumnContent::Number;
    let before_figures = (0..columns.len().min(cells.len())).take_while(|&index| !has_figures(index));
    let at = before_figures.into_iter().find(|&index| !cells[index].is_empty())?;
    let is_covered = |index: &usize| !has_figures(*index) && cells.get(*index).is_none_or(Vec::is_empty);
    let span = at + 1 + (at + 1..columns.len()).take_while(is_covered).count();
    Some(TotalName { texts: &cells[at], span })
}

/// How many columns, from the first on, say nothing by themselves: the name of a total covers them.
pub(super) fn covered(row: &TableRow, columns: &[TableColumn]) -> usize {
    match row {
        TableRow::Total(cells) => name(cells, columns).map_or(0, |name| name.span),
        TableRow::Group(_) | TableRow::Cells(_) => 0,
    }
}

/// Keeps each row above a total with it; `set` are the rows as they are set, one for each of the draft's.
pub(super) fn keep(set: &mut [PageRow], rows: &[TableRow]) {
    for (above, row) in rows.iter().skip(1).enumerate() {
        if matches!(row, TableRow::Total(_)) {
            keep_with_next(&mut set[above]);
        }
    }
}

/// Keeps a row on the page of whatever follows it.
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
    fn a_name_reaches_from_the_first_column_to_the_next_that_has_something_to_say() {
        check(&["", "Tổng cộng", "", "12"], Some(("Tổng cộng", 3)));
        check(&["Tổng cộng", "", "thôn", "12"], Some(("Tổng cộng", 2)));
        check(&["", "", "Tổng cộng", ""], Some(("Tổng cộng", 3)));
        check(&["Tổng cộng"], Some(("Tổng cộng", 3)));
    }

    #[test]
    fn figures_are_no_name() {
        check(&["", "", "", "12"], None);
        check(&[], None);
    }
}
