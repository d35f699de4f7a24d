//! Cells whose value is not of the type that they state: words in a number, a type that no Excel writes.
//!
//! Owns making texts of them in the copy that calamine reads. Must not know why there is a copy. Programs that export
//! tables write such cells; Excel shows them as text.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesStart, Event};

use super::tags::attribute;

/// Types whose values calamine takes as they are.
const SURE: [&str; 6] = ["s", "str", "e", "d", "inlineStr", "is"];

/// Writes a sheet, each cell once it is known what it holds.
pub(super) struct CellWriter<W> {
    writer: Writer<W>,
    /// The open cell, where it may have to become a text.
    held: Option<HeldCell>,
}

struct HeldCell {
    kind: Option<String>,
    events: Vec<Event<'static>>,
    value: String,
    is_in_value: bool,
}

/// Whether a value is a number as it stands.
pub(super) fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) || text.parse::<f64>().is_ok()
}

/// Whether a value is yes or no as calamine reads it.
pub(super) fn is_bool(text: &str) -> bool {
    matches!(text, "0" | "1" | "true" | "false")
}

impl<W: Write> CellWriter<W> {
    pub(super) fn new(target: W) -> Self {
        Self { writer: Writer::new(target), held: None }
    }

    /// Writes an event, or holds it until its cell ends.
    pub(super) fn write(&mut self, event: Event<'_>) -> io::Result<()> {
        let Some(cell) = &mut self.held else {
            if let Event::Start(tag) = &event
                && tag.local_name().as_ref() == "c"
            {
                let kind = attribute(tag, "t").map(std::borrow::Cow::into_owned);
                if !kind.as_deref().is_some_and(|kind| SURE.contains(&kind)) {
                    let events = vec![event.into_owned()];
                    self.held = Some(HeldCell { kind, events, value: String::new(), is_in_value: false });
                    return Ok(());
                }
            }
            return self.writer.write_event(event);
        };
        let is_end = match &event {
            Event::Start(tag) => {
                cell.is_in_value |= tag.local_name().as_ref() == "v";
                false
            }
            Event::End(tag) => {
                cell.is_in_value &= tag.local_name().as_ref() != "v";
                tag.local_name().as_ref() == "c"
            }
            Event::Text(text) if cell.is_in_value => {
                cell.value.push_str(text);
                false
            }
            // An entity stands in no number.
            Event::GeneralRef(_) | Event::CData(_) if cell.is_in_value => {
                cell.value.push('&');
                false
            }
            _ => false,
        };
        cell.events.push(event.into_owned());
        if is_end { self.release() } else { Ok(()) }
    }

    fn release(&mut self) -> io::Result<()> {
        let Some(cell) = self.held.take() else { return Ok(()) };
        let is_text = cell.is_text();
        for event in cell.events {
            let event = match event {
                Event::Start(tag) if is_text && tag.local_name().as_ref() == "c" => Event::Start(as_text(&tag)),
                event => event,
            };
            self.writer.write_event(event)?;
        }
        Ok(())
    }
}

impl HeldCell {
    fn is_text(&self) -> bool {
        match self.kind.as_deref() {
            None | Some("n") => !is_number(&self.value),
            Some("b") => !self.value.is_empty() && !is_bool(&self.value),
            Some(_) => true,
        }
    }
}

/// The tag of a cell, for a text.
fn as_text(tag: &BytesStart<'_>) -> BytesStart<'static> {
    let mut written = BytesStart::new(tag.name().as_ref().to_owned());
    for name in ["r", "s"] {
        if let Some(value) = attribute(tag, name) {
            written.push_attribute((name, value.as_ref()));
        }
    }
    written.push_attribute(("t", "str"));
    written
}
