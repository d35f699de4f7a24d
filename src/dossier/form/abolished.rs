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
