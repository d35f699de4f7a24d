//! The place of the date line, and the name of a province (DD-01, DD-02).
//!
//! Owns which word of a tier stays before a place: that of one named by a number, a person or an event. Must not know
//! who issues. `form_lines` sets Địa danh and Tỉnh, thành phố right with it.

use super::body::NamedBody;
use super::letters::as_proper_name;
use super::tier::{GovernmentLevel, NameParts};
use crate::vietnamese::fold;
use crate::vietnamese::text::{capitalized, single_spaced};

/// Persons and events after whom communes are named, folded.
const NAMESAKES: [&str; 48] = [
    "dien bien phu",
    "bach dang",
    "chi lang",
    "dong da",
    "le loi",
    "le lai",
    "le hong phong",
    "le duan",
    "le dai hanh",
    "le thanh nghi",
    "le ich moc",
    "ly thuong kiet",
    "ly thai to",
    "ly tu trong",
    "tran hung dao",
    "tran phu",
    "tran nguyen han",
    "tran quang khai",
    "tran quang dieu",
    "tran te xuong",
    "tran dang ninh",
    "nguyen trai",
    "nguyen hue",
    "nguyen du",
    "nguyen binh khiem",
    "nguyen van cu",
    "nguyen van troi",
    "nguyen thai hoc",
    "nguyen thi minh khai",
    "nguyen thai binh",
    "ngo quyen",
    "ngo may",
    "quang trung",
    "hai ba trung",
    "phan boi chau",
    "phan chu trinh",
    "phan dinh phung",
    "pham ngu lao",
    "pham hong thai",
    "hoang van thu",
    "hoang hoa tham",
    "huynh thuc khang",
    "vo thi sau",
    "truong dinh",
    "to hieu",
    "minh khai",
    "bui thi xuan",
    "dinh tien hoang",
];

/// Family names that begin a person's name of three syllables or more.
const FAMILIES: [&str; 16] = [
    "nguyen", "tran", "le", "ly", "pham", "phan", "vo", "vu", "hoang", "huynh", "ngo", "dinh", "doan", "bui", "truong",
    "dang",
];

/// The place as the date line has it, without date, tier and higher units: `Cồn Lau`, `Phường 1`, `Phường Điện Biên
/// Phủ`.
pub(in crate::dossier) fn place_name(typed: &str, own_tier: Option<&'static str>) -> String {
    let typed = before_date(&single_spaced(typed));
    let words = NameParts::of(&typed);
    let body = NamedBody::of(&typed);
    let start = if body.level().is_some() || words.len() == 0 { 0 } else { usize::MAX };
    let tier = words.tier(0, true).filter(|(tier, length)| {
        let is_short = words.slice(0..*length).chars().count() < tier.word.chars().count();
        words.len() > *length && (!is_short || words.before(*length).contains('.'))
    });
    let (word, name) = match tier {
        Some((tier, length)) => (Some(tier), words.slice(length..words.len())),
        None if start == 0 && is_body(&body) => (None, body.place.as_str()),
        None => (None, typed.as_str()),
    };
    let lead = tier.filter(|(tier, _)| tier.level != GovernmentLevel::Commune);
    if lead.is_some_and(|(tier, _)| tier.level == GovernmentLevel::Province) {
        return typed;
    }
    let name = without_higher(name);
    let is_roman = name.bytes().all(|letter| b"IVX".contains(&letter));
    let named = if is_roman { name } else { as_proper_name(&name) };
    let tier_word = word.map(|tier| tier.word).or(own_tier);
    match tier_word.filter(|_| keeps_tier(&named, word.is_some())) {
        Some(tier) => format!("{} {named}", capitalized(tier)),
        None => named,
    }
}

fn is_body(body: &NamedBody) -> bool {
    use super::body::BodySort::{Committee, Council};
    matches!(body.sort, Committee | Council) && !body.place.is_empty()
}

/// Whether a name needs the word of its tier: a number, a person, an event. A name that is only like a person's keeps a
/// typed one.
pub(in crate::dossier) fn keeps_tier(name: &str, is_typed: bool) -> bool {
    let key = fold::key(name);
    let is_number =
        name.starts_with(|letter: char| letter.is_ascii_digit()) || name.bytes().all(|letter| b"IVX".contains(&letter));
    let syllables: Vec<&str> = key.split(' ').collect();
    let is_like_a_person = syllables.len() > 2 && FAMILIES.contains(&syllables[0]);
    is_number || NAMESAKES.contains(&key.as_str()) || is_typed && is_like_a_person
}

/// `Cồn Lau, ngày    tháng …`: the date is printed by the program.
fn before_date(typed: &str) -> String {
    let words = NameParts::of(typed);
    let date = (1..words.len()).find(|&at| {
        words.key(at) == "ngay"
            && (at + 1 == words.len()
                || words.key(at + 1).starts_with(|c: char| c.is_ascii_digit())
                || matches!(words.key(at + 1), "thang")
                || !words.slice(at + 1..at + 2).chars().any(char::is_alphanumeric))
    });
    let text = date.map_or(typed, |at| words.slice(0..at));
    text.trim_end_matches([',', '.', ';', ':', ' ', '…']).to_owned()
}

/// The name without a higher unit behind a comma: `Cồn Lau, tỉnh Hải Vân`.
fn without_higher(name: &str) -> String {
    let words = NameParts::of(name);
    let end = (1..words.len()).find(|&at| {
        let tier = words.tier(at, words.before(at).contains(','));
        tier.is_some_and(|(tier, length)| tier.level != GovernmentLevel::Commune && at + length < words.len())
    });
    end.map_or(name, |at| words.slice(0..at)).trim_end_matches([',', '-', ' ']).to_owned()
}

/// A province as running text names it: `tỉnh Hải Vân`, `thành phố Cần Thơ`; the name alone where no tier was typed.
pub(in crate::dossier) fn province_name(typed: &str) -> String {
    let typed = single_spaced(typed.trim_end_matches([',', '.', ';', ' ']));
    // "thành phố trực thuộc Trung ương" is the sort of the unit, not its name.
    let typed = ["trực thuộc Trung ương", "trực thuộc trung ương", "trực thuộc TW"]
        .iter()
        .fold(typed, |text, sort| single_spaced(&text.replace(sort, "")));
    let words = NameParts::of(&typed);
    let start = ["ubnd", "uy ban nhan dan"].iter().find_map(|kind| words.begins(0, kind)).unwrap_or(0);
    // "TP. Đà Nẵng", "T. Hải Vân": an abbreviation has a dot, or is written in capitals.
    let is_short = words.before(start + 1).contains('.') || words.slice(start..start + 1) == "TP";
    let province = words.tier(start, is_short).filter(|(tier, _)| tier.level == GovernmentLevel::Province);
    let Some((tier, length)) = province.filter(|(_, length)| start + length < words.len()) else {
        return as_proper_name(words.slice(start..words.len()));
    };
    let name = as_proper_name(words.slice(start + length..words.len()));
    let is_special = fold::key(&name) == "ho chi minh";
    let word = if is_special { capitalized(tier.word) } else { tier.word.to_owned() };
    single_spaced(&format!("{word} {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_name_alone() {
        for typed in [
            "Cồn Lau",
            "cồn lau",
            "CỒN LAU",
            "xã Cồn Lau",
            "Xã Cồn Lau",
            "XÃ CỒN LAU",
            "Cồn Lau,",
            "Cồn Lau, ngày    tháng    năm 2027",
            "Cồn Lau, ngày 05 tháng 01 năm 2027",
            "Cồn Lau, ngày … tháng … năm 2027",
            "Cồn Lau, ngày ..... tháng ..... năm 2027",
            "xã Cồn Lau, tỉnh Hải Vân",
            "UBND xã Cồn Lau",
        ] {
            assert_eq!(place_name(typed, Some("xã")), "Cồn Lau", "{typed}");
        }
    }

    #[test]
    fn a_number_a_person_or_an_event_needs_the_tier() {
        for (typed, printed) in [
            ("Phường 1", "Phường 1"),
            ("phường 1", "Phường 1"),
            ("1", "Phường 1"),
            ("Phường Điện Biên Phủ", "Phường Điện Biên Phủ"),
            ("Điện Biên Phủ", "Phường Điện Biên Phủ"),
            ("phường Võ Thị Sáu", "Phường Võ Thị Sáu"),
            ("P. Tân Mai", "Tân Mai"),
            ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ] {
            assert_eq!(place_name(typed, Some("phường")), printed, "{typed}");
        }
    }

    #[test]
    fn a_province_is_named_as_in_running_text() {
        for (typed, printed) in [
            ("tỉnh Hải Vân", "tỉnh Hải Vân"),
            ("TỈNH HẢI VÂN", "tỉnh Hải Vân"),
            ("Tỉnh Hải Vân", "tỉnh Hải Vân"),
            ("UBND tỉnh Hải Vân", "tỉnh Hải Vân"),
            ("hải vân", "Hải Vân"),
            ("TP. Đà Nẵng", "thành phố Đà Nẵng"),
            ("TP Đà Nẵng", "thành phố Đà Nẵng"),
            ("Tp. Đà Nẵng", "thành phố Đà Nẵng"),
            ("T. Hải Vân", "tỉnh Hải Vân"),
            ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ] {
            assert_eq!(province_name(typed), printed);
        }
    }
}
