//! The mark in a picture's file that shows it is ours: the digest of its pixels.
//!
//! Owns making and reading it. Must not know where files are stored. The command `figures` checks it before it replaces
//! a picture, so that other pictures, and ours once edited, are kept.

use std::io::Cursor;

use sha2::{Digest as _, Sha256};

/// The keyword of the mark in the file.
pub(super) const KEYWORD: &str = "vanthu";
/// The most bytes of pixels that one of our files may have: a page at 300 pixels per inch has some 3 MB.
const MOST: usize = 64 * 1024 * 1024;

/// Whether a file is a picture of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureMark {
    /// Ours, as it was drawn.
    Matches,
    /// It carries our mark, but its pixels are different.
    Differs,
    /// Not ours, or no picture.
    Absent,
}

/// The mark of these pixels.
pub(super) fn of(pixels: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'));
    Sha256::digest(pixels).iter().flat_map(digits).collect()
}

/// Reads the mark of a file and compares it with the pixels.
#[must_use]
pub fn mark(file: &[u8]) -> PictureMark {
    read(file).unwrap_or(PictureMark::Absent)
}

/// `None` for a file that is no picture, or larger than any of ours.
fn read(file: &[u8]) -> Option<PictureMark> {
    let limits = png::Limits { bytes: MOST };
    let mut reader = png::Decoder::new_with_limits(Cursor::new(file), limits).read_info().ok()?;
    let texts = &reader.info().uncompressed_latin1_text;
    let Some(mark) = texts.iter().find(|text| text.keyword == KEYWORD).map(|text| text.text.clone()) else {
        return Some(PictureMark::Absent);
    };
    let size = reader.output_buffer_size().filter(|size| *size <= MOST)?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).ok();
    let is_intact = frame.is_some_and(|frame| of(&pixels[..frame.buffer_size()]) == mark);
    Some(if is_intact { PictureMark::Matches } else { PictureMark::Differs })
}

#[cfg(test)]
mod tests {
    use super::super::tests::chart;
    use super::super::{draw, draw_with_title};
    use super::*;

    #[test]
    fn a_picture_of_ours_matches_its_mark() {
        assert_eq!(mark(&draw_with_title(&chart(2, "Thôn")).png), PictureMark::Matches);
        assert_eq!(mark(&draw(&chart(2, "Thôn")).png), PictureMark::Absent);
    }

    #[test]
    fn a_changed_picture_differs_and_another_file_has_no_mark() {
        let drawn = draw_with_title(&chart(2, "Thôn")).png;
        let at = drawn.windows(KEYWORD.len()).position(|bytes| bytes == KEYWORD.as_bytes()).expect("a mark");
        let mut other = drawn.clone();
        // The digest is changed; the checksum of the chunk no longer matches either.
        other[at + KEYWORD.len() + 1] ^= 1;
        assert_ne!(mark(&other), PictureMark::Matches);
        assert_eq!(
            [mark(b""), mark(b"\x89PNG"), mark(&drawn[..200])].map(|mark| mark == PictureMark::Matches),
            [false; 3]
        );
    }
}
