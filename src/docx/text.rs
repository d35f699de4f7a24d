//! What may stand in a text of Word: everything XML 1.0 allows, and no line break.
//!
//! Owns the last look at a text before it becomes XML. Must not know what the text says. Its output goes into
//! runs and properties, which escape it.

/// The text without what XML forbids; a tab or line break becomes a space, so that no two words join.
pub(super) fn allowed(text: &str) -> String {
    allowed_in(text).collect()
}

/// The characters of a text that may stand in Word's, each as it stands there.
pub(super) fn allowed_in(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(allowed_char)
}

/// Puts the text, as far as it is allowed, behind what is written already; escaped as docx-rs does it.
pub(super) fn pour(text: &str, written: &mut Vec<u8>) {
    for character in allowed_in(text) {
        match character {
            '&' => written.extend_from_slice(b"&amp;"),
            '<' => written.extend_from_slice(b"&lt;"),
            '>' => written.extend_from_slice(b"&gt;"),
            '"' => written.extend_from_slice(b"&quot;"),
            '\'' => written.extend_from_slice(b"&apos;"),
            _ => written.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}

fn allowed_char(character: char) -> Option<char> {
    match character {
        '\t' | '\n' | '\r' => Some(' '),
        '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => None,
        _ => Some(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_left_out() {
        assert_eq!(allowed("a\u{b}b\0\u{1f}c\u{fffe}\u{ffff}"), "abc");
    }

    #[test]
    fn words_never_join() {
        assert_eq!(allowed("trước\tsau\nhết"), "trước sau hết");
    }

    #[test]
    fn everything_else_stays() {
        let text = "  hai  dấu cách, NBSP\u{a0}, <b>&amp;]]> {{ x }} \u{200f}👩‍🌾 \u{e000}";
        assert_eq!(allowed(text), text);
    }
}
