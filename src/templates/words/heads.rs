//! The titles of the heads of a commune's units, by the unit's name.
//!
//! Owns which sort of unit has a head with which title. Must not know who holds it. The templates' fields use it.

use crate::vietnamese::fold;

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

fn found(name: &str) -> Option<(&'static str, &'static str, bool)> {
    let key = format!("{} ", fold::key(name));
    HEADS.into_iter().find(|(beginning, ..)| key.starts_with(&format!("{} ", fold::key(beginning))))
}

#[cfg(test)]
mod tests {
    use super::*;

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
