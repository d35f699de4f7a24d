//! What clerks write of a merger: «Sáp nhập từ thôn Tân và thôn Lập từ 01/7/2025», in its column or behind the name.
//!
//! Owns taking the names of the predecessors out of such words. Must not know villages: `villages` makes predecessors of
//! the names, and `registered_units` says how a name was read.

use crate::contract::dictionary;
use crate::vietnamese::fold;

/// Words that begin a remark about a merger, folded.
const BEGINNINGS: [&str; 8] = [
    "duoc sap nhap tu ",
    "sap nhap tu ",
    "sap nhap ",
    "hop nhat tu ",
    "hop nhat ",
    "nhap tu ",
    "thanh lap tren co so ",
    "gom ",
];

/// A name without the remark about a merger in brackets behind it, and that remark.
pub(super) fn split_name(name: &str) -> (&str, Option<&str>) {
    let found =
        name.split_once('(').and_then(|(plain, rest)| Some((plain.trim_end(), rest.trim_end().strip_suffix(')')?)));
    match found {
        Some((plain, remark)) if !plain.is_empty() && begins(remark).is_some() => (plain, Some(remark)),
        _ => (name, None),
    }
}

/// The names of a remark without its first words and the day behind them.
pub(super) fn names(text: &str) -> &str {
    let rest = begins(text).unwrap_or(text);
    let is_day = |rest: &str| {
        rest.trim_start().starts_with(|letter: char| letter.is_ascii_digit()) || {
            let key = fold::key(rest);
            key.starts_with("ngay ") || key.starts_with("thang ") || key.starts_with("nam ")
        }
    };
    let ends = [" từ ", " kể từ ", " theo "].into_iter().filter_map(|word| {
        rest.match_indices(word).find(|(at, _)| word == " theo " || is_day(&rest[at + word.len()..])).map(|(at, _)| at)
    });
    ends.min().map_or(rest, |end| rest[..end].trim_end())
}

/// The pieces of a name that «và» joins: «thôn Tân và Lập» are two villages of one sort.
pub(super) fn joined(text: &str) -> Vec<String> {
    let pieces: Vec<&str> = text.split(" và ").map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let sort = pieces.first().and_then(|first| sort_of(first));
    let whole = |piece: &&str| match sort {
        Some(sort) if sort_of(piece).is_none() => format!("{sort} {piece}"),
        _ => (*piece).to_owned(),
    };
    pieces.iter().map(whole).collect()
}

/// The sort of village that a name begins with, as typed.
fn sort_of(name: &str) -> Option<&str> {
    let small = name.to_lowercase();
    let is_sort = |sort: &&str| small.strip_prefix(sort).is_some_and(|rest| rest.starts_with(' '));
    let sorts = dictionary().village_types().iter().copied();
    name.get(..sorts.filter(is_sort).max_by_key(|sort| sort.len())?.len())
}

/// The text behind the first words of a remark.
fn begins(text: &str) -> Option<&str> {
    let words = BEGINNINGS.into_iter().find(|start| fold::key(text).starts_with(start))?.split(' ').count() - 1;
    let mut rest = text.trim_start();
    for _ in 0..words {
        rest = rest.split_once(char::is_whitespace)?.1.trim_start();
    }
    Some(rest.trim_start_matches([':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_what_is_left_of_a_remark() {
        for (text, expected) in [
            ("Sáp nhập từ thôn Gò và thôn Me từ 01/7/2025", "thôn Gò và thôn Me"),
            ("Sáp nhập thôn Tân, thôn Lập từ ngày 01/7/2025", "thôn Tân, thôn Lập"),
            ("Hợp nhất từ thôn 1 và 2 theo Nghị quyết 12/NQ-HĐND", "thôn 1 và 2"),
            ("Thôn Đông; Thôn Tây (60%)", "Thôn Đông; Thôn Tây (60%)"),
            ("T1; T2", "T1; T2"),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
        assert_eq!(joined("thôn 1 và 2"), ["thôn 1", "thôn 2"]);
        assert_eq!(joined("T1"), ["T1"]);
    }

    #[test]
    fn only_a_merger_in_brackets_is_no_part_of_a_name() {
        assert_eq!(
            split_name("Thôn Tân Lập (sáp nhập thôn Tân và thôn Lập)"),
            ("Thôn Tân Lập", Some("sáp nhập thôn Tân và thôn Lập"))
        );
        assert_eq!(split_name("Thôn Đông (xã cũ A)"), ("Thôn Đông (xã cũ A)", None));
    }
}
