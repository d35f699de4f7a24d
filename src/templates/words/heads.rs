//! The titles of the heads of a commune's units, by the unit's name.
//!
//! Owns which sort of unit has a head with which title. Must not know who holds it. The templates' fields use it.

use super::forms_of_address;
use crate::vietnamese::{fold, text};

/// The beginning of a unit's name, its head's title, and whether the title replaces that beginning.
const HEADS: [(&str, &str, bool); 8] = [
    ("chủ tịch", "Chủ tịch", true),
    ("phòng", "Trưởng phòng", true),
    ("văn phòng", "Chánh Văn phòng", true),
    ("trung tâm", "Giám đốc", false),
    ("trạm", "Trưởng trạm", true),
    ("công an", "Trưởng Công an", true),
    ("ban chỉ đạo", "Trưởng ban", false),
    ("ban", "Trưởng ban", false),
];

/// The unit represented by its head: "Trưởng phòng Kinh tế"; the unit itself where the sort is unknown.
pub(crate) fn of_unit(unit: &str) -> String {
    match found(unit) {
        Some((beginning, title, true)) => {
            let rest: Vec<&str> = unit.split_whitespace().skip(beginning.split(' ').count()).collect();
            [title].into_iter().chain(rest).collect::<Vec<_>>().join(" ")
        }
        Some((_, title, false)) => format!("{title} {unit}"),
        None => unit.to_owned(),
    }
}

/// The head of a village, by its title: "Trưởng thôn Đông". The title is Trưởng where the sheet gives none; of a tổ it is
/// Tổ trưởng.
pub(crate) fn of_village(village: &str, title: Option<&str>) -> String {
    let small = forms_of_address::in_a_sentence(village);
    let first = small.split(' ').next().unwrap_or_default();
    let title = match title.map(str::trim).filter(|title| !title.is_empty()) {
        Some(title) => text::capitalized(title),
        None if fold::key(first) == "to" => "Tổ trưởng".to_owned(),
        None => "Trưởng".to_owned(),
    };
    // "Trưởng thôn" of "thôn Đông": the word for a village is said once.
    let words = |text: &str| text.split(' ').map(fold::key).collect::<Vec<_>>();
    let (of_title, of_village) = (words(&title), words(&small));
    let said = (1..of_title.len()).rev().find(|&count| of_village.starts_with(&of_title[of_title.len() - count..]));
    let rest: Vec<&str> = small.split(' ').skip(said.unwrap_or(0)).collect();
    format!("{title} {}", rest.join(" "))
}

fn found(name: &str) -> Option<(&'static str, &'static str, bool)> {
    let key = format!("{} ", fold::key(name));
    HEADS.into_iter().find(|(beginning, ..)| key.starts_with(&format!("{} ", fold::key(beginning))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_village_is_represented_by_its_head() {
        for (village, title, head) in [
            ("Thôn Đông", None, "Trưởng thôn Đông"),
            ("Thôn Đông", Some("Trưởng thôn"), "Trưởng thôn Đông"),
            ("Ấp C", Some("trưởng ấp"), "Trưởng ấp C"),
            ("Tổ dân phố Cửa Lụa", None, "Tổ trưởng tổ dân phố Cửa Lụa"),
            ("Tổ dân phố số 3", Some("Tổ trưởng"), "Tổ trưởng tổ dân phố số 3"),
            ("Bản Còn", Some("Trưởng ban quản lý bản"), "Trưởng ban quản lý bản Còn"),
        ] {
            assert_eq!(of_village(village, title), head);
        }
    }

    #[test]
    fn a_unit_is_represented_by_its_head() {
        for (unit, head) in [
            ("Phòng Văn hóa - Xã hội", "Trưởng phòng Văn hóa - Xã hội"),
            ("Văn phòng HĐND và UBND xã", "Chánh Văn phòng HĐND và UBND xã"),
            ("Trung tâm Phục vụ hành chính công xã", "Giám đốc Trung tâm Phục vụ hành chính công xã"),
            ("Công an xã", "Trưởng Công an xã"),
            ("Hợp tác xã Rau sạch", "Hợp tác xã Rau sạch"),
        ] {
            assert_eq!(of_unit(unit), head);
        }
    }
}
