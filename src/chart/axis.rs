//! The axis of percentages: its end, its ticks, the length of a bar on it.
//!
//! Owns the scale. Must not know the axis's place in the picture. Its lengths are pixels, for the plan.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Bar;

/// The possible ends of an axis, in percent; a bar beyond the last one is cut.
const ENDS: [u32; 4] = [100, 125, 150, 200];

/// An axis that starts at 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    /// Its end, in percent.
    end: u32,
}

impl Axis {
    /// The first end that the longest bar fits, at least 100.
    pub(super) fn of(bars: &[Bar]) -> Self {
        let longest = bars.iter().filter_map(|bar| bar.percent).max().unwrap_or_default();
        let [.., last] = ENDS;
        Self { end: ENDS.into_iter().find(|end| longest <= Decimal::from(*end)).unwrap_or(last) }
    }

    /// Its ticks, in percent.
    pub(super) fn ticks(self) -> impl Iterator<Item = u32> {
        let step = if self.end > 150 { 50 } else { 25 };
        (0..=self.end / step).map(move |index| index * step)
    }

    /// Whether a bar is longer than the axis.
    pub(super) fn cuts(self, percent: Decimal) -> bool {
        percent > Decimal::from(self.end)
    }

    /// The length of a bar on an axis of this width.
    pub(super) fn reach(self, percent: Decimal, width: i32) -> i32 {
        let length = self.capped(percent) * Decimal::from(width) / Decimal::from(self.end);
        length.round().to_i32().expect("a bar is no longer than its axis")
    }

    /// The widest axis on which a bar is no longer than this.
    pub(super) fn widest(self, percent: Decimal, reach: i32) -> i32 {
        let kept = self.capped(percent);
        if kept < Decimal::ONE {
            return i32::MAX;
        }
        (Decimal::from(reach) * Decimal::from(self.end) / kept).floor().to_i32().unwrap_or(i32::MAX)
    }

    fn capped(self, percent: Decimal) -> Decimal {
        percent.clamp(Decimal::ZERO, Decimal::from(self.end))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::bar;
    use super::*;

    fn axis(percents: &[&str]) -> Axis {
        Axis::of(&percents.iter().map(|percent| bar("", Some(percent))).collect::<Vec<_>>())
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn an_axis_is_as_long_as_its_longest_bar_needs() {
        let ends = |percents: &[&str]| axis(percents).end;
        assert_eq!(ends(&[]), 100);
        assert_eq!(ends(&["33.33", "100"]), 100);
        assert_eq!(ends(&["100.01"]), 125);
        assert_eq!(ends(&["105", "150"]), 150);
        assert_eq!(ends(&["150.5"]), 200);
        assert_eq!(ends(&["79228162514264337593543950335"]), 200);
    }

    #[test]
    fn an_axis_has_ticks_at_quarters() {
        let ticks = |percent| axis(&[percent]).ticks().collect::<Vec<_>>();
        assert_eq!(ticks("0"), [0, 25, 50, 75, 100]);
        assert_eq!(ticks("105"), [0, 25, 50, 75, 100, 125]);
        assert_eq!(ticks("500"), [0, 50, 100, 150, 200]);
    }

    #[test]
    fn a_bar_is_as_long_as_its_percentage_and_no_longer_than_the_axis() {
        let to_100 = axis(&[]);
        let reaches = ["-5", "0", "33.33", "100"].map(|percent| to_100.reach(decimal(percent), 1000));
        assert_eq!(reaches, [0, 0, 333, 1000]);
        let to_200 = axis(&["1000000"]);
        assert_eq!((to_200.reach(decimal("1000000"), 1000), to_200.reach(decimal("100"), 1000)), (1000, 500));
        assert_eq!((to_200.cuts(decimal("200")), to_200.cuts(decimal("200.01"))), (false, true));
    }

    #[test]
    fn the_widest_axis_keeps_a_bar_within_its_length() {
        let axis = axis(&[]);
        assert_eq!(axis.widest(decimal("50"), 300), 600);
        assert_eq!(axis.widest(decimal("0"), 300), i32::MAX);
        assert_eq!(axis.widest(decimal("100"), 300), 300);
    }
}
