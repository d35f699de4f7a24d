//! Makes a table as low as it gets, from the widths that read easily and, where it is long, from a second start.
//!
//! Owns the least width of each column and the second start. Must not know how columns exchange width. Its widths go back
//! to `columns`.

use crate::draft::ColumnContent;

use super::column_need::{ColumnNeed, has_figures};
use super::width_exchange::{exchange_widths, is_long};

/// The column width at which a text is still readable.
pub(super) const BARE: f64 = 25.0;

/// The widths after columns exchanged what makes the table lower.
///
/// A long table of words has a second start, by the amount of text: from the first one, no exchange between two columns
/// leads to widths for which three must change together.
pub(super) fn lowered(mut widths: Vec<f64>, needs: &[ColumnNeed], width: f64) -> Vec<f64> {
    make_room_for_days(&mut widths, needs);
    let height = exchanged(&mut widths, needs);
    if !is_long(needs) || needs.iter().any(has_figures) {
        return widths;
    }
    let Some(mut other) = by_text(needs, width) else { return widths };
    if exchanged(&mut other, needs) < height { other } else { widths }
}

/// Widens columns in which a day would take more than two lines, as far as the others can spare it.
fn make_room_for_days(widths: &mut [f64], needs: &[ColumnNeed]) {
    let lacks: Vec<f64> = needs.iter().zip(&*widths).map(|(need, width)| (need.narrow - width).max(0.0)).collect();
    let lack: f64 = lacks.iter().sum();
    if lack <= 0.0 {
        return;
    }
    let spares: Vec<f64> = needs.iter().zip(&*widths).map(|(need, width)| width - floor(need, *width)).collect();
    let spare: f64 = spares.iter().sum();
    let given = lack.min(spare);
    for (width, (lacks, spares)) in widths.iter_mut().zip(lacks.iter().zip(&spares)) {
        *width += given * lacks / lack - if spare > 0.0 { given * spares / spare } else { 0.0 };
    }
}

/// Exchanges width, and gives the table's height then, in lines.
fn exchanged(widths: &mut [f64], needs: &[ColumnNeed]) -> f64 {
    let floors: Vec<f64> = needs.iter().zip(&*widths).map(|(need, width)| floor(need, *width)).collect();
    exchange_widths(widths, &floors, needs)
}

/// The least width to which a column may shrink where that makes the table lower.
fn floor(need: &ColumnNeed, width: f64) -> f64 {
    match need.content {
        ColumnContent::Ordinal | ColumnContent::Number => width,
        ColumnContent::Short | ColumnContent::Text => least(need).min(width),
    }
}

/// A date, a state or another short text takes few lines, other texts stay readable.
fn least(need: &ColumnNeed) -> f64 {
    match need.content {
        ColumnContent::Ordinal | ColumnContent::Number => need.natural,
        ColumnContent::Short => need.narrow.max(need.least),
        ColumnContent::Text => need.natural.min(BARE).max(need.narrow).max(need.least),
    }
}

/// The widths by the amount of text: short columns have their least width, and columns of text share the rest, long texts
/// weighing more than many short ones, as far as each stays readable. `None` without a column of text.
fn by_text(needs: &[ColumnNeed], width: f64) -> Option<Vec<f64>> {
    let mut widths: Vec<f64> = needs.iter().map(least).collect();
    let mut sharing: Vec<usize> = (0..needs.len()).filter(|&at| needs[at].content == ColumnContent::Text).collect();
    let weight = |at: usize| needs[at].cells.iter().flatten().map(|text| text.line.powi(2)).sum::<f64>().sqrt();
    while !sharing.is_empty() {
        let taken: f64 = (0..needs.len()).filter(|at| !sharing.contains(at)).map(|at| widths[at]).sum();
        let all: f64 = sharing.iter().map(|&at| weight(at)).sum();
        let share = |at: usize| (width - taken) * weight(at) / all;
        // A column whose share would be too narrow keeps its least width, and the others share again.
        let Some(narrow) = sharing.iter().position(|&at| share(at) < widths[at]) else {
            for &at in &sharing {
                widths[at] = share(at);
            }
            return Some(widths);
        };
        sharing.swap_remove(narrow);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::measured_text::{MeasuredText, MeasuredWord, PADDING};
    use super::*;

    fn need(content: ColumnContent, words: usize, rows: usize) -> ColumnNeed {
        let line = 10.0 * f64::from(u32::try_from(words).unwrap_or(u32::MAX)) - 1.0 + 2.0 * PADDING;
        let cell = vec![MeasuredText::of_equal_words(line, MeasuredWord { width: 9.0, gap: 1.0 }, words)];
        ColumnNeed { cells: vec![cell; rows], narrow: 20.0, ..ColumnNeed::of(content, 12.0, line) }
    }

    #[test]
    fn columns_of_text_share_by_their_long_texts_and_short_ones_are_narrow() {
        let needs =
            [need(ColumnContent::Short, 4, 30), need(ColumnContent::Text, 20, 30), need(ColumnContent::Text, 10, 30)];
        let widths = by_text(&needs, 252.0).expect("there are columns of text");
        assert!((widths.iter().sum::<f64>() - 252.0).abs() < 1e-9, "{widths:?}");
        assert!((widths[0] - 20.0).abs() < 1e-9 && widths[1] > 1.8 * widths[2], "{widths:?}");
    }

    #[test]
    fn a_column_of_few_words_keeps_a_readable_width() {
        let needs = [need(ColumnContent::Text, 3, 30), need(ColumnContent::Text, 90, 30)];
        let widths = by_text(&needs, 165.0).expect("there are columns of text");
        assert!((widths[0] - BARE).abs() < 1e-9, "{widths:?}");
    }

    #[test]
    fn a_column_gets_the_width_that_sets_a_day_on_two_lines() {
        let needs = [need(ColumnContent::Short, 4, 3), need(ColumnContent::Text, 20, 3)];
        let widths = lowered(vec![15.0, 85.0], &needs, 100.0);
        assert!(widths[0] >= 20.0 - 1e-9 && (widths.iter().sum::<f64>() - 100.0).abs() < 1e-9, "{widths:?}");
        let mut tight = [15.0, 26.0];
        make_room_for_days(&mut tight, &needs);
        assert!((tight[0] - 16.0).abs() < 1e-9 && (tight[1] - BARE).abs() < 1e-9, "{tight:?}");
    }

    #[test]
    fn only_a_long_table_of_words_has_a_second_start() {
        assert!(is_long(&[need(ColumnContent::Text, 3, 30)]) && !is_long(&[need(ColumnContent::Text, 3, 12)]));
    }

    #[test]
    fn without_text_there_is_no_second_start() {
        assert_eq!(by_text(&[need(ColumnContent::Ordinal, 1, 30)], 165.0), None);
    }
}
