//! A run: a part of a text with one weight, slant and size.
//!
//! Owns what is written for an empty text. Must not know the paragraph around it. Its runs are written into paragraphs,
//! from shapes of docx-rs.

use docx_rs as word;

use super::shape::XmlShape;
use super::shape::{Filling, Shapes, gap, text_gap, tidied};
use super::text::escape;
use crate::document::LINE_BREAK;

/// The element that starts a line.
const BREAK: &str = "<w:br />";

/// The size of a blank that takes no room, in half-points. Condensed spacing is ignored there by `LibreOffice`.
const NARROWED: usize = 2;

/// The direct formatting of a run, compared with the style of its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent switch of Word's")]
pub(super) struct RunLook {
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    /// Whether its blank takes no room.
    pub(super) is_narrow: bool,
    /// In half-points.
    pub(super) size: Option<usize>,
    pub(super) is_deleted: bool,
}

/// The shapes of runs made so far.
#[derive(Debug, Default)]
pub(super) struct RunShapes(Shapes<RunLook, RunShape>);

/// A written run, split at its text.
#[derive(Debug)]
struct RunShape {
    /// The XML up to the text.
    opening: XmlShape,
    /// The XML around the text.
    text: [String; 2],
    /// The XML for a text of which no character is allowed.
    blank: String,
    closing: String,
}

impl RunShapes {
    /// Writes a run with this text.
    pub(super) fn write(&mut self, text: &str, look: RunLook, written: &mut Vec<u8>) {
        let form = RunLook { size: look.size.map(|_| 0), ..look };
        let shape = self.0.get(form, |form| RunShape::of(*form));
        shape.opening.fill(&[Filling::from(look.size.unwrap_or(0))], written);
        shape.write_text(text, written);
        written.extend_from_slice(shape.closing.as_bytes());
    }
}

impl RunShape {
    fn of(form: RunLook) -> Self {
        let look = RunLook { size: form.size.map(|_| gap(0)), ..form };
        let [one, blank] = [text_gap(1).as_str(), ""].map(|text| tidied(&run(text, look)));
        let (before, after) = one.split_once(&text_gap(1)).expect("a run has its text");
        let (opening, tag) = before.split_at(before.rfind('<').expect("a text has its element"));
        let (end, closing) = after.split_at(after.find('>').expect("an element ends") + 1);
        let blank = blank.strip_prefix(opening).and_then(|rest| rest.strip_suffix(closing));
        Self {
            opening: XmlShape::new(opening),
            blank: blank.expect("runs of one form are written alike").to_owned(),
            text: [tag.to_owned(), end.to_owned()],
            closing: closing.to_owned(),
        }
    }

    /// Writes a text, with a break before each of its lines but the first.
    fn write_text(&self, text: &str, written: &mut Vec<u8>) {
        for (number, line) in text.split(LINE_BREAK).enumerate() {
            if number > 0 {
                written.extend_from_slice(BREAK.as_bytes());
            }
            self.write_line(line, written);
        }
    }

    fn write_line(&self, text: &str, written: &mut Vec<u8>) {
        let start = written.len();
        written.extend_from_slice(self.text[0].as_bytes());
        let before = written.len();
        escape(text, written);
        if written.len() == before {
            written.truncate(start);
            written.extend_from_slice(self.blank.as_bytes());
        } else {
            written.extend_from_slice(self.text[1].as_bytes());
        }
    }
}

/// A run with this text for docx-rs.
pub(super) fn run(text: &str, look: RunLook) -> word::Run {
    let line = |run: word::Run, text| if look.is_deleted { run.add_delete_text(text) } else { run.add_text(text) };
    let mut lines = text.split(LINE_BREAK);
    let first = line(word::Run::new(), lines.next().unwrap_or_default());
    let run = lines.fold(first, |run, text| line(run.add_break(word::BreakType::TextWrapping), text));
    let run = if look.is_bold { run.bold() } else { run };
    let run = if look.is_italic { run.italic() } else { run };
    match look.size {
        _ if look.is_narrow => run.size(NARROWED),
        Some(size) => run.size(size),
        None => run,
    }
}
