//! Escapes data, so that neither Tera nor CommonMark interprets it.
//!
//! Owns the escaping: a private-use character before and after each value, and one in place of each ASCII control and
//! punctuation character of it. No workbook can hold such characters (`records` drops them all). So `#`, `*`, `1.`,
//! `{{ x }}` and blank lines of a cell pass unchanged through both engines. Letters, digits and blanks stay: they are markup
//! only at the start of a line or beside punctuation. Must not know where a text comes from. Escaped text goes into Tera;
//! unescaped text goes into the draft.

use std::io::{self, Write};

/// The private-use character for byte 0.
const BASE: u32 = 0xf_0000;

/// The characters before and after a value.
const OPEN: char = '\u{f0100}';
const CLOSE: char = '\u{f0101}';

/// The first byte of these characters; no other character of a workbook begins with it.
const FIRST_BYTE: u8 = 0xf3;

/// Writes text escaped: Tera's escape function. An empty text stays empty.
///
/// # Errors
/// Those of the writer.
pub(crate) fn write_escaped(text: &str, output: &mut dyn Write) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    let mut buffer = [0; 4];
    let mut write = |letter: char, output: &mut dyn Write| output.write_all(letter.encode_utf8(&mut buffer).as_bytes());
    write(OPEN, output)?;
    let mut written = 0;
    for (place, byte) in text.bytes().enumerate() {
        if byte.is_ascii_punctuation() || byte.is_ascii_control() {
            output.write_all(&text.as_bytes()[written..place])?;
            write(char::from_u32(BASE + u32::from(byte)).expect("plane 15 has 256 characters from its start"), output)?;
            written = place + 1;
        }
    }
    output.write_all(&text.as_bytes()[written..])?;
    write(CLOSE, output)
}

/// Unescapes the escaped parts of a text; the rest stays.
pub(crate) fn unescape(text: String) -> String {
    let Some(mut place) = text.bytes().position(|byte| byte == FIRST_BYTE) else { return text };
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    loop {
        plain.push_str(&rest[..place]);
        let mut letters = rest[place..].chars();
        match letters.next() {
            None => return plain,
            Some(OPEN | CLOSE) => {}
            Some(letter) => {
                plain.push(u8::try_from(u32::from(letter).wrapping_sub(BASE)).map_or(letter, char::from));
            }
        }
        rest = letters.as_str();
        place = rest.bytes().position(|byte| byte == FIRST_BYTE).unwrap_or(rest.len());
    }
}

/// The text without its escaped parts: only what the template's author wrote.
pub(crate) fn typed_part(text: &str) -> String {
    let mut is_value = false;
    let mut is_typed = |letter: char| {
        let was_value = is_value;
        is_value = letter == OPEN || (is_value && letter != CLOSE);
        !was_value && !is_value
    };
    text.chars().filter(|&letter| is_typed(letter)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn escaped(text: &str) -> String {
        let mut output = Vec::new();
        write_escaped(text, &mut output).expect("a vector takes all");
        String::from_utf8(output).expect("whole letters")
    }

    proptest! {
        #[test]
        fn unescaping_reverses_escaping(text in "\\PC*|[#*`<&;{%1. \n]{0,8}", before in "[a-z# *\u{c0000}]{0,5}") {
            let mixed = format!("{before}{}{before}", escaped(&text));
            prop_assert_eq!(typed_part(&mixed), before.repeat(2));
            prop_assert_eq!(unescape(mixed), format!("{before}{text}{before}"));
        }
    }

    #[test]
    fn escaped_text_has_no_punctuation_and_a_private_use_character_at_each_end() {
        let escaped = escaped("# {{ x }} *a* <b>\n\n1.");
        assert!(!escaped.contains(|letter: char| letter.is_ascii_punctuation() || letter.is_control()));
        assert!(escaped.starts_with(OPEN) && escaped.ends_with(CLOSE));
    }
}
