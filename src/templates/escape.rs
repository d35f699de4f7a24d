//! Escapes data, so that neither Tera nor CommonMark interprets it.
//!
//! Owns the escaping: each UTF-8 byte becomes one private-use character, which no workbook can hold (`records` drops
//! them all). So `#`, `*`, `1.`, `{{ x }}` and blank lines of a cell pass unchanged through both engines. Must not know
//! where a text comes from. Escaped text goes into Tera; unescaped text goes into the draft.

use std::io::{self, Write};

/// The private-use character for byte 0.
const BASE: u32 = 0xf_0000;

/// Writes text escaped: Tera's escape function.
///
/// # Errors
/// Those of the writer.
pub(crate) fn write_escaped(text: &str, output: &mut dyn Write) -> io::Result<()> {
    let mut buffer = [0; 4];
    for byte in text.bytes() {
        let letter = char::from_u32(BASE + u32::from(byte)).expect("plane 15 holds 256 characters from its start");
        output.write_all(letter.encode_utf8(&mut buffer).as_bytes())?;
    }
    Ok(())
}

/// Unescapes the escaped parts of a text; the rest stays.
pub(crate) fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut buffer = [0; 4];
    for letter in text.chars() {
        match u8::try_from(u32::from(letter).wrapping_sub(BASE)) {
            Ok(byte) => bytes.push(byte),
            Err(_) => bytes.extend_from_slice(letter.encode_utf8(&mut buffer).as_bytes()),
        }
    }
    String::from_utf8(bytes).expect("escaped text is cut at letters only, by engines that do not know it")
}

/// The text without its escaped parts: only what the template's author wrote.
pub(crate) fn typed_part(text: &str) -> String {
    text.chars().filter(|&letter| u8::try_from(u32::from(letter).wrapping_sub(BASE)).is_err()).collect()
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
        fn unescaping_reverses_escaping(text in "\\PC*", before in "[a-z# *]{0,5}") {
            let mixed = format!("{before}{}{before}", escaped(&text));
            prop_assert_eq!(unescape(&mixed), format!("{before}{text}{before}"));
            prop_assert_eq!(typed_part(&mixed), before.repeat(2));
        }
    }

    #[test]
    fn escaped_text_has_only_private_use_characters() {
        assert!(escaped("# {{ x }} *a* <b>\n\n1.").chars().all(|letter| u32::from(letter) >= BASE));
    }
}
