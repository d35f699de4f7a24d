//! A number that was typed before an item of a list: `1. `, `2)`, `(3)`, `a)`, `IV. `.
//!
//! Owns what such a number is; a count of members ("24 thôn") is none. Must not know the item. Units, recipients and
//! addressees are read without it.

use crate::diag::{Diagnostic, Diagnostics, Place};

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
