//! What kind of figure an indicator has, by its name and its unit of measure: a count, a share, money.
//!
//! Owns these words. Must not know a figure. The rules about figures ask what such a figure can't be.

use super::counted::is_counted;
use super::measurement::FigureType;
use crate::vietnamese::fold;

/// What an indicator's figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureKind {
    /// A number of things, whole and never below zero: hộ, người, vụ.
    Count,
    /// The share of a part in its whole, from 0 to 100 %.
    Share,
    /// A percentage that may exceed 100: of a plan, of a year ago.
    Fulfilment,
    /// A difference or a growth, which may be below zero.
    Difference,
    /// Anything else that is measured: km, tấn, triệu đồng.
    Amount,
}

/// Words of a name whose figure is no count although its measure is: an average, a ratio.
const AVERAGES: [&str; 5] = ["binh quan", "trung binh", "ty le", "ti le", "mat do"];
/// Words of a name whose percentage compares with a plan or with another time.
const FULFILMENTS: [&str; 8] =
    ["ke hoach", "du toan", "so voi", "chi tieu", "cung ky", "khoi luong", "nghi quyet", "thuc hien"];
/// Words of a name whose figure may be below zero.
const DIFFERENCES: [&str; 6] = ["tang", "giam", "chenh lech", "toc do", "can doi", "bien dong"];

impl MeasureKind {
    /// The kind of figure of an indicator with this name and unit of measure.
    pub(super) fn of(name: &str, measure: &str, figure_type: FigureType) -> Self {
        let name = format!(" {} ", fold::key(name));
        let names = |words: &[&str]| words.iter().any(|word| name.contains(&format!(" {word} ")));
        let is_percent = measure.starts_with('%') || measure.is_empty() && figure_type == FigureType::Rate;
        if names(&DIFFERENCES) {
            Self::Difference
        } else if is_percent {
            if names(&FULFILMENTS) { Self::Fulfilment } else { Self::Share }
        } else if figure_type != FigureType::Rate && is_counted(measure) && !names(&AVERAGES) {
            Self::Count
        } else {
            Self::Amount
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MeasureKind::{Amount, Count, Difference, Fulfilment, Share};
    use super::*;

    #[test]
    fn the_kind_is_known_by_name_and_measure() {
        for (name, measure, kind) in [
            ("Số hộ dùng hóa đơn điện tử", "hộ", Count),
            ("Lượt người được tư vấn", "lượt người", Count),
            ("Nhân khẩu bình quân", "người", Amount),
            ("Mật độ", "người/km2", Amount),
            ("Đàn gia cầm", "nghìn con", Amount),
            ("Nhân dân đóng góp", "triệu đồng", Amount),
            ("Tỷ lệ hồ sơ nộp trực tuyến", "%", Share),
            ("Tỷ lệ thu ngân sách so với dự toán", "%", Fulfilment),
            ("Tốc độ tăng thu nhập", "%", Difference),
            ("Số hộ nghèo giảm trong kỳ", "hộ", Difference),
        ] {
            assert_eq!(MeasureKind::of(name, measure, FigureType::Cumulative), kind, "{name}");
        }
    }
}
