//! Word's own units: twips (1/20 pt), half-points, eighths of a point, EMUs, all whole numbers.
//!
//! Owns all rounding in this room. Must not know what is measured. Its numbers go only into the XML made by the other
//! files of this room.

use crate::units::{Mm, Pt};

/// A length in twips, rounded.
pub(super) fn twips(length: Mm) -> i32 {
    whole(length.to_pt().0 * 20.0)
}

/// A length that can't be negative in Word, in twips, rounded.
pub(super) fn page_twips(length: Mm) -> u32 {
    u32::try_from(twips(length)).unwrap_or(0)
}

/// A width in a grid, in twips, rounded.
pub(super) fn grid_twips(length: Mm) -> usize {
    usize::try_from(twips(length)).unwrap_or(0)
}

/// A gap above or below, in twips, rounded; never negative.
pub(super) fn gap_twips(gap: Pt) -> u32 {
    u32::try_from(whole(gap.0 * 20.0)).unwrap_or(0)
}

/// Exact line spacing, in twips, rounded.
pub(super) fn pitch_twips(pitch: Pt) -> i32 {
    whole(pitch.0 * 20.0)
}

/// A multiple of the font's own line height, in Word's 240ths.
pub(super) fn line_240ths(multiple: f64) -> i32 {
    whole(multiple * 240.0)
}

/// A type size in half-points, rounded.
pub(super) fn half_points(size: Pt) -> usize {
    usize::try_from(whole(size.0 * 2.0)).unwrap_or(0)
}

/// The thickness of a border in eighths of a point, limited to Word's range of 2 to 96.
pub(super) fn border_eighths(weight: Pt) -> usize {
    usize::try_from(whole(weight.0 * 8.0)).unwrap_or(0).clamp(2, 96)
}

/// The thickness of a border as Word draws it, in twips, rounded up.
pub(super) fn border_twips(weight: Pt) -> usize {
    (border_eighths(weight) * 5).div_ceil(2)
}

/// A length in EMUs, 36,000 to a millimetre, rounded; at least one.
pub(super) fn emus(length: Mm) -> i32 {
    whole(length.0 * 36_000.0).max(1)
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "a page's measures are far inside i32; the cast saturates")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a4_has_the_size_that_word_writes() {
        assert_eq!((page_twips(Mm(210.0)), page_twips(Mm(297.0))), (11_906, 16_838));
    }

    #[test]
    fn margins_and_indents_are_rounded_not_truncated() {
        assert_eq!([20.0, 30.0, 15.0, 12.7, 10.0].map(|length| twips(Mm(length))), [1134, 1701, 850, 720, 567]);
    }

    #[test]
    fn a_drawing_is_at_least_one_unit_large() {
        assert_eq!([160.0, 0.5, 0.0, -1.0].map(|length| emus(Mm(length))), [5_760_000, 18_000, 1, 1]);
    }

    #[test]
    fn type_and_lines_have_their_own_units() {
        assert_eq!(half_points(Pt(13.5)), 27);
        assert_eq!((gap_twips(Pt(6.0)), gap_twips(Pt(-3.0))), (120, 0));
        assert_eq!((line_240ths(1.15), pitch_twips(Pt(18.0))), (276, 360));
        assert_eq!((border_eighths(Pt(0.75)), border_eighths(Pt(0.0))), (6, 2));
        assert_eq!((border_twips(Pt(0.5)), border_twips(Pt(0.75)), border_twips(Pt(0.0))), (10, 15, 5));
    }
}
