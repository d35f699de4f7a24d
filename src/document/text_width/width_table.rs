//! The widths of all letters used in papers, for direct lookup.
//!
//! Owns the table, which is computed at compile time: four cuts by some nine hundred characters. Must not know sizes or
//! texts. Its widths go to `text_width`, which measures all other characters by their parts.

use super::advances::{self, Ascii, MARKED, OTHERS};

/// Widths of one cut by the index of a character; 0 for a character in no list.
type Widths = [u16; PLACES];

const LATIN: usize = 0x250;
const VIETNAMESE: usize = 0x1e00;
const VIETNAMESE_END: usize = 0x1f00;
const PUNCTUATION: usize = 0x2000;
const PUNCTUATION_END: usize = 0x2040;
const PLACES: usize = LATIN + (VIETNAMESE_END - VIETNAMESE) + (PUNCTUATION_END - PUNCTUATION);

static TABLE: [Widths; 4] = [
    widths(&advances::UPRIGHT, 0),
    widths(&advances::BOLD, 1),
    widths(&advances::ITALIC, 2),
    widths(&advances::BOLD_ITALIC, 3),
];

/// The widths of the letters of one byte in a cut; 0 for one in no list.
#[inline]
pub(super) fn of_bytes(cut: usize) -> &'static [u16; 0x80] {
    TABLE[cut].first_chunk().expect("the table begins with these letters")
}

/// The width of a character in a cut (0 to 3: upright, bold, italic, bold italic); `None` where the table has none.
#[inline]
pub(super) fn width(letter: char, cut: usize) -> Option<u16> {
    let place = place(letter)?;
    Some(TABLE[cut][place]).filter(|width| *width > 0)
}

const fn place(letter: char) -> Option<usize> {
    match letter as usize {
        code @ 0..LATIN => Some(code),
        code @ VIETNAMESE..VIETNAMESE_END => Some(code - VIETNAMESE + LATIN),
        code @ PUNCTUATION..PUNCTUATION_END => Some(code - PUNCTUATION + LATIN + VIETNAMESE_END - VIETNAMESE),
        _ => None,
    }
}

const fn widths(ascii: &Ascii, column: usize) -> Widths {
    let mut widths = [0; PLACES];
    let mut index = 0;
    while index < ascii.len() {
        widths[' ' as usize + index] = ascii[index];
        index += 1;
    }
    widths[0xa0] = ascii[0];
    index = 0;
    while index < OTHERS.len() {
        if let Some(place) = place(OTHERS[index].0) {
            widths[place] = OTHERS[index].1[column];
        }
        index += 1;
    }
    index = 0;
    while index < MARKED.len() {
        let (stem, marked) = MARKED[index];
        let mut letter = 0;
        while letter < marked.len() {
            if let (Some(place), Some(stem)) = (place(marked[letter]), place(stem)) {
                widths[place] = widths[stem];
            }
            letter += 1;
        }
        index += 1;
    }
    widths
}
