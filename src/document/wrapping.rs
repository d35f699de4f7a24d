//! Breaks a text into lines.
//!
//! Owns the simulation of Word's line breaking: at blanks and after hyphens inside words, never at U+00A0. Must not
//! know the decree, a style or how well a break reads. Its pieces and lines go to `balancing`.

use super::text_width::{Lettering, text_width};

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
pub(super) fn pieces<'a>(text: &'a str, lettering: Lettering) -> Vec<TextPiece<'a>> {
    let blank = text_width(" ", lettering).0;
    // A Vietnamese word is some six bytes long.
    let mut pieces: Vec<TextPiece<'a>> = Vec::with_capacity(text.len() / 6 + 1);
    let has_hyphens = text.contains('-');
    let mut start = 0;
    while start <= text.len() {
        let rest = &text[start..];
        let word = &rest[..rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len())];
        let mut place = start;
        let mut push = |part: &'a str| {
            pieces.push(TextPiece { text: part, start: place, width: text_width(part, lettering).0, gap: 0.0 });
            place += part.len();
        };
        if has_hyphens {
            hyphen_parts(word).for_each(push);
        } else if !word.is_empty() {
            push(word);
        }
        start += word.len() + 1;
        if let Some(last) = pieces.last_mut() {
            last.gap += blank;
        }
    }
    pieces
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

/// A word split after each hyphen between a letter or digit and a letter, as Word breaks `33-CT/TW`.
fn hyphen_parts(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let cut = rest.match_indices('-').map(|(at, _)| at + 1).find(|&at| {
            let before = rest[..at - 1].chars().next_back();
            let after = rest[at..].chars().next();
            before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphabetic)
        });
        let (part, remainder) = rest.split_at(cut.unwrap_or(rest.len()));
        rest = remainder;
        (!part.is_empty()).then_some(part)
    })
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
        let parts = |word| hyphen_parts(word).collect::<Vec<_>>();
        assert_eq!(parts("33-CT/TW"), ["33-", "CT/TW"]);
        assert_eq!(parts("2025-2030"), ["2025-2030"]);
        assert_eq!(parts("-"), ["-"]);
        assert_eq!(parts("a-b-c"), ["a-", "b-", "c"]);
        assert_eq!(parts(""), Vec::<&str>::new());
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
