//! The texts below a table: words of a signature block, notes, names.
//!
//! Owns the words only. Must not know rows: any of these words may also begin a task. `closing` decides with them where
//! a table ends.

use super::labels::{begins, is_capitals, key_of_start};
use super::signing_words::is_role_with_name;
use crate::contract::choices::Authority;
use crate::vietnamese::fold;

/// Words of the longest name or post.
const MOST_NAME_WORDS: usize = 7;
/// Words of the place, before the day in the line above signatures.
const MOST_PLACE_WORDS: usize = 6;

/// Whether a text may begin the signature block under a table.
pub(super) fn is_signature(text: &str) -> bool {
    const WHOLE: [&str; 27] = [
        "nguoi lap",
        "nguoi lam bieu",
        "nguoi lam bao cao",
        "nguoi lap danh sach",
        "nguoi lap ke hoach",
        "nguoi soan",
        "nguoi phu trach",
        "nguoi nhan viec",
        "nguoi giao viec",
        "nguoi lap bang",
        "nguoi tong hop",
        "nguoi bao cao",
        "nguoi duyet",
        "nguoi phe duyet",
        "nguoi ky",
        "nguoi kiem tra",
        "nguoi theo doi",
        "nguoi ghi so",
        "nguoi lap so",
        "lanh dao duyet",
        "lanh dao phe duyet",
        "can bo tong hop",
        "can bo theo doi",
        "cong chuc tong hop",
        "thu truong don vi",
        "thu truong co quan",
        "ke toan truong",
    ];
    const BEGINNINGS: [&str; 4] = ["nguoi lap bieu", "xac nhan cua", "tm uy ban nhan dan", "tm ubnd"];
    // Typed with a bar instead of a full stop: «T/M UBND XÃ».
    const BARRED: [&str; 8] =
        ["t m ubnd", "t m uy ban", "t m ban", "t m to", "t m don vi", "k t chu tich", "t l chu tich", "t u q chu tich"];
    // Q. is no beginning of its own: other words are abbreviated so too.
    let mut authorities = Authority::ALL.into_iter().filter(|authority| *authority != Authority::Acting);
    let key = key_of_start(text);
    let is_whole = |text: &str| WHOLE.contains(&key_of_start(text).as_str());
    WHOLE.contains(&key.as_str())
        || BEGINNINGS.into_iter().chain(BARRED).any(|start| begins(&key, start))
        || is_role_with_name(text, is_whole)
        || authorities.any(|authority| text.starts_with(authority.abbreviation()))
}

/// Whether a text reads like a remark, the place and day above signatures, or the recipients.
pub(super) fn is_note(text: &str) -> bool {
    let key = key_of_start(text);
    let is_remark = ["ghi chu", "luu y", "chu thich", "noi nhan"].into_iter().any(|start| begins(&key, start));
    is_remark || is_day_line(text) || text.starts_with('*') || text.starts_with("(*)")
}

/// Whether a text is what the one who keeps a table asks for or remarks beneath it: «Đề xuất, kiến nghị: …», «Khó khăn,
/// vướng mắc». Without a colon, these words may also begin a task.
pub(super) fn is_closing_remark(text: &str) -> bool {
    // A longer text is a sentence.
    const LONGEST_HEAD: usize = 60;
    const REMARKS: [&str; 26] = [
        "cac de xuat kien nghi",
        "danh gia",
        "danh gia chung",
        "de nghi",
        "de xuat",
        "de xuat kien nghi",
        "de xuat va kien nghi",
        "ghi chu",
        "giai phap",
        "ket luan",
        "khac",
        "kho khan",
        "kho khan vuong mac",
        "kien nghi",
        "kien nghi de xuat",
        "kien nghi va de xuat",
        "luu y",
        "nguyen nhan",
        "nhan xet",
        "nhan xet chung",
        "nhung de xuat kien nghi",
        "noi dung khac",
        "ton tai",
        "vuong mac",
        "y kien",
        "yeu cau",
    ];
    let (head, _) = text.split_once([':', '\n']).unwrap_or((text, ""));
    let head = head.trim_start_matches(['-', '+', '*', '•', ' ']);
    head.len() <= LONGEST_HEAD && REMARKS.contains(&fold::key(&head.replace(',', " ")).as_str())
}

/// Whether a text is only the day above signatures, and the place where it is given: «Xã Mẫu, ngày 05 tháng 3 năm 2026».
/// A paragraph that cites a dated document is not.
pub(super) fn is_day_line(text: &str) -> bool {
    let (place, day) = text.split_once(',').unwrap_or(("", text));
    let is_place =
        place.split_whitespace().count() <= MOST_PLACE_WORDS && !place.contains(|letter: char| letter.is_ascii_digit());
    let key = key_of_start(day);
    let mut words = key.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
    is_place && ["ngay", "thang", "nam"].into_iter().all(|word| words.next() == Some(word)) && words.next().is_none()
}

/// Whether a text is the heading of the recipients.
pub(super) fn is_recipients_line(text: &str) -> bool {
    key_of_start(text) == "noi nhan"
}

/// Whether a text may be part of a signature block and is hardly a task: an authority, a post, a name, a remark.
pub(super) fn is_closing(text: &str) -> bool {
    let is_bracketed = text.starts_with('(') && text.ends_with(')');
    let is_recipient = text.starts_with('-') && text.ends_with([';', '.', ',']);
    let is_authority = is_signature(text) && !is_authority_in_prose(text);
    is_bracketed || is_recipient || is_authority || is_note(text) || is_post(text) || is_name(text)
}

/// Whether an authority's abbreviation begins a sentence, «TL. Chủ tịch ký giấy mời», not a line of a signature.
fn is_authority_in_prose(text: &str) -> bool {
    ["TM.", "KT.", "TL.", "TUQ."].into_iter().any(|start| {
        text.strip_prefix(start).is_some_and(|rest| !is_capitals(rest) && !is_post(rest) && !is_name(rest.trim()))
    })
}

/// Whether a text is a post, with at most the name of its body.
pub(super) fn is_post(text: &str) -> bool {
    const POSTS: [&str; 9] = [
        "chu tich",
        "pho chu tich",
        "truong phong",
        "pho truong phong",
        "chanh van phong",
        "truong thon",
        "bi thu",
        "giam doc",
        "cong chuc",
    ];
    const BODIES: [&str; 16] = [
        "ubnd", "uy", "hdnd", "hoi", "xa", "phuong", "dac", "thon", "van", "tu", "dia", "chi", "dang", "mttq", "ban",
        "trung",
    ];
    let key = key_of_start(text);
    let is_body = |rest: &str| rest.split(' ').find(|word| !word.is_empty()).is_none_or(|word| BODIES.contains(&word));
    let is_bare = POSTS.into_iter().any(|post| begins(&key, post) && is_body(&key[post.len()..]));
    is_bare && key.split(' ').count() <= MOST_NAME_WORDS
}

/// Whether every word begins with a capital, as in a person's name. «Quý IV» is a deadline.
fn is_name(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_capitalized = |word: &str| word.starts_with(char::is_uppercase);
    let is_plain = !text.contains(|letter: char| letter.is_ascii_digit());
    let is_quarter = begins(&key_of_start(text), "quy");
    is_plain && !is_quarter && text.split_whitespace().count() <= MOST_NAME_WORDS && words.all(is_capitalized)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_and_notes_are_recognized_by_their_words() {
        for text in ["NGƯỜI LẬP BIỂU", "Người lập", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"] {
            assert!(is_signature(text) && is_closing(text), "{text}");
        }
        assert!(!is_signature("Người lập kế hoạch kinh tế"));
        assert!(is_note("Ghi chú: số liệu ước tính"));
        assert!(!is_note("Rà soát hộ nghèo"));
    }

    #[test]
    fn a_day_line_has_only_a_place_and_a_day() {
        for text in
            ["Xã Mẫu, ngày 05 tháng 3 năm 2026", "Xã Mẫu, ngày ... tháng ... năm 2026", "Xã Mẫu, ngày tháng năm"]
        {
            assert!(is_day_line(text), "{text}");
        }
        for text in [
            "Thực hiện Kế hoạch số 64/KH-UBND, ngày 06 tháng 10 năm 2025 của UBND xã.",
            "Thực hiện Kế hoạch số 64/KH-UBND, ngày 06 tháng 10 năm 2025",
            "Họp tổ, ngày 06 tháng 10",
        ] {
            assert!(!is_day_line(text), "{text}");
        }
    }

    #[test]
    fn names_and_posts_may_end_a_table_and_tasks_may_not() {
        for text in ["Nguyễn Văn A", "CHỦ TỊCH", "Phó Chủ tịch", "(Ký, ghi rõ họ tên)", "- Lưu: VT.", "KT. Chủ tịch"]
        {
            assert!(is_closing(text), "{text}");
        }
        for text in ["Rà soát", "TL. Chủ tịch ký giấy mời", "Phòng Kinh tế", "Quý IV", "30/11", "thường xuyên"]
        {
            assert!(!is_closing(text), "{text}");
        }
    }
}
