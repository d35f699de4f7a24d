//! Estimates the height of rows of a table, to find those that do not fit on a page, and the pages of all.
//!
//! Owns the estimate. Must not know the look of a cell beyond size and gaps. `table` lets rows that do not fit split over
//! two pages: kept whole, they would be cut off or push everything else away. `table_letters` asks for the pages.

use std::cell::RefCell;

use crate::document::text_width::Lettering;
use crate::document::wrapping::{lines, pieces};
use crate::draft::{TableColumn, TableRow};
use crate::kept::KeptResults;
use crate::units::{Mm, Pt};

use super::measured_text::PADDING;
use super::page::Area;
use super::styles::{self, StyleRole};
use super::{table_header, table_total};

/// Height of a line, as a multiple of the type size.
const LINE_HEIGHT: f64 = 1.15;

/// Gaps above and below a paragraph of a cell, in points.
const GAPS: f64 = 2.0;

/// The share of a page below the header that an unsplittable row may take: the estimate counts slightly too few lines.
const WHOLE: f64 = 0.8;

/// The share of a page that a repeated header may take.
const HEADER: f64 = 0.4;

/// The height of what stands above and below the table of an annex, on its first and last page: title and reference, a
/// note of two lines.
const BESIDE_TABLE: Mm = Mm(45.0);

/// How the height of a paragraph is found.
type ParagraphHeight = fn(&str, &StyleRole, Pt, Mm) -> f64;

/// The inputs for the height of a table's rows.
pub(super) struct RowHeights<'a> {
    columns: &'a [Mm],
    headings: &'a [TableColumn],
    size: Pt,
    page: f64,
    header: f64,
}

impl<'a> RowHeights<'a> {
    /// For columns of these widths with these headings, on pages with this area.
    pub(super) fn new(columns: &'a [Mm], headings: &'a [TableColumn], size: Pt, area: Area) -> Self {
        let header = header_height(headings, columns, size);
        Self { columns, headings, size, page: area.height.to_pt().0, header }
    }

    /// Whether the header leaves enough of each page to the rows.
    pub(super) fn is_header_low(&self) -> bool {
        self.header <= HEADER * self.page
    }

    /// Whether a row takes most of a page or more.
    pub(super) fn is_too_high(&self, row: &TableRow) -> bool {
        let header = if self.is_header_low() { self.header } else { 0.0 };
        let most = WHOLE * (self.page - header);
        match row {
            TableRow::Group(name) => {
                self.is_higher(std::slice::from_ref(name), &styles::TABLE_GROUP, self.width(), most)
            }
            TableRow::Cells(cells) | TableRow::Total(cells) => {
                let columns = cells.iter().zip(self.columns).skip(table_total::covered(row, self.headings));
                columns.into_iter().any(|(cell, column)| self.is_higher(cell, &styles::TABLE_TEXT, *column, most))
            }
        }
    }

    /// Whether the table, with its header on each page and all rows whole, takes at most this many pages of an annex.
    pub(super) fn fits(&self, rows: &[TableRow], pages: usize) -> bool {
        // Counting letters settles most tables; only the others are measured.
        self.fits_by(rows, pages, rough_height) || self.fits_by(rows, pages, paragraph_height)
    }

    fn fits_by(&self, rows: &[TableRow], pages: usize, of_paragraph: ParagraphHeight) -> bool {
        let (mut page, mut used) = (1, self.header + BESIDE_TABLE.to_pt().0);
        for row in rows {
            let height = self.height(row, of_paragraph);
            if used + height > self.page {
                (page, used) = (page + 1, self.header);
            }
            used += height;
            if page > pages {
                return false;
            }
        }
        true
    }

    /// A row's height in points: that of its highest cell.
    fn height(&self, row: &TableRow, of_paragraph: ParagraphHeight) -> f64 {
        let cell = |texts: &[String], role, column| {
            texts.iter().map(|text| of_paragraph(text, role, self.size, column)).sum::<f64>()
        };
        match row {
            TableRow::Group(name) => cell(std::slice::from_ref(name), &styles::TABLE_GROUP, self.width()),
            TableRow::Cells(cells) | TableRow::Total(cells) => {
                let columns = cells.iter().zip(self.columns).skip(table_total::covered(row, self.headings));
                columns.map(|(texts, column)| cell(texts, &styles::TABLE_TEXT, *column)).fold(0.0, f64::max)
            }
        }
    }

    fn width(&self) -> Mm {
        Mm(self.columns.iter().map(|column| column.0).sum())
    }

    fn is_higher(&self, cell: &[String], role: &StyleRole, column: Mm, most: f64) -> bool {
        let roughly = cell.iter().map(|text| most_height(text, self.size, column)).sum::<f64>();
        roughly > most && cell.iter().map(|text| paragraph_height(text, role, self.size, column)).sum::<f64>() > most
    }
}

/// A header's height in points: the highest heading, or a shared one plus the highest below it.
fn header_height(headings: &[TableColumn], columns: &[Mm], size: Pt) -> f64 {
    thread_local! {
        static KEPT: RefCell<KeptResults<(Mm, Pt), f64>> = RefCell::default();
    }
    let height = |text: &str, column: Mm| {
        let measure = || paragraph_height(text, &styles::TABLE_HEADER, size, column);
        KEPT.with_borrow_mut(|kept| kept.get(text, (column, size), measure))
    };
    let heights = table_header::covered(headings).into_iter().map(|covered| {
        let below = covered.columns.clone().map(|index| height(&headings[index].heading, columns[index]));
        let all = Mm(columns[covered.columns].iter().map(|column| column.0).sum());
        below.fold(0.0, f64::max) + covered.parent.map_or(0.0, |parent| height(parent, all))
    });
    heights.fold(0.0, f64::max)
}

/// An upper bound of a paragraph's height, without measuring: no letter is wider than its size, and every line is at
/// least half full.
fn most_height(text: &str, size: Pt, column: Mm) -> f64 {
    let letters = f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
    (1.0 + (2.0 * letters * size.0 / inner(column)).ceil()) * size.0 * LINE_HEIGHT + GAPS
}

/// A paragraph's height in points by its number of letters, which are on average narrower than supposed here.
fn rough_height(text: &str, _role: &StyleRole, size: Pt, column: Mm) -> f64 {
    const WIDTH: f64 = 0.5;
    let letters = f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
    (letters * WIDTH * size.0 / inner(column)).ceil().max(1.0) * size.0 * LINE_HEIGHT + GAPS
}

/// A paragraph's height in points; a word wider than the column takes as many lines as it fills.
fn paragraph_height(text: &str, role: &StyleRole, size: Pt, column: Mm) -> f64 {
    let inner = inner(column);
    let widths = lines(&pieces(text, Lettering { size, ..role.lettering }), inner);
    let lines: f64 = widths.iter().map(|width| (width / inner).ceil().max(1.0)).sum();
    lines.max(1.0) * size.0 * LINE_HEIGHT + GAPS
}

fn inner(column: Mm) -> f64 {
    Mm((column.0 - 2.0 * PADDING).max(1.0)).to_pt().0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::layout::page::PaperSheet;
    use crate::draft::ColumnContent;

    #[test]
    fn only_a_row_of_most_of_a_page_may_split() {
        let columns = [Mm(40.0), Mm(125.0)];
        let heights = RowHeights::new(&columns, &[], Pt(13.0), PaperSheet::Upright.area());
        let row = |letters: usize| {
            let text = "nhiệm vụ ".repeat(letters / 9);
            TableRow::Cells(vec![vec![text], vec![]])
        };
        assert!(!heights.is_too_high(&row(100)) && !heights.is_too_high(&row(300)));
        assert!(heights.is_too_high(&row(2000)));
        assert!(!heights.is_too_high(&TableRow::Group("I. Công tác tuyên truyền".into())));
        assert!(heights.is_too_high(&TableRow::Cells(vec![vec!["Một dòng".into(); 50]])));
        assert!(heights.is_too_high(&TableRow::Group("x".repeat(20_000))));
    }

    #[test]
    fn a_shared_heading_adds_to_the_height_of_those_below() {
        let columns = [Mm(40.0), Mm(40.0)];
        let line = 13.0 * LINE_HEIGHT + GAPS;
        let height = |headings: &[TableColumn]| header_height(headings, &columns, Pt(13.0));
        let column = |heading| TableColumn::new(heading, ColumnContent::Number);
        assert!((height(&[column("Số hộ"), column("%")]) - line).abs() < 1e-9);
        assert!(
            (height(&[column("Số hộ").under("Hộ nghèo"), column("%").under("Hộ nghèo")]) - 2.0 * line).abs() < 1e-9
        );
    }

    #[test]
    fn the_name_of_a_total_is_as_wide_as_the_cells_it_covers() {
        let columns = [Mm(10.0), Mm(155.0)];
        let headings = [ColumnContent::Ordinal, ColumnContent::Text].map(|content| TableColumn::new("", content));
        let heights = RowHeights::new(&columns, &headings, Pt(13.0), PaperSheet::Upright.area());
        let cells = vec![vec!["Tổng cộng toàn xã ".repeat(20)], vec![]];
        assert!(!heights.is_too_high(&TableRow::Total(cells.clone())) && heights.is_too_high(&TableRow::Cells(cells)));
    }
}
