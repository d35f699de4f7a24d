//! Parts of a year: months, quarters, halves, nine months, the whole.
//!
//! Owns the months of each part and its neighbours of the same kind. Must not know any year. [`super::Period`] is a
//! part and a year.

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dossier) enum YearPart {
    /// 1 to 12.
    Month(u32),
    /// 1 to 4.
    Quarter(u32),
    /// January to June.
    FirstHalf,
    /// July to December.
    SecondHalf,
    /// January to September, cumulative.
    NineMonths,
    /// The whole year.
    Whole,
}

impl YearPart {
    /// Its first and last month, 1-based.
    pub(super) fn months(self) -> (u32, u32) {
        match self {
            Self::Month(month) => (month, month),
            Self::Quarter(quarter) => (quarter * 3 - 2, quarter * 3),
            Self::FirstHalf => (1, 6),
            Self::SecondHalf => (7, 12),
            Self::NineMonths => (1, 9),
            Self::Whole => (1, 12),
        }
    }

    /// Its place among the parts of its kind, 0-based, and how many of them make a year; `None` for nine months.
    pub(super) fn place_in_year(self) -> Option<(i32, i32)> {
        let months = self.months();
        let length = months.1 - months.0 + 1;
        let place = i32::try_from((months.0 - 1) / length).expect("a month is at most 12");
        let parts = i32::try_from(12 / length).expect("a year has 12 months");
        (self != Self::NineMonths).then_some((place, parts))
    }

    /// The part of the same kind at this place, 0-based.
    pub(super) fn sibling(self, place: i32) -> Self {
        let number = place.unsigned_abs() + 1;
        match self {
            Self::Month(_) => Self::Month(number),
            Self::Quarter(_) => Self::Quarter(number),
            Self::FirstHalf | Self::SecondHalf if number == 1 => Self::FirstHalf,
            Self::FirstHalf | Self::SecondHalf => Self::SecondHalf,
            Self::NineMonths | Self::Whole => self,
        }
    }
}
