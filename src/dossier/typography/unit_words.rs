//! «tại Thôn An Hạ, Xã Cồn Lau» becomes «tại thôn An Hạ, xã Cồn Lau»: the word for a unit before its name is small.
//!
//! Owns these words and what may stand around them. Must not know a unit. A sentence may begin with the word; before a
//! number, a person or an event it is part of the name. Source: Phụ lục II of the decree, VH-04 and VH-05 (L-86).

use crate::dossier::form::keeps_tier;
use crate::dossier::wording::Correction;
use crate::vietnamese::text::lower;

/// The words, as they begin a text.
pub(super) const WORDS: [&str; 13] = [
    "Thôn",
    "Ấp",
    "Xóm",
    "Khóm",
    "Buôn",
    "Bản",
    "Xã",
    "Phường",
    "Tỉnh",
    "Tổ dân phố",
    "Khu dân cư",
    "Khu phố",
    "Đặc khu",
];

/// The corrections of a paragraph.
pub(super) fn corrections(paragraph: &str) -> Vec<Correction> {
    let bytes = paragraph.as_bytes();
    let begins = |start: &usize| bytes[start - 1] == b' ' && matches!(bytes[*start], b'A'..=b'Z' | 0xc4 | 0xe1);
    (1..bytes.len()).filter(begins).filter_map(|start| correction(paragraph, start)).collect()
}

fn correction(paragraph: &str, start: usize) -> Option<Correction> {
    // Names that begin with such a word: Tỉnh Đoàn, Tỉnh ủy, Thôn Văn hóa.
    const OTHER_NAMES: [&str; 6] = ["Đoàn", "Ủy", "Uỷ", "Hội", "Đội", "Văn"];
    let rest = &paragraph[start..];
    if !rest.starts_with(char::is_uppercase) {
        return None;
    }
    let word = WORDS.into_iter().find(|word| rest.strip_prefix(word).is_some_and(|behind| behind.starts_with(' ')))?;
    let named: Vec<&str> =
        rest[word.len()..].split(' ').skip(1).take_while(|word| word.starts_with(char::is_uppercase)).take(4).collect();
    let first = named.first().filter(|first| !OTHER_NAMES.contains(&first.trim_end_matches([',', '.', ';'])))?;
    let name = named.join(" ");
    let name = name.split([',', '.', ';', ')']).next().unwrap_or(first);
    // Behind another such word it is part of the name: «thôn Xóm Lò», «xã Bản Xèo».
    let last_word = |text: &str| text.rsplit(' ').next().map(lower);
    let word_before = last_word(&paragraph[..start - 1]);
    if WORDS.into_iter().any(|word| last_word(word) == word_before) {
        return None;
    }
    let before = paragraph[..start - 1].chars().next_back()?;
    let is_within = before.is_lowercase() || before.is_uppercase() || matches!(before, ',' | ';');
    (is_within && !keeps_tier(name, true)).then(|| Correction { range: start..start + word.len(), with: lower(word) })
}

#[cfg(test)]
mod tests {
    use super::super::printed;

    #[test]
    fn the_word_before_a_name_is_small_inside_a_sentence() {
        for (typed, right) in [
            ("Lắp tại Thôn An Hạ, Xã Cồn Lau", "Lắp tại thôn An Hạ, xã Cồn Lau"),
            ("Phối hợp với Tỉnh Hải Vân", "Phối hợp với tỉnh Hải Vân"),
            ("UBND Xã Cồn Lau báo cáo", "UBND xã Cồn Lau báo cáo"),
            ("Thôn An Hạ, Thôn Gò Mây chưa có cáp", "Thôn An Hạ, thôn Gò Mây chưa có cáp"),
            ("ở Khu dân cư Chợ Lau", "ở khu dân cư Chợ Lau"),
        ] {
            assert_eq!(printed(typed), right);
        }
        for text in [
            "Thôn An Hạ đăng ký",
            "tại Phường 1",
            "tại Phường Điện Biên Phủ",
            "phối hợp với Tỉnh Đoàn",
            "đề nghị Tỉnh ủy",
            "Rà soát. Thôn An Hạ làm trước",
            "gồm: Thôn An Hạ",
            "tại Bản cam kết",
            "tại thôn Xóm Lò 4",
            "các tổ dân phố Xóm Mới, tổ dân phố Bản Lau",
        ] {
            assert_eq!(printed(text), text);
        }
    }
}
