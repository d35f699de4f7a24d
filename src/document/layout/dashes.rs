//! Makes the blank before a dash between words non-breaking: a line that begins with ` - ` looks like an item of a list.
//!
//! Owns texts in which nothing else is held: names, titles, lines of Nơi nhận. Must not know styles or lines. Its texts go to
//! the components' files.

use std::borrow::Cow;

use memchr::memchr2_iter;

use super::non_breaking::{DASHES, NON_BREAKING};

/// Holds dashes to the word before them, and nothing else.
pub(super) fn held_dashes(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let (mut whole, mut copied) = (String::new(), 0);
    for place in memchr2_iter(b'-', DASH_START, bytes) {
        let stands_here = |dash: &str| text[place..].strip_prefix(dash).is_some_and(|rest| rest.starts_with(' '));
        if place > 0 && bytes[place - 1] == b' ' && DASHES.iter().any(|dash| stands_here(dash)) {
            whole.push_str(&text[copied..place - 1]);
            whole.push(NON_BREAKING);
            copied = place;
        }
    }
    if copied == 0 {
        return text.into();
    }
    whole.push_str(&text[copied..]);
    whole.into()
}

/// The first byte of a dash that is no hyphen.
const DASH_START: u8 = 0xe2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_dash_between_words_is_held() {
        let samples = [
            ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa~- Xã hội"),
            ("kinh tế – xã hội", "kinh tế~– xã hội"),
            ("giai đoạn 2026 - 2030, số 5", "giai đoạn 2026~- 2030, số 5"),
            ("- Các thôn", "- Các thôn"),
            ("25-NQ/TW", "25-NQ/TW"),
            ("-", "-"),
        ];
        for (text, expected) in samples {
            assert_eq!(held_dashes(text).replace(NON_BREAKING, "~"), expected);
        }
    }
}
