//! The measures of a text in a table's cell: its words, and the number of its lines.
//!
//! Owns the padding around a text, and counting lines in a column. Must not know the meaning of the text, nor how
//! widths are shared. Its measures go to `needs`, and to the code that shares a width.

use std::cell::RefCell;
use std::rc::Rc;

use crate::document::text_width::Lettering;
use crate::document::wrapping::{TextPiece, each_piece, most_pieces};
use crate::kept::KeptResults;
use crate::units::Pt;

/// Space between a line and the text beside it, in millimetres, at each side of a cell.
pub(super) const PADDING: f64 = 1.5;

/// Space that a line keeps free: text engines differ slightly.
const SLACK: f64 = 0.4;

/// Column widths are tried in steps of this.
const TRIAL: f64 = 0.5;

/// A paragraph's measures, in millimetres.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MeasuredText {
    /// Its width on one line, with the padding.
    pub(super) line: f64,
    /// The width of its widest word, without the padding.
    pub(super) widest: f64,
    /// Where its unbreakable words are on one line.
    places: Rc<[WordPlace]>,
}

/// An unbreakable word, and the blanks behind it, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MeasuredWord {
    pub(super) width: f64,
    pub(super) gap: f64,
}

/// Where a word begins and ends on one line, from the start of the line.
#[derive(Clone, Copy, Debug, PartialEq)]
struct WordPlace {
    start: f64,
    end: f64,
}

impl MeasuredText {
    /// A text of these words; `most` is an estimate of their number.
    pub(super) fn of(words: impl Iterator<Item = MeasuredWord>, most: usize) -> Self {
        let mut places = Vec::with_capacity(most);
        let (mut start, mut widest, mut last_gap) = (0.0, 0.0_f64, 0.0);
        for word in words {
            places.push(WordPlace { start, end: start + word.width });
            start += word.width + word.gap;
            (widest, last_gap) = (widest.max(word.width), word.gap);
        }
        Self { line: with_padding(start - last_gap), widest, places: places.into() }
    }
}

#[cfg(test)]
impl MeasuredText {
    /// A text of so many equal words, said to be so wide on one line.
    pub(super) fn of_equal_words(line: f64, word: MeasuredWord, count: usize) -> Self {
        Self { line, ..Self::of(std::iter::repeat_n(word, count), count) }
    }
}

/// The measures of a text in these letters.
pub(super) fn measured(text: &str, lettering: Lettering) -> MeasuredText {
    thread_local! {
        static KEPT: RefCell<KeptResults<Lettering, MeasuredText>> = RefCell::default();
    }
    let millimetres = |width: f64| Pt(width).to_mm().0;
    let word = |piece: TextPiece<'_>| MeasuredWord { width: millimetres(piece.width), gap: millimetres(piece.gap) };
    let made = || MeasuredText::of(each_piece(text, lettering).map(word), most_pieces(text));
    KEPT.with_borrow_mut(|kept| kept.get(text, lettering, made))
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

/// The narrowest column that sets a text on two lines.
pub(super) fn in_two_lines(text: &MeasuredText) -> f64 {
    let [first, .., last] = &*text.places else { return text.line };
    let ends = text.places.windows(2).map(|pair| (pair[0].end - first.start).max(last.end - pair[1].start));
    with_padding(ends.fold(f64::INFINITY, f64::min))
}

/// A column that sets a text on about three lines; never narrower than its widest word.
pub(super) fn in_about_three_lines(text: &MeasuredText) -> f64 {
    with_padding((text.line / 2.6).max(text.widest))
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
    let (mut lines, mut rest) = (1.0, &*text.places);
    while let [first, others @ ..] = rest {
        // Words fit as long as they end within the line that the first of them begins.
        let end = first.start + inner;
        rest = &others[others.partition_point(|word| word.end <= end)..];
        lines += if rest.is_empty() { 0.0 } else { 1.0 };
    }
    lines
}

/// The lines of a text of which some words are wider than this.
fn lines_with_parts(text: &MeasuredText, inner: f64) -> f64 {
    let (mut lines, mut line, mut end) = (1.0, 0.0, 0.0);
    for word in &*text.places {
        let (gap, width) = (word.start - end, word.end - word.start);
        if line > 0.0 && line + gap + width > inner {
            lines += 1.0;
            line = width;
        } else {
            line += gap + width;
        }
        // A word wider than the column continues on the next line.
        let full = if line > inner { (line / inner).floor() } else { 0.0 };
        lines += full;
        line -= full * inner;
        end = word.end;
    }
    lines
}
