//! Words that name a group and never a task: «Lĩnh vực kinh tế», «Nhóm 2: An ninh», «Tháng 7».
//!
//! Owns the words only. Must not know rows: `group_row` asks about a row that has nothing else.

use super::labels::key_of_start;
use crate::vietnamese::numerals::roman;

/// Whether a text is the name of a group.
pub(super) fn is_group_name(text: &str) -> bool {
    const BEGINNINGS: [&str; 6] =
        ["linh vuc ", "ve linh vuc ", "nhom nhiem vu ", "cac nhiem vu ve ", "nhiem vu ve ", "nhiem vu linh vuc "];
    let key = key_of_start(text);
    BEGINNINGS.into_iter().any(|start| key.starts_with(start))
        || is_numbered_part(&key)
        || is_period(&key)
        || is_field_of_work(text)
}

/// A text without the number that it begins with.
pub(super) fn after_digits(text: &str) -> &str {
    text.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start_matches(['.', ')', ' '])
}

/// The label of a group without the number that counts fields of work; any other label as it is.
pub(super) fn without_field_number(text: &str) -> &str {
    if is_field_of_work(text) { after_digits(text) } else { text }
}

/// Whether a text is only a field of the commune's work, perhaps numbered: «Kinh tế», «2 An ninh», «Văn hóa - Xã hội».
pub(super) fn is_field_of_work(text: &str) -> bool {
    const FIELDS: [&str; 28] = [
        "an ninh",
        "an ninh quoc phong",
        "an ninh trat tu",
        "cai cach hanh chinh",
        "chuyen doi so",
        "cong tac dan van",
        "giao duc",
        "giao duc dao tao",
        "kinh te",
        "kinh te xa hoi",
        "linh vuc khac",
        "moi truong",
        "noi chinh",
        "noi vu",
        "nong nghiep",
        "nong nghiep moi truong",
        "quoc phong",
        "quoc phong an ninh",
        "quan su quoc phong",
        "tai chinh ngan sach",
        "tai nguyen moi truong",
        "tu phap",
        "van hoa",
        "van hoa thong tin",
        "van hoa xa hoi",
        "xay dung co ban",
        "xay dung dang",
        "xay dung chinh quyen",
    ];
    const LONGEST: usize = 60;
    if text.len() > LONGEST || !text.starts_with(char::is_alphanumeric) {
        return false;
    }
    let key = key_of_start(after_digits(text));
    let joined: Vec<&str> = key.split([' ', ',', ';']).filter(|word| !word.is_empty() && *word != "va").collect();
    FIELDS.contains(&joined.join(" ").as_str())
}

/// «Nhóm 1: …», «Phần II», «Mục 3 …».
fn is_numbered_part(key: &str) -> bool {
    let mut words = key.split(' ');
    let is_part = words.next().is_some_and(|word| ["nhom", "phan", "muc", "khoi", "chuyen"].contains(&word));
    is_part && words.next().is_some_and(is_number)
}

/// «Tháng 7», «Tháng 7/2026», «Quý III năm 2026», «Tuần 2».
fn is_period(key: &str) -> bool {
    const SPANS: [&str; 3] = ["thang", "quy", "tuan"];
    let mut words = key.split(' ');
    let is_span = words.next().is_some_and(|word| SPANS.contains(&word)) && words.next().is_some_and(is_number);
    is_span && words.all(|word| is_number(word) || ["nam", "thang", "quy", "thu"].contains(&word))
}

fn is_number(word: &str) -> bool {
    let is_roman = || (1..=20).any(|number| roman(number).eq_ignore_ascii_case(word));
    !word.is_empty() && (word.bytes().all(|byte| byte.is_ascii_digit()) || is_roman())
}

#[cfg(test)]
mod tests {
    use super::is_group_name;

    #[test]
    fn names_of_groups_are_no_tasks() {
        for text in ["Lĩnh vực kinh tế", "Nhóm 1: Kinh tế", "Phần II", "Tháng 7", "Quý III năm 2026", "Tuần 2 tháng 7"]
            .into_iter()
            .chain(["Kinh tế", "2 An ninh", "Văn hóa - Xã hội", "Quốc phòng và An ninh:", "1. Kinh tế"])
        {
            assert!(is_group_name(text), "{text}");
        }
        for text in ["Rà soát", "Tháng hành động vì trẻ em", "Quỹ vì người nghèo", "Nhóm họp đầu tuần", "An ninh mạng"]
        {
            assert!(!is_group_name(text), "{text}");
        }
    }
}
