//! A subject without what is around its words: the number of a list, quotes, a remark that it is a draft.
//!
//! Owns what certainly is not of the subject. Must not know the paper.

use crate::dossier::list_number;
use crate::vietnamese::fold;

/// Quotes that open and close a text.
const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('«', '»'), ('”', '”')];

/// The words of the subject.
pub(super) fn bare(typed: &str) -> &str {
    let mut rest = typed.trim();
    loop {
        let shorter = without_draft(without_number(without_quotes(rest.trim_end_matches(['…', ' ']))));
        if shorter.is_empty() || shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

/// The text without a number of a list; "V/v" is none.
fn without_number(text: &str) -> &str {
    if text.starts_with(['V', 'v']) { text } else { list_number::without_number(text) }
}

/// The text within quotes that are around the whole of it.
fn without_quotes(text: &str) -> &str {
    let inner = QUOTES.into_iter().find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    inner.filter(|inner| !inner.contains(['"', '“', '”', '«', '»'])).map_or(text, str::trim)
}

/// The text without "(dự thảo)" behind it.
fn without_draft(text: &str) -> &str {
    let remark = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    remark
        .filter(|(_, remark)| matches!(fold::key(remark).as_str(), "du thao" | "ban du thao" | "nhap" | "ban nhap"))
        .map_or(text, |(words, _)| words.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_around_is_taken_off() {
        for typed in
            ["1. chuyển đổi số", "“chuyển đổi số”", "\"chuyển đổi số\"", "chuyển đổi số (dự thảo)", "chuyển đổi số…"]
        {
            assert_eq!(bare(typed), "chuyển đổi số", "{typed}");
        }
        for text in [
            "“Ngày thứ Bảy” và “giờ vàng”",
            "Đề án 06",
            "chuyển đổi số (giai đoạn 2)",
            "6 tháng đầu năm",
            "V/v chuyển đổi số",
        ] {
            assert_eq!(bare(text), text);
        }
    }
}
