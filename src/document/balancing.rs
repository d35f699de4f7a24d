//! Breaks centred text into lines of even length that read well.
//!
//! Owns the choice of the breaks: set as line breaks in titles and names, and in headings of tables by a column and
//! non-breaking blanks that make Word choose the same ones. Must not know the decree or a style. Its texts, columns and
//! widths go to `layout`.

use crate::units::Pt;

use super::break_quality::{BreakQuality, LineEnd, break_quality, is_period};
use super::text_width::Lettering;
use super::types::LINE_BREAK;
use super::wrapping::{TextPiece, lines, pieces};

/// How close a line may come to breaking differently, in points (2 mm): text engines differ slightly.
const SLACK: f64 = 5.7;

/// What one more line than needed costs, in points of unevenness: less than a break inside one thing.
const LINE: f64 = 250.0;

/// A text with its own line breaks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Broken {
    /// The text; before each line but the first there is a line break after the blank.
    pub(super) text: String,
    /// Width of its longest line; 0 for an empty text.
    pub(super) longest: Pt,
}

/// Breaks a text as a person would: into as few lines as make sense, as even as reads well. `sense` is the same text in
/// the letters typed, where it is printed in capitals: names are seen by their capitals.
pub(super) fn broken(text: &str, sense: &str, lettering: Lettering, widest: Pt) -> Broken {
    let pieces = pieces(text, lettering);
    let fewest = lines(&pieces, widest.0).len();
    if fewest <= 1 {
        return Broken { text: text.to_owned(), longest: longest(&lines(&pieces, widest.0)) };
    }
    let costs = break_costs(&pieces, sense);
    let few = best_ends(&pieces, &costs, fewest, widest.0);
    // One more line is worth a try only where its breaks could read so much better.
    let more = (least_cost(&costs, fewest) + LINE < few.cost)
        .then(|| best_ends(&pieces, &costs, fewest + 1, widest.0))
        .filter(|more| more.cost + LINE < few.cost);
    let ends = more.unwrap_or(few).ends;
    let mut broken = String::with_capacity(text.len() + 3 * ends.len());
    let mut copied = 0;
    for &end in &ends[..ends.len() - 1] {
        let start = pieces[end].start;
        broken.push_str(&text[copied..start]);
        // Inside a word, after a hyphen, a line breaks by itself.
        if pieces[end - 1].gap > 0.0 {
            broken.push(LINE_BREAK);
        }
        copied = start;
    }
    broken.push_str(&text[copied..]);
    Broken { text: broken, longest: longest(&widths(&pieces, &ends)) }
}

/// A text broken into even lines.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Balanced {
    /// The text; a few of its blanks may have become U+00A0, nothing else is changed.
    pub(super) text: String,
    /// The column to set it in; `None` where it fits on one line in any column of the greatest width.
    pub(super) column: Option<Pt>,
    /// Width of its longest printed line; 0 for an empty text.
    pub(super) longest: Pt,
}

/// Breaks a text into as few lines as possible, of lengths as even as reads well.
///
/// A word wider than the greatest column has a line of its own, which is then too wide.
pub(super) fn balanced(text: &str, lettering: Lettering, widest: Pt) -> Balanced {
    let pieces = pieces(text, lettering);
    let fewest = lines(&pieces, widest.0).len();
    if fewest <= 1 {
        let longest = longest(&lines(&pieces, widest.0));
        return Balanced { text: text.to_owned(), column: None, longest };
    }
    let ends = best_ends(&pieces, &break_costs(&pieces, text), fewest, widest.0).ends;
    let column = (longest(&widths(&pieces, &ends)).0 + SLACK).min(widest.0);
    let text = held(text, &pieces, &ends, column);
    let longest = longest(&lines(&super::wrapping::pieces(&text, lettering), column));
    Balanced { text, column: Some(Pt(column)), longest }
}

/// The best way to set the first pieces in a number of lines: its cost, and the start of its last line.
#[derive(Clone, Copy)]
struct LineStep {
    cost: f64,
    start: usize,
}

impl LineStep {
    /// No possible way.
    const NONE: Self = Self { cost: f64::INFINITY, start: 0 };
}

/// A way to set pieces in lines.
struct LineEnds {
    /// The ends of the lines, each the index after its last piece.
    ends: Vec<usize>,
    /// The cost; infinite where there are too few pieces.
    cost: f64,
}

/// The ends of the lines with the least total cost: each line's distance from the average width, and how well its end
/// reads. `count` must be enough lines.
fn best_ends(pieces: &[TextPiece<'_>], break_costs: &[f64], count: usize, widest: f64) -> LineEnds {
    let average = average(pieces, count);
    let mut table = vec![vec![LineStep::NONE; pieces.len() + 1]];
    table[0][0].cost = 0.0;
    for line in 0..count {
        let mut steps = vec![LineStep::NONE];
        for end in 1..=pieces.len() {
            let starts = line_starts(&pieces[..end], widest).map(|(start, width)| {
                let cost = table[line][start].cost + (width - average).abs() + break_costs[start];
                LineStep { cost, start }
            });
            steps.push(starts.fold(LineStep::NONE, |best, step| if step.cost < best.cost { step } else { best }));
        }
        table.push(steps);
    }
    let mut ends = vec![pieces.len()];
    for line in (2..=count).rev() {
        ends.push(table[line][ends[ends.len() - 1]].start);
    }
    ends.reverse();
    LineEnds { ends, cost: table[count][pieces.len()].cost }
}

/// A cost that no way to break a text so many times falls below.
fn least_cost(break_costs: &[f64], breaks: usize) -> f64 {
    let mut costs = break_costs.to_vec();
    costs.sort_unstable_by(f64::total_cmp);
    costs.iter().take(breaks).map(|cost| cost.min(0.0)).sum()
}

/// The possible starts of a line that ends with the last of these pieces, with the line's width; the shortest line
/// first.
fn line_starts<'a>(pieces: &'a [TextPiece<'_>], widest: f64) -> impl Iterator<Item = (usize, f64)> + 'a {
    let last = pieces.len() - 1;
    let mut width = 0.0;
    let starts = (0..=last).rev().map(move |start| {
        width += pieces[start].width + if start == last { 0.0 } else { pieces[start].gap };
        (start, width)
    });
    starts.take_while(move |&(start, width)| start == last || width <= widest)
}

/// The width of each line if all were equal.
fn average(pieces: &[TextPiece<'_>], count: usize) -> f64 {
    let count = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    width(pieces) / count
}

/// The width of pieces on one line, without the blanks after the last.
fn width(pieces: &[TextPiece<'_>]) -> f64 {
    let all: f64 = pieces.iter().map(|piece| piece.width + piece.gap).sum();
    all - pieces.last().map_or(0.0, |piece| piece.gap)
}

fn widths(pieces: &[TextPiece<'_>], ends: &[usize]) -> Vec<f64> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends).map(|(start, &end)| width(&pieces[start..end])).collect()
}

fn longest(widths: &[f64]) -> Pt {
    Pt(widths.iter().fold(0.0, |longest, &width| width.max(longest)))
}

/// The cost of starting a line at each piece, in points of unevenness: a good break may be less even. The words are
/// judged as they stand in `sense`, where it has the same pieces.
fn break_costs(pieces: &[TextPiece<'_>], sense: &str) -> Vec<f64> {
    let printed: Vec<&str> = pieces.iter().map(|piece| piece.text).collect();
    let typed: Vec<&str> = sense.split(' ').filter(|word| !word.is_empty()).collect();
    let words = if typed.len() == printed.len() { typed } else { printed };
    (0..pieces.len()).map(|start| break_cost(pieces, &words, start)).collect()
}

fn break_cost(pieces: &[TextPiece<'_>], words: &[&str], start: usize) -> f64 {
    const NEVER: f64 = 1000.0;
    let Some(before) = start.checked_sub(1) else { return 0.0 };
    if pieces[before].gap == 0.0 {
        return NEVER;
    }
    if is_period(words[start]) && start + 1 == words.len() {
        return -170.0;
    }
    let quality = break_quality(LineEnd::of(words[..start].iter().copied(), words[start..].iter().copied()));
    match quality {
        BreakQuality::Good => -70.0,
        // After a period, as before one inside a text.
        BreakQuality::Plain if is_period(words[before]) || is_period(words[start]) => -70.0,
        BreakQuality::Plain => 0.0,
        BreakQuality::Bad => 80.0,
        BreakQuality::Never => NEVER,
    }
}

/// The text with non-breaking blanks where the column alone would let a line take words from the next one.
fn held(text: &str, pieces: &[TextPiece<'_>], ends: &[usize], column: f64) -> String {
    let mut blanks = Vec::new();
    let widths = widths(pieces, ends);
    for (line, bounds) in ends.windows(2).enumerate() {
        let (start, end) = (bounds[0], bounds[1]);
        let mut taken = start + 1;
        let mut reach = widths[line] + pieces[start - 1].gap + pieces[start].width;
        while reach <= column + SLACK && taken < end {
            blanks.push(pieces[taken - 1].start + pieces[taken - 1].text.len()..pieces[taken].start);
            reach += pieces[taken - 1].gap + pieces[taken].width;
            taken += 1;
        }
    }
    let is_held = |at: usize| blanks.iter().any(|blank| blank.contains(&at));
    text.char_indices().map(|(at, letter)| if letter == ' ' && is_held(at) { '\u{a0}' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::document::text_width::Cut;
    use crate::units::Mm;

    use super::*;

    const BOLD: Lettering = Lettering { cut: Cut::Bold, size: Pt(14.0) };

    /// The lines as Word prints them, simulated by breaking at blanks only.
    fn printed(text: &str, widest: Mm) -> Vec<String> {
        let balanced = balanced(text, BOLD, widest.to_pt());
        let column = balanced.column.unwrap_or(widest.to_pt()).0;
        let mut lines: Vec<String> = Vec::new();
        for word in balanced.text.split(' ') {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match (lines.last_mut(), longer) {
                (Some(line), Some(longer)) if width(&pieces(&longer, BOLD)) <= column => *line = longer,
                _ => lines.push(word.to_owned()),
            }
        }
        lines.iter().map(|line| line.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn a_text_that_fits_is_not_changed() {
        let text = "Phát triển văn hóa đọc";
        let wide = balanced(text, BOLD, Mm(130.0).to_pt());
        assert_eq!((wide.text.as_str(), wide.column), (text, None));
        assert_eq!(balanced("", BOLD, Pt(100.0)).longest, Pt(0.0));
    }

    #[test]
    fn lines_are_even_and_break_where_it_reads_well() {
        let samples: [(&str, f64, &[&str]); 5] = [
            (
                "Triển khai, thực hiện công tác Dân vận 6\u{a0}tháng\u{a0}cuối\u{a0}năm\u{a0}2025",
                130.0,
                &["Triển khai, thực hiện công tác Dân vận", "6 tháng cuối năm 2025"],
            ),
            (
                "Tăng cường công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ trên địa bàn xã",
                130.0,
                &["Tăng cường công tác phòng cháy, chữa cháy", "và cứu nạn, cứu hộ trên địa bàn xã"],
            ),
            ("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", 66.0, &["PHÒNG KINH TẾ,", "HẠ TẦNG VÀ ĐÔ THỊ"]),
            ("ỦY BAN NHÂN DÂN XÃ PHONG NHA KẺ BÀNG", 66.0, &["ỦY BAN NHÂN DÂN", "XÃ PHONG NHA KẺ BÀNG"]),
            ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN KHÁNH", 80.0, &["CHỦ TỊCH ỦY BAN NHÂN DÂN", "XÃ AN KHÁNH"]),
        ];
        for (text, widest, expected) in samples {
            assert_eq!(printed(text, Mm(widest)), expected);
        }
    }

    #[test]
    fn a_word_wider_than_the_column_has_its_own_line() {
        let wrapped = balanced("a MMMMMMMMMMMMMMMM b", BOLD, Pt(50.0));
        assert_eq!(wrapped.column, Some(Pt(50.0)));
        assert!(wrapped.longest.0 > 50.0);
    }

    proptest! {
        #[test]
        fn balancing_adds_no_line_and_changes_only_blanks(
            words in prop::collection::vec("[a-zA-Zđưỡệ\u{a0}-]{1,9}|xã|và|", 1..40),
            widest in 60.0..500.0f64,
        ) {
            let text = words.join(" ");
            let balanced = balanced(&text, BOLD, Pt(widest));
            prop_assert_eq!(balanced.text.replace('\u{a0}', " "), text.replace('\u{a0}', " "));
            let plain = lines(&pieces(&text, BOLD), widest);
            let column = balanced.column.map_or(widest, |column| column.0);
            let even = lines(&pieces(&balanced.text, BOLD), column);
            prop_assert!(column <= widest);
            prop_assert_eq!(even.len(), plain.len());
            prop_assert_eq!(longest(&even), balanced.longest);
        }
    }
}
