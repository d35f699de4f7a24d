//! The trích yếu of a cited document, by the rule of the form (CC-02, CC-04).
//!
//! Owns whether "về" stands before it. Must not know the rest of the citation. It goes behind the issuer.

use super::kind::{behind, is_law};
use crate::vietnamese::capitals::{from_capitals, in_a_sentence};
use crate::vietnamese::text::{capitalized, lower};

/// Words with which a trích yếu follows the issuer without "về".
const ACTS: [&str; 40] = [
    "về",
    "quy định",
    "ban hành",
    "phê duyệt",
    "hướng dẫn",
    "sửa đổi",
    "bổ sung",
    "công bố",
    "triển khai",
    "thực hiện",
    "giao",
    "thành lập",
    "kiện toàn",
    "bãi bỏ",
    "thay thế",
    "thông qua",
    "quyết định",
    "điều chỉnh",
    "phân bổ",
    "phân công",
    "phân cấp",
    "tổ chức",
    "thu hồi",
    "cho phép",
    "chỉ đạo",
    "kết luận",
    "yêu cầu",
    "đề nghị",
    "kèm theo",
    "tại",
    "trong",
    "nhằm",
    "đối với",
    "xác định",
    "quy hoạch",
    "tổng kết",
    "sơ kết",
    "công nhận",
    "bổ nhiệm",
    "(",
];

/// Marks that end a line.
const END_MARKS: [char; 4] = [';', '.', ',', ' '];

/// A whole trích yếu typed in quotation marks, «“Về công tác văn thư”», without them; a quoted name keeps its own.
fn unquoted(typed: &str) -> Option<&str> {
    let inner = typed.strip_prefix(['"', '“', '«'])?.strip_suffix(['"', '”', '»'])?.trim();
    let is_whole = !inner.contains(['"', '“', '”', '«', '»']);
    let leads_in =
        || ["về ", "v/v", "ban hành ", "quy định ", "phê duyệt "].iter().any(|act| lower(inner).starts_with(act));
    (is_whole && leads_in()).then_some(inner)
}

/// The trích yếu as it is read behind the issuer.
pub(super) fn written(typed: &str, document_type: &str) -> String {
    let typed = without_brackets(typed.trim().trim_end_matches(END_MARKS));
    let typed = unquoted(typed).unwrap_or(typed);
    if typed.starts_with(['"', '“', '«', '”']) {
        return typed.to_owned();
    }
    let small = from_capitals(typed);
    let mut rest = small.as_deref().unwrap_or(typed);
    let mut had_about = false;
    loop {
        let about = ["V/v", "v/v", "V/V"].iter().find_map(|mark| rest.strip_prefix(mark));
        if let Some(after) = about {
            rest = after.trim_start_matches([':', '.', ' ']);
            had_about = true;
        } else if let Some(after) = behind(rest, document_type).filter(|after| names_kind_again(after)) {
            rest = after;
        } else {
            break;
        }
    }
    if let Some(after) = behind(rest, "về") {
        return format!("về {}", in_a_sentence(after));
    }
    let words = in_a_sentence(rest);
    let follows = |act: &str| {
        words.strip_prefix(act).is_some_and(|after| act.ends_with('(') || after.is_empty() || after.starts_with(' '))
    };
    if ACTS.iter().any(|act| follows(act)) && !had_about {
        return words;
    }
    format!("về {words}")
}

/// The text within brackets that are around the whole of it.
fn without_brackets(text: &str) -> &str {
    let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    inner.filter(|inner| !inner.contains(['(', ')'])).map_or(text, str::trim)
}

/// Whether the kind in front of these words is the document's own: not "Kế hoạch hóa gia đình", "Chương trình mục tiêu
/// quốc gia", nor a document cited by number.
fn names_kind_again(after: &str) -> bool {
    let second = after.split_whitespace().next().unwrap_or_default();
    let is_name = second.starts_with(char::is_uppercase) && !second.chars().skip(1).any(char::is_lowercase);
    !matches!(lower(second).as_str(), "" | "hóa" | "hoá" | "mục" | "số" | "mỗi" | "quốc") && !is_name
}

/// The name of a law: a capital, without the word for its kind, its number and an end mark.
pub(super) fn law_name(typed: &str, document_type: &str) -> String {
    let typed = typed.trim().trim_end_matches(END_MARKS);
    let name = behind(typed, document_type).unwrap_or(typed);
    assert!(is_law(document_type), "only a law is cited by its name");
    let end = [" số ", " ngày ", " (số "].iter().filter_map(|word| {
        let place = name.find(word)?;
        name[place + word.len()..].starts_with(|c: char| c.is_ascii_digit()).then_some(place)
    });
    let name = &name[..end.min().unwrap_or(name.len())];
    let (name, _) = super::laws::without_year(name);
    capitalized(name.trim_end_matches([' ', ',', ';', '.']))
}

/// The name of a congress whose resolution is cited without a number: "Đại hội đại biểu Đảng bộ xã lần thứ I".
pub(super) fn congress_name(typed: &str, document_type: &str) -> String {
    let typed = typed.trim().trim_end_matches(END_MARKS);
    let name = behind(typed, document_type).unwrap_or(typed);
    behind(name, "của").unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_stands_where_the_form_has_it() {
        for (kind, typed, right) in [
            ("Kế hoạch", "Kế hoạch chuyển đổi số năm 2027", "về chuyển đổi số năm 2027"),
            ("Kế hoạch", "V/v chuyển đổi số", "về chuyển đổi số"),
            ("Kế hoạch", "V/v: Chuyển đổi số.", "về chuyển đổi số"),
            ("Kế hoạch", "chuyển đổi số tỉnh Hải Vân", "về chuyển đổi số tỉnh Hải Vân"),
            ("Kế hoạch", "Về việc chuyển đổi số", "về việc chuyển đổi số"),
            ("Kế hoạch", "Kế hoạch triển khai Đề án 06", "triển khai Đề án 06"),
            ("Nghị định", "về công tác văn thư", "về công tác văn thư"),
            (
                "Nghị định",
                "Quy định chi tiết một số điều của Luật Thư viện",
                "quy định chi tiết một số điều của Luật Thư viện",
            ),
            ("Quyết định", "Phê duyệt Đề án", "phê duyệt Đề án"),
            ("Quyết định", "V/v ban hành Quy chế", "về ban hành Quy chế"),
            ("Quyết định", "“Quy chế làm việc”", "“Quy chế làm việc”"),
            ("Chương trình", "Chương trình mục tiêu quốc gia", "về Chương trình mục tiêu quốc gia"),
            ("Chỉ thị", "TĂNG CƯỜNG AN TOÀN THÔNG TIN", "về tăng cường an toàn thông tin"),
        ] {
            assert_eq!(written(typed, kind), right, "{typed}");
        }
    }

    #[test]
    fn a_law_is_its_name() {
        assert_eq!(law_name("Luật Thư viện", "Luật"), "Thư viện");
        assert_eq!(law_name("thư viện;", "Luật"), "Thư viện");
        assert_eq!(
            law_name("Tổ chức chính quyền địa phương số 72/2025/QH15", "Luật"),
            "Tổ chức chính quyền địa phương"
        );
    }
}
