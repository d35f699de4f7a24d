//! A person's name: family, middle and given name, nothing before and nothing behind (KY-09, KY-11).
//!
//! Owns the forms of address, degrees and ranks that clerks put before a name. Must not know a post, nor who signs.
//! `signatories` reads Họ và tên with it.

use super::letters::as_proper_name;
use super::tier::NameParts;
use crate::dossier::list_number;
use crate::vietnamese::fold;
use crate::vietnamese::text::{capitalized, lower, single_spaced};

/// Degrees, honours and forms of address, folded; a longer one before one that it begins with.
const TITLES: [&str; 51] = [
    "pho giao su",
    "giao su",
    "tien si",
    "tien sy",
    "thac si",
    "thac sy",
    "bac si",
    "bac sy",
    "ky su",
    "cu nhan",
    "luat su",
    "duoc si",
    "duoc sy",
    "kien truc su",
    "nha giao uu tu",
    "nha giao nhan dan",
    "thay thuoc uu tu",
    "pgs",
    "gs",
    "tskh",
    "ts",
    "ths",
    "th s",
    "bsckii",
    "bscki",
    "bsck2",
    "bsck1",
    "bsck ii",
    "bsck i",
    "bs",
    "ckii",
    "cki",
    "ck2",
    "ck1",
    "ck ii",
    "ck i",
    "ks",
    "cn",
    "ds",
    "kts",
    "ls",
    "ngut",
    "ngnd",
    "nnut",
    "ttut",
    "ttnd",
    "dong chi",
    "d c",
    "dc",
    "ong ba",
    "mr",
];

/// Ranks of the armed forces, folded.
const RANKS: [&str; 24] = [
    "dai tuong",
    "thuong tuong",
    "trung tuong",
    "thieu tuong",
    "dai ta",
    "thuong ta",
    "trung ta",
    "thieu ta",
    "dai uy",
    "thuong uy",
    "trung uy",
    "thieu uy",
    "thuong si",
    "trung si",
    "ha si",
    "thuong sy",
    "trung sy",
    "ha sy",
    "thuong ta qncn",
    "trung ta qncn",
    "thieu ta qncn",
    "dai uy qncn",
    "thuong uy qncn",
    "trung uy qncn",
];

/// Forms of address of one syllable that a family name may equal but for its letters.
const ADDRESSES: [&str; 8] = ["ông", "bà", "anh", "chị", "thầy", "cô", "chú", "bác"];

/// Middle names that follow a family name: "Ông Văn Tùng" is the name of a person of the family Ông.
const MIDDLE: [&str; 3] = ["van", "thi", "ich"];

/// The name in the form's own letters, a rank of the armed forces before it where the body's own rules keep it.
pub(in crate::dossier) fn person_name(typed: &str, keeps_rank: bool) -> String {
    let typed = without_what_follows(list_number::without_number(without_signed_mark(typed)));
    let words = NameParts::of(&typed);
    let mut start = 0;
    let mut rank = None;
    while start < words.len() {
        if let Some(length) = longest(&words, start, &RANKS) {
            rank = Some(capitalized(&lower(words.slice(start..start + length))));
            start += length;
        } else if let Some(length) = title_at(&words, start) {
            start += length;
        } else {
            break;
        }
    }
    let named = words.all.get(start).map_or("", |(range, _)| &typed[range.start..]);
    let name = as_proper_name(named.trim_end_matches(['.', ' ', ';', ':']));
    if name.is_empty() {
        return single_spaced(&typed);
    }
    match rank.filter(|_| keeps_rank) {
        Some(rank) => format!("{rank} {name}"),
        None => name,
    }
}

/// The text behind "(Đã ký)", which stands above a name on a copy.
fn without_signed_mark(typed: &str) -> &str {
    let bracket = typed.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')'));
    bracket.filter(|(mark, _)| matches!(fold::key(mark).as_str(), "da ky" | "ky ten")).map_or(typed, |(_, name)| name)
}

/// Whether a name was typed without the marks of its letters: "Nguyen Van Nam". Names without any mark exist ("Cao
/// Minh Long"), so only syllables that none has prove it.
pub(in crate::dossier) fn is_unmarked(name: &str) -> bool {
    const NEVER_BARE: [&str; 17] = [
        "nguyen", "tran", "pham", "hoang", "huynh", "vo", "dang", "bui", "do", "duong", "doan", "trinh", "luong",
        "truong", "thi", "van", "duc",
    ];
    name.is_ascii() && name.split(' ').any(|word| NEVER_BARE.contains(&word.to_ascii_lowercase().as_str()))
}

/// Whether a name is not that of a person in full: one syllable, or one that is only a letter with a dot.
pub(in crate::dossier) fn is_incomplete(name: &str) -> bool {
    let syllables: Vec<&str> = name.split(' ').collect();
    let is_initial =
        |word: &&str| word.ends_with('.') && word.chars().filter(|letter| letter.is_alphabetic()).count() < 3;
    syllables.len() < 2 || syllables.iter().any(is_initial)
}

/// The text up to a bracket, a comma or a dash between blanks: behind it stands a post.
fn without_what_follows(typed: &str) -> String {
    let typed = single_spaced(typed);
    let is_post = |at: usize| typed[..at].split(' ').filter(|word| !word.ends_with('.')).count() > 1;
    let ends = [" (", ",", ";", " - ", " – "].iter().filter_map(|mark| typed.find(mark)).filter(|&at| is_post(at));
    ends.min().map_or(typed.clone(), |end| typed[..end].trim_end().to_owned())
}

/// The number of words of a title that stands before a name here.
fn title_at(words: &NameParts, at: usize) -> Option<usize> {
    let left = |length: usize| words.len() - at - length;
    let length = longest(words, at, &TITLES).or_else(|| {
        let typed = lower(words.slice(at..at + 1));
        let is_family = MIDDLE.contains(&words.key(at + 1)) && left(1) < 3;
        (ADDRESSES.contains(&typed.as_str()) && !is_family).then_some(1)
    })?;
    // "Đồng Chí Thanh" may be somebody's name; nobody is left without one.
    let is_abbreviated = words.slice(at..at + length).contains(['.', '/']) || words.before(at + length).contains('.');
    (left(length) >= if is_abbreviated { 1 } else { 2 }).then_some(length)
}

fn longest(words: &NameParts, at: usize, known: &[&str]) -> Option<usize> {
    let long = known.iter().filter_map(|title| words.begins(at, title)).max()?;
    (at + long < words.len()).then_some(long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_is_left() {
        for typed in [
            "Đoàn Văn Thắng",
            "ĐOÀN VĂN THẮNG",
            "đoàn văn thắng",
            "Đoàn văn Thắng",
            "ThS. Đoàn Văn Thắng",
            "ThS.Đoàn Văn Thắng",
            "Th.S Đoàn Văn Thắng",
            "TS.BS Đoàn Văn Thắng",
            "PGS.TS. Đoàn Văn Thắng",
            "Ông Đoàn Văn Thắng",
            "ông ĐOÀN VĂN THẮNG",
            "Đồng chí Đoàn Văn Thắng",
            "Đ/c Đoàn Văn Thắng",
            "Thiếu tá Đoàn Văn Thắng",
            "Đoàn Văn Thắng (Chủ tịch)",
            "Đoàn Văn Thắng - Chủ tịch UBND xã",
            "Đoàn Văn Thắng, Chủ tịch",
            "1. Đoàn Văn Thắng",
            "(Đã ký) Đoàn Văn Thắng",
            "(đã ký)\nĐoàn Văn Thắng",
        ] {
            assert_eq!(person_name(typed, false), "Đoàn Văn Thắng", "{typed}");
        }
    }

    #[test]
    fn a_name_in_part_is_told_from_a_whole_one() {
        for name in ["Thắng", "Đoàn V. Thắng", "Đ.V. Thắng"] {
            assert!(is_incomplete(name), "{name}");
        }
        for name in ["Đoàn Thắng", "Y Moan Êban", "H'Hen Niê", "Thiếu tá Đoàn Văn Thắng"] {
            assert!(!is_incomplete(name), "{name}");
        }
    }

    #[test]
    fn names_that_look_like_titles_stay() {
        for name in ["Ông Văn Tùng", "Đồng Chí Thanh", "Bá Thị Hoa", "Y Moan Êban", "Vi Văn Tích", "Bùi Anh Thư"]
        {
            assert_eq!(person_name(name, false), name);
        }
        assert_eq!(person_name("Thiếu tá Đoàn Văn Thắng", true), "Thiếu tá Đoàn Văn Thắng");
        assert_eq!(person_name("THIẾU TÁ ĐOÀN VĂN THẮNG", true), "Thiếu tá Đoàn Văn Thắng");
    }
}
