//! The issuer of a cited document, written out.
//!
//! Owns the abbreviations that have one meaning, and the capitals of the known bodies. Must not know the document. A
//! body of unknown letters stays as typed.

use crate::vietnamese::fold;

/// Whole names with one meaning, folded without blanks or as typed in symbols.
const BODIES: [(&str, &str); 45] = [
    ("cp", "Chính phủ"),
    ("ttg", "Thủ tướng Chính phủ"),
    ("ttcp", "Thủ tướng Chính phủ"),
    ("thu tuong", "Thủ tướng Chính phủ"),
    ("thu tuong cp", "Thủ tướng Chính phủ"),
    ("qh", "Quốc hội"),
    ("ubtvqh", "Ủy ban Thường vụ Quốc hội"),
    ("uy ban thuong vu qh", "Ủy ban Thường vụ Quốc hội"),
    ("bnv", "Bộ Nội vụ"),
    ("btc", "Bộ Tài chính"),
    ("byt", "Bộ Y tế"),
    ("btp", "Bộ Tư pháp"),
    ("bca", "Bộ Công an"),
    ("bqp", "Bộ Quốc phòng"),
    ("bxd", "Bộ Xây dựng"),
    ("bct", "Bộ Công Thương"),
    ("bkhcn", "Bộ Khoa học và Công nghệ"),
    ("bgddt", "Bộ Giáo dục và Đào tạo"),
    ("bvhttdl", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("bnnmt", "Bộ Nông nghiệp và Môi trường"),
    ("btttt", "Bộ Thông tin và Truyền thông"),
    ("bnnptnt", "Bộ Nông nghiệp và Phát triển nông thôn"),
    ("btnmt", "Bộ Tài nguyên và Môi trường"),
    ("bldtbxh", "Bộ Lao động - Thương binh và Xã hội"),
    ("bch trung uong", "Ban Chấp hành Trung ương"),
    ("bch tw", "Ban Chấp hành Trung ương"),
    ("bct tw", "Bộ Chính trị"),
    ("bo chinh tri", "Bộ Chính trị"),
    ("ttg cp", "Thủ tướng Chính phủ"),
    ("ttgcp", "Thủ tướng Chính phủ"),
    ("so khcn", "Sở Khoa học và Công nghệ"),
    ("so kh cn", "Sở Khoa học và Công nghệ"),
    ("so gddt", "Sở Giáo dục và Đào tạo"),
    ("so gd dt", "Sở Giáo dục và Đào tạo"),
    ("so nnmt", "Sở Nông nghiệp và Môi trường"),
    ("so nn mt", "Sở Nông nghiệp và Môi trường"),
    ("so vhttdl", "Sở Văn hóa, Thể thao và Du lịch"),
    ("so vhtt dl", "Sở Văn hóa, Thể thao và Du lịch"),
    ("so vh tt dl", "Sở Văn hóa, Thể thao và Du lịch"),
    ("so tc", "Sở Tài chính"),
    ("so tp", "Sở Tư pháp"),
    ("so xd", "Sở Xây dựng"),
    ("so yt", "Sở Y tế"),
    ("so nv", "Sở Nội vụ"),
    ("so dttg", "Sở Dân tộc và Tôn giáo"),
];

/// Words inside a name with one meaning, as typed in capitals.
const WORDS: [(&str, &str); 7] = [
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("HDND", "Hội đồng nhân dân"),
    ("BTV", "Ban Thường vụ"),
    ("BCH", "Ban Chấp hành"),
    ("BCĐ", "Ban Chỉ đạo"),
    ("TTg", "Thủ tướng Chính phủ"),
];

/// Beginnings of names, as they are written.
const BEGINNINGS: [&str; 19] = [
    "Ủy ban Thường vụ Quốc hội",
    "Ủy ban nhân dân tỉnh",
    "Ủy ban nhân dân thành phố",
    "Ủy ban nhân dân xã",
    "Ủy ban nhân dân phường",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân tỉnh",
    "Hội đồng nhân dân thành phố",
    "Hội đồng nhân dân xã",
    "Hội đồng nhân dân phường",
    "Hội đồng nhân dân",
    "Thủ tướng Chính phủ",
    "Chính phủ",
    "Quốc hội",
    "Ban Chấp hành Đảng bộ",
    "Ban Thường vụ Tỉnh ủy",
    "Ban Thường vụ Thành ủy",
    "Ban Chấp hành Trung ương",
    "Ban Thường vụ Đảng ủy",
];

/// The name of an issuer, written out.
pub(super) fn written(typed: &str) -> String {
    let typed = typed.trim().trim_end_matches([';', '.', ',', ' ']);
    let rest = super::kind::behind(typed, "của").unwrap_or(typed);
    let key = fold::key(rest);
    if let Some((_, name)) = BODIES.iter().find(|(short, _)| *short == key) {
        return (*name).to_owned();
    }
    let words = rest.split(' ').map(|word| {
        let known = WORDS.iter().find(|(short, _)| short.to_lowercase() == word.to_lowercase());
        known.map_or(word, |(_, name)| *name)
    });
    let spelled = words.collect::<Vec<_>>().join(" ");
    // A chair's name follows; a place keeps its own letters.
    for beginning in BEGINNINGS {
        if let Some(after) = behind_folded(&spelled, beginning) {
            let name = if is_in_capitals(after) { in_title_case(after) } else { after.to_owned() };
            return if name.is_empty() { beginning.to_owned() } else { format!("{beginning} {name}") };
        }
    }
    spelled
}

/// The name of an issuer, written out; "BCT" under a symbol of the Party is the Political Bureau, not the ministry.
pub(super) fn of_symbol_or_written(typed: &str, symbol: Option<&str>) -> String {
    let is_of_party = symbol.is_some_and(|symbol| super::number::abbreviations(symbol).last() == Some(&"TW"));
    if is_of_party && fold::has_key(typed.trim(), "bct") { "Bộ Chính trị".to_owned() } else { written(typed) }
}

/// The body with this abbreviation in symbols.
pub(in crate::dossier) fn abbreviated(short: &str) -> Option<&'static str> {
    BODIES.iter().find(|(known, _)| *known == fold::key(short)).map(|(_, name)| *name)
}

/// The body that certainly issues documents with this symbol.
pub(super) fn of_symbol(symbol: &str) -> Option<&'static str> {
    match super::number::abbreviations(symbol).last().copied()? {
        "CP" => Some("Chính phủ"),
        "TTg" => Some("Thủ tướng Chính phủ"),
        _ => None,
    }
}

fn behind_folded<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = text;
    for expected in name.split(' ') {
        let end = rest.find(' ').unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        // The tone may stand on another letter of the syllable: "uỷ" and "ủy".
        if fold::key(word) != fold::key(expected) {
            return None;
        }
        rest = after.trim_start();
    }
    Some(rest)
}

fn is_in_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

fn in_title_case(name: &str) -> String {
    let small = name.to_lowercase();
    small.split(' ').map(crate::vietnamese::text::capitalized).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_written_out() {
        for (typed, right) in [
            ("CP", "Chính phủ"),
            ("chính phủ", "Chính phủ"),
            ("CHÍNH PHỦ", "Chính phủ"),
            ("của Chính phủ;", "Chính phủ"),
            ("TTg", "Thủ tướng Chính phủ"),
            ("Thủ tướng CP", "Thủ tướng Chính phủ"),
            ("TTg CP", "Thủ tướng Chính phủ"),
            ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
            ("UBND tỉnh Hải Vân", "Ủy ban nhân dân tỉnh Hải Vân"),
            ("Uỷ ban nhân dân Tỉnh Hải Vân", "Ủy ban nhân dân tỉnh Hải Vân"),
            ("ỦY BAN NHÂN DÂN TỈNH HẢI VÂN", "Ủy ban nhân dân tỉnh Hải Vân"),
            ("HĐND xã", "Hội đồng nhân dân xã"),
            ("BNV", "Bộ Nội vụ"),
            ("Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh"),
            ("BTV Đảng ủy xã", "Ban Thường vụ Đảng ủy xã"),
            ("Sở Nội vụ", "Sở Nội vụ"),
            ("Tỉnh ủy", "Tỉnh ủy"),
        ] {
            assert_eq!(written(typed), right, "{typed}");
        }
    }
}
