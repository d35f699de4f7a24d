//! HS-191: a capital in the middle of a subject, before ordinary words: "cải cách hành chính và Chuyển đổi số".
//!
//! Owns where such a capital stands. Must not know which words are ordinary: `capitals` has the lists. A capital inside
//! a name ("Ngày Chuyển đổi số", "Đề án Phát triển …") and one behind a quote stay without a word.

use crate::vietnamese::capitals::FirstCapital;
use crate::vietnamese::text;

/// The subject with a small letter where a capital begins ordinary words; `None` where there is no such capital.
pub(super) fn set_right(words: &str) -> Option<String> {
    let starts: Vec<usize> =
        words.match_indices(' ').map(|(place, _)| place + 1).filter(|start| *start < words.len()).collect();
    let mut right = words.to_owned();
    for start in starts {
        if is_of_name(&words[..start])
            || is_document(&words[start..])
            || FirstCapital::of(&words[start..]) != FirstCapital::Ordinary
        {
            continue;
        }
        let first = words[start..].chars().next()?;
        // Vietnamese letters keep their length in lower case.
        right.replace_range(start..start + first.len_utf8(), &text::lower(&first.to_string()));
    }
    (right != words).then_some(right)
}

/// Whether a text begins with a kind of document: the name of one has its capital («Ban hành Quy chế làm việc»).
fn is_document(words: &str) -> bool {
    const KINDS: [&str; 20] = [
        "quy chế",
        "quy định",
        "quy ước",
        "nội quy",
        "điều lệ",
        "đề án",
        "dự án",
        "phương án",
        "hướng dẫn",
        "chỉ thị",
        "thông tư",
        "nghị định",
        "nghị quyết",
        "kế hoạch",
        "chương trình",
        "quyết định",
        "báo cáo",
        "thông báo",
        "tờ trình",
        "danh mục",
    ];
    let words = text::lower(words);
    KINDS.iter().any(|kind| words.starts_with(kind))
}

/// Whether the words in front are the beginning of a name, or end with a quote: one of the two words before has a
/// capital.
fn is_of_name(before: &str) -> bool {
    let before = before.trim_end();
    if before.ends_with(['“', '"', '«', '(', '-', '–', ':']) {
        return true;
    }
    let close = before.rsplit([',', ';']).next().unwrap_or_default();
    close.split(' ').rev().take(3).any(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::set_right;

    #[test]
    fn capitals_before_ordinary_words_are_found() {
        for (typed, right) in [
            ("cải cách hành chính và Chuyển đổi số", "cải cách hành chính và chuyển đổi số"),
            ("công tác Cải cách hành chính", "công tác cải cách hành chính"),
            ("bảo vệ môi trường, Phòng, chống thiên tai", "bảo vệ môi trường, phòng, chống thiên tai"),
            ("chuyển đổi Số", "chuyển đổi số"),
        ] {
            assert_eq!(set_right(typed).as_deref(), Some(right));
        }
    }

    #[test]
    fn names_keep_theirs() {
        for text in [
            "chuyển đổi số",
            "Ban hành Quy chế làm việc",
            "Ban hành Kế hoạch triển khai chuyển đổi số",
            "thực hiện Đề án 06",
            "hưởng ứng Ngày Chuyển đổi số quốc gia",
            "thực hiện Chương trình Phát triển du lịch",
            "chuyển đổi số của UBND xã",
            "học tập và làm theo tư tưởng Hồ Chí Minh",
            "bầu cử đại biểu Quốc hội",
            "xây dựng mô hình “Chuyển đổi số cộng đồng”",
            "Tổ chức Ngày Sách và Văn hóa đọc",
            "kết luận của Chủ tịch Ủy ban nhân dân xã",
        ] {
            assert_eq!(set_right(text), None, "{text}");
        }
    }
}
