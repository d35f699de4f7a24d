//! A small tree of one XML part: enough to move, drop and add elements. Texts stay exactly as escaped.
//!
//! Owns reading and writing such a tree. Must not know what an element means. Its output is a part's bytes.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

/// The declaration before every part's root.
pub(super) const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// An element with its content.
pub(super) struct Element<'a> {
    start: BytesStart<'a>,
    nodes: Vec<XmlNode<'a>>,
}

enum XmlNode<'a> {
    Element(Element<'a>),
    /// Text and references, still escaped.
    Text(Event<'a>),
}

/// The root of a part written by this room.
///
/// # Panics
/// When the part is not well-formed: only our own parts are read this way.
pub(super) fn parse(part: &str) -> Element<'_> {
    let mut reader = Reader::from_str(part);
    let mut open: Vec<Element> = Vec::new();
    loop {
        let closed = match reader.read_event().expect("a part written by us is well-formed") {
            Event::Start(start) => {
                open.push(Element { start, nodes: Vec::new() });
                continue;
            }
            Event::Empty(start) => Element { start, nodes: Vec::new() },
            Event::End(_) => open.pop().expect("the reader checks that every end has its start"),
            Event::Eof => panic!("a part written by us has a root"),
            text => {
                // Only the declaration is outside the root; it is written again.
                if let Some(parent) = open.last_mut() {
                    parent.nodes.push(XmlNode::Text(text));
                }
                continue;
            }
        };
        match open.last_mut() {
            Some(parent) => parent.nodes.push(XmlNode::Element(closed)),
            None => return closed,
        }
    }
}

impl<'a> Element<'a> {
    /// An empty element.
    pub(super) fn new(name: &'static str) -> Self {
        Self { start: BytesStart::new(name), nodes: Vec::new() }
    }

    /// The same element with an attribute; the value is escaped here.
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.set_attribute(name, value);
        self
    }

    /// The name with its prefix.
    pub(super) fn name(&self) -> &str {
        self.start.name().0
    }

    /// Whether it has no elements, text or attributes.
    pub(super) fn is_bare(&self) -> bool {
        self.nodes.is_empty() && self.start.attributes_raw().trim().is_empty()
    }

    /// Adds an attribute, escaping its value.
    pub(super) fn set_attribute(&mut self, name: &str, value: &str) {
        self.start.push_attribute((name, value));
    }

    /// Removes an attribute, if it is there.
    pub(super) fn remove_attribute(&mut self, name: &str) {
        if !self.start.attributes_raw().contains(name) {
            return;
        }
        let mut start = BytesStart::new(self.name().to_owned());
        for attribute in self.start.attributes().flatten().filter(|attribute| attribute.key.0 != name) {
            start.push_attribute(attribute);
        }
        self.start = start;
    }

    /// Takes all attributes away.
    pub(super) fn clear_attributes(&mut self) {
        self.start.clear_attributes();
    }

    /// Adds an element after all others.
    pub(super) fn push(&mut self, child: Element<'a>) {
        self.nodes.push(XmlNode::Element(child));
    }

    /// Its elements, in order.
    #[cfg(test)]
    pub(super) fn children(&self) -> impl Iterator<Item = &Element<'a>> {
        self.nodes.iter().filter_map(|node| match node {
            XmlNode::Element(element) => Some(element),
            XmlNode::Text(_) => None,
        })
    }

    /// Its elements, in order, to be changed.
    pub(super) fn children_mut(&mut self) -> impl Iterator<Item = &mut Element<'a>> {
        self.nodes.iter_mut().filter_map(|node| match node {
            XmlNode::Element(element) => Some(element),
            XmlNode::Text(_) => None,
        })
    }

    /// The first element of this name, to be changed.
    pub(super) fn child_mut(&mut self, name: &str) -> Option<&mut Element<'a>> {
        self.children_mut().find(|child| child.name() == name)
    }

    /// Keeps only these elements; text stays.
    pub(super) fn retain(&mut self, mut is_kept: impl FnMut(&Element<'a>) -> bool) {
        self.nodes.retain(|node| match node {
            XmlNode::Element(element) => is_kept(element),
            XmlNode::Text(_) => true,
        });
    }

    /// Sorts its elements by rank; equal ones keep their order.
    pub(super) fn sort_by_rank(&mut self, rank: impl Fn(&str) -> usize) {
        self.nodes.sort_by_key(|node| match node {
            XmlNode::Element(element) => rank(element.name()),
            XmlNode::Text(_) => usize::MAX,
        });
    }

    /// Appends it to what is already written.
    pub(super) fn write_to(&self, written: &mut Vec<u8>) {
        let mut writer = Writer::new(std::mem::take(written));
        self.write(&mut writer);
        *written = writer.into_inner();
    }

    /// The bytes of the part with this root.
    pub(super) fn to_part(&self) -> Vec<u8> {
        let mut writer = Writer::new(DECLARATION.as_bytes().to_vec());
        self.write(&mut writer);
        writer.into_inner()
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) {
        if self.nodes.is_empty() {
            return put(writer, Event::Empty(self.start.borrow()));
        }
        put(writer, Event::Start(self.start.borrow()));
        for node in &self.nodes {
            match node {
                XmlNode::Element(element) => element.write(writer),
                XmlNode::Text(text) => put(writer, text.borrow()),
            }
        }
        put(writer, Event::End(self.start.to_end()));
    }
}

fn put(writer: &mut Writer<Vec<u8>>, event: Event) {
    writer.write_event(event).expect("memory takes every write");
}
