//! A number that was typed before an item of a list: `1. `, `2)`, `(3)`, `a)`, `IV. `.
//!
//! Owns what such a number is; a count of members ("24 thôn") is none. Must not know the item. Units, recipients and
//! addressees are read without it.

use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::vietnamese::fold;

/// The text behind a typed number; the text itself where it has none.
pub(super) fn without_number(text: &str) -> &str {
    let inner = text.trim_start();
    let (open, body) = inner.strip_prefix('(').map_or((false, inner), |body| (true, body));
    let length = body.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(body.len());
    let (number, rest) = body.split_at(length);
    let is_number = !number.is_empty() && number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit())
        || !number.is_empty() && number.bytes().all(|byte| b"IVX".contains(&byte))
        || number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase());
    let marks: &[char] = if open { &[')'] } else { &['.', ')', '/', ':'] };
    let behind = rest.trim_start_matches(marks);
    // A letter before a dot is an abbreviation ("p. Kinh tế"); a digit behind the mark is a fraction or a date.
    let is_letter = number.bytes().all(|byte| byte.is_ascii_lowercase());
    let has_mark = behind.len() < rest.len() && (!is_letter || rest.starts_with(')'));
    let name = behind.trim_start_matches([' ', '\u{a0}', '-', '–']);
    let is_item = is_number && has_mark && name.starts_with(char::is_alphabetic);
    if is_item { name } else { text }
}

/// The name of a group of tasks behind its number: `I. `, `A. `, `Nhóm 1: `, `Nhóm II - `.
pub(super) fn of_group(text: &str) -> &str {
    let behind_word =
        text.split_once([' ', '\u{a0}']).filter(|(word, _)| fold::key(word) == "nhom").map(|(_, rest)| rest);
    let numbered = behind_word.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || "IVX".contains(c)));
    if let Some(rest) = numbered {
        let length = rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (number, name) = rest.split_at(length);
        let is_number =
            number.bytes().all(|byte| byte.is_ascii_digit()) || number.bytes().all(|byte| b"IVX".contains(&byte));
        let bare = name.trim_start_matches([' ', '\u{a0}', '.', ')', ':', '-', '–']);
        let is_label = is_number && bare.len() < name.len() && !name.starts_with([' ', '\u{a0}'])
            || name.trim_start().starts_with(['-', '–', ':']);
        return if is_label && bare.starts_with(char::is_alphabetic) { bare } else { text };
    }
    let letter = text.strip_prefix(|letter: char| letter.is_ascii_uppercase());
    let behind_letter = letter.and_then(|rest| rest.strip_prefix(['.', ')'])).map(str::trim_start);
    let of_letter = behind_letter.filter(|name| name.starts_with(char::is_uppercase) && name.contains(' '));
    of_letter.unwrap_or_else(|| without_number(text))
}

/// Reports a number that was taken off.
pub(super) fn note(text: &str, at: &Place, out: &mut Diagnostics) {
    let printed = without_number(text);
    if printed != text {
        let message = Diagnostic::note("HS-112").at(at).with("text", text.trim());
        out.report(message.with("printed", printed));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_group_is_taken_off() {
        for text in [
            "I. Hạ tầng số",
            "A. Hạ tầng số",
            "1) Hạ tầng số",
            "Nhóm 1: Hạ tầng số",
            "Nhóm II. Hạ tầng số",
            "NHÓM 3 - Hạ tầng số",
        ] {
            assert_eq!(of_group(text), "Hạ tầng số", "{text}");
        }
        for text in ["Nhóm 1", "Nhóm hạ tầng số", "Nhóm 3 chỉ tiêu", "Hạ tầng", "Y tế", "B.C", "C. "]
        {
            assert_eq!(of_group(text), text);
        }
    }

    #[test]
    fn a_number_before_an_item_is_taken_off() {
        for text in ["1. Phòng Kinh tế", "1.Phòng Kinh tế", "2) Phòng Kinh tế", "(3) Phòng Kinh tế", "a) Phòng Kinh tế"]
        {
            assert_eq!(without_number(text), "Phòng Kinh tế");
        }
        assert_eq!(without_number("IV. Phòng Kinh tế"), "Phòng Kinh tế");
        assert_eq!(without_number("01/ Phòng Kinh tế"), "Phòng Kinh tế");
        for text in ["24 thôn", "Tổ 1", "p. Kinh tế", "Phòng Kinh tế", "15/3 Phòng", "2026. ", "X Phòng"] {
            assert_eq!(without_number(text), text);
        }
    }
}
