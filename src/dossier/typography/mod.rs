//! Marks of words as a paper has them: “…” for quotations, " - " for a dash, a capital behind a full stop.
//!
//! Owns which cells are set right, and the notes about them. Must not know what a cell means: all later files of this
//! room read the cells as they are here. Codes, days and figures are no words, and stay.

mod all_of_a_sort;
mod articles;
mod dashes;
mod quotations;
mod sentences;
mod unit_words;

use super::wording::{Correction, around};
use crate::contract::{Field, GeneralKey, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{CellValue, Record, Records};
use crate::vietnamese::fold;

/// The columns of words that papers print.
const COLUMNS: [(SheetKind, Field); 20] = [
    (SheetKind::General, Field::Value),
    (SheetKind::Prose, Field::Content),
    (SheetKind::Units, Field::Name),
    (SheetKind::Grounds, Field::Issuer),
    (SheetKind::Grounds, Field::Subject),
    (SheetKind::Assignments, Field::Group),
    (SheetKind::Assignments, Field::Content),
    (SheetKind::Assignments, Field::Product),
    (SheetKind::Assignments, Field::Source),
    (SheetKind::Assignments, Field::Note),
    (SheetKind::Implementation, Field::Unit),
    (SheetKind::Implementation, Field::Content),
    (SheetKind::Completions, Field::Outcome),
    (SheetKind::Completions, Field::Obstacles),
    (SheetKind::Completions, Field::Cause),
    (SheetKind::Completions, Field::Proposal),
    (SheetKind::Indicators, Field::Indicator),
    (SheetKind::Indicators, Field::FigureSource),
    (SheetKind::Indicators, Field::Note),
    (SheetKind::Recipients, Field::Recipient),
];

/// A cell that is set right.
struct SetRight {
    kind: SheetKind,
    row: usize,
    /// `None` for the name of a group that stands in a row of its own.
    field: Option<Field>,
    text: String,
}

/// The records with the marks of their words set right; `None` where all are.
///
/// Reports `HS-285` and `HS-286`, one note for each column.
pub(super) fn set_right(records: &Records, out: &mut Diagnostics) -> Option<Records> {
    let mut changes = Vec::new();
    for (kind, field) in COLUMNS {
        let mut column = ColumnNotes::of(kind, field);
        for (row, record) in records.rows(kind).iter().enumerate() {
            if kind == SheetKind::General && !is_words(record) {
                continue;
            }
            let cell = record.cell(field).filter(|cell| cell.value.value == CellValue::Text);
            if let Some(text) = cell.and_then(|cell| column.set_right(&cell.value.text, &cell.at)) {
                changes.push(SetRight { kind, row, field: Some(field), text });
            }
            let group = record.group.as_ref().filter(|_| field == Field::Group);
            if let Some(text) = group.and_then(|group| column.set_right(&group.value, &group.at)) {
                changes.push(SetRight { kind, row, field: None, text });
            }
        }
        column.report(out);
    }
    if changes.is_empty() {
        return None;
    }
    let mut records = records.clone();
    for SetRight { kind, row, field, text } in changes {
        let record = &mut records.rows.get_mut(&kind).expect("a changed row is of a sheet")[row];
        match (field, &mut record.group) {
            (Some(field), _) => *record.cells.text_mut(field).expect("a changed cell is filled") = text,
            (None, Some(group)) => group.value = text,
            (None, None) => {}
        }
    }
    Some(records)
}

/// Whether an item of Thông tin chung is of words: Chủ đề, Trích yếu.
fn is_words(record: &Record) -> bool {
    let words = [GeneralKey::Subject, GeneralKey::Topic].map(|key| fold::key(key.title()));
    record.cell(Field::Item).is_some_and(|item| words.contains(&fold::key(&item.value.text)))
}

/// What was set right in a column.
struct ColumnNotes {
    heading: &'static str,
    marks: Vec<Note>,
    capitals: Vec<Note>,
}

/// A cell with something set right, and what is seen of it.
struct Note {
    at: Place,
    typed: String,
    printed: String,
}

impl ColumnNotes {
    fn of(kind: SheetKind, field: Field) -> Self {
        Self { heading: kind.heading(field), marks: Vec::new(), capitals: Vec::new() }
    }

    /// The text of a cell as it is printed; `None` where that is as typed.
    fn set_right(&mut self, text: &str, at: &Place) -> Option<String> {
        // This settles nearly every cell.
        if !may_be_wrong(text.as_bytes()) {
            return None;
        }
        let marks = |paragraph: &str| {
            let quoted = quotations::corrections(paragraph);
            let dashed = merged(quoted, dashes::corrections(paragraph));
            let lettered = merged(all_of_a_sort::corrections(paragraph), unit_words::corrections(paragraph));
            merged(merged(dashed, lettered), articles::corrections(paragraph))
        };
        let with_marks = corrected(text, at, marks, &mut self.marks);
        let with_capitals =
            corrected(with_marks.as_deref().unwrap_or(text), at, sentences::corrections, &mut self.capitals);
        with_capitals.or(with_marks)
    }

    fn report(self, out: &mut Diagnostics) {
        for (code, notes) in [("HS-285", self.marks), ("HS-286", self.capitals)] {
            let Some(first) = notes.first() else { continue };
            let message = Diagnostic::note(code).at(&first.at).with("item", self.heading);
            let message = message.with("typed", &first.typed).with("printed", &first.printed);
            let others = notes.len() - 1;
            out.report(if others > 0 { message.with("others", others).hint("several") } else { message });
        }
    }
}

/// Whether a text in UTF-8 has a mark that may be set right: a quick look, since every cell of words is looked at.
fn may_be_wrong(text: &[u8]) -> bool {
    let is_joining = |at: usize| {
        let is_beside = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b'-' | b'0'..=b'9' | b' '));
        is_beside(at.checked_sub(1).and_then(|before| text.get(before))) && is_beside(text.get(at + 1))
            || text.get(at + 1) == Some(&b'-')
    };
    text.iter().enumerate().any(|(at, byte)| match byte {
        b'"' => true,
        b'-' => is_joining(at) && text.get(at.wrapping_sub(1)..at + 2) != Some(b" - "),
        b'.' => text.get(at + 1).is_some_and(|next| *next == b' ' || *next == 0xc2),
        // «, »
        0xc2 => matches!(text.get(at + 1), Some(0xab | 0xbb)),
        // –, —
        0xe2 => matches!(text.get(at + 1..at + 3), Some([0x80, 0x93 | 0x94])),
        // «các Thôn», «tại Xã Cồn Lau»: the word for a unit behind a blank.
        b'T' | b'B' | b'K' | b'X' | b'P' => at > 1 && text[at - 1] == b' ' && begins_unit_word(&text[at..]),
        // Ấ
        0xe1 => at > 1 && text[at - 1] == b' ' && text[at + 1..].starts_with(&[0xba, 0xa4]),
        // Đ, «điều 5»
        0xc4 if at > 0 && matches!(text[at - 1], b' ' | b'(') => match text.get(at + 1) {
            Some(0x90) => begins_unit_word(&text[at..]),
            Some(0x91) => cites_article(&text[at..]),
            _ => false,
        },
        _ => false,
    })
}

fn cites_article(text: &[u8]) -> bool {
    text.strip_prefix(articles::WORD.as_bytes()).is_some_and(|behind| behind.first().is_some_and(u8::is_ascii_digit))
}

fn begins_unit_word(text: &[u8]) -> bool {
    unit_words::WORDS.iter().any(|word| text.starts_with(word.as_bytes()))
}

/// Two lists of corrections in one, from left to right; they have no place in common.
fn merged(mut some: Vec<Correction>, others: Vec<Correction>) -> Vec<Correction> {
    some.extend(others);
    some.sort_by_key(|correction| correction.range.start);
    some
}

/// The text with its corrections, of which the first is noted; `None` where there are none.
fn corrected(text: &str, at: &Place, find: impl Fn(&str) -> Vec<Correction>, notes: &mut Vec<Note>) -> Option<String> {
    let mut whole = String::new();
    let mut note: Option<Note> = None;
    for (index, paragraph) in text.split('\n').enumerate() {
        if index > 0 {
            whole.push('\n');
        }
        let corrections = find(paragraph);
        whole.push_str(&with(paragraph, 0..paragraph.len(), &corrections));
        if let (Some(first), Some(last)) = (corrections.first(), corrections.last())
            && note.is_none()
        {
            let shown = around(paragraph, &(first.range.start..last.range.end));
            let typed = paragraph[shown.clone()].to_owned();
            note = Some(Note { at: at.clone(), typed, printed: with(paragraph, shown, &corrections) });
        }
    }
    notes.push(note?);
    Some(whole)
}

/// A part of a paragraph with all corrections, which are inside this part.
fn with(paragraph: &str, part: std::ops::Range<usize>, corrections: &[Correction]) -> String {
    let mut written = String::with_capacity(part.len());
    let mut read = part.start;
    for correction in corrections {
        written.push_str(&paragraph[read..correction.range.start]);
        written.push_str(&correction.with);
        read = correction.range.end;
    }
    written + &paragraph[read..part.end]
}

/// The paragraph as printed.
#[cfg(test)]
fn printed(paragraph: &str) -> String {
    let mut column = ColumnNotes::of(SheetKind::Prose, Field::Content);
    column.set_right(paragraph, &Place::default()).unwrap_or_else(|| paragraph.to_owned())
}
