//! Splits a long chart into several, each no higher than a page.
//!
//! Owns the number of bars in one picture. Must not know the page that holds the picture, except that it is A4. Its
//! charts are drawn one by one.

use super::Chart;
use super::plan::{PER_INCH, row_heights};

/// The most bars in one picture.
const MOST_BARS: usize = 30;
/// The most height for the rows of one picture: 200 mm, which leaves room for the head of an annex.
const MOST_HEIGHT: i32 = PER_INCH * 2000 / 254;

/// The chart, or the charts that it is split into: each of at most 30 bars, as equal as possible, and never higher than
/// an A4 page with the head of an annex. Titles get a part number: `… (1/2)`.
#[must_use]
pub fn pages(chart: &Chart) -> Vec<Chart> {
    let mut charts = chart.bars.len().div_ceil(MOST_BARS).max(1);
    let heights = row_heights(&chart.bars, MOST_BARS);
    let is_high = |bars: &[i32]| bars.len() > 1 && bars.iter().sum::<i32>() > MOST_HEIGHT;
    while parts(&heights, charts).any(is_high) {
        charts += 1;
    }
    if charts == 1 {
        return vec![chart.clone()];
    }
    let numbered = parts(&chart.bars, charts).enumerate().map(|(index, bars)| {
        let title = format!("{} ({}/{charts})", chart.title, index + 1);
        Chart { title, bars: bars.to_vec() }
    });
    numbered.collect()
}

/// A list in this many parts whose lengths differ by at most one.
fn parts<T>(list: &[T], parts: usize) -> impl Iterator<Item = &[T]> {
    (0..parts).map(move |part| &list[list.len() * part / parts..list.len() * (part + 1) / parts])
}

#[cfg(test)]
mod tests {
    use super::super::draw;
    use super::super::tests::chart;
    use super::*;

    fn sizes(charts: &[Chart]) -> Vec<usize> {
        charts.iter().map(|chart| chart.bars.len()).collect()
    }

    #[test]
    fn thirty_bars_fit_one_chart_and_more_are_split() {
        assert_eq!(pages(&chart(30, "Thôn")), [chart(30, "Thôn")]);
        assert_eq!(sizes(&pages(&chart(0, "Thôn"))), [0]);
        let two = pages(&chart(31, "Thôn"));
        assert_eq!(sizes(&two), [15, 16]);
        assert_eq!(two[1].title, "Tỷ lệ hoàn thành (2/2)");
        assert_eq!(sizes(&pages(&chart(61, "Thôn"))), [20, 20, 21]);
    }

    #[test]
    fn splitting_keeps_all_bars_in_order() {
        let whole = chart(95, "Thôn");
        let bars: Vec<_> = pages(&whole).into_iter().flat_map(|chart| chart.bars).collect();
        assert_eq!(bars, whole.bars);
    }

    #[test]
    fn long_labels_make_more_charts_and_each_fits_the_page() {
        let long = "Ban Chỉ đạo phong trào Toàn dân đoàn kết xây dựng đời sống văn hóa xã Sơn Hòa";
        let charts = pages(&chart(30, long));
        assert!(charts.len() > 1);
        for chart in charts.iter().chain(&pages(&chart(30, "Thôn"))) {
            assert!(draw(chart).height().0 < 215.0);
        }
    }
}
