//! Headings with two meanings, decided from the rest of the sheet.
//!
//! Owns the rules that `synonyms.toml` describes in words. Must not guess: if the sheet does not decide, the clerk is
//! asked. Its decision goes to `columns`.

use crate::contract::{Field, SheetKind, dictionary};
use crate::vietnamese::fold;

/// The decision about an ambiguous heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadingDecision {
    /// It is this column of the dictionary, or this field's id.
    Column(&'static str),
    /// Only the clerk can decide.
    Ask,
}

/// What surrounds the heading.
pub(super) struct Surroundings<'a> {
    /// What the sheet is.
    pub(super) kind: SheetKind,
    /// Ids of the dictionary's columns that other headings name, whether or not this sheet has a field for them.
    pub(super) ids: Vec<&'a str>,
    /// Filled cells beneath the heading.
    pub(super) samples: Vec<&'a str>,
}

impl Surroundings<'_> {
    fn has(&self, id: &str) -> bool {
        self.ids.contains(&id)
    }

    fn has_field(&self, field: Field) -> bool {
        self.kind.columns().iter().any(|column| column.field == field)
    }

    /// Whether more than half of the cells match; false for a blank column.
    fn are_mostly(&self, is_like: impl Fn(&str) -> bool) -> bool {
        self.samples.iter().filter(|text| is_like(text)).count() * 2 > self.samples.len()
    }
}

/// Decides a heading, given its folded key.
#[allow(clippy::match_same_arms, reason = "one heading after the other, as in synonyms.toml")]
pub(super) fn decide(key: &str, around: &Surroundings<'_>) -> HeadingDecision {
    use HeadingDecision::{Ask, Column};
    let result_known = around.has("trang_thai") || around.has("ket_qua");
    match key {
        "don vi" if around.has_field(Field::Measure) && around.are_mostly(is_short) => Column("don_vi_tinh"),
        "don vi" => Column("don_vi_chu_tri"),
        "ket qua" if around.are_mostly(says_what_is_done) => Column("ket_qua"),
        "ket qua" if around.has_field(Field::Product) && !result_known => Column("san_pham"),
        "ket qua" if is_of_indicators(around.kind) && around.are_mostly(is_number) => Column("thuc_hien"),
        "ket qua" => Column("ket_qua"),
        "tien do" if around.are_mostly(is_percent) => Column("ty_le_hoan_thanh"),
        "tien do" if !around.has("trang_thai") && around.are_mostly(is_state_or_percent) => Column("trang_thai"),
        "tien do" if around.samples.is_empty() || around.are_mostly(is_deadline) => Column("thoi_han"),
        "tien do" => Column("ket_qua"),
        "thoi gian" | "thoi gian thuc hien" | "thoi han thuc hien" if around.has("thoi_han") => Column("ngay_bat_dau"),
        "thoi gian" | "thoi gian thuc hien" | "thoi han thuc hien" => Column("thoi_han"),
        "can cu" if around.are_mostly(is_citation) => Column("nguon_giao"),
        "can cu" => Column("giai_trinh"),
        "so" => number(around),
        "ten" => name(around),
        "chi tieu ke hoach" if around.are_mostly(is_number) => Column("ke_hoach_ky"),
        "chi tieu ke hoach" => Column("chi_tieu"),
        "ngay hoan thanh" if result_known || around.has("ty_le_hoan_thanh") || around.has("thoi_han") => {
            Column("ngay_hoan_thanh")
        }
        "ngay hoan thanh" => Column("thoi_han"),
        "ty le" | "ty le %" if around.has("chi_tieu") || around.kind == SheetKind::VillageIndicators => {
            Column("ty_le_kh")
        }
        "ty le" | "ty le %" if result_known => Column("ty_le_hoan_thanh"),
        // «Năm trước» depends on the period, which is not known here.
        _ => Ask,
    }
}

/// Whether a sheet has figures of indicators.
fn is_of_indicators(kind: SheetKind) -> bool {
    matches!(kind, SheetKind::Indicators | SheetKind::VillageIndicators)
}

/// «Số»: the number of a document, of the row, or a count.
fn number(around: &Surroundings<'_>) -> HeadingDecision {
    let are_ordinals = around.samples.iter().enumerate().all(|(index, text)| *text == (index + 1).to_string());
    if around.are_mostly(is_citation) {
        HeadingDecision::Column("so_ky_hieu")
    } else if are_ordinals && !around.samples.is_empty() && !around.has("stt") {
        HeadingDecision::Column("stt")
    } else {
        HeadingDecision::Ask
    }
}

fn name(around: &Surroundings<'_>) -> HeadingDecision {
    match around.kind {
        SheetKind::Villages | SheetKind::Units => HeadingDecision::Column(Field::Name.id()),
        SheetKind::VillageIndicators => HeadingDecision::Column("ten_thon"),
        SheetKind::Assignments | SheetKind::Completions => HeadingDecision::Column("noi_dung"),
        SheetKind::Indicators => HeadingDecision::Column("chi_tieu"),
        _ => HeadingDecision::Ask,
    }
}

/// Units of measure are short: %, hộ, triệu đồng.
fn is_short(text: &str) -> bool {
    text.chars().count() <= 12
}

fn is_number(text: &str) -> bool {
    text.chars().any(|character| character.is_ascii_digit())
        && text.chars().all(|character| character.is_ascii_digit() || ".,%- ".contains(character))
}

fn is_percent(text: &str) -> bool {
    let figure = text.trim_end_matches('%').trim();
    let in_range = figure.replace(',', ".").parse::<f64>().is_ok_and(|figure| (0.0..=100.0).contains(&figure));
    in_range && is_number(figure)
}

/// What became of a task: «Đã ban hành kế hoạch», «Đang làm», «Chưa báo cáo».
fn says_what_is_done(text: &str) -> bool {
    let key = fold::key(text);
    ["da", "dang", "chua"].contains(&key.split(' ').next().unwrap_or_default())
        || dictionary().state_of_key(&key).is_some()
}

/// A whole state, «Đã xong», or how much is done.
fn is_state_or_percent(text: &str) -> bool {
    dictionary().state_of_key(&fold::key(text)).is_some() || (text.ends_with('%') && is_percent(text))
}

/// A day, or the first words of a deadline.
pub(super) fn is_deadline(text: &str) -> bool {
    const FIRST_WORDS: [&str; 20] = [
        "truoc", "trong", "thang", "quy", "tuan", "ngay", "den", "het", "nam", "dau", "giua", "cuoi", "cham", "khong",
        "thuong", "hang", "dinh", "theo", "khi", "sau",
    ];
    let key = fold::key(text);
    let first = key.split(' ').next().unwrap_or_default();
    let is_day = text.contains('/') && text.starts_with(|character: char| character.is_ascii_digit());
    is_day || FIRST_WORDS.contains(&first)
}

/// A number with a symbol, `33/CT-TTg`.
fn is_citation(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('/').is_some_and(|(number, symbol)| {
            number.starts_with(|character: char| character.is_ascii_digit()) && symbol.chars().any(char::is_alphabetic)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: SheetKind, key: &str, ids: &[&str], samples: &[&str], expected: HeadingDecision) {
        let around = Surroundings { kind, ids: ids.to_vec(), samples: samples.to_vec() };
        assert_eq!(decide(key, &around), expected, "{key}");
    }

    #[test]
    fn a_heading_of_progress_is_decided_by_its_cells() {
        let of = |samples: &[&str], expected| check(SheetKind::Completions, "tien do", &[], samples, expected);
        of(&["30/11/2025", "Quý IV"], HeadingDecision::Column("thoi_han"));
        of(&["85%", "100"], HeadingDecision::Column("ty_le_hoan_thanh"));
        of(&["Đã trình Ủy ban", "Chưa họp được dân"], HeadingDecision::Column("ket_qua"));
        of(&["Xong", "60%", "Chưa làm"], HeadingDecision::Column("trang_thai"));
    }

    #[test]
    fn a_unit_is_a_unit_of_measure_only_beside_indicators() {
        check(SheetKind::Assignments, "don vi", &[], &["Phòng Kinh tế"], HeadingDecision::Column("don_vi_chu_tri"));
        check(SheetKind::Indicators, "don vi", &["chi_tieu"], &["hộ", "%"], HeadingDecision::Column("don_vi_tinh"));
        check(
            SheetKind::Indicators,
            "don vi",
            &["chi_tieu"],
            &["Phòng Văn hóa - Xã hội"],
            HeadingDecision::Column("don_vi_chu_tri"),
        );
    }

    #[test]
    fn a_day_of_completion_without_results_is_a_deadline() {
        check(SheetKind::Assignments, "ngay hoan thanh", &[], &[], HeadingDecision::Column("thoi_han"));
        check(
            SheetKind::Assignments,
            "ngay hoan thanh",
            &["thoi_han"],
            &[],
            HeadingDecision::Column("ngay_hoan_thanh"),
        );
        check(SheetKind::Assignments, "thoi gian", &["thoi_han"], &[], HeadingDecision::Column("ngay_bat_dau"));
    }

    #[test]
    fn a_heading_of_numbers_is_decided_by_its_cells_or_asked_about() {
        check(
            SheetKind::Grounds,
            "so",
            &["stt"],
            &["33/CT-TTg", "72/2025/QH15"],
            HeadingDecision::Column("so_ky_hieu"),
        );
        check(SheetKind::Assignments, "so", &[], &["1", "2", "3"], HeadingDecision::Column("stt"));
        check(SheetKind::Assignments, "so", &[], &["12", "5"], HeadingDecision::Ask);
    }

    #[test]
    fn a_heading_that_depends_on_the_period_is_asked_about() {
        check(SheetKind::Indicators, "nam truoc", &["chi_tieu"], &["12"], HeadingDecision::Ask);
        check(SheetKind::Completions, "ty le", &[], &["12"], HeadingDecision::Ask);
        check(SheetKind::Completions, "ty le", &["trang_thai"], &["12"], HeadingDecision::Column("ty_le_hoan_thanh"));
        check(SheetKind::VillageIndicators, "ty le", &[], &["12"], HeadingDecision::Column("ty_le_kh"));
    }
}
