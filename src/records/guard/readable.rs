//! A copy of a sound workbook without what calamine refuses, for the few workbooks that need one.
//!
//! Owns what is taken away or replaced: dimensions that are no range, error values that calamine does not know, extensions
//! of cells, entries of sheets without cells. Must not know what the guard accepts: every part was scanned before. The
//! copy goes to `cells` in place of the file; what was replaced is in the facts of its sheet.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::Write;

use quick_xml::events::{BytesStart, BytesText, Event};

use super::odd_cells::CellWriter;
use super::tags::{attribute, attributes, xml_reader};
use crate::records::refusal::Refusal;
use crate::zip::{Package, PackagePart, PackageWriter};

/// The error values that calamine knows.
const KNOWN_ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
/// The one that stands for any other.
const STAND_IN: &str = "#N/A";

/// What calamine refuses in a workbook.
#[derive(Debug, Default)]
pub(super) struct RefusedByCalamine {
    /// Sheets, by part.
    pub(super) sheets: BTreeSet<String>,
    /// The workbook's own part, and which entries of its list have no cells.
    pub(super) entries: Option<(String, BTreeSet<usize>)>,
}

/// Whether calamine reads this error value.
pub(super) fn is_known_error(word: &str) -> bool {
    KNOWN_ERRORS.contains(&word)
}

impl RefusedByCalamine {
    /// The copy; `None` where calamine reads the file as it is.
    pub(super) fn copy(&self, package: &mut Package<'_>) -> Result<Option<Vec<u8>>, Refusal> {
        if self.sheets.is_empty() && self.entries.is_none() {
            return Ok(None);
        }
        let mut copy = PackageWriter::new();
        for part in package.parts().to_vec() {
            // Pictures and macros are not read.
            if ![".xml", ".rels"].iter().any(|ending| part.name.ends_with(ending)) {
                continue;
            }
            copy.begin(&part.written)?;
            self.copy_part(package, &part, &mut copy)?;
        }
        Ok(Some(copy.finish()?))
    }

    fn copy_part(&self, package: &mut Package<'_>, part: &PackagePart, copy: &mut impl Write) -> Result<(), Refusal> {
        let entries = self.entries.as_ref().filter(|(name, _)| *name == part.name).map(|(_, entries)| entries);
        let mut source = package.reader(part)?;
        if entries.is_none() && !self.sheets.contains(&part.name) {
            return std::io::copy(&mut source, copy).map(|_| ()).map_err(|_| Refusal::Damaged);
        }
        let (mut reader, mut writer, mut buffer) = (xml_reader(source), CellWriter::new(copy), Vec::new());
        let mut copying = Copying { entries, listed: 0, left_out: None, is_error_cell: false, error: None };
        loop {
            buffer.clear();
            let event = reader.read_event_into(&mut buffer).map_err(|_| Refusal::Damaged)?;
            if matches!(event, Event::Eof) {
                return Ok(());
            }
            let Some(event) = copying.readable(event) else { continue };
            let word = copying.error.take_if(|_| matches!(event, Event::End(_)));
            if let Some(word) = word.filter(|word| !word.is_empty()) {
                let word =
                    if is_known_error(word.trim()) { Cow::Owned(word.trim().to_owned()) } else { STAND_IN.into() };
                writer.write(Event::Text(BytesText::new(&word))).map_err(|_| Refusal::Damaged)?;
            }
            writer.write(event).map_err(|_| Refusal::Damaged)?;
        }
    }
}

/// The state of copying one part.
struct Copying<'a> {
    /// The entries to leave out, in the workbook's own part.
    entries: Option<&'a BTreeSet<usize>>,
    /// Entries seen so far.
    listed: usize,
    /// The element that is being left out: its name and how many of that name are open.
    left_out: Option<(String, usize)>,
    is_error_cell: bool,
    /// The error value that is open, so far.
    error: Option<String>,
}

/// Whether calamine knows the state that an entry of the list of sheets has.
pub(super) fn has_known_state(entry: &BytesStart<'_>) -> bool {
    attribute(entry, "state").is_none_or(|state| ["visible", "hidden", "veryHidden"].contains(&state.as_ref()))
}

/// The entry as one that is visible; that it is not stands in the list of the guard.
fn without_state(entry: &BytesStart<'_>) -> BytesStart<'static> {
    let mut written = BytesStart::new(entry.name().as_ref().to_owned());
    for (key, value) in attributes(entry).flatten().filter(|(key, _)| *key != "state") {
        written.push_attribute((key, value.as_ref()));
    }
    written
}

impl Copying<'_> {
    /// The event as calamine may see it; `None` for one that is left out.
    fn readable<'e>(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        if let Some((name, open)) = &mut self.left_out {
            match &event {
                Event::Start(tag) if tag.local_name().as_ref() == name => *open += 1,
                Event::End(tag) if tag.local_name().as_ref() == name => *open -= 1,
                _ => {}
            }
            if *open == 0 {
                self.left_out = None;
            }
            return None;
        }
        match &event {
            Event::Start(tag) => {
                let name = tag.local_name();
                if self.is_refused(name.as_ref()) {
                    self.left_out = Some((name.as_ref().to_owned(), 1));
                    return None;
                }
                match name.as_ref() {
                    "c" => self.is_error_cell = attribute(tag, "t").is_some_and(|kind| kind == "e"),
                    "v" if self.is_error_cell => self.error = Some(String::new()),
                    "sheet" if self.entries.is_some() && !has_known_state(tag) => {
                        return Some(Event::Start(without_state(tag)));
                    }
                    _ => {}
                }
            }
            Event::End(tag) if tag.local_name().as_ref() == "c" => self.is_error_cell = false,
            Event::Text(text) if self.error.is_some() => {
                self.error.as_mut()?.push_str(text);
                return None;
            }
            Event::GeneralRef(_) | Event::CData(_) if self.error.is_some() => return None,
            _ => {}
        }
        Some(event)
    }

    /// Whether an element is one that calamine refuses.
    fn is_refused(&mut self, name: &str) -> bool {
        match (self.entries, name) {
            (Some(entries), "sheet") => {
                self.listed += 1;
                entries.contains(&(self.listed - 1))
            }
            (None, "dimension" | "extLst") => true,
            _ => false,
        }
    }
}
