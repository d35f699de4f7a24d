//! What kind of figure an indicator has, by its name and its unit of measure: a count, a share, money.
//!
//! Owns these words. Must not know a figure. The rules about figures ask what such a figure can't be.

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

/// What is counted one by one, folded.
const COUNTED: [&str; 69] = [
    "ho",
    "nguoi",
    "vu",
    "mo hinh",
    "thon",
    "ap",
    "to",
    "to dan pho",
    "khu",
    "lop",
    "buoi",
    "cuoc",
    "luot",
    "ho so",
    "san pham",
    "doanh nghiep",
    "hop tac xa",
    "con",
    "cai",
    "chiec",
    "nha",
    "can",
    "ngoi nha",
    "cong trinh",
    "cay",
    "chau",
    "tre",
    "hoc sinh",
    "hoi vien",
    "doan vien",
    "can bo",
    "lao dong",
    "tin",
    "bai",
    "tin bai",
    "van ban",
    "may",
    "truong hop",
    "dang vien",
    "chi bo",
    "vuon",
    "to chuc",
    "suat",
    "dot",
    "phieu",
    "the",
    "quyet dinh",
    "giay",
    "xe",
    "den",
    "don",
    "cau lac bo",
    "de an",
    "du an",
    "nhiem vu",
    "hoi nghi",
    "tai khoan",
    "chu ky so",
    "co so",
    "don vi",
    "khach",
    "truong",
    "diem phat",
    "chi hoi",
    "thu tuc",
    "ban",
    "gia dinh",
    "hgd",
    "hssv",
];

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

/// Whether a unit of measure is counted: `hộ`, `lượt người`, but not `người/hộ`, `nghìn con`.
pub(super) fn is_counted(measure: &str) -> bool {
    let key = fold::key(measure);
    let begins = |word: &str| key.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    !measure.contains('/') && COUNTED.iter().any(|word| begins(word))
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
