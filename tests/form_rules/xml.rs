//! A part of a document as a tree of elements.
//!
//! Owns reading XML without the code of the product. Must not know what an element means; `paper` does.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element; the text of `w:t` is its own.
#[derive(Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: BTreeMap<String, String>,
    pub(super) children: Vec<Element>,
    pub(super) text: String,
}

impl Element {
    /// The root of a part.
    pub(super) fn read(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().expect("a part is well formed") {
                Event::Start(tag) => open.push(Self::of(&tag)),
                Event::Empty(tag) => close(&mut open, Self::of(&tag)),
                Event::End(_) => {
                    let ended = open.pop().expect("every end has its start");
                    close(&mut open, ended);
                }
                Event::Text(piece) => last(&mut open).text.push_str(&piece.xml10_content()),
                Event::GeneralRef(name) => last(&mut open).text.push_str(letter(&name)),
                Event::Eof => return open.remove(0),
                _ => {}
            }
        }
    }

    fn of(tag: &BytesStart) -> Self {
        let attributes = tag.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute is well formed");
            (attribute.key.0.to_owned(), attribute.value.into_owned())
        });
        Self { name: tag.name().as_ref().to_owned(), attributes: attributes.collect(), ..Self::default() }
    }

    /// The first child of this name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Every child of this name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The element at the end of this path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// An attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// A measure in an attribute.
    pub(super) fn number(&self, name: &str) -> Option<i32> {
        self.get(name).and_then(|value| value.parse().ok())
    }
}

fn last(open: &mut [Element]) -> &mut Element {
    open.last_mut().expect("there is always a root")
}

fn close(open: &mut [Element], ended: Element) {
    last(open).children.push(ended);
}

fn letter(reference: &str) -> &'static str {
    match reference {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        other => panic!("a reference that XML does not define: &{other};"),
    }
}
