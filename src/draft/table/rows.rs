//! The rows of any table: group rows above them, and no blank columns.
//!
//! Owns which columns are left out, and the numbers of groups. Must not know the content of a cell. `made`, `listed`
//! and `review` use it.

use crate::draft::{Table, TableColumn, TableRow};
use crate::vietnamese::numerals;

/// For each column, whether at least one row has text in it.
pub(super) fn filled_columns(rows: &[TableRow], columns: usize) -> Vec<bool> {
    let is_filled = |index: usize| rows.iter().any(|row| row.cells().get(index).is_some_and(|cell| !cell.is_empty()));
    (0..columns).map(is_filled).collect()
}

/// The table with only the columns to keep; `kept` has one entry per column.
pub(super) fn of_kept_columns(
    columns: impl IntoIterator<Item = TableColumn>,
    rows: Vec<TableRow>,
    kept: &[bool],
) -> Table {
    let columns = columns.into_iter().zip(kept).filter_map(|(column, is_kept)| is_kept.then_some(column)).collect();
    if kept.iter().all(|is_kept| *is_kept) {
        return Table { columns, rows };
    }
    Table { columns, rows: rows.into_iter().map(|row| of_kept_cells(row, kept)).collect() }
}

fn of_kept_cells(row: TableRow, kept: &[bool]) -> TableRow {
    let of_kept = |cells: Vec<Vec<String>>| {
        cells.into_iter().zip(kept).filter_map(|(cell, is_kept)| is_kept.then_some(cell)).collect()
    };
    match row {
        TableRow::Group(name) => TableRow::Group(name),
        TableRow::Cells(cells) => TableRow::Cells(of_kept(cells)),
        TableRow::Total(cells) => TableRow::Total(of_kept(cells)),
    }
}

/// The rows of each group below its numbered name; rows without a group have no such row above them.
pub(super) fn in_groups<'a, T>(
    groups: impl IntoIterator<Item = (Option<&'a str>, Vec<T>)>,
    mut row: impl FnMut(T) -> TableRow,
) -> Vec<TableRow> {
    let mut rows = Vec::new();
    let mut number = 0;
    for (name, items) in groups {
        if let Some(name) = name {
            number += 1;
            rows.push(TableRow::Group(format!("{}. {name}", numerals::roman(number))));
        }
        rows.extend(items.into_iter().map(&mut row));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::ColumnContent;

    fn cells(texts: [&str; 2]) -> TableRow {
        TableRow::Cells(texts.map(|text| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }).to_vec())
    }

    #[test]
    fn a_blank_column_is_left_out_of_every_row() {
        let rows = vec![TableRow::Group("I. Một".to_owned()), cells(["", "a"]), cells(["", "b"])];
        let kept = filled_columns(&rows, 2);
        assert_eq!(kept, [false, true]);
        let columns = ["Trống", "Có chữ"].map(|heading| TableColumn::new(heading.to_owned(), ColumnContent::Text));
        let table = of_kept_columns(columns, rows, &kept);
        assert_eq!((table.columns.len(), &*table.columns[0].heading), (1, "Có chữ"));
        let [TableRow::Group(_), TableRow::Cells(first), _] = &*table.rows else { panic!("a group and its rows") };
        assert_eq!(*first, [["a"]]);
    }

    #[test]
    fn groups_are_numbered_and_rows_without_a_group_come_first() {
        let groups = [(None, vec![["1", ""]]), (Some("Một"), vec![["2", ""], ["3", ""]]), (Some("Hai"), vec![])];
        let rows = in_groups(groups, cells);
        let names: Vec<Option<&str>> = rows
            .iter()
            .map(|row| match row {
                TableRow::Group(name) => Some(name.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(names, [None, Some("I. Một"), None, None, Some("II. Hai")]);
    }
}
