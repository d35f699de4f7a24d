//! A text file of a template: its name in messages and its text.
//!
//! Owns decoding bytes and giving a mistake its line and caret. Must not know the meaning of the text. Its messages go
//! to the clerk.

use std::ops::Range;

use super::folder::Origin;
use crate::diag::{Diagnostic, Excerpt, Place};
use crate::templates::language::{Fault, Faults, Spot};
use crate::vietnamese::text::{is_unprintable, legible};

/// The largest file of a template, in bytes.
pub const LARGEST_TEMPLATE_FILE: usize = 256 * 1024;

/// A text file of a template.
#[derive(Clone, Debug)]
pub(crate) struct SourceText {
    /// The file's name in messages: `mau/ke-hoach/van-ban.md`.
    pub(crate) label: String,
    /// Its text: NFC, lines end with `\n`, no invisible mark.
    pub(crate) text: String,
}

impl SourceText {
    /// Reads a file's bytes. The program's own texts need no cleaning, which a test checks.
    ///
    /// # Errors
    /// `MAU-020` above the size limit, `MAU-023` where it is not UTF-8.
    pub(crate) fn read(label: String, bytes: &[u8], origin: Origin) -> Result<Self, Box<Diagnostic>> {
        if bytes.len() > LARGEST_TEMPLATE_FILE {
            let message = Diagnostic::error("MAU-020").with("most", LARGEST_TEMPLATE_FILE / 1024).hint("size");
            return Err(Box::new(message.at(&Place::file(label))));
        }
        if let Ok(text) = std::str::from_utf8(bytes) {
            let text = if origin == Origin::BuiltIn { text.to_owned() } else { legible(text) };
            return Ok(Self { label, text });
        }
        let message = Diagnostic::error("MAU-023").with("letter", "UTF-8").hint("encoding");
        Err(Box::new(message.at(&Place::file(label))))
    }

    /// Reports every character that can't be printed.
    pub(crate) fn check_letters(&self, faults: &mut Faults) {
        // Hardly any text has a byte that such a character begins with: those without are not read letter by letter.
        // Without an early end the bytes are read many at a time.
        if !self.text.bytes().fold(false, |found, byte| found | may_begin_unprintable(byte)) {
            return;
        }
        for (start, letter) in self.text.char_indices().filter(|(_, letter)| is_unprintable(*letter)) {
            let name = format!("U+{:04X}", u32::from(letter));
            faults.add(Diagnostic::error("MAU-023").with("letter", name), start..start + letter.len_utf8());
        }
    }

    /// The message of a mistake, with its file, its line and the text of that line.
    pub(crate) fn message(&self, fault: Fault) -> Diagnostic {
        let Fault { mut message, spot } = fault;
        let (row, line, span) = self.line_at(&spot);
        message.excerpt = Some(Excerpt::line(row, line, span));
        message.at(&Place::line(&self.label, row))
    }

    /// The line number of a spot's start, 1-based.
    pub(crate) fn row_at(&self, at: usize) -> u32 {
        let before = self.text.get(..at).unwrap_or(&self.text);
        u32::try_from(before.matches('\n').count() + 1).expect("a template has few lines")
    }

    /// The line of a spot's start: its number, its text, and the range of characters that the spot covers.
    fn line_at(&self, spot: &Spot) -> (u32, &str, Range<usize>) {
        let text = self.text.as_str();
        let at = floor(text, spot.start.min(text.len()));
        let start = text[..at].rfind('\n').map_or(0, |index| index + 1);
        let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
        let to = floor(text, spot.end.clamp(at, end.max(at)));
        let characters = |range: Range<usize>| text[range].chars().count();
        let first = characters(start..at);
        (self.row_at(at), &text[start..end], first..first + characters(at..to).max(1))
    }
}

/// Whether a character that can't be printed may begin with this byte: a control character, or a private-use one.
fn may_begin_unprintable(byte: u8) -> bool {
    let is_control = byte < b' ' && byte != b'\n' && byte != b'\t' || byte == 0x7f;
    is_control || byte == 0xc2 || byte >= 0xee
}

/// The start of the character that contains a byte.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unprintable_character_begins_with_one_of_the_bytes_looked_for() {
        for letter in (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|letter| is_unprintable(*letter)) {
            assert!(letter.to_string().bytes().next().is_some_and(may_begin_unprintable), "{letter:?}");
        }
    }

    #[test]
    fn a_spot_is_reported_in_characters_of_its_line() {
        let source =
            SourceText::read("van-ban.md".into(), "\u{feff}dòng một\r\nVề {{ viec.x }}\r\n".as_bytes(), Origin::Own)
                .expect("it is UTF-8");
        let at = source.text.find("viec.x").expect("it is there");
        let message = source.message(Fault { message: Diagnostic::error("MAU-007"), spot: at + 5..at + 6 });
        assert_eq!(message.place.to_string(), "van-ban.md:2");
        assert_eq!(message.excerpt, Some(Excerpt::line(2, "Về {{ viec.x }}", 11..12)));
    }

    #[test]
    fn the_built_in_texts_need_no_cleaning() {
        for file in crate::templates::template::built_in().iter().flat_map(|folder| &folder.files) {
            let text = std::str::from_utf8(&file.bytes).expect("our texts are UTF-8");
            assert_eq!(legible(text), text, "{}", file.name);
        }
    }

    #[test]
    fn a_file_that_is_not_text_is_reported() {
        let code = |bytes: &[u8]| {
            SourceText::read(String::new(), bytes, Origin::Own).map(|_| ()).map_err(|message| message.code)
        };
        assert_eq!(code(b"\xff\xfeM\0"), Err("MAU-023"));
        assert_eq!(code(&vec![b'a'; LARGEST_TEMPLATE_FILE + 1]), Err("MAU-020"));
        assert_eq!(code(&vec![b'a'; LARGEST_TEMPLATE_FILE]), Ok(()));
    }
}
