//! The header of a table: one row, or two where adjacent columns share a heading.
//!
//! Owns which columns a heading covers, and how headings are broken. Must not know how widths are shared. Its rows go
//! to `table`; `needs` and `row_height` also use the covered columns, to measure them.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use crate::document::balancing::balanced;
use crate::document::text_width::{Lettering, text_width};
use crate::document::types::{PageRow, Paragraph, RowSpan, TableCell};
use crate::draft::TableColumn;
use crate::kept::KeptResults;
use crate::units::{Mm, Pt};

use super::measured_text::PADDING;
use super::non_breaking::held;
use super::styles;
use super::table_text::paragraph;

/// Adjacent columns with a shared heading, or a single column.
#[derive(Debug, PartialEq)]
pub(super) struct Covered<'a> {
    /// The heading that they share; `None` for a single column.
    pub(super) parent: Option<&'a str>,
    /// The columns, from 0.
    pub(super) columns: Range<usize>,
}

/// The columns, left to right, grouped where they share a heading.
pub(super) fn covered(columns: &[TableColumn]) -> Vec<Covered<'_>> {
    let mut all: Vec<Covered<'_>> = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let parent = column.parent.as_deref().filter(|parent| !parent.trim().is_empty());
        match all.last_mut() {
            Some(last) if parent.is_some() && last.parent == parent => last.columns.end = index + 1,
            _ => all.push(Covered { parent, columns: index..index + 1 }),
        }
    }
    all
}

/// The rows of the header, from top to bottom. A header that would leave too little room below it is not repeated.
pub(super) fn rows(columns: &[TableColumn], widths: &[Mm], size: Pt, is_low: bool) -> Vec<PageRow> {
    let own = |index: usize| cell(&columns[index].heading, widths[index], size);
    let row = |cells| PageRow { cells, is_header: is_low, can_split: !is_low };
    let covered = covered(columns);
    if covered.iter().all(|covered| covered.parent.is_none()) {
        return vec![row((0..columns.len()).map(own).collect())];
    }
    let upper = covered.iter().map(|Covered { parent, columns }| match parent {
        None => TableCell { rows: RowSpan::Begins, ..own(columns.start) },
        Some(parent) => {
            let width = widths[columns.clone()].iter().map(|width| width.0).sum();
            TableCell { span: columns.len(), ..cell(parent, Mm(width), size) }
        }
    });
    let lower = covered.iter().flat_map(|Covered { parent, columns }| {
        columns.clone().map(move |index| match parent {
            None => TableCell { rows: RowSpan::GoesOn, ..cell("", widths[index], size) },
            Some(_) => own(index),
        })
    });
    vec![row(upper.collect()), row(lower.collect())]
}

fn cell(text: &str, width: Mm, size: Pt) -> TableCell {
    TableCell { span: 1, rows: RowSpan::One, paragraphs: vec![heading(text, width, size)], is_middle: true }
}

/// A heading in lines of about equal length: a single last word on a line reads badly above a narrow column.
fn heading(text: &str, width: Mm, size: Pt) -> Paragraph {
    thread_local! {
        static KEPT: RefCell<KeptResults<(Mm, Pt), Paragraph>> = RefCell::default();
    }
    KEPT.with_borrow_mut(|kept| kept.get(text, (width, size), || new_heading(text, width, size)))
}

fn new_heading(text: &str, width: Mm, size: Pt) -> Paragraph {
    let inner = width.0 - 2.0 * PADDING;
    let lettering = Lettering { size, ..styles::TABLE_HEADER.lettering };
    let column = Mm(inner).to_pt();
    let balanced = balanced(&held(&open_behind_slash(text, lettering, column)), lettering, column);
    let mut heading = paragraph(&styles::TABLE_HEADER, &balanced.text, size);
    let each_side = balanced.column.map(|narrow| Mm((inner - narrow.to_mm().0) / 2.0));
    heading.overrides.side_indents = each_side.filter(|side| side.0 > 0.0);
    heading
}

/// A heading of two names with a slash between them, wider than its column: it breaks behind the slash, and a name that
/// fits stays on its line (`Sản phẩm/` | `kết quả`).
fn open_behind_slash(text: &str, lettering: Lettering, column: Pt) -> Cow<'_, str> {
    let Some((first, second)) =
        text.split_once('/').filter(|(first, second)| first.contains(' ') && second.contains(' '))
    else {
        return Cow::Borrowed(text);
    };
    if text_width(text, lettering).0 <= column.0 || !second.starts_with(char::is_alphabetic) {
        return Cow::Borrowed(text);
    }
    let kept = |name: String| {
        if text_width(&name, lettering).0 <= column.0 { name.replace(' ', "\u{a0}") } else { name }
    };
    Cow::Owned(format!("{} {}", kept(format!("{first}/")), kept(second.to_owned())))
}

#[cfg(test)]
mod tests {
    use crate::decree::figures::TABLE_SIZE;
    use crate::draft::ColumnContent;

    use super::*;

    fn column(heading: &str) -> TableColumn {
        TableColumn::new(heading, ColumnContent::Number)
    }

    fn columns() -> Vec<TableColumn> {
        let under = |heading: &str, parent: &str| column(heading).under(parent);
        vec![
            column("Thôn"),
            under("Kế hoạch", "Hộ nghèo"),
            under("Thực hiện", "Hộ nghèo"),
            under("Kế hoạch", "Y tế"),
            column("Hạng").under(" "),
        ]
    }

    /// Column and row span of every cell.
    fn shape(row: &PageRow) -> Vec<(usize, RowSpan)> {
        row.cells.iter().map(|cell| (cell.span, cell.rows)).collect()
    }

    #[test]
    fn adjacent_columns_with_one_heading_are_grouped() {
        let columns = columns();
        let found: Vec<_> = covered(&columns).into_iter().map(|one| (one.parent, one.columns)).collect();
        assert_eq!(found, [(None, 0..1), (Some("Hộ nghèo"), 1..3), (Some("Y tế"), 3..4), (None, 4..5)]);
    }

    #[test]
    fn a_shared_heading_is_above_its_columns_and_other_headings_span_both_rows() {
        use RowSpan::{Begins, GoesOn, One};
        let rows = rows(&columns(), &[Mm(25.0); 5], TABLE_SIZE.chosen, true);
        assert_eq!(shape(&rows[0]), [(1, Begins), (2, One), (1, One), (1, Begins)]);
        assert_eq!(shape(&rows[1]), [(1, GoesOn), (1, One), (1, One), (1, One), (1, GoesOn)]);
        assert!(rows.iter().all(|row| row.is_header && !row.can_split));
    }

    #[test]
    fn a_header_without_shared_headings_is_one_row() {
        let rows = rows(&[column("Thôn"), column("Số hộ")], &[Mm(25.0); 2], TABLE_SIZE.chosen, false);
        assert_eq!(shape(&rows[0]), [(1, RowSpan::One); 2]);
        assert!(rows.len() == 1 && !rows[0].is_header && rows[0].can_split);
    }

    #[test]
    fn a_heading_wider_than_its_column_breaks_behind_its_slash() {
        let lettering = Lettering { size: Pt(13.0), ..styles::TABLE_HEADER.lettering };
        for (text, column, expected) in [
            ("Sản phẩm/kết quả", 300.0, "Sản phẩm/kết quả"),
            ("Sản phẩm/kết quả", 70.0, "Sản\u{a0}phẩm/ kết\u{a0}quả"),
            ("Sản phẩm/kết quả cần đạt", 70.0, "Sản\u{a0}phẩm/ kết quả cần đạt"),
            ("Lượt/người", 30.0, "Lượt/người"),
        ] {
            assert_eq!(open_behind_slash(text, lettering, Pt(column)), expected);
        }
    }
}
