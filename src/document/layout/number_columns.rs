//! The columns of figures of a table: what a figure is, and how wide these columns are.
//!
//! Owns their evenness: columns that say the same are alike, and the others as far as there is room. Must not know any text
//! but whether it is a figure. Its widths are those of `columns`, changed; its room goes to `table`, which sets the figures.

use crate::draft::ColumnContent;

use super::needs::{Need, PADDING};

/// Lines that a name may take beside figures: more of them make every row high for the sake of the header.
const NAME_LINES: f64 = 3.0;

/// A column of figures that nobody needs to be wider is this wide: farther apart, figures of one row part.
const WIDEST: f64 = 30.0;

/// Halvings in search of a level: the last is far below a hair's breadth.
const HALVINGS: usize = 32;

/// Whether a text is a figure: digits and signs without a word among them.
pub(super) fn is_figure(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_digit()) && !text.chars().any(char::is_alphabetic)
}

/// Whether a column holds figures.
pub(super) fn has_figures(need: &Need) -> bool {
    need.content == ColumnContent::Number
}

/// How far from its right edge figures stand in a column of this width, in millimetres: the widest in the middle, under
/// its heading, and the others with their digits below its digits.
pub(super) fn right_indent(need: &Need, width: f64) -> f64 {
    ((width - 2.0 * PADDING - need.widest_figure) / 2.0).max(0.0)
}

/// Whether names have their few lines and no heading or figure is broken inside a word.
pub(super) fn is_readable(needs: &[Need], easy: &[f64], width: f64) -> bool {
    least(needs, easy).iter().sum::<f64>() <= width
}

/// The columns of a table of figures where not all can be at ease: names in few lines, then as many headings as there is
/// room for; `None` where there are no figures, or no such room.
pub(super) fn borne(needs: &[Need], easy: &[f64], width: f64) -> Option<Vec<f64>> {
    let mut widths = least(needs, easy);
    let mut spare = width - widths.iter().sum::<f64>();
    if spare < 0.0 || !needs.iter().any(has_figures) {
        return None;
    }
    let mut raises: Vec<(usize, f64)> = easy.iter().zip(&widths).map(|(easy, own)| easy - own).enumerate().collect();
    raises.sort_by(|one, other| one.1.total_cmp(&other.1));
    for (index, raise) in raises.into_iter().filter(|(index, _)| has_figures(&needs[*index])) {
        if raise > spare {
            break;
        }
        spare -= raise;
        widths[index] += raise;
    }
    Some(widths)
}

/// The least that reads: of figures their widest word, of names what sets the longest in few lines.
fn least(needs: &[Need], easy: &[f64]) -> Vec<f64> {
    let columns = needs.iter().zip(easy).map(|(need, easy)| match need.content {
        ColumnContent::Ordinal | ColumnContent::Short => *easy,
        ColumnContent::Number => need.least,
        ColumnContent::Text => easy.min(need.natural / NAME_LINES * 1.1).max(need.least),
    });
    columns.collect()
}

/// Makes the columns of figures as even as what is left of the width allows: first those under one heading, then all.
pub(super) fn level(widths: &mut [f64], needs: &[Need], width: f64) {
    let numbers: Vec<usize> = (0..needs.len()).filter(|&index| has_figures(&needs[index])).collect();
    let spare = |widths: &[f64]| width - widths.iter().sum::<f64>();
    let mut alike = widths.to_vec();
    for &index in &numbers {
        let same = numbers.iter().filter(|other| needs[**other].heading == needs[index].heading);
        alike[index] = same.map(|other| widths[*other]).fold(0.0, f64::max);
    }
    if spare(&alike) >= 0.0 {
        widths.copy_from_slice(&alike);
    }
    let lack = |level: f64| numbers.iter().map(|&index| (level - widths[index]).max(0.0)).sum::<f64>();
    let (mut low, mut high) = (0.0, numbers.iter().map(|&index| widths[index]).fold(0.0, f64::max));
    let room = spare(widths).max(0.0);
    if lack(high) > room {
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if lack(middle) > room { high = middle } else { low = middle }
        }
        high = low;
    }
    for index in numbers {
        widths[index] = widths[index].max(high);
    }
}

/// Widens the columns of figures alike by what nobody needs, as far as they still read as one row; gives what is left.
pub(super) fn widen(widths: &mut [f64], needs: &[Need], rest: f64) -> f64 {
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
    use super::*;

    fn number(heading: &str, least: f64, natural: f64) -> Need {
        Need { heading: heading.to_owned(), widest_figure: 8.0, ..Need::of(ColumnContent::Number, least, natural) }
    }

    #[test]
    fn a_figure_has_digits_and_no_word() {
        assert!(["0", "1.234.567,89", "98,5%", "-3", "12/15", "(1 250)"].iter().all(|text| is_figure(text)));
        assert!(["", "–", "Chưa báo cáo", "15 ha", "quý IV"].iter().all(|text| !is_figure(text)));
    }

    #[test]
    fn columns_of_one_heading_are_alike_and_the_rest_as_even_as_there_is_room() {
        let needs = [
            Need::of(ColumnContent::Text, 20.0, 40.0),
            number("Kế hoạch", 14.0, 14.0),
            number("%", 10.0, 10.0),
            number("Kế hoạch", 18.0, 18.0),
            number("%", 12.0, 12.0),
        ];
        let levelled = |width| {
            let mut widths = [40.0, 14.0, 10.0, 18.0, 12.0];
            level(&mut widths, &needs, width);
            widths.map(|width| (width * 100.0).round() / 100.0)
        };
        assert_eq!(levelled(94.0), [40.0, 14.0, 10.0, 18.0, 12.0]);
        assert_eq!(levelled(100.0), [40.0, 18.0, 12.0, 18.0, 12.0]);
        assert_eq!(levelled(104.0), [40.0, 18.0, 14.0, 18.0, 14.0]);
        assert_eq!(levelled(252.0), [40.0, 18.0, 18.0, 18.0, 18.0]);
    }

    #[test]
    fn the_widest_figure_stands_in_the_middle_of_its_column() {
        assert!((right_indent(&number("Số hộ", 14.0, 14.0), 23.0) - 6.0).abs() < 1e-9);
        assert!(right_indent(&number("Số hộ", 14.0, 14.0), 9.0) < 1e-9);
    }

    #[test]
    fn names_keep_their_few_lines_where_headings_give_way() {
        let needs = [Need::of(ColumnContent::Text, 15.0, 90.0), number("a", 12.0, 20.0), number("b", 12.0, 30.0)];
        let easy = [60.0, 20.0, 30.0];
        let borne = |width| borne(&needs, &easy, width);
        assert!(is_readable(&needs, &easy, 60.0) && !is_readable(&needs, &easy, 50.0));
        assert_eq!(borne(50.0), None);
        assert_eq!(borne(68.0), Some(vec![33.0, 20.0, 12.0]));
        assert_eq!(super::borne(&needs[..1], &easy[..1], 165.0), None);
    }

    #[test]
    fn what_nobody_needs_widens_figures_up_to_a_bound() {
        let needs = [Need::of(ColumnContent::Text, 20.0, 40.0), number("a", 12.0, 12.0), number("b", 12.0, 12.0)];
        let mut widths = [40.0, 20.0, 28.0];
        assert!((widen(&mut widths, &needs, 10.0) - 3.0).abs() < 1e-9);
        assert_eq!(widths, [40.0, 25.0, 30.0]);
    }
}
