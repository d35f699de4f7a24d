//! Breaks a text into lines.
//!
//! Owns the simulation of Word's line breaking: at blanks and after hyphens inside words, never at U+00A0. Must not
//! know the decree, a style or how well a break reads. Its pieces and lines go to `balancing`.

use super::text_width::{Lettering, WidthSum, text_width};

/// Letters that no text engine separates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TextPiece<'a> {
    /// The letters.
    pub(super) text: &'a str,
    /// Their start in the whole text, in bytes.
    pub(super) start: usize,
    /// Their width in points.
    pub(super) width: f64,
    /// Width in points of the blanks after them; 0 inside a word.
    pub(super) gap: f64,
}

/// The pieces of a text, in order; none for a text of blanks.
pub(super) fn pieces(text: &str, lettering: Lettering) -> Vec<TextPiece<'_>> {
    let mut pieces = Vec::with_capacity(most_pieces(text));
    pieces.extend(each_piece(text, lettering));
    pieces
}

/// An estimate of how many pieces a text has, mostly too high: a Vietnamese word with its blank has over five bytes.
pub(super) fn most_pieces(text: &str) -> usize {
    text.len() / 5 + 1
}

/// The pieces of a text, one after another.
pub(super) fn each_piece(text: &str, lettering: Lettering) -> impl Iterator<Item = TextPiece<'_>> {
    let bytes = text.as_bytes();
    let blank = text_width(" ", lettering).0;
    let blanks_from = |place: usize| bytes[place..].iter().take_while(|byte| **byte == b' ').count();
    let mut next = blanks_from(0);
    std::iter::from_fn(move || {
        let (start, mut sum) = (next, WidthSum::new(lettering));
        let mut end = start;
        while let Some(&byte) = bytes.get(end) {
            if byte == b' ' {
                break;
            }
            if byte.is_ascii() {
                sum.add_byte(byte);
                end += 1;
                if byte == b'-' && is_break(text, end - 1) {
                    break;
                }
            } else {
                let Some(letter) = text[end..].chars().next() else { break };
                sum.add(letter);
                end += letter.len_utf8();
            }
        }
        let piece = Some(&text[start..end]).filter(|piece| !piece.is_empty())?;
        let blanks = blanks_from(end);
        next = end + blanks;
        // The last piece has one blank more, as if another text followed.
        let gap = blanks + usize::from(next == text.len());
        let gap = blank * f64::from(u32::try_from(gap).unwrap_or(u32::MAX));
        Some(TextPiece { text: piece, start, width: sum.take(piece).0, gap })
    })
}

/// Widths of the lines into which a column breaks the pieces, in points, from top to bottom.
pub(super) fn lines(pieces: &[TextPiece<'_>], column: f64) -> Vec<f64> {
    let mut lines: Vec<f64> = Vec::new();
    let mut gap = 0.0;
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if *line + gap + piece.width <= column => *line += gap + piece.width,
            _ => lines.push(piece.width),
        }
        gap = piece.gap;
    }
    lines
}

/// Whether a line may break after this hyphen: it is between a letter or digit and a letter, as in `33-CT/TW`.
fn is_break(text: &str, hyphen: usize) -> bool {
    let before = text[..hyphen].chars().next_back();
    let after = text[hyphen + 1..].chars().next();
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use crate::document::text_width::Cut;
    use crate::units::Pt;

    use super::*;

    /// At this size a digit is 1 point wide and a blank half a point.
    const LETTERING: Lettering = Lettering { cut: Cut::Upright, size: Pt(2.0) };

    #[test]
    fn a_code_may_break_only_after_its_hyphen() {
        let parts = |text| pieces(text, LETTERING).iter().map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(parts("33-CT/TW"), ["33-", "CT/TW"]);
        assert_eq!(parts("2025-2030 -x"), ["2025-2030", "-x"]);
        assert_eq!(parts("- x--y"), ["-", "x--y"]);
        assert_eq!(parts("a-b-c"), ["a-", "b-", "c"]);
        assert_eq!(parts(""), Vec::<&str>::new());
    }

    #[test]
    fn a_letter_that_no_table_has_is_measured_with_its_marks() {
        let piece = pieces("o\u{31b}\u{323}", LETTERING)[0];
        assert!((piece.width - text_width("ợ", LETTERING).0).abs() < 1e-9);
    }

    #[test]
    fn lines_break_at_blanks_but_not_at_non_breaking_ones() {
        let check = |text: &str, column: f64, expected: &[f64]| {
            assert_eq!(lines(&pieces(text, LETTERING), column), expected, "{text}");
        };
        check("11 22 33", 7.0, &[7.0]);
        check("11 22 33", 6.9, &[4.5, 2.0]);
        check("11 22\u{a0}33", 6.9, &[2.0, 4.5]);
        check("11  22", 5.0, &[5.0]);
        check(" 1111 2", 3.0, &[4.0, 1.0]);
        check("  ", 3.0, &[]);
    }

    #[test]
    fn a_piece_has_its_start_in_the_text() {
        let starts = |text| pieces(text, LETTERING).iter().map(|piece| piece.start).collect::<Vec<_>>();
        assert_eq!(starts(" số  33-CT x"), [1, 7, 10, 13]);
    }
}
