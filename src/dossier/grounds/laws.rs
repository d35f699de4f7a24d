//! The laws that communes cite most, with their days: what a row that has only a name, a year or a number lacks.
//!
//! Owns the list. Must not know the row. It gives words for a hint; nothing of it is printed by itself.

use crate::vietnamese::fold;

/// A law: its name, its number, its day as it is typed in a cell.
pub(super) struct KnownLaw {
    pub(super) name: &'static str,
    pub(super) number: &'static str,
    pub(super) day: &'static str,
}

const fn law(name: &'static str, number: &'static str, day: &'static str) -> KnownLaw {
    KnownLaw { name, number, day }
}

const LAWS: [KnownLaw; 12] = [
    law("Tổ chức chính quyền địa phương", "72/2025/QH15", "16/6/2025"),
    law("Ban hành văn bản quy phạm pháp luật", "64/2025/QH15", "19/02/2025"),
    law("Cán bộ, công chức", "80/2025/QH15", "24/6/2025"),
    law("Ngân sách nhà nước", "89/2025/QH15", "25/6/2025"),
    law("Đất đai", "31/2024/QH15", "18/01/2024"),
    law("Lưu trữ", "33/2024/QH15", "21/6/2024"),
    law("Giao dịch điện tử", "20/2023/QH15", "22/6/2023"),
    law("Thực hiện dân chủ ở cơ sở", "10/2022/QH15", "10/11/2022"),
    law("Bảo vệ môi trường", "72/2020/QH14", "17/11/2020"),
    law("Thư viện", "46/2019/QH14", "21/11/2019"),
    law("Trẻ em", "102/2016/QH13", "05/4/2016"),
    law("Phòng, chống thiên tai", "33/2013/QH13", "19/6/2013"),
];

/// The law of this number.
pub(super) fn of_number(number: &str) -> Option<&'static KnownLaw> {
    LAWS.iter().find(|law| law.number == number)
}

/// The law of this name; a year behind the name must be that of its day.
pub(super) fn of_name(name: &str) -> Option<&'static KnownLaw> {
    let (name, year) = without_year(name);
    let is_of_year = |law: &&KnownLaw| year.is_none_or(|year| law.day.ends_with(year));
    LAWS.iter().filter(|law| fold::are_alike(law.name, name)).find(is_of_year)
}

/// The name of a law without the year behind it: "Luật Đất đai năm 2024", "Luật Đất đai (2024)".
pub(super) fn without_year(name: &str) -> (&str, Option<&str>) {
    let bare = name.trim_end_matches([')', ' ']);
    let Some((before, year)) = bare.rsplit_once([' ', '(']) else { return (name, None) };
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return (name, None);
    }
    let before = before.trim_end_matches(['(', ',', ' ']);
    (before.strip_suffix(" năm").unwrap_or(before).trim_end(), Some(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_is_known_by_its_name_or_number() {
        assert_eq!(of_name("Đất đai năm 2024").map(|law| law.day), Some("18/01/2024"));
        assert_eq!(of_name("Tổ chức chính quyền địa phương 2025").map(|law| law.day), Some("16/6/2025"));
        assert_eq!(of_name("Tổ chức chính quyền địa phương (2015)").map(|law| law.day), None);
        assert_eq!(of_number("64/2025/QH15").map(|law| law.name), Some("Ban hành văn bản quy phạm pháp luật"));
        assert_eq!(without_year("Thư viện"), ("Thư viện", None));
    }
}
