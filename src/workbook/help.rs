//! The notes on headings and items: what to fill in.
//!
//! Owns their size and the word for a required field. Must not know the sentences: the description has them. The notes
//! go to `table` and `form`.

use rust_xlsxwriter::Note;

/// Width of a note in pixels, and in letters.
const WIDTH: u32 = 320;
const LETTERS_A_LINE: usize = 44;
/// Height of a line, and the space above and below.
const LINE_HEIGHT: usize = 19;
const PADDING: usize = 14;

/// The note of a heading or an item.
pub(super) fn note(guidance: &str, is_required: bool) -> Note {
    let text = if is_required { format!("BẮT BUỘC. {guidance}") } else { guidance.to_owned() };
    let lines: usize = text.lines().map(|line| line.chars().count().div_ceil(LETTERS_A_LINE).max(1)).sum();
    let height = u32::try_from(lines * LINE_HEIGHT + PADDING).expect("a note is a few sentences");
    // The author's name would be a person's; ours is the program's, and is not shown.
    let note = Note::new(text).set_author("vanthu").add_author_prefix(false);
    note.set_width(WIDTH).set_height(height).set_font_name("Times New Roman").set_font_size(11)
}
