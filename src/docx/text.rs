//! What may stand in a text of Word: everything XML 1.0 allows, and no line break.
//!
//! Owns the last look at a text before it becomes XML. Must not know what the text says. Its output goes into
//! runs and properties, which escape it.

/// The text without what XML forbids; a tab or line break becomes a space, so that no two words join.
pub(super) fn allowed(text: &str) -> String {
    text.chars().filter_map(allowed_char).collect()
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
