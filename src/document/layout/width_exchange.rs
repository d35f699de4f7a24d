//! Moves width between columns, from one that can spare it to one whose texts then take fewer lines, until the table is
//! as low as it gets.
//!
//! Owns the exchange, which counts the printed lines of rows: a row is as high as its highest cell. Must not know how
//! widths were shared before. Its widths go back to `columns`.

use super::column_need::{ColumnNeed, has_figures};
use super::measured_text::lines;

/// The amounts of one exchange, in millimetres.
const STEPS: &[i32] = &[3, 10];

/// The same in a long table: small amounts matter where many rows gain by them.
const FINE_STEPS: &[i32] = &[1, 3, 10];

/// A table of more measured rows than this is long.
const MANY_ROWS: usize = 20;

/// The most exchanges: each makes the table lower, and most tables are at their best after a few.
const EXCHANGES: usize = 24;

/// The gaps of each paragraph of a cell, in lines.
const GAPS: f64 = 0.15;

/// What a line of a cell that is not the highest of its row counts, so that of two equally high cells each can gain.
const LOWER: f64 = 0.08;

/// The least gain worth an exchange, in lines of each row.
const LEAST: f64 = 0.04;

/// The same in a long table, in lines of all its rows.
const LEAST_OF_MANY: f64 = 0.3;

/// Lets columns exchange their width above the floors, as long as that makes the table lower. Returns its height then,
/// in lines.
pub(super) fn exchange_widths(widths: &mut [f64], floors: &[f64], needs: &[ColumnNeed]) -> f64 {
    let rows = Rows::of(needs);
    let steps = if rows.count > MANY_ROWS { FINE_STEPS } else { STEPS };
    let columns = needs.iter().zip(&rows.of_cells).zip(widths.iter().zip(floors));
    let mut columns: Vec<Tried> = columns
        .map(|((need, of_cells), (width, floor))| Tried::of(need, of_cells, (rows.count, steps), *width, *floor))
        .collect();
    for _ in 0..EXCHANGES {
        let Some(Exchange { from, to, step, .. }) = best_exchange(&columns, (rows.count, steps)) else { break };
        columns[from].change(-step);
        columns[to].change(step);
    }
    for (width, column) in widths.iter_mut().zip(&columns) {
        *width = column.width();
    }
    let now: Vec<&[f64]> = columns.iter().map(Tried::now).collect();
    (0..rows.count).map(|row| Top::of(now.iter().map(|column| column[row])).height).sum()
}

/// Whether a table has so many rows that its widths are worth a second start.
pub(super) fn is_long(needs: &[ColumnNeed]) -> bool {
    needs.iter().any(|need| need.cells.len() > MANY_ROWS)
}

/// The rows of a table whose cells are measured.
struct Rows {
    count: usize,
    /// For each column, the row of each of its cells, from 0 without a gap.
    of_cells: Vec<Vec<usize>>,
}

impl Rows {
    fn of(needs: &[ColumnNeed]) -> Self {
        let row = |need: &ColumnNeed, cell: usize| need.rows.get(cell).copied().unwrap_or(cell);
        let most = needs.iter().flat_map(|need| (0..need.cells.len()).map(move |cell| row(need, cell))).max();
        // Of a long table only some rows are measured.
        let mut places = vec![None; most.map_or(0, |most| most + 1)];
        let mut count = 0;
        let mut place = |row: usize| {
            *places[row].get_or_insert_with(|| {
                count += 1;
                count - 1
            })
        };
        let of_cells = needs.iter().map(|need| (0..need.cells.len()).map(|cell| place(row(need, cell))).collect());
        let of_cells = of_cells.collect();
        Self { count, of_cells }
    }
}

/// The heights of a column's cells by row, in lines, at every width that was tried.
struct Tried<'a> {
    need: &'a ColumnNeed,
    rows: &'a [usize],
    count: usize,
    steps: &'static [i32],
    /// The width before any exchange, and the millimetres added since.
    base: f64,
    added: i32,
    floor: f64,
    /// The millimetres added at each try, in the order of the tries.
    tries: Vec<i32>,
    /// The heights at each try, one try after another.
    heights: Vec<f64>,
    /// The least added at which every text has one line, of the tries: more changes nothing.
    enough: Option<i32>,
}

/// The most millimetres that a column gains or loses.
const MOST: i32 = 120;

impl<'a> Tried<'a> {
    fn of(
        need: &'a ColumnNeed,
        rows: &'a [usize],
        (count, steps): (usize, &'static [i32]),
        base: f64,
        floor: f64,
    ) -> Self {
        let most = 2 * steps.len() + 1;
        if has_figures(need) {
            // A column of figures takes no part: its cells are of one line.
            let (tries, heights, enough) = (vec![i32::MIN], vec![0.0; count], Some(i32::MIN));
            return Self { need, rows, count, steps, base, added: 0, floor, tries, heights, enough };
        }
        let (tries, heights) = (Vec::with_capacity(most), Vec::with_capacity(most * count));
        let mut column = Self { need, rows, count, steps, base, added: 0, floor, tries, heights, enough: None };
        column.try_steps();
        column
    }

    fn width(&self) -> f64 {
        self.base + f64::from(self.added)
    }

    fn change(&mut self, step: i32) {
        self.added += step;
        self.try_steps();
    }

    /// Measures the column at its width, and at each step from it.
    fn try_steps(&mut self) {
        let steps = self.steps.iter().flat_map(|step| [*step, -step]);
        for step in [0].into_iter().chain(steps) {
            let added = self.added + step;
            if self.may_have(added) && self.place(added).is_none() {
                self.measure(added);
            }
        }
    }

    /// The height of each row by this column alone, at its width with so much added.
    fn measure(&mut self, added: i32) {
        let start = self.heights.len();
        self.tries.push(added);
        self.heights.resize(start + self.count, 0.0);
        let width = self.base + f64::from(added);
        for (cell, row) in self.need.cells.iter().zip(self.rows) {
            self.heights[start + row] = cell.iter().map(|text| lines(text, width) + GAPS).sum();
        }
        if self.need.cells.iter().flatten().all(|text| text.line <= width) {
            self.enough = Some(self.enough.map_or(added, |enough| enough.min(added)));
        }
    }

    fn may_have(&self, added: i32) -> bool {
        added == self.added
            || (added.abs() <= MOST && (added > self.added || self.base + f64::from(added) >= self.floor))
    }

    /// The number of the try with so much added, or of one with the same heights.
    fn place(&self, added: i32) -> Option<usize> {
        let same = self.enough.filter(|enough| added > *enough).unwrap_or(added);
        self.tries.iter().position(|tried| *tried == same)
    }

    /// The heights after a step; `None` below the floor.
    fn after(&self, step: i32) -> Option<&[f64]> {
        let added = self.added + step;
        let start = self.place(added).filter(|_| self.may_have(added))? * self.count;
        self.heights.get(start..start + self.count)
    }

    fn now(&self) -> &[f64] {
        self.after(0).unwrap_or_default()
    }
}

struct Exchange {
    from: usize,
    to: usize,
    /// The width that is exchanged, in millimetres.
    step: i32,
    gain: f64,
}

/// The exchange that lowers the table most.
fn best_exchange(columns: &[Tried<'_>], (rows, steps): (usize, &[i32])) -> Option<Exchange> {
    let least =
        if rows > MANY_ROWS { LEAST_OF_MANY } else { LEAST * f64::from(u32::try_from(rows).unwrap_or(u32::MAX)) };
    let now: Vec<&[f64]> = columns.iter().map(Tried::now).collect();
    let tops: Vec<Top> = (0..rows).map(|row| Top::of(now.iter().map(|column| column[row]))).collect();
    let mut best: Option<Exchange> = None;
    for &step in steps {
        let by = |change: i32| -> Vec<Option<f64>> {
            columns.iter().zip(&now).map(|(column, now)| Some(lower(&tops, now, column.after(change)?))).collect()
        };
        let (gains, losses) = (by(step), by(-step));
        for (from, loss) in losses.iter().enumerate() {
            let Some(loss) = *loss else { continue };
            for to in (0..columns.len()).filter(|&to| to != from) {
                let Some(promised) = gains[to] else { continue };
                let most = best.as_ref().map_or(least, |best| best.gain);
                // The sum is exact but for rows where both matter: those are counted only where the sum promises a gain.
                if promised + loss > most {
                    let changes = [(from, -step), (to, step)];
                    let gain = exact_gain(&tops, (columns, &now), changes);
                    if gain > most {
                        best = Some(Exchange { from, to, step, gain });
                    }
                }
            }
        }
    }
    best
}

/// The highest cell of a row.
struct Top {
    height: f64,
    /// The height of the second highest.
    second: f64,
}

impl Top {
    fn of(cells: impl Iterator<Item = f64>) -> Self {
        let (mut height, mut second) = (0.0, 0.0);
        for own in cells {
            if own > height {
                (height, second) = (own, height);
            } else if own > second {
                second = own;
            }
        }
        Self { height, second }
    }

    /// The height of the highest of the other cells, beside one of this height.
    fn beside(&self, own: f64) -> f64 {
        if own < self.height { self.height } else { self.second }
    }
}

/// How much lower the table becomes if a column's cells have other heights.
fn lower(tops: &[Top], now: &[f64], then: &[f64]) -> f64 {
    let rows = tops.iter().zip(now.iter().zip(then));
    rows.filter(|(_, (now, then))| (*now - *then).abs() > 1e-9)
        .map(|(top, (now, then))| top.height - top.beside(*now).max(*then) + LOWER * (now - then))
        .sum()
}

/// The same for columns that change together.
fn exact_gain<const N: usize>(
    tops: &[Top],
    (columns, now): (&[Tried<'_>], &[&[f64]]),
    changes: [(usize, i32); N],
) -> f64 {
    let then = changes.map(|(column, step)| columns[column].after(step));
    if then.contains(&None) {
        return 0.0;
    }
    let then = then.map(Option::unwrap_or_default);
    let gain = |(row, top): (usize, &Top)| {
        let (mut highest, mut lowered, mut is_same) = (0.0_f64, 0.0, true);
        for ((column, _), then) in changes.iter().zip(then) {
            highest = highest.max(then[row]);
            lowered += now[*column][row] - then[row];
            is_same &= (now[*column][row] - then[row]).abs() < 1e-9;
        }
        if is_same {
            return 0.0;
        }
        let is_other = |column: usize| changes.iter().all(|(changed, _)| *changed != column);
        let others = now.iter().enumerate().filter(|(column, _)| is_other(*column));
        top.height - others.map(|(_, column)| column[row]).fold(highest, f64::max) + LOWER * lowered
    };
    tops.iter().enumerate().map(gain).sum()
}

#[cfg(test)]
mod tests {
    use crate::draft::ColumnContent;

    use super::super::measured_text::{MeasuredText, MeasuredWord, PADDING};
    use super::*;

    fn cell(words: usize) -> Vec<MeasuredText> {
        let word = MeasuredWord { width: 9.0, gap: 1.0 };
        let line = 10.0 * f64::from(u32::try_from(words).unwrap_or(u32::MAX)) - 1.0 + 2.0 * PADDING;
        vec![MeasuredText::of_equal_words(line, word, words)]
    }

    fn need(words: &[usize]) -> ColumnNeed {
        let cells: Vec<_> = words.iter().map(|words| cell(*words)).collect();
        let natural = cells.iter().flatten().map(|text| text.line).fold(0.0, f64::max);
        ColumnNeed { cells, ..ColumnNeed::of(ColumnContent::Text, 12.0, natural) }
    }

    #[test]
    fn a_column_gives_spare_width_to_one_that_lacks_little() {
        let mut widths = [58.0, 40.0];
        exchange_widths(&mut widths, &[30.0, 30.0], &[need(&[4]), need(&[7])]);
        assert!(widths[1] > 40.0 && (widths[0] + widths[1] - 98.0).abs() < 1e-9, "{widths:?}");
    }

    #[test]
    fn no_column_becomes_narrower_than_its_floor() {
        let mut widths = [58.0, 40.0];
        exchange_widths(&mut widths, &[57.5, 30.0], &[need(&[20]), need(&[4])]);
        assert!((widths[0] - 58.0).abs() < 1e-9, "{widths:?}");
    }

    #[test]
    fn a_cell_beside_a_higher_one_takes_no_width() {
        // The second column's text is beside one that is far higher: only the first decides the height of the row.
        let mut widths = [60.0, 60.0];
        exchange_widths(&mut widths, &[20.0, 20.0], &[need(&[40, 40]), need(&[8, 8])]);
        assert!(widths[0] >= 80.0, "{widths:?}");
    }

    #[test]
    fn rows_are_those_of_the_table_where_cells_are_blank() {
        // Three rows: each column has text in one of them only, so each is worth its own width.
        let apart = |words: &[usize], rows: &[usize]| ColumnNeed { rows: rows.to_vec(), ..need(words) };
        let mut widths = [90.0, 30.0];
        exchange_widths(&mut widths, &[20.0, 20.0], &[apart(&[12], &[0]), apart(&[12], &[7])]);
        assert!(widths[1] > 40.0 && widths[0] > 60.0, "{widths:?}");
    }
}
