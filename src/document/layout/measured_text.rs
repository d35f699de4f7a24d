//! The measures of a text in a table's cell: its words, and the number of its lines.
//!
//! Owns the padding around a text, and counting lines in a column. Must not know the meaning of the text, nor how
//! widths are shared. Its measures go to `needs`, and to the code that shares a width.

use crate::document::text_width::Lettering;
use crate::document::wrapping::{TextPiece, each_piece, most_pieces};
use crate::units::Pt;

/// Space between a line and the text beside it, in millimetres, at each side of a cell.
pub(super) const PADDING: f64 = 1.5;

/// Space that a line keeps free: text engines differ slightly.
const SLACK: f64 = 0.4;

/// Column widths are tried in steps of this.
const TRIAL: f64 = 0.5;

/// A paragraph's measures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MeasuredText {
    /// Its width on one line, with the padding.
    pub(super) line: f64,
    /// The width of its widest word, without the padding.
    pub(super) widest: f64,
    /// Its unbreakable words.
    pub(super) words: Vec<MeasuredWord>,
}

impl MeasuredText {
    /// A text with these words, as wide on one line.
    pub(super) fn of(line: f64, words: Vec<MeasuredWord>) -> Self {
        let widest = words.iter().map(|word| word.width).fold(0.0, f64::max);
        Self { line, widest, words }
    }
}

/// An unbreakable word, and the blanks after it, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MeasuredWord {
    pub(super) width: f64,
    pub(super) gap: f64,
}

/// The measures of a text in these letters.
pub(super) fn measured(text: &str, lettering: Lettering) -> MeasuredText {
    let millimetres = |width: f64| Pt(width).to_mm().0;
    let mut words = Vec::with_capacity(most_pieces(text));
    let word = |piece: TextPiece<'_>| MeasuredWord { width: millimetres(piece.width), gap: millimetres(piece.gap) };
    words.extend(each_piece(text, lettering).map(word));
    let all: f64 = words.iter().map(|word| word.width + word.gap).sum();
    let line = with_padding(all - words.last().map_or(0.0, |word| word.gap));
    MeasuredText::of(line, words)
}

/// A width with the padding around it.
pub(super) fn with_padding(width: f64) -> f64 {
    width + 2.0 * PADDING + SLACK
}

/// Its widest word, with the padding around it.
pub(super) fn longest_word(text: &MeasuredText) -> f64 {
    with_padding(text.widest)
}

/// The narrowest column that sets a text in at most this many lines, to half a millimetre.
pub(super) fn narrowest(text: &MeasuredText, most: f64) -> f64 {
    let least = longest_word(text);
    let mut trials = (0..).map(|step| least + f64::from(step) * TRIAL).take_while(|width| *width < text.line);
    trials.find(|width| lines(text, *width - SLACK) <= most).unwrap_or(text.line)
}

/// The lines that a text takes in a column of this width.
pub(super) fn lines(text: &MeasuredText, width: f64) -> f64 {
    let inner = (width - 2.0 * PADDING).max(1.0);
    if text.line <= width {
        return 1.0;
    }
    if text.widest > inner {
        return lines_with_parts(text, inner);
    }
    let (mut lines, mut line, mut gap) = (1.0, 0.0, 0.0);
    for word in &text.words {
        if line + gap + word.width > inner && line > 0.0 {
            lines += 1.0;
            line = word.width;
        } else {
            line += gap + word.width;
        }
        gap = word.gap;
    }
    lines
}

/// The lines of a text of which some words are wider than this.
fn lines_with_parts(text: &MeasuredText, inner: f64) -> f64 {
    let (mut lines, mut line, mut gap) = (1.0, 0.0, 0.0);
    for word in &text.words {
        if line > 0.0 && line + gap + word.width > inner {
            lines += 1.0;
            line = word.width;
        } else {
            line += gap + word.width;
        }
        // A word wider than the column continues on the next line.
        let full = if line > inner { (line / inner).floor() } else { 0.0 };
        lines += full;
        line -= full * inner;
        gap = word.gap;
    }
    lines
}
