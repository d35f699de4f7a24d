//! The widths of the columns of figures in a table.
//!
//! Owns their evenness: columns with one heading are equal, and the others as equal as there is room. Must not know any
//! text beyond whether it is a figure. It changes the widths of `columns`; its indents go to `table`, which sets the
//! figures.

use crate::draft::ColumnContent;

use super::column_need::{ColumnNeed, has_figures};
use super::measured_text::{PADDING, narrowest};

/// The most lines of a short name and of a long one beside figures: more would make every row high because of the
/// header.
const NAME_LINES: [f64; 2] = [2.0, 3.0];

/// A name beside figures up to this width stays on one line; a longer one may take two.
const SHORT_NAME: f64 = 55.0;

/// A text longer than this is no name: it takes the remaining width.
const LONGEST_NAME: f64 = 120.0;

/// The greatest width of a column of figures without need: in wider columns, the figures of a row look unrelated.
const WIDEST: f64 = 30.0;

/// The halvings in search of a level: the last is far below any visible difference.
const HALVINGS: usize = 32;

/// The right indent of figures in a column of this width, in millimetres: the widest is centred below its heading, the
/// others are aligned with its digits.
pub(super) fn right_indent(need: &ColumnNeed, width: f64) -> f64 {
    ((width - 2.0 * PADDING - need.widest_figure) / 2.0).max(0.0)
}

/// The width that the names of rows of figures need: each on one line, or the long ones on two.
pub(super) fn name(need: &ColumnNeed) -> f64 {
    in_lines(need, [1.0, 2.0])
}

/// The width that sets each text in this many lines: the short texts, and the long ones.
fn in_lines(need: &ColumnNeed, [few, several]: [f64; 2]) -> f64 {
    let widths = need.cells.iter().flatten().map(|text| match text.line {
        line if line <= SHORT_NAME => narrowest(text, few),
        line if line > LONGEST_NAME => line / several,
        _ => narrowest(text, several),
    });
    widths.fold(need.least, f64::max)
}

/// Whether names have their few lines and no heading or figure breaks inside a word.
pub(super) fn is_readable(needs: &[ColumnNeed], easy: &[f64], width: f64) -> bool {
    least(needs, easy).iter().sum::<f64>() <= width
}

/// The columns of a table of figures where not all can read easily: names in few lines, then as many headings as
/// possible, then names that read easily; `None` without figures, or without the room.
pub(super) fn fitted(needs: &[ColumnNeed], easy: &[f64], width: f64) -> Option<Vec<f64>> {
    let mut widths = least(needs, easy);
    let mut spare = width - widths.iter().sum::<f64>();
    if spare < 0.0 || !needs.iter().any(has_figures) {
        return None;
    }
    spare = raise(&mut widths, needs, easy, spare);
    for index in (0..needs.len()).filter(|&index| !has_figures(&needs[index])) {
        let more = (easy[index] - widths[index]).clamp(0.0, spare);
        spare -= more;
        widths[index] += more;
    }
    Some(widths)
}

/// Gives as many columns of figures as possible the width that they need, those of one heading together, the ones that
/// lack least first; returns the rest.
fn raise(widths: &mut [f64], needs: &[ColumnNeed], needed: &[f64], mut spare: f64) -> f64 {
    let mut headings: Vec<(&str, f64)> = Vec::new();
    for (index, need) in needs.iter().enumerate().filter(|(_, need)| has_figures(need)) {
        let lack = (needed[index] - widths[index]).max(0.0);
        match headings.iter_mut().find(|(heading, _)| *heading == need.heading) {
            Some((_, all)) => *all += lack,
            None => headings.push((&need.heading, lack)),
        }
    }
    headings.sort_by(|one, other| one.1.total_cmp(&other.1));
    for (heading, lack) in headings.into_iter().filter(|(_, lack)| *lack > 0.0) {
        if lack > spare {
            continue;
        }
        spare -= lack;
        let raised = (0..needs.len()).filter(|&index| has_figures(&needs[index]) && needs[index].heading == heading);
        raised.for_each(|index| widths[index] = widths[index].max(needed[index]));
    }
    spare
}

/// The least readable widths: for figures their widest word, for names the width that sets the longest in few lines.
fn least(needs: &[ColumnNeed], easy: &[f64]) -> Vec<f64> {
    let columns = needs.iter().zip(easy).map(|(need, easy)| match need.content {
        ColumnContent::Ordinal | ColumnContent::Short => *easy,
        ColumnContent::Number => need.least,
        ColumnContent::Text => easy.min(in_lines(need, NAME_LINES)).max(need.least),
    });
    columns.collect()
}

/// Gives the rest of the width to the columns of figures: to break headings well, then to make columns of one heading
/// equal, then all as equal as there is room.
pub(super) fn level(widths: &mut [f64], needs: &[ColumnNeed], width: f64) {
    let numbers: Vec<usize> = (0..needs.len()).filter(|&index| has_figures(&needs[index])).collect();
    let spare = |widths: &[f64]| width - widths.iter().sum::<f64>();
    let whole: Vec<f64> = needs.iter().map(|need| need.whole).collect();
    let room = spare(widths);
    raise(widths, needs, &whole, room);
    let mut alike = widths.to_vec();
    for &index in &numbers {
        let same = numbers.iter().filter(|other| needs[**other].heading == needs[index].heading);
        alike[index] = same.map(|other| widths[*other]).fold(0.0, f64::max);
    }
    if spare(&alike) >= 0.0 {
        widths.copy_from_slice(&alike);
    }
    fill_up(widths, &numbers, spare(widths).max(0.0));
}

/// Raises the narrowest of these columns to one level, as high as there is room, but no higher than the widest.
fn fill_up(widths: &mut [f64], columns: &[usize], room: f64) {
    let lack = |level: f64| columns.iter().map(|&index| (level - widths[index]).max(0.0)).sum::<f64>();
    let (mut low, mut high) = (0.0, columns.iter().map(|&index| widths[index]).fold(0.0, f64::max));
    if lack(high) > room {
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if lack(middle) > room { high = middle } else { low = middle }
        }
        high = low;
    }
    for &index in columns {
        widths[index] = widths[index].max(high);
    }
}

/// Widens the columns of figures equally with width that nothing needs, as far as they still read as one row; returns
/// the rest.
pub(super) fn widen(widths: &mut [f64], needs: &[ColumnNeed], rest: f64) -> f64 {
    let count = needs.iter().filter(|need| has_figures(need)).count();
    let each = rest / f64::from(u32::try_from(count.max(1)).unwrap_or(u32::MAX));
    let mut left = rest;
    for (width, _) in widths.iter_mut().zip(needs).filter(|(_, need)| has_figures(need)) {
        let more = each.min(WIDEST - *width).max(0.0);
        *width += more;
        left -= more;
    }
    left
}

#[cfg(test)]
mod tests {
    use super::super::measured_text::{MeasuredText, MeasuredWord};
    use super::*;

    fn number(heading: &str, least: f64, natural: f64) -> ColumnNeed {
        ColumnNeed {
            heading: heading.to_owned(),
            widest_figure: 8.0,
            ..ColumnNeed::of(ColumnContent::Number, least, natural)
        }
    }

    fn shown(widths: &[f64]) -> String {
        widths.iter().map(|width| format!("{width:.1}")).collect::<Vec<_>>().join(" ")
    }

    /// A column of one name, of ten words.
    fn name_of(line: f64) -> ColumnNeed {
        let word = MeasuredWord { width: (line - 2.0 * PADDING) / 10.0 - 1.0, gap: 1.0 };
        let text = MeasuredText::of_equal_words(line, word, 10);
        ColumnNeed { cells: vec![vec![text]], ..ColumnNeed::of(ColumnContent::Text, 15.0, line) }
    }

    #[test]
    fn columns_of_one_heading_are_equal_and_the_rest_as_equal_as_possible() {
        let needs = [
            ColumnNeed::of(ColumnContent::Text, 20.0, 40.0),
            number("Kế hoạch", 14.0, 14.0),
            number("%", 10.0, 10.0),
            number("Kế hoạch", 18.0, 18.0),
            number("%", 12.0, 12.0),
        ];
        let levelled = |width| {
            let mut widths = [40.0, 14.0, 10.0, 18.0, 12.0];
            level(&mut widths, &needs, width);
            shown(&widths)
        };
        assert_eq!(levelled(94.0), "40.0 14.0 10.0 18.0 12.0");
        assert_eq!(levelled(100.0), "40.0 18.0 12.0 18.0 12.0");
        assert_eq!(levelled(104.0), "40.0 18.0 14.0 18.0 14.0");
        assert_eq!(levelled(252.0), "40.0 18.0 18.0 18.0 18.0");
    }

    #[test]
    fn the_widest_figure_is_centred_in_its_column() {
        assert!((right_indent(&number("Số hộ", 14.0, 14.0), 23.0) - 6.0).abs() < 1e-9);
        assert!(right_indent(&number("Số hộ", 14.0, 14.0), 9.0) < 1e-9);
    }

    #[test]
    fn names_keep_their_few_lines_and_headings_break() {
        let needs = [name_of(90.0), number("a", 12.0, 20.0), number("b", 12.0, 30.0)];
        let easy = [60.0, 20.0, 30.0];
        let fitted = |width| fitted(&needs, &easy, width);
        // Four words of ten on the longest of three lines.
        let name = narrowest(&needs[0].cells[0][0], NAME_LINES[1]);
        assert!((36.0..39.0).contains(&name), "{name}");
        assert!(is_readable(&needs, &easy, name + 24.0) && !is_readable(&needs, &easy, name + 23.0));
        assert_eq!(fitted(name + 23.0), None);
        assert_eq!(fitted(name + 35.0).map(|widths| widths[1..].to_vec()), Some(vec![20.0, 12.0]));
        assert_eq!(super::fitted(&needs[..1], &easy[..1], 165.0), None);
    }

    #[test]
    fn unneeded_width_widens_figures_up_to_a_limit() {
        let needs = [ColumnNeed::of(ColumnContent::Text, 20.0, 40.0), number("a", 12.0, 12.0), number("b", 12.0, 12.0)];
        let mut widths = [40.0, 20.0, 28.0];
        assert!((widen(&mut widths, &needs, 10.0) - 3.0).abs() < 1e-9);
        assert_eq!(shown(&widths), "40.0 25.0 30.0");
    }
}
