//! The characters that a text in Word may have: everything that XML 1.0 allows, except line breaks.
//!
//! Owns the last cleaning of a text before it becomes XML, and its escaping. Must not know the meaning of the text. Its
//! output goes into runs and properties.

/// The text without characters that XML forbids; a tab or line break becomes a space, so that words do not join.
pub(super) fn allowed(text: &str) -> String {
    text.chars().filter_map(allowed_char).collect()
}

/// Writes the allowed characters of a text, escaped like docx-rs does.
pub(super) fn escape(text: &str, written: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let mut start = 0;
    // Almost all of a text is written unchanged: it is copied in long parts.
    while let Some(length) = first_to_check(&bytes[start..]) {
        let end = start + length;
        written.extend_from_slice(&bytes[start..end]);
        let Some(character) = text[end..].chars().next() else { return };
        escape_char(character, written);
        start = end + character.len_utf8();
    }
    written.extend_from_slice(&bytes[start..]);
}

/// Where the first byte is that is not written unchanged.
fn first_to_check(bytes: &[u8]) -> Option<usize> {
    // The bytes of a block are compared all at once: nearly every block has none.
    let mut start = 0;
    while let Some(block) = bytes[start..].first_chunk::<BLOCK>() {
        if needs_check(block) {
            break;
        }
        start += BLOCK;
    }
    // The rest is shorter than a block: the last block covers it, together with bytes that are already known.
    if bytes.len() - start < BLOCK && bytes.last_chunk::<BLOCK>().is_some_and(|last| !needs_check(last)) {
        return None;
    }
    bytes[start..].iter().position(|byte| NEEDS_CHECK[usize::from(*byte)]).map(|length| start + length)
}

#[expect(clippy::needless_bitwise_bool, reason = "without branches all bytes are compared at once")]
fn needs_check(block: &[u8; BLOCK]) -> bool {
    let is_other = |byte: u8| OTHERS.iter().fold(false, |found, other| found | (byte == *other));
    block.iter().fold(false, |found, byte| found | (*byte < 0x20) | is_other(*byte))
}

/// How many bytes are compared at once.
const BLOCK: usize = 16;

/// The bytes that need a check besides control characters. The last one begins U+F000 to U+FFFF, of which two
/// are forbidden.
const OTHERS: [u8; 6] = [b'&', b'<', b'>', b'"', b'\'', 0xef];

/// The first bytes of all characters that are not written unchanged.
const NEEDS_CHECK: [bool; 256] = {
    let mut is_looked_at = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        is_looked_at[control] = true;
        control += 1;
    }
    let mut place = 0;
    while place < OTHERS.len() {
        is_looked_at[OTHERS[place] as usize] = true;
        place += 1;
    }
    is_looked_at
};

fn escape_char(character: char, written: &mut Vec<u8>) {
    match allowed_char(character) {
        None => {}
        Some('&') => written.extend_from_slice(b"&amp;"),
        Some('<') => written.extend_from_slice(b"&lt;"),
        Some('>') => written.extend_from_slice(b"&gt;"),
        Some('"') => written.extend_from_slice(b"&quot;"),
        Some('\'') => written.extend_from_slice(b"&apos;"),
        Some(other) => written.extend_from_slice(other.encode_utf8(&mut [0; 4]).as_bytes()),
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
    fn characters_that_xml_forbids_are_left_out() {
        assert_eq!(allowed("a\u{b}b\0\u{1f}c\u{fffe}\u{ffff}"), "abc");
    }

    #[test]
    fn line_breaks_and_tabs_become_spaces() {
        assert_eq!(allowed("trước\tsau\nhết"), "trước sau hết");
    }

    #[test]
    fn all_other_characters_are_kept() {
        let text = "  hai  dấu cách, NBSP\u{a0}, <b>&amp;]]> {{ x }} \u{200f}👩‍🌾 \u{e000}";
        assert_eq!(allowed(text), text);
    }

    #[test]
    fn a_text_is_escaped_and_cleaned_in_one_pass() {
        let check = |text: &str, expected: &str| {
            let mut written = b"<w:t>".to_vec();
            escape(text, &mut written);
            assert_eq!(String::from_utf8(written).expect("text is UTF-8"), format!("<w:t>{expected}"));
        };
        check("ệ <b> & \"c\" 'd'", "ệ &lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;");
        check("a\t\u{1}b\u{ffff}\u{fffd}\u{f8ff}", "a b\u{fffd}\u{f8ff}");
        check("Phòng Kinh tế & Hạ tầng của Ủy ban nhân dân", "Phòng Kinh tế &amp; Hạ tầng của Ủy ban nhân dân");
        check("sixteen letters <and a tail", "sixteen letters &lt;and a tail");
        check("", "");
    }
}
