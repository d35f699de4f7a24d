//! The sheet Nơi nhận: who gets the document.
//!
//! Owns the order of the lines, and removes a typed dash or end mark. Must not know the form of the list: the layout
//! sets the marks.

use super::cells;
use super::list_number;
use super::nothing;
use super::prose::begun;
use super::recipient_line;
use super::recipient_purpose;
use super::register::Register;
use super::standing_boards;
use crate::contract::{Field, SheetKind};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{Record, Records};
use crate::vietnamese::fold;

/// A line of Nơi nhận.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Its text without dash and end mark; a purpose follows in brackets.
    pub text: String,
    /// The end mark that was typed, if any.
    pub typed_mark: Option<String>,
    /// The kinds of document it is for; empty for all.
    pub applies_to: Vec<DocumentKind>,
    /// Its cell.
    pub at: Place,
}

impl Recipient {
    /// Whether it is the archive line (`Lưu: …`).
    #[must_use]
    pub fn is_archive(&self) -> bool {
        fold::key(&self.text).split(' ').next() == Some("luu")
    }

    /// The recipient's name, without the purpose in brackets.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text.split_once('(').map_or(self.text.as_str(), |(name, _)| name).trim_end()
    }

    /// Whether it is sent for information only: to report, to inform, to follow.
    #[must_use]
    pub fn is_for_information(&self) -> bool {
        const PURPOSES: [&str; 6] = ["b c", "bao cao", "biet", "theo doi", "giam sat", "chi dao"];
        let purpose = self.text.split_once('(').map_or_else(String::new, |(_, purpose)| fold::key(purpose));
        PURPOSES.iter().any(|words| format!(" {purpose} ").contains(&format!(" {words} ")))
    }

    /// With the purpose of its row. The archive line and `Như trên` have none (NN-07, NN-08): that is a note.
    fn with_purpose(mut self, purpose: &str, out: &mut Diagnostics) -> Self {
        let whole = format!("{} {purpose}", self.text);
        if self.is_archive() || self.is_reference() {
            let message = Diagnostic::note("HS-100").at(&self.at).with("item", "Nơi nhận").with("text", whole);
            out.report(message.with("printed", &self.text));
        } else if !recipient_purpose::is_said(&self.text, purpose) {
            self.text = whole;
        }
        self
    }

    /// Whether it refers to recipients named elsewhere: `Như trên`, `Như Điều 3`.
    #[must_use]
    pub fn is_reference(&self) -> bool {
        fold::key(&self.text).split(' ').next() == Some("nhu")
    }

    /// Whether it is for this kind of document.
    #[must_use]
    pub fn applies(&self, kind: DocumentKind) -> bool {
        self.applies_to.is_empty() || self.applies_to.contains(&kind)
    }
}

/// Reads the lines in the order of the rows, or of Thứ tự where every row has one.
pub(super) fn check(records: &Records, register: &Register, out: &mut Diagnostics) -> Vec<Recipient> {
    let mut rows: Vec<(Option<u32>, &Record)> = Vec::new();
    for record in records.rows(SheetKind::Recipients) {
        rows.push((order(record, out), record));
    }
    // A row without a number stays after the row above it.
    let mut last = 0;
    let mut keyed: Vec<(u32, &Record)> = Vec::new();
    for (number, record) in rows {
        last = number.unwrap_or(last);
        keyed.push((last, record));
    }
    keyed.sort_by_key(|&(number, _)| number);
    let read = keyed.into_iter().flat_map(|(_, record)| lines(record, register, out)).collect();
    once(read, out)
}

/// HS-287: a line that stands there twice for the same kinds of document is printed once.
fn once(read: Vec<Recipient>, out: &mut Diagnostics) -> Vec<Recipient> {
    let mut kept: Vec<Recipient> = Vec::with_capacity(read.len());
    for line in read {
        let is_same = |other: &&Recipient| other.text == line.text && other.applies_to == line.applies_to;
        match kept.iter().find(is_same) {
            Some(first) => {
                out.report(Diagnostic::note("HS-287").at(&line.at).also_at(&first.at).with("text", &line.text));
            }
            None => kept.push(line),
        }
    }
    kept
}

/// The kinds of document in a row, by name, abbreviation or the name of a sub-type; an unknown one is an error.
fn kinds(record: &Record, out: &mut Diagnostics) -> Vec<DocumentKind> {
    let Some(cell) = record.text(Field::AppliesTo) else { return Vec::new() };
    let names = cell.value.split([';', ',', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let mut kinds = Vec::new();
    for name in names.filter(|name| fold::key(name) != "tat ca") {
        let kind = super::general_kind::kind_named(name).map(|(kind, _)| kind);
        if kind.is_none() {
            let nearest = fold::nearest(name, DocumentKind::names());
            out.report(Diagnostic::error("HS-008").at(&cell.at).with("text", name).nearest(nearest));
        }
        kinds.extend(kind);
    }
    kinds
}

fn order(record: &Record, out: &mut Diagnostics) -> Option<u32> {
    let cell = record.text(Field::Ordinal)?;
    let number = cell.value.trim_end_matches(['.', ')']).parse().ok().filter(|number| *number > 0);
    if number.is_none() {
        out.report(Diagnostic::error("HS-025").at(&cell.at).with("key", "Thứ tự").with("text", &cell.value));
    }
    number
}

fn lines(record: &Record, register: &Register, out: &mut Diagnostics) -> Vec<Recipient> {
    let purpose = cells::line(record, Field::Purpose).map(|typed| purpose(&typed, record, out));
    let applies_to = kinds(record, out);
    let at = record.place_of(Field::Recipient);
    let typed = record.text(Field::Recipient).map(|cell| cell.value).unwrap_or_default();
    let said = recipient_line::lines(&typed).into_iter().filter(|line| !nothing::is_blank_word(line));
    let read = said.map(|line| {
        let (typed, typed_mark) = bare(line);
        standing_boards::check(typed.split('(').next().unwrap_or_default().trim_end(), &at, out);
        let text = recipient_line::written(&typed);
        if text != typed {
            let message = Diagnostic::note("HS-100").at(&at).with("item", "Nơi nhận").with("text", &typed);
            out.report(message.with("printed", &text));
        }
        let text = begun(with_registered_name(&text, register, &at, out));
        list_number::note(unmarked(line), &at, out);
        let line = Recipient { text, typed_mark, applies_to: applies_to.clone(), at: at.clone() };
        match &purpose {
            Some(purpose) => line.with_purpose(purpose, out),
            None => line,
        }
    });
    read.filter(|recipient| !recipient.text.is_empty()).collect()
}

/// The line with its unit as the register writes it; its purpose stays behind the name.
fn with_registered_name(line: &str, register: &Register, at: &Place, out: &mut Diagnostics) -> String {
    let name = line.split('(').next().unwrap_or_default().trim_end();
    let written = register.written_in_recipients(name, at, out);
    written.map_or_else(|| line.to_owned(), |written| format!("{written}{}", &line[name.len()..]))
}

/// The purpose as it is printed; more than brackets and marks set right is a note.
fn purpose(typed: &str, record: &Record, out: &mut Diagnostics) -> String {
    let written = recipient_purpose::bracketed(&bare(typed).0);
    if !written.contains(bare(typed).0.trim_matches(['(', ')', ' '])) {
        let message = Diagnostic::note("HS-100").at(&record.place_of(Field::Purpose)).with("item", "Mục đích");
        out.report(message.with("text", typed).with("printed", &written));
    }
    written
}

/// A line of a list without a typed dash in front and end marks behind.
#[must_use]
pub fn without_list_marks(line: &str) -> String {
    bare(line).0
}

/// The line without a typed dash in front and end marks behind, and those marks.
fn bare(line: &str) -> (String, Option<String>) {
    let text = list_number::without_number(unmarked(line));
    let stem = text.trim_end_matches([';', '.', ',', ':', ' ', '\u{a0}', '/']);
    let mark = text[stem.len()..].trim();
    (stem.to_owned(), (!mark.is_empty()).then(|| mark.to_owned()))
}

/// The line without a typed dash in front.
fn unmarked(line: &str) -> &str {
    line.trim_start_matches(['-', '–', '—', '+', '•', '*']).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_marks_are_removed() {
        assert_eq!(bare("- Các phòng, ban chuyên môn:"), ("Các phòng, ban chuyên môn".into(), Some(":".into())));
        assert_eq!(bare("– Lưu: VT, VHXH."), ("Lưu: VT, VHXH".into(), Some(".".into())));
        assert_eq!(bare("Các thôn"), ("Các thôn".into(), None));
    }
}
