//! The words of a signature block: authorities, posts, bodies and names of persons.
//!
//! Owns the words only. Must not know rows: a name or a post may also stand in the column of leads. `closing` decides
//! with them whether a row is signed.

use super::labels::{begins, is_capitals, key_of_start};
use crate::contract::{NameWords, dictionary};
use crate::records::village_sorts::VILLAGE_SORTS;
use crate::vietnamese::fold;

/// Words of the longest name of a person, without what is put before it.
const MOST_NAME_WORDS: usize = 5;
/// Words of the longest post with its body, and of the longest name of a body.
const MOST_WORDS: usize = 14;

/// Posts, folded.
const POSTS: [&str; 44] = [
    "bi thu",
    "can bo",
    "can bo phu trach",
    "can bo tong hop",
    "chanh van phong",
    "chi huy truong",
    "chinh tri vien",
    "chu nhiem",
    "chu tai khoan",
    "chu tich",
    "chu toa",
    "chuyen vien",
    "cong chuc",
    "doi truong",
    "giam doc",
    "hieu truong",
    "ke toan",
    "lanh dao",
    "lanh dao phu trach",
    "pho bi thu",
    "pho chanh van phong",
    "pho chi huy truong",
    "pho chu nhiem",
    "pho chu tich",
    "pho giam doc",
    "pho hieu truong",
    "pho to truong",
    "pho truong ban",
    "pho truong cong an",
    "pho truong phong",
    "pho truong thon",
    "q chu tich",
    "thu ky",
    "thu quy",
    "to truong",
    "tram truong",
    "truong ap",
    "truong ban",
    "truong ban cong tac mat tran",
    "truong cong an",
    "truong khu",
    "truong phong",
    "truong thon",
    "truong tram",
];

/// What somebody does with the table, folded; a task may begin with it, so only alone and in capitals.
const ROLES: [&str; 9] =
    ["kiem soat", "kiem tra", "lap bieu", "nguoi duyet", "phe duyet", "phu trach", "tham dinh", "tong hop", "xac nhan"];

/// What stands before a person's name, folded.
const ADDRESSES: [&str; 18] = [
    "ba",
    "bs",
    "cn",
    "dai ta",
    "dai uy",
    "dong chi",
    "d c",
    "ks",
    "ong",
    "thac si",
    "thieu ta",
    "thieu uy",
    "ths",
    "thuong ta",
    "thuong uy",
    "trung ta",
    "trung uy",
    "ts",
];

/// The family names of nearly everyone, in small letters.
const FAMILY_NAMES: [&str; 92] = [
    "an", "âu", "bạch", "bế", "bùi", "cà", "cao", "cầm", "châu", "chu", "cù", "cư", "danh", "diệp", "doãn", "dương",
    "đàm", "đặng", "đào", "đậu", "điêu", "đinh", "đỗ", "đoàn", "đồng", "giang", "giàng", "giáp", "hà", "hạng", "hầu",
    "hồ", "hoàng", "hờ", "hứa", "huỳnh", "khuất", "khúc", "kiều", "kim", "ksor", "la", "lại", "lâm", "lầu", "lê", "lò",
    "lộc", "lục", "lương", "lường", "lưu", "lý", "ma", "mã", "mai", "mạc", "mùa", "nghiêm", "ngô", "ngụy", "nguyễn",
    "nhâm", "nông", "phạm", "phan", "phó", "phùng", "quách", "quàng", "quan", "rơ", "siu", "sùng", "tạ", "tăng",
    "thạch", "thái", "thân", "thào", "tô", "tòng", "tống", "trần", "triệu", "trịnh", "trương", "vàng", "vi", "võ",
    "vũ", "vương",
];

/// Whether a text is only a person's name, «Lê Thị Lan», «Đ/c Trần Văn Bình».
pub(super) fn is_person(text: &str) -> bool {
    let name = without_address(text.trim());
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_capitalized = |word: &&str| word.starts_with(char::is_uppercase);
    let is_plain = !name.contains(|letter: char| letter.is_ascii_digit() || ":;,".contains(letter));
    is_plain
        && (2..=MOST_NAME_WORDS).contains(&words.len())
        && words.iter().all(is_capitalized)
        && FAMILY_NAMES.contains(&words[0].to_lowercase().as_str())
}

/// Whether a text is a post, alone or with the body that it belongs to: «Phó Chủ tịch UBND xã», «Công chức Văn hóa».
pub(super) fn is_whole_post(text: &str) -> bool {
    let key = key_of_start(text);
    if ROLES.contains(&key.as_str()) {
        return is_capitals(text);
    }
    if key.split(' ').count() > MOST_WORDS {
        return false;
    }
    let post = POSTS.into_iter().filter(|post| begins(&key, post)).max_by_key(|post| post.len());
    post.is_some_and(|post| {
        let rest: Vec<&str> = text.split_whitespace().skip(post.split(' ').count()).collect();
        let rest = rest.join(" ");
        rest.is_empty() || is_capitals(text) || is_tier(&rest) || is_body(&rest)
    })
}

/// Whether a text is the name or the motto of the state, as above a table.
pub(super) fn is_state_title(text: &str) -> bool {
    let key = key_of_start(text);
    key.starts_with("cong hoa xa hoi chu nghia viet nam") || key.starts_with("doc lap tu do hanh phuc")
}

/// Whether a text is only the name of a body: one that every commune has, or a village.
pub(super) fn is_body(text: &str) -> bool {
    const OTHERS: [&str; 6] = ["van phong", "bo phan mot cua", "van hoa", "tai chinh", "dia chinh", "tu phap"];
    let text = text.trim().trim_end_matches([',', '.', ';']);
    if text.split_whitespace().count() > MOST_WORDS {
        return false;
    }
    let key = key_of_start(text);
    let is_village = VILLAGE_SORTS.into_iter().any(|kind| {
        let name: Vec<&str> = text.split_whitespace().skip(kind.split(' ').count()).collect();
        begins(&key, &fold::key(kind))
            && !name.is_empty()
            && name.iter().all(|word| !word.starts_with(char::is_lowercase))
    });
    let plain = without_commune(text);
    is_village
        || OTHERS.contains(&key.as_str())
        || dictionary().unit_of_words(&NameWords::of(plain).without_tier()).is_some()
}

/// Whether a text gives a post or a role and, behind a colon, the name: «Người tổng hợp: Lê Thị Lan», «Người lập: ……».
pub(super) fn is_role_with_name(text: &str, is_role: impl Fn(&str) -> bool) -> bool {
    let Some((role, name)) = text.split_once(':') else { return false };
    let is_open = name.chars().all(|letter| letter.is_whitespace() || ".…_".contains(letter));
    (is_open && !name.trim().is_empty() || is_person(name)) && (is_role(role) || is_whole_post(role))
}

/// A name of a body without the commune's own: «UBND xã Đồng Mây» is «UBND xã».
fn without_commune(text: &str) -> &str {
    const TIERS: [&str; 6] = [" xã ", " phường ", " đặc khu ", " Xã ", " Phường ", " XÃ "];
    let tier = TIERS.into_iter().filter_map(|tier| text.rfind(tier).map(|at| (at, at + tier.len()))).max();
    let Some((start, end)) = tier else { return text };
    let is_name = text[end..].split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    if is_name { &text[..start] } else { text }
}

fn is_tier(text: &str) -> bool {
    const TIERS: [&str; 8] = ["xa", "phuong", "dac khu", "thon", "ap", "don vi", "co quan", "to dan pho"];
    TIERS.contains(&fold::key(without_commune(&format!(" {text}")).trim()).as_str())
        || TIERS.contains(&fold::key(text).as_str())
}

/// A name without the address, the degree or the rank before it.
fn without_address(text: &str) -> &str {
    let ends = text.char_indices().filter(|(_, letter)| *letter == ' ' || *letter == '.').map(|(at, _)| at);
    let is_address = |end: &usize| ADDRESSES.contains(&fold::key(&text[..*end]).as_str());
    let end = ends.take(3).filter(is_address).last();
    end.map_or(text, |end| text[end..].trim_start_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_told_from_other_capitals() {
        for text in
            ["Lê Thị Lan", "NGUYỄN VĂN A", "Đ/c Trần Văn Bình", "Thượng úy Vũ Hải", "ThS. Hà Minh", "Ông Lò A Páo"]
        {
            assert!(is_person(text), "{text}");
        }
        for text in ["Tết Nguyên Đán", "Rà soát", "Quý IV", "Lê", "Phòng Kinh tế", "Lê Thị Lan: 3", "Hà Nội là thủ đô"]
        {
            assert!(!is_person(text), "{text}");
        }
    }

    #[test]
    fn posts_and_bodies_are_whole() {
        for text in [
            "Chủ tịch UBND xã",
            "Phó Chủ tịch UBND xã Đồng Mây",
            "Công chức Văn phòng",
            "Trưởng ban công tác Mặt trận",
            "Kế toán",
            "CHỦ TỊCH UBND XÃ ĐỒNG MÂY",
            "Trưởng thôn",
            "Lãnh đạo UBND xã",
        ] {
            assert!(is_whole_post(text), "{text}");
        }
        for text in ["Lãnh đạo xã đi cơ sở", "Cán bộ tập huấn", "Chủ tịch tiếp công dân", "Kiểm tra kênh mương"]
        {
            assert!(!is_whole_post(text), "{text}");
        }
        for text in
            ["Văn phòng HĐND và UBND xã", "Phòng Văn hóa - Xã hội", "Thôn Đông", "UBND xã Đồng Mây", "Văn phòng"]
        {
            assert!(is_body(text), "{text}");
        }
        for text in ["Phòng chống thiên tai", "Hội nghị tổng kết", "Ban hành kế hoạch", "Thôn văn hóa"]
        {
            assert!(!is_body(text), "{text}");
        }
    }
}
