//! Computes the widths of a table's columns.
//!
//! Owns sharing a width among columns: each gets its widest word, then the width at which its text reads easily, and
//! the rest goes where it makes rows lower. Must not know any text. Its widths go to `table`; they add up exactly to
//! the table's width.

use crate::draft::ColumnContent;
use crate::units::Mm;

use super::column_need::{ColumnNeed, has_figures};
use super::lowering::{BARE, lowered};
use super::measured_text::{MeasuredText, PADDING};
use super::number_columns::{fitted, is_readable, level, name, widen};

/// The column widths at which a text reads easily: the longest text of a row, and any other.
const EASY_MAIN: f64 = 60.0;
const EASY: f64 = 30.0;

/// A short text wider than this may take two lines.
const SHORT_WIDEST: f64 = 45.0;

/// The rest is shared in steps of about this width.
const STEP: f64 = 1.0;

/// The share of a line that words fill where another line follows.
const FILLED: f64 = 0.9;

/// Whether every column can have the width at which it reads easily.
pub(super) fn is_at_ease(needs: &[ColumnNeed], width: Mm) -> bool {
    easy(needs).iter().sum::<f64>() <= width.0
}

/// Whether a table of figures is readable, even if not every column reads easily.
pub(super) fn can_be_read(needs: &[ColumnNeed], width: Mm) -> bool {
    is_readable(needs, &easy(needs), width.0)
}

/// The columns' widths, left to right; empty without columns.
pub(super) fn widths(needs: &[ColumnNeed], width: Mm) -> Vec<Mm> {
    let least: Vec<f64> = needs.iter().map(|need| need.least).collect();
    let widths = if least.iter().sum::<f64>() > width.0 {
        capped(&least, width.0)
    } else {
        let easy = easy(needs);
        let mut widths = if is_at_ease(needs, width) {
            easy
        } else {
            fitted(needs, &easy, width.0).unwrap_or_else(|| tight(needs, width.0))
        };
        level(&mut widths, needs, width.0);
        share(&mut widths, needs, width.0);
        lowered(widths, needs, width.0)
    };
    exact(widths, width.0).into_iter().map(Mm).collect()
}

/// The width at which each column reads easily.
fn easy(needs: &[ColumnNeed]) -> Vec<f64> {
    let main = main(needs);
    let are_figures = needs.iter().any(has_figures);
    let easy = needs.iter().enumerate().map(|(index, need)| {
        let enough = match need.content {
            ColumnContent::Ordinal | ColumnContent::Number => need.natural,
            ColumnContent::Short => need.natural.min(SHORT_WIDEST),
            ColumnContent::Text if Some(index) == main && are_figures => name(need).min(EASY_MAIN),
            ColumnContent::Text if Some(index) == main => need.natural.min(EASY_MAIN),
            ColumnContent::Text => need.natural.min(EASY),
        };
        enough.max(need.least)
    });
    easy.collect()
}

/// The column with the most text.
fn main(needs: &[ColumnNeed]) -> Option<usize> {
    let texts = needs.iter().enumerate().filter(|(_, need)| need.content == ColumnContent::Text);
    let sums = texts.map(|(index, need)| (index, need.cells.iter().flatten().map(|text| text.line).sum::<f64>()));
    sums.max_by(|one, other| one.1.total_cmp(&other.1)).map(|(index, _)| index)
}

/// Where not all columns can read easily: each gets its widest word, and as many short columns as possible get one
/// line, as long as texts stay readable.
fn tight(needs: &[ColumnNeed], width: f64) -> Vec<f64> {
    let mut widths: Vec<f64> = needs.iter().map(|need| need.least).collect();
    let bare = needs.iter().map(|need| match need.content {
        ColumnContent::Text => need.natural.min(BARE).max(need.least),
        ColumnContent::Ordinal | ColumnContent::Short | ColumnContent::Number => need.least,
    });
    let mut spare = width - bare.sum::<f64>();
    let few_words =
        needs.iter().zip(easy(needs)).enumerate().filter(|(_, (need, _))| need.content != ColumnContent::Text);
    let mut raises: Vec<(usize, f64)> = few_words.map(|(index, (need, easy))| (index, easy - need.least)).collect();
    raises.sort_by(|one, other| one.1.total_cmp(&other.1));
    for (index, raise) in raises {
        if raise > spare {
            break;
        }
        spare -= raise;
        widths[index] += raise;
    }
    widths
}

/// Shares the rest of the width, step by step, each to the column whose rows become lowest by it.
fn share(widths: &mut [f64], needs: &[ColumnNeed], width: f64) {
    let rest = width - widths.iter().sum::<f64>();
    let mut steps = (rest / STEP).ceil().max(0.0);
    let step = if steps > 0.0 { rest / steps } else { 0.0 };
    let mut gains: Vec<Gain> = needs.iter().zip(&*widths).map(|(need, &own)| Gain::of(need, own, step)).collect();
    while steps >= 1.0 {
        let in_order = |one: &(usize, &Gain), other: &(usize, &Gain)| {
            one.1.gain().total_cmp(&other.1.gain()).then(other.0.cmp(&one.0))
        };
        let Some((best, _)) = gains.iter().enumerate().max_by(in_order).filter(|(_, best)| best.gain() > 0.0) else {
            break;
        };
        widths[best] += step;
        gains[best] = gains[best].next(&needs[best], widths[best], step);
        steps -= 1.0;
    }
    let rest = widen(widths, needs, steps * step);
    spread(widths, needs, rest);
}

/// Width that no row needs is shared equally among columns of text; without any, among all but the running number.
fn spread(widths: &mut [f64], needs: &[ColumnNeed], rest: f64) {
    // A column without texts gets none of it, unless all columns are without.
    let has_text = |need: &ColumnNeed| need.cells.len() > 1;
    let is_any_filled = needs.iter().any(has_text);
    let takes = |need: &ColumnNeed, content| need.content == content && (has_text(need) || !is_any_filled);
    let count = |content| needs.iter().filter(|need| takes(need, content)).count();
    let contents = [ColumnContent::Text, ColumnContent::Short, ColumnContent::Number, ColumnContent::Ordinal];
    let Some(content) = contents.into_iter().find(|content| count(*content) > 0) else { return };
    let each = rest / f64::from(u32::try_from(count(content)).unwrap_or(u32::MAX));
    for (width, _) in widths.iter_mut().zip(needs).filter(|(_, need)| takes(need, content)) {
        *width += each;
    }
}

/// The cost of a column at its present width, and at one step more.
struct Gain {
    now: f64,
    wider: f64,
}

impl Gain {
    fn of(need: &ColumnNeed, width: f64, step: f64) -> Self {
        match need.content {
            // The running number never grows; figures already have what they need.
            ColumnContent::Ordinal | ColumnContent::Number => Self { now: 0.0, wider: 0.0 },
            ColumnContent::Short | ColumnContent::Text => {
                Self { now: cost(need, width), wider: cost(need, width + step) }
            }
        }
    }

    /// The same after the column has taken the step.
    fn next(&self, need: &ColumnNeed, width: f64, step: f64) -> Self {
        Self { now: self.wider, wider: cost(need, width + step) }
    }

    /// How much lower its cells become by the step.
    fn gain(&self) -> f64 {
        self.now - self.wider
    }
}

/// High cells weigh more than many low ones: a row is as high as its highest cell.
fn cost(need: &ColumnNeed, width: f64) -> f64 {
    let inner = (width - 2.0 * PADDING).max(1.0);
    let lines = |text: &MeasuredText| 1.0 + ((text.line - 2.0 * PADDING) / inner - 1.0).max(0.0) / FILLED;
    need.cells.iter().map(|cell| cell.iter().map(lines).sum::<f64>().powi(3)).sum()
}

/// Where not even the widest words fit: the widest columns are made equal, as narrow as needed.
fn capped(least: &[f64], width: f64) -> Vec<f64> {
    let mut ascending = least.to_vec();
    ascending.sort_by(f64::total_cmp);
    let mut rest = width;
    let mut cap = width;
    for (index, own) in ascending.iter().enumerate() {
        let count = u32::try_from(least.len() - index).unwrap_or(u32::MAX);
        cap = rest / f64::from(count);
        if *own >= cap {
            break;
        }
        rest -= own;
    }
    least.iter().map(|own| own.min(cap)).collect()
}

/// Adds the rounding difference to the widest column.
fn exact(mut widths: Vec<f64>, width: f64) -> Vec<f64> {
    let rest = width - widths.iter().sum::<f64>();
    if let Some(widest) = widths.iter_mut().max_by(|one, other| one.total_cmp(other)) {
        *widest += rest;
    }
    widths
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::measured_text::MeasuredWord;
    use super::*;

    const UPRIGHT: Mm = Mm(165.0);

    fn need(content: ColumnContent, least: f64, texts: &[f64]) -> ColumnNeed {
        let natural = texts.iter().copied().fold(least, f64::max);
        ColumnNeed {
            cells: texts.iter().map(|text| vec![words(*text)]).collect(),
            ..ColumnNeed::of(content, least, natural)
        }
    }

    /// A text of words of about 8 mm.
    fn words(line: f64) -> MeasuredText {
        let count = (1..1000).take_while(|&count| f64::from(count) * 8.0 <= line).count().max(1);
        MeasuredText::of_equal_words(line, MeasuredWord { width: 7.0, gap: 1.0 }, count)
    }

    fn shared(needs: &[ColumnNeed]) -> Vec<f64> {
        widths(needs, UPRIGHT).into_iter().map(|column| column.0).collect()
    }

    #[test]
    fn a_running_number_gets_what_it_needs_and_long_texts_the_rest() {
        let needs = [
            need(ColumnContent::Ordinal, 12.0, &[8.0; 20]),
            need(ColumnContent::Text, 20.0, &[300.0; 20]),
            need(ColumnContent::Text, 20.0, &[60.0; 20]),
            need(ColumnContent::Short, 15.0, &[24.0; 20]),
        ];
        let widths = shared(&needs);
        assert!(is_at_ease(&needs, UPRIGHT));
        assert!((widths[0] - 12.0).abs() < 0.01 && (widths[3] - 24.0).abs() < 0.01, "{widths:?}");
        assert!(widths[1] > 1.8 * widths[2] && widths[2] >= EASY, "{widths:?}");
    }

    #[test]
    fn a_table_of_short_texts_fills_the_width_too() {
        let needs = [need(ColumnContent::Ordinal, 10.0, &[8.0]), need(ColumnContent::Short, 20.0, &[22.0])];
        assert_eq!(shared(&needs), [10.0, 155.0]);
        assert!(widths(&[], UPRIGHT).is_empty());
    }

    #[test]
    fn where_words_do_not_fit_the_widest_columns_shrink_first() {
        let words = [12.0, 30.0, 100.0, 200.0];
        let needs = words.map(|word| need(ColumnContent::Text, word, &[word]));
        assert_eq!(shared(&needs), [12.0, 30.0, 61.5, 61.5]);
    }

    proptest! {
        #[test]
        fn widths_add_up_and_no_column_starves(
            columns in prop::collection::vec(
                (0..4u8, 9.0..180.0f64, prop::collection::vec(5.0..4000.0f64, 1..60)), 1..15,
            ),
            width in prop::sample::select(vec![165.0, 252.0]),
        ) {
            let needs: Vec<ColumnNeed> = columns.iter().map(|(content, least, texts)| {
                let contents =
                    [ColumnContent::Ordinal, ColumnContent::Short, ColumnContent::Text, ColumnContent::Number];
                need(contents[usize::from(*content)], *least, texts)
            }).collect();
            let widths = widths(&needs, Mm(width));
            prop_assert!((widths.iter().map(|column| column.0).sum::<f64>() - width).abs() < 1e-9);
            let share = width / f64::from(u32::try_from(needs.len()).unwrap_or(u32::MAX));
            for (need, column) in needs.iter().zip(&widths) {
                prop_assert!(column.0 >= need.least.min(share) - 1e-9, "{:?}", widths);
            }
        }
    }
}
