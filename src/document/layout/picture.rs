//! Pictures: a chart, or the several that a long one is split into, each in a line of its own.
//!
//! Owns the printed size of a picture. Must not know how it is drawn. Its pictures go into the body.

use crate::chart::{self, Chart};
use crate::document::types::Picture;
use crate::units::Mm;

use super::page::Area;
use super::styles;

/// The word for a chart in the name of its picture.
const CHART: &str = "Biểu đồ";

/// The space that a page keeps below a picture: descenders of its line reach slightly below the picture.
const SPARE: Mm = Mm(6.0);

/// The pictures of a chart, each within this area; none for a chart without bars.
pub(super) fn set(chart: &Chart, area: Area) -> impl Iterator<Item = Picture> {
    let charts = if chart.bars.is_empty() { vec![] } else { chart::pages(chart) };
    charts.into_iter().map(move |chart| picture(&chart, area))
}

/// As large as it was drawn, or smaller where the page has no room for it.
fn picture(chart: &Chart, area: Area) -> Picture {
    let drawn = chart::draw(chart);
    let (width, height) = (drawn.width(), drawn.height());
    let scale = (area.width.0 / width.0).min((area.height.0 - SPARE.0) / height.0).min(1.0);
    Picture {
        paragraph: styles::PICTURE.line(""),
        png: drawn.png,
        width: Mm(width.0 * scale),
        height: Mm(height.0 * scale),
        name: if chart.title.is_empty() { CHART.to_owned() } else { format!("{CHART}: {}", chart.title) },
        description: chart.description(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Bar;
    use crate::document::layout::page::PaperSheet;

    fn pictures(bars: usize, sheet: PaperSheet) -> Vec<Picture> {
        let bar = |number| Bar { label: format!("Thôn {number}"), percent: None, text: "chưa có báo cáo".into() };
        set(&Chart { title: "Tỷ lệ hoàn thành".into(), bars: (1..=bars).map(bar).collect() }, sheet.area()).collect()
    }

    #[test]
    fn a_picture_is_as_wide_as_drawn_where_the_page_has_room() {
        let [picture] = &pictures(30, PaperSheet::Upright)[..] else { panic!("one picture") };
        assert!((picture.width.0 - 160.0).abs() < 0.5 && picture.height.0 < 215.0);
        assert!(picture.description.starts_with("Tỷ lệ hoàn thành. Thôn 1: chưa có báo cáo; Thôn 2:"));
    }

    #[test]
    fn a_picture_higher_than_the_page_is_scaled_down() {
        let [upright] = &pictures(30, PaperSheet::Upright)[..] else { panic!("one picture") };
        let [lying] = &pictures(30, PaperSheet::Lying)[..] else { panic!("one picture") };
        assert!(lying.height.0 < 170.0 && lying.width < upright.width);
        let shape = |picture: &Picture| picture.width.0 / picture.height.0;
        assert!((shape(lying) - shape(upright)).abs() < 1e-9);
    }

    #[test]
    fn a_long_chart_is_several_pictures_and_an_empty_one_none() {
        assert_eq!(pictures(61, PaperSheet::Upright).len(), 3);
        assert!(pictures(0, PaperSheet::Upright).is_empty());
    }
}
