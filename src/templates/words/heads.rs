//! The heads of a commune's units, by the unit's name.
//!
//! Owns which title the head of which sort of unit bears. Must not know who holds it. `signature` and the templates' fields
//! ask it.

use crate::vietnamese::fold;

/// The beginning of a unit's name, its head's title, and whether the title takes the place of the beginning.
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

/// The head's title, by the name of the body; `None` where the name does not tell.
pub(crate) fn title_of(body: &str) -> Option<&'static str> {
    found(body).map(|(_, title, _)| title)
}

/// The unit as its head speaks for it: "Trưởng phòng Kinh tế"; the unit itself where its name does not tell.
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
        assert_eq!(title_of("Ban Chỉ đạo chuyển đổi số"), Some("Trưởng ban"));
    }
}
