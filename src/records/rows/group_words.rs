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
    BEGINNINGS.into_iter().any(|start| key.starts_with(start)) || is_numbered_part(&key) || is_period(&key)
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
        {
            assert!(is_group_name(text), "{text}");
        }
        for text in ["Rà soát", "Tháng hành động vì trẻ em", "Quỹ vì người nghèo", "Nhóm họp đầu tuần", "An ninh"]
        {
            assert!(!is_group_name(text), "{text}");
        }
    }
}
