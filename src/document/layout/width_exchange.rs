//! Moves the last few millimetres between columns: from one that can spare them to one whose texts then take fewer
//! lines.
//!
//! Owns the exchange, which counts printed lines. Must not know how widths were shared before. Its widths go back to
//! `columns`.

use super::column_need::{ColumnNeed, has_figures};
use super::measured_text::lines;

/// The amounts of one exchange, in millimetres.
const STEPS: [f64; 4] = [1.0, 3.0, 6.0, 10.0];

/// The most exchanges: each makes the table lower, and most tables are at their best after a few.
const EXCHANGES: usize = 40;

/// Lets columns exchange their width above the floors, as long as that makes the table lower.
pub(super) fn exchange_widths(widths: &mut [f64], floors: &[f64], needs: &[ColumnNeed]) {
    let change = |widths: &[f64], column: usize| Changes::of(&needs[column], widths[column], floors[column]);
    let mut changes: Vec<Changes> = (0..needs.len()).map(|column| change(widths, column)).collect();
    for _ in 0..EXCHANGES {
        let Some(Exchange { from, to, step, .. }) = best_exchange(&changes) else { return };
        widths[from] -= STEPS[step];
        widths[to] += STEPS[step];
        for column in [from, to] {
            changes[column] = change(widths, column);
        }
    }
}

/// How much lower a column's cells become if it is wider, or narrower, by each of the steps.
struct Changes {
    wider: [f64; STEPS.len()],
    /// `None` below its floor.
    narrower: [Option<f64>; STEPS.len()],
}

impl Changes {
    fn of(need: &ColumnNeed, width: f64, floor: f64) -> Self {
        let now = height(need, width);
        Self {
            wider: STEPS.map(|step| now - height(need, width + step)),
            narrower: STEPS.map(|step| (width - step >= floor).then(|| now - height(need, width + -step))),
        }
    }
}

struct Exchange {
    from: usize,
    to: usize,
    /// The index of the step.
    step: usize,
    gain: f64,
}

fn best_exchange(changes: &[Changes]) -> Option<Exchange> {
    let mut best: Option<Exchange> = None;
    for step in 0..STEPS.len() {
        for from in 0..changes.len() {
            let Some(loss) = changes[from].narrower[step] else { continue };
            for to in (0..changes.len()).filter(|&to| to != from) {
                let gain = changes[to].wider[step] + loss;
                if gain > best.as_ref().map_or(0.0, |best| best.gain) {
                    best = Some(Exchange { from, to, step, gain });
                }
            }
        }
    }
    best
}

/// The lines of a column's cells; columns of figures stay even. High cells weigh more than many low ones: a row is as
/// high as its highest cell.
fn height(need: &ColumnNeed, width: f64) -> f64 {
    if has_figures(need) {
        return 0.0;
    }
    need.cells.iter().map(|cell| cell.iter().map(|text| lines(text, width)).sum::<f64>().powi(3)).sum()
}

#[cfg(test)]
mod tests {
    use crate::draft::ColumnContent;

    use super::super::measured_text::{MeasuredText, MeasuredWord, PADDING};
    use super::*;

    fn need(words: usize) -> ColumnNeed {
        let word = MeasuredWord { width: 9.0, gap: 1.0 };
        let line = 10.0 * f64::from(u32::try_from(words).unwrap_or(u32::MAX)) - 1.0 + 2.0 * PADDING;
        let text = MeasuredText::of_equal_words(line, word, words);
        ColumnNeed { cells: vec![vec![text]], ..ColumnNeed::of(ColumnContent::Text, 12.0, line) }
    }

    #[test]
    fn a_column_gives_spare_width_to_one_that_lacks_little() {
        let mut widths = [58.0, 40.0];
        exchange_widths(&mut widths, &[30.0, 30.0], &[need(20), need(4)]);
        assert!(widths[1] >= need(4).natural && (widths[0] + widths[1] - 98.0).abs() < 1e-9, "{widths:?}");
    }

    #[test]
    fn no_column_becomes_narrower_than_its_floor() {
        let mut widths = [58.0, 40.0];
        exchange_widths(&mut widths, &[57.5, 30.0], &[need(20), need(4)]);
        assert!((widths[0] - 58.0).abs() < 1e-9, "{widths:?}");
    }
}
