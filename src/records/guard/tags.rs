//! Reads XML tags one at a time, exactly as calamine does.
//!
//! Owns the settings of the XML reader: the same as calamine's, so that both see the same events. Must not know any
//! element. `book` and `scan` read with it.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An XML reader with calamine's settings.
pub(in crate::records) fn xml_reader<R: BufRead>(source: R) -> Reader<R> {
    let mut reader = Reader::from_reader(source);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    config.trim_text(false);
    config.expand_empty_elements = true;
    reader
}

/// Where the events of a part come from; the same events, whatever the source.
pub(super) trait EventSource {
    /// The next event; `Eof` after the last.
    fn next_event(&mut self) -> Result<Event<'_>, quick_xml::Error>;
}

impl EventSource for Reader<&[u8]> {
    fn next_event(&mut self) -> Result<Event<'_>, quick_xml::Error> {
        self.read_event()
    }
}

/// A part that is inflated while it is read.
pub(super) struct Streamed<R> {
    reader: Reader<R>,
    /// The bytes of the event that was read last.
    event: Vec<u8>,
}

impl<R: BufRead> Streamed<R> {
    /// The events of this source.
    pub(super) fn of(source: R) -> Self {
        Self { reader: xml_reader(source), event: Vec::new() }
    }
}

impl<R: BufRead> EventSource for Streamed<R> {
    fn next_event(&mut self) -> Result<Event<'_>, quick_xml::Error> {
        self.event.clear();
        self.reader.read_event_into(&mut self.event)
    }
}

/// The attributes of a tag as written, entities unresolved; `None` for a malformed one.
pub(super) fn attributes<'a>(tag: &'a BytesStart<'_>) -> impl Iterator<Item = Option<(&'a str, Cow<'a, str>)>> {
    let mut written = tag.attributes();
    written.with_checks(false);
    written.map(|attribute| attribute.ok().map(|attribute| (attribute.key.0, attribute.value)))
}

/// One attribute of a tag as written; `None` where it is missing or malformed.
pub(in crate::records) fn attribute<'a>(tag: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    attributes(tag).flatten().find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// One attribute with its entities resolved; `None` where that is impossible.
pub(in crate::records) fn unescaped_attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let raw = attribute(tag, name)?;
    quick_xml::escape::unescape(&raw).ok().map(Cow::into_owned)
}
