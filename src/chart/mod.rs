//! Charts: bars of percentages, drawn as a picture.
//!
//! Owns drawing; the only place that knows plotters and the font. Must not know what is measured: bars come with their
//! lengths and texts. Its pictures go into documents and files.

pub use draw::{DrawnChart, draw, draw_with_title};
pub use mark::{PictureMark, mark};
pub use pages::pages;

mod axis;
mod draw;
mod font;
mod letters;
mod mark;
mod pages;
mod plan;
mod wrapping;

use rust_decimal::Decimal;

/// A bar chart of percentages, from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// Its title; drawn only where the picture stands alone.
    pub title: String,
    /// Its bars; a chart without bars is only an axis.
    pub bars: Vec<Bar>,
}

/// A bar: its label, its length, the text after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// The label to its left.
    pub label: String,
    /// Its length in percent, 0 and up; `None` draws no bar.
    pub percent: Option<Decimal>,
    /// The text after it, as printed: `81,25%`, `chưa có báo cáo`, `—`.
    pub text: String,
}

impl Chart {
    /// The alternative text of the picture, for people who can't see it.
    #[must_use]
    pub fn description(&self) -> String {
        let bars: Vec<String> = self.bars.iter().map(|bar| format!("{}: {}", bar.label, bar.text)).collect();
        let words = [self.title.clone(), bars.join("; ")];
        words.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bar with this label, whose text is its length.
    pub(super) fn bar(label: &str, percent: Option<&str>) -> Bar {
        let text =
            percent.map_or("chưa có báo cáo".to_owned(), |percent| format!("{}%", percent.replace('.', ",")));
        let percent = percent.map(|percent| percent.parse().expect("a decimal"));
        Bar { label: label.to_owned(), percent, text }
    }

    /// A chart of this many bars with this label.
    pub(super) fn chart(bars: usize, label: &str) -> Chart {
        let bars = (1..=bars).map(|number| bar(&format!("{label} {number}"), Some("50"))).collect();
        Chart { title: "Tỷ lệ hoàn thành".into(), bars }
    }

    #[test]
    fn a_picture_is_described_in_words() {
        let chart = Chart {
            title: "Tỷ lệ hoàn thành".into(),
            bars: vec![bar("Phòng Kinh tế", Some("81.25")), bar("Công an xã", None)],
        };
        let expected = "Tỷ lệ hoàn thành. Phòng Kinh tế: 81,25%; Công an xã: chưa có báo cáo";
        assert_eq!(chart.description(), expected);
        assert_eq!(Chart::default().description(), "");
    }
}
