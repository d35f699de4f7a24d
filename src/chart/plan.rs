//! The positions of everything in a chart, in pixels of its picture.
//!
//! Owns the measures: columns, rows, the width of the axis. Must not draw. Its positions go to `draw`.

use super::axis::Axis;
use super::letters::Letters;
use super::wrapping::{cut, wrapped};
use super::{Bar, Chart};

/// Pixels per inch of the printed picture.
pub(super) const PER_INCH: i32 = 300;
/// The width of every picture, an even number: 160 mm printed.
pub(super) const WIDTH: i32 = 1890;
/// The size of labels and of the texts after bars: some 11 points printed.
const LETTERS: f32 = 46.0;
/// The size of the ticks' numbers.
const SMALL_LETTERS: f32 = 38.0;
/// The size of the title.
const LARGE_LETTERS: f32 = 54.0;
/// The distance between lines of a label.
pub(super) const LINE: i32 = 50;
/// The distance between lines of the title.
pub(super) const TITLE_LINE: i32 = 60;
/// The distance from the middle of a line of small letters down to its baseline.
pub(super) const DROP: i32 = 14;
/// The greatest width of labels, and the most lines of one.
const LABEL_ROOM: i32 = 640;
const LABEL_LINES: usize = 3;
/// The greatest width of the text after a bar.
const TEXT_ROOM: i32 = 600;
/// The space between a label and the axis, and between a bar and its text.
pub(super) const GAP: i32 = 22;
/// The space at the edges.
const EDGE: i32 = 6;
/// The space above and below the lines of a label.
const ROW_EDGE: i32 = 12;
/// The distance from the axis down to the baseline of the ticks' numbers, and to the bottom of the picture.
pub(super) const TICK_BASELINE: i32 = 46;
const FOOT: i32 = 60;

/// A chart with the position of everything.
pub(super) struct Plan {
    /// The title's lines; empty where the title is not drawn.
    pub(super) title: Vec<String>,
    /// The axis.
    pub(super) axis: Axis,
    /// The left end of the bars.
    pub(super) left: i32,
    /// The width of the axis.
    pub(super) width: i32,
    /// The top and bottom of the axis.
    pub(super) top: i32,
    pub(super) bottom: i32,
    /// The thickness of bars.
    pub(super) thickness: i32,
    /// The rows, from top to bottom.
    pub(super) rows: Vec<ChartRow>,
    pub(super) letters: Alphabet,
}

/// The letters for each purpose.
pub(super) struct Alphabet {
    pub(super) plain: Letters,
    pub(super) small: Letters,
    pub(super) large: Letters,
}

/// A bar with its positions.
pub(super) struct ChartRow {
    /// The label's lines.
    pub(super) label: Vec<String>,
    /// Its middle, from the top.
    pub(super) middle: i32,
    /// The length of the bar; `None` where there is none.
    pub(super) reach: Option<i32>,
    /// Whether the bar is longer than the axis.
    pub(super) is_cut: bool,
    /// The text after it.
    pub(super) text: String,
}

/// The distance between rows and the thickness of bars, for this many bars: the more bars, the closer.
fn pitch(bars: usize) -> (i32, i32) {
    match bars {
        0..=10 => (108, 60),
        11..=20 => (88, 50),
        _ => (74, 42),
    }
}

impl Plan {
    /// The plan of a chart, with its title or without.
    pub(super) fn of(chart: &Chart, is_titled: bool) -> Self {
        let letters = alphabet();
        let labels: Vec<Vec<String>> = chart.bars.iter().map(|bar| label(bar, &letters.plain)).collect();
        let texts: Vec<String> = chart.bars.iter().map(|bar| cut(&bar.text, &letters.plain, TEXT_ROOM)).collect();
        let axis = Axis::of(&chart.bars);
        let widest = labels.iter().flatten().map(|line| letters.plain.width(line)).max().unwrap_or_default();
        let left = EDGE + widest + GAP;
        let width = axis_width(axis, WIDTH - EDGE - left, &chart.bars, &texts, &letters);
        let title = if is_titled { wrapped(&chart.title, &letters.large, WIDTH * 9 / 10, 3) } else { vec![] };
        let top = EDGE + TITLE_LINE * count(title.len()) + if title.is_empty() { 0 } else { 2 * GAP };
        let mut bottom = top;
        let rows = chart.bars.iter().zip(labels).zip(texts).map(|((bar, label), text)| {
            let height = row_height(&label, chart.bars.len());
            bottom += height;
            ChartRow {
                label,
                middle: bottom - height / 2,
                reach: bar.percent.map(|percent| axis.reach(percent, width)),
                is_cut: bar.percent.is_some_and(|percent| axis.cuts(percent)),
                text,
            }
        });
        let rows = rows.collect();
        let (_, thickness) = pitch(chart.bars.len());
        Self { title, axis, left, width, top, bottom, thickness, rows, letters }
    }

    /// The height of the picture.
    pub(super) fn height(&self) -> i32 {
        self.bottom + FOOT
    }
}

/// The heights of the rows of these bars in a picture of this many bars.
pub(super) fn row_heights(bars: &[Bar], in_a_picture: usize) -> Vec<i32> {
    let letters = Letters::of(LETTERS);
    bars.iter().map(|bar| row_height(&label(bar, &letters), in_a_picture)).collect()
}

fn alphabet() -> Alphabet {
    let [plain, small, large] = [LETTERS, SMALL_LETTERS, LARGE_LETTERS].map(Letters::of);
    Alphabet { plain, small, large }
}

fn label(bar: &Bar, letters: &Letters) -> Vec<String> {
    wrapped(&bar.label, letters, LABEL_ROOM, LABEL_LINES)
}

fn row_height(label: &[String], bars: usize) -> i32 {
    let (pitch, _) = pitch(bars);
    pitch.max(LINE * count(label.len()) + 2 * ROW_EDGE)
}

/// The greatest width that leaves room for the last tick's number and for every text after its bar.
fn axis_width(axis: Axis, room: i32, bars: &[Bar], texts: &[String], letters: &Alphabet) -> i32 {
    let last = axis.ticks().last().map_or(0, |tick| letters.small.width(&format!("{tick}%")));
    let of_bar = |(bar, text): (&Bar, &String)| {
        let reach = room - GAP - letters.plain.width(text);
        axis.widest(bar.percent.unwrap_or_default(), reach)
    };
    bars.iter().zip(texts).map(of_bar).fold(room - last / 2, i32::min)
}

fn count(lines: usize) -> i32 {
    i32::try_from(lines).expect("a text of a chart has few lines")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{bar, chart};
    use super::*;

    #[test]
    fn rows_do_not_overlap_and_the_height_grows_with_them() {
        let heights = [0, 1, 8, 30, 60].map(|bars| Plan::of(&chart(bars, "Thôn"), false).height());
        assert!(heights.is_sorted(), "{heights:?}");
        let plan = Plan::of(&chart(8, "Thôn"), false);
        assert!(plan.rows.windows(2).all(|pair| pair[1].middle - pair[0].middle == 108));
    }

    #[test]
    fn every_text_ends_inside_the_picture() {
        let mut bars = vec![bar("Trung tâm Phục vụ hành chính công", Some("100")), bar("Công an xã", None)];
        bars.extend([bar("Tổ dân phố số 12", Some("105")), bar("Thôn 1", Some("0"))]);
        bars.push(Bar {
            text: "hoàn thành tất cả nhiệm vụ được giao trong kỳ".into(), ..bar("Thôn 2", Some("90"))
        });
        let plan = Plan::of(&Chart { title: String::new(), bars }, false);
        for row in &plan.rows {
            let end = plan.left + row.reach.unwrap_or_default() + GAP + plan.letters.plain.width(&row.text);
            assert!(end <= WIDTH, "{}: {end}", row.text);
            assert!(row.label.iter().all(|line| plan.letters.plain.width(line) + GAP <= plan.left));
        }
        assert!(plan.width > WIDTH / 3);
    }

    #[test]
    fn bars_are_as_long_as_their_percentages() {
        let bars = vec![bar("a", Some("50")), bar("b", Some("100")), bar("c", None), bar("d", Some("0"))];
        let plan = Plan::of(&Chart { title: String::new(), bars }, false);
        let reaches: Vec<Option<i32>> = plan.rows.iter().map(|row| row.reach).collect();
        let half = plan.width / 2;
        assert!(reaches[0].is_some_and(|reach| (reach - half).abs() <= 1));
        assert_eq!(reaches[1..], [Some(plan.width), None, Some(0)]);
    }

    #[test]
    fn a_bar_past_the_axis_is_cut() {
        let bars = vec![bar("a", Some("640")), bar("b", Some("200"))];
        let plan = Plan::of(&Chart { title: String::new(), bars }, false);
        assert_eq!(plan.rows.iter().map(|row| row.is_cut).collect::<Vec<_>>(), [true, false]);
        assert!(plan.rows.iter().all(|row| row.reach == Some(plan.width)));
    }

    #[test]
    fn a_title_takes_room_above() {
        let chart = chart(3, "Thôn");
        let (bare, titled) = (Plan::of(&chart, false), Plan::of(&chart, true));
        assert_eq!((bare.title.len(), titled.title.len()), (0, 1));
        assert!(titled.rows[0].middle > bare.rows[0].middle + TITLE_LINE);
    }
}
