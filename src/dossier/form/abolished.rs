//! Bodies and posts that ended with the districts on 1 July 2025 (ST-09, CX-13).
//!
//! Owns recognising them in a name: a body of a huyện, quận, thị xã or thị trấn, a division that only districts had, a
//! post of the old communes. Must not know where the name stands. `rules` tells them.

use crate::vietnamese::fold;
use crate::vietnamese::text::{composed, lower};

/// What of the old order a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dossier) enum Abolished {
    /// A body of a huyện, quận or thị xã.
    District,
    /// A thị trấn or a body of it.
    Township,
    /// A division that only districts had.
    Division,
    /// A post of the communes before July 2025.
    Post,
}

impl Abolished {
    /// The name of its hint in the message.
    pub(in crate::dossier) fn hint(self) -> &'static str {
        match self {
            Self::District => "district",
            Self::Township => "township",
            Self::Division => "division",
            Self::Post => "post",
        }
    }
}

/// Divisions of districts, folded, without "phòng".
const DIVISIONS: [&str; 17] = [
    "giao duc va dao tao",
    "giao duc dao tao",
    "gd dt",
    "gddt",
    "gd va dt",
    "tai nguyen va moi truong",
    "tai nguyen moi truong",
    "tn mt",
    "tnmt",
    "lao dong thuong binh va xa hoi",
    "ldtbxh",
    "ld tb xh",
    "tai chinh ke hoach",
    "nong nghiep va phat trien nong thon",
    "nn ptnt",
    "nong nghiep va moi truong",
    "tu phap",
];

/// Posts of the old communes, folded.
const POSTS: [&str; 9] = [
    "tu phap ho tich",
    "dia chinh xay dung",
    "dia chinh nong nghiep",
    "van phong thong ke",
    "tai chinh ke toan",
    "van hoa xa hoi",
    "cong chuc dia chinh",
    "cong chuc tu phap",
    "can bo dia chinh",
];

/// What of the old order a name names; `None` for a body of today.
pub(in crate::dossier) fn in_name(name: &str) -> Option<Abolished> {
    let small = lower(&composed(name));
    let folded = fold::words(&small);
    let typed: Vec<&str> = folded.iter().map(|(range, _)| &small[range.clone()]).collect();
    let keys: Vec<&str> = folded.iter().map(|(_, key)| key.as_str()).collect();
    let key = keys.join(" ");
    if is_old_post(&key) {
        return Some(Abolished::Post);
    }
    if (0..typed.len()).any(|at| is_district(&typed, at)) {
        return Some(Abolished::District);
    }
    if (0..typed.len()).any(|at| is_township(&typed, &keys, at)) {
        return Some(Abolished::Township);
    }
    let division = key.split_once("phong ").filter(|(before, _)| before.is_empty() || before.ends_with(' '));
    let is_old =
        |(_, field): (&str, &str)| DIVISIONS.iter().any(|old| field == *old || field.starts_with(&format!("{old} ")));
    division.is_some_and(is_old).then_some(Abolished::Division)
}

/// Bodies that had a district above them, folded; the name of the level follows. "Phòng …" is any division.
const BODIES: [&str; 19] = [
    "ubnd",
    "uy ban nhan dan",
    "hdnd",
    "hoi dong nhan dan",
    "ubnd cap",
    "uy ban nhan dan cap",
    "dang bo",
    "cong an",
    "mttq",
    "mat tran to quoc",
    "mat tran to quoc viet nam",
    "ban chi huy quan su",
    "toa an nhan dan",
    "vien kiem sat nhan dan",
    "trung tam y te",
    "trung tam van hoa",
    "hoi nong dan",
    "hoi phu nu",
    "kho bac nha nuoc",
];

/// Words that say that a body is of former days.
const FORMER: [&str; 7] =
    ["cũ", "trước đây", "trước sáp nhập", "trước khi sáp nhập", "nguyên chủ tịch", "nguyên bí thư", "nguyên phó"];

/// A body of the old order in a sentence, with its name as typed; `None` where the sentence has none, or speaks of
/// former days. In sentences "đường liên huyện", "địa bàn huyện" are no bodies.
pub(in crate::dossier) fn in_prose(text: &str) -> Option<(Abolished, &str)> {
    if !may_name_one(text) {
        return None;
    }
    let folded = fold::words(text);
    let keys: Vec<&str> = folded.iter().map(|(_, key)| key.as_str()).collect();
    let typed: Vec<String> = folded.iter().map(|(range, _)| lower(&composed(&text[range.clone()]))).collect();
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let sentence = format!(" {} ", typed.join(" "));
    if FORMER.iter().any(|word| sentence.contains(&format!(" {word} "))) {
        return None;
    }
    let found = (0..keys.len()).find_map(|at| {
        let (what, count) = level_in_prose(&typed, &keys, at)?;
        let first = if is_party(&typed, at) { Some(at) } else { body_before(&keys, at) }?;
        let between = &text[folded[first].0.start..folded[at].0.start];
        let is_one_name = !between.contains([',', ';', '.', ':']);
        is_one_name.then(|| (what, first, at + count + usize::from(is_party(&typed, at)) - 1))
    });
    let (what, first, last) = found.or_else(|| division_in_prose(&keys))?;
    Some((what, &text[folded[first].0.start..folded[last].0.end]))
}

/// Whether a sentence has the letters of such a level or division: hardly any has, and reading its words takes long.
fn may_name_one(text: &str) -> bool {
    // Of each of [`DIVISIONS`], letters that no other division has.
    const MATTERS: [&str; 22] = [
        "iáo",
        "IÁO",
        "iao",
        "GD",
        "gd",
        "ài nguyên",
        "ÀI NGUYÊN",
        "ai nguyen",
        "TN",
        "tn",
        "ao động",
        "AO ĐỘNG",
        "ao dong",
        "LĐ",
        "lđ",
        "ld",
        "ài chính",
        "ÀI CHÍNH",
        "ông nghiệp",
        "ÔNG NGHIỆP",
        "NN",
        "nn",
    ];
    let (mut before, mut has_level, mut has_division) = (' ', false, false);
    for letter in text.chars() {
        match (before, letter) {
            // Huyện, quận, thị.
            ('y' | 'Y', 'ệ' | 'Ệ' | 'e' | 'E') | ('u' | 'U', 'ậ' | 'Ậ') | ('h' | 'H', 'ị' | 'Ị') => {
                has_level = true;
            }
            // Phòng.
            ('h' | 'H', 'ò' | 'Ò' | 'o' | 'O') => has_division = true,
            _ => {}
        }
        before = letter;
    }
    has_level || has_division && MATTERS.iter().any(|letters| text.contains(letters))
}

/// The level that a word names, and of how many words it is.
fn level_in_prose(typed: &[&str], keys: &[&str], at: usize) -> Option<(Abolished, usize)> {
    let is_pair = |second: &str| typed[at] == "thị" && typed.get(at + 1) == Some(&second);
    match typed[at] {
        "huyện" | "quận" => Some((Abolished::District, 1)),
        "huyen" if keys[at] == typed[at] => Some((Abolished::District, 1)),
        _ if is_pair("xã") => Some((Abolished::District, 2)),
        _ if is_pair("trấn") => Some((Abolished::Township, 2)),
        _ if is_party(typed, at) => Some((Abolished::District, 1)),
        _ => None,
    }
}

/// "Huyện ủy", "quận ủy", "thị ủy"; not "thị" before "ủy ban".
fn is_party(typed: &[&str], at: usize) -> bool {
    matches!(typed[at], "huyện" | "quận" | "thị")
        && matches!(typed.get(at + 1), Some(&("ủy" | "uỷ" | "đoàn")))
        && typed.get(at + 2) != Some(&"ban")
}

/// A division that only districts had, without the word huyện: "Phòng Giáo dục và Đào tạo".
fn division_in_prose(keys: &[&str]) -> Option<(Abolished, usize, usize)> {
    (0..keys.len()).filter(|at| keys[*at] == "phong").find_map(|at| {
        let ends = DIVISIONS.iter().map(|division| (division, at + division.split(' ').count()));
        let mut named =
            ends.filter(|(division, last)| keys.get(at + 1..=*last).is_some_and(|words| words.join(" ") == **division));
        named.next().map(|(_, last)| (Abolished::Division, at, last))
    })
}

/// Where the body begins that ends just before this word: one of [`BODIES`], or a division within a few words.
fn body_before(keys: &[&str], at: usize) -> Option<usize> {
    const LONGEST_DIVISION: usize = 8;
    let before = &keys[..at];
    let body = BODIES.iter().filter_map(|body| {
        let start = at.checked_sub(body.split(' ').count())?;
        (before[start..].join(" ") == *body).then_some(start)
    });
    let division = || {
        let start = before.iter().rposition(|word| *word == "phong")?;
        (start + 1 < at && at - start <= LONGEST_DIVISION).then_some(start)
    };
    body.min().or_else(division)
}

fn is_old_post(key: &str) -> bool {
    let is_of_staff = key.starts_with("cong chuc ") || key.starts_with("can bo ");
    // "Văn hóa - Xã hội" alone is a division of today.
    is_of_staff && POSTS.iter().any(|post| key.contains(post)) || key == POSTS[0] || key == POSTS[1] || key == POSTS[3]
}

/// Huyện, quận, thị xã as a level: behind the name of a body, or before "ủy". Quận and thị count with their diacritics
/// only: Quân ủy is another body.
fn is_district(words: &[&str], at: usize) -> bool {
    let behind = |count: usize| words.get(at + count).copied().unwrap_or_default();
    let before = at.checked_sub(1).map_or("", |above| words[above]);
    match words[at] {
        // "Trường Tiểu học Bà Huyện Thanh Quan" has a name of its own.
        "huyện" => before != "bà",
        "huyen" => matches!(before, "ubnd" | "dan" | "hdnd" | "hđnd" | "phong") || matches!(behind(1), "uy"),
        "quận" => !matches!(behind(1), "công" | "chúa") && before != "đô",
        "thị" => {
            (behind(1) == "xã" && before != "đô") || (matches!(behind(1), "ủy" | "uỷ") && !matches!(behind(2), "ban"))
        }
        _ => false,
    }
}

/// A thị trấn; not the street group that has the word in its name.
fn is_township(words: &[&str], keys: &[&str], at: usize) -> bool {
    let is_level = words[at] == "thị" && words.get(at + 1) == Some(&"trấn");
    let is_group = matches!(keys[0], "khu" | "to" | "thon" | "ap" | "ban" | "khom") && at > 0 && at < 4;
    is_level && !is_group
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_and_posts_of_the_old_order_are_recognised() {
        for (name, what) in [
            ("UBND huyện Cồn Lau", Abolished::District),
            ("Huyện ủy", Abolished::District),
            ("Thường trực Huyện uỷ Hải An", Abolished::District),
            ("Công an huyện", Abolished::District),
            ("Phòng Nội vụ huyện Hải An", Abolished::District),
            ("Ủy ban nhân dân quận 3", Abolished::District),
            ("UBND thị xã Bến Hạc", Abolished::District),
            ("UBND huyen Hai An", Abolished::District),
            ("Ủy ban nhân dân thị trấn Cồn Lau", Abolished::Township),
            ("Đảng ủy thị trấn", Abolished::Township),
            ("Phòng Giáo dục và Đào tạo", Abolished::Division),
            ("Phòng GD&ĐT", Abolished::Division),
            ("Phòng Tài nguyên và Môi trường", Abolished::Division),
            ("công chức Tư pháp - Hộ tịch", Abolished::Post),
            ("Công chức Địa chính - Xây dựng", Abolished::Post),
        ] {
            assert_eq!(in_name(name), Some(what), "{name}");
        }
    }

    #[test]
    fn bodies_of_the_old_order_are_found_in_sentences() {
        for (text, name) in [
            ("Phối hợp với UBND huyện Hải An triển khai", "UBND huyện"),
            ("báo cáo Huyện ủy, Thường trực HĐND", "Huyện ủy"),
            ("Gửi Phòng Giáo dục và Đào tạo huyện tổng hợp", "Phòng Giáo dục và Đào tạo huyện"),
            ("Công an huyện hỗ trợ", "Công an huyện"),
            ("theo chỉ đạo của Ủy ban nhân dân thị xã", "Ủy ban nhân dân thị xã"),
            ("trình UBND thị trấn", "UBND thị trấn"),
            ("Rà soát cụ thể với UBND huyện", "UBND huyện"),
            ("gửi Phòng Tài nguyên và Môi trường huyện", "Phòng Tài nguyên và Môi trường huyện"),
            ("báo cáo Phòng Giáo dục và Đào tạo theo quy định", "Phòng Giáo dục và Đào tạo"),
            ("do Ban Chấp hành Huyện đoàn phát động", "Huyện đoàn"),
        ] {
            assert_eq!(in_prose(text).map(|(_, name)| name), Some(name), "{text}");
        }
    }

    #[test]
    fn other_sentences_have_none() {
        for text in [
            "sửa đường liên huyện, liên xã",
            "di tích huyện đường",
            "hồ sơ của UBND huyện Hải An cũ chuyển về",
            "trên địa bàn huyện Hải An trước đây",
            "Chi cục Thuế khu vực Hải An",
            "Văn phòng, đường huyện 12",
            "Quân ủy Trung ương",
            "báo cáo UBND tỉnh; thị xã du lịch",
            "Rà soát quận đồ",
        ] {
            assert_eq!(in_prose(text), None, "{text}");
        }
    }

    #[test]
    fn bodies_of_today_are_not() {
        for name in [
            "Ủy ban nhân dân xã Cồn Lau",
            "UBND xã Quân Chu",
            "Quân ủy Trung ương",
            "Bộ Chỉ huy Quân sự tỉnh",
            "Phòng Văn hóa - Xã hội",
            "Phòng Kinh tế",
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            "UBND phường Huyền Sơn",
            "Trường Tiểu học Bà Huyện Thanh Quan",
            "Tổ dân phố Thị Trấn",
            "Hội Liên hiệp Phụ nữ xã",
            "Ban Quản lý đô thị xã Đông Sơn",
            "Sở Nông nghiệp và Môi trường",
        ] {
            assert_eq!(in_name(name), None, "{name}");
        }
    }
}
