//! «các Thôn» becomes «các thôn»: the word for a sort of villages has a capital only as part of a name.
//!
//! Owns these words. Must not know a village. Before a name, «các Thôn Đông, Tây», nothing is changed. Source: Phụ lục II of
//! the decree, capitals of names alone.

use crate::dossier::wording::Correction;
use crate::vietnamese::text::lower;

/// What comes before a word for several.
const SEVERAL: [&str; 4] = ["các ", "Các ", "mọi ", "từng "];
/// The words for a sort of villages, as they are mistyped.
const SORTS: [&str; 7] = ["Thôn", "Ấp", "Bản", "Khóm", "Tổ dân phố", "Tổ Dân phố", "Khu phố"];

/// The corrections of a paragraph.
pub(super) fn corrections(paragraph: &str) -> Vec<Correction> {
    let starts = SEVERAL.iter().flat_map(|word| paragraph.match_indices(word).map(|(at, word)| at + word.len()));
    let mut found: Vec<Correction> = starts.filter_map(|start| correction(paragraph, start)).collect();
    found.sort_by_key(|correction| correction.range.start);
    found
}

fn correction(paragraph: &str, start: usize) -> Option<Correction> {
    let behind = |sort: &str| paragraph[start..].strip_prefix(sort);
    let sort =
        SORTS.into_iter().find(|sort| behind(sort).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))?;
    let next = behind(sort)?.trim_start_matches(' ').chars().next();
    let is_named =
        next.is_some_and(|letter| letter.is_uppercase() || letter.is_ascii_digit() || "“\"«".contains(letter));
    (!is_named).then(|| Correction { range: start..start + sort.len(), with: lower(sort) })
}

#[cfg(test)]
mod tests {
    use super::super::printed;

    #[test]
    fn a_sort_of_villages_is_small_unless_a_name_follows() {
        for (typed, right) in [
            ("lắp tại nhà văn hóa các Thôn", "lắp tại nhà văn hóa các thôn"),
            ("Các Thôn, các Tổ dân phố rà soát", "Các thôn, các tổ dân phố rà soát"),
            ("từng Ấp đăng ký", "từng ấp đăng ký"),
            ("các Thôn Đông, Thôn Tây", "các thôn Đông, thôn Tây"),
            ("các Tổ dân phố 1, 2", "các Tổ dân phố 1, 2"),
            ("các Bảng điện tử", "các Bảng điện tử"),
        ] {
            assert_eq!(printed(typed), right);
        }
    }
}
