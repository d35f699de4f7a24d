//! From a document to the bytes of its .docx.
//!
//! Owns the order of the steps, and what is kept between documents: shapes, the parts that many documents share, and what
//! makes a further document fast. Must not know how a part is written. Its output is the whole file.

use super::body::{BodyShapes, WrittenText};
use super::package::{Effort, Packer, WrittenPart, pack};
use super::parts::Extras;
use super::shared_parts::SharedParts;
use super::{fingerprint, parts, picture};
use crate::document::Document;

/// Writes documents. The shapes and parts that they share are made once, so later documents are faster.
///
/// # Examples
/// ```no_run
/// # let documents: Vec<vanthu::document::Document> = Vec::new();
/// let mut writer = vanthu::docx::Writer::default();
/// let files: Vec<Vec<u8>> = documents.iter().map(|document| writer.write(document)).collect();
/// ```
#[derive(Debug)]
pub struct Writer {
    body: BodyShapes,
    shared: SharedParts,
    packer: Packer,
    /// The room of the last text: nothing of that is in it any more.
    room: Vec<u8>,
}

/// A text's room is kept for the next one up to this size: that of some hundred pages.
const MOST_KEPT: usize = 1024 * 1024;

impl Default for Writer {
    fn default() -> Self {
        let packer = Packer::new(Effort::Little);
        Self { body: BodyShapes::default(), shared: SharedParts::default(), packer, room: Vec::new() }
    }
}

/// The bytes of a .docx, by a writer of its own: for a single document.
///
/// # Panics
/// As [`Writer::write`].
#[must_use]
pub fn write(document: &Document) -> Vec<u8> {
    Writer::default().write(document)
}

impl Writer {
    /// The bytes of a .docx: the same document gives the same bytes, in every process, on every machine, whatever was
    /// written before.
    ///
    /// Contains no date, no author and no trace of the machine; contains the digest that [`super::fingerprint`] checks.
    ///
    /// # Panics
    /// When the document has no section, or when a paragraph or the first page uses a style that the document lacks.
    #[must_use]
    pub fn write(&mut self, document: &Document) -> Vec<u8> {
        let (own, extras) = self.own_parts(document);
        let mut parts: Vec<&WrittenPart> = own.iter().chain(self.shared.of(document, extras)).collect();
        parts.sort_by(|one, other| one.name.cmp(&other.name));
        let stamp = fingerprint::stamp(parts.iter().copied(), &document.properties.source);
        let stamp = self.packer.part(parts::CUSTOM, stamp);
        parts.insert(parts.partition_point(|part| part.name < stamp.name), &stamp);
        let file = pack(parts.iter().copied());
        self.keep_room(own);
        file
    }

    fn keep_room(&mut self, parts: Vec<WrittenPart>) {
        let text = parts.into_iter().find(|part| part.name == parts::DOCUMENT).map(|part| part.bytes);
        if let Some(mut room) = text.filter(|text| text.capacity() <= MOST_KEPT) {
            room.clear();
            self.room = room;
        }
    }

    /// The parts with the document's own text and pictures, and which parts it has that others may lack.
    fn own_parts(&mut self, document: &Document) -> (Vec<WrittenPart>, Extras) {
        let WrittenText { part, comments } = self.body.text(document, std::mem::take(&mut self.room));
        let mut own = vec![
            self.packer.part(parts::DOCUMENT, part),
            self.packer.part(parts::CORE, parts::core(&document.properties)),
        ];
        let extras = Extras { pictures: picture::pictures(document).count(), has_comments: comments.is_some() };
        own.extend(comments.map(|comments| self.packer.part(parts::COMMENTS, comments)));
        let pictures = (1..).zip(picture::pictures(document));
        own.extend(pictures.map(|(number, picture)| self.packer.part(picture::name(number), picture.png.clone())));
        (own, extras)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::thread;

    use proptest::prelude::*;
    use quick_xml::Reader;
    use quick_xml::events::Event;

    use super::super::demo::{self, bare, is_picture, names, part, texts};
    use super::super::text::allowed;
    use super::*;
    use crate::document::{LINE_BREAK, PageBlock};

    /// Every start tag of a part as (name, attributes).
    fn tags(xml: &str) -> Vec<(String, BTreeMap<String, String>)> {
        let mut reader = Reader::from_str(xml);
        let mut tags = Vec::new();
        loop {
            match reader.read_event().expect("the part is well-formed") {
                Event::Start(tag) | Event::Empty(tag) => {
                    let attributes = tag.attributes().map(|attribute| {
                        let attribute = attribute.expect("the attribute is well-formed");
                        (attribute.key.0.to_owned(), attribute.value.into_owned())
                    });
                    tags.push((tag.name().0.to_owned(), attributes.collect()));
                }
                Event::Eof => return tags,
                _ => {}
            }
        }
    }

    /// The names of all parts but pictures.
    fn xml_names(docx: &[u8]) -> impl Iterator<Item = String> {
        names(docx).into_iter().filter(|name| !is_picture(name))
    }

    fn values(xml: &str, tag: &str, attribute: &str) -> Vec<String> {
        let tags = tags(xml).into_iter().filter(|(name, _)| name == tag);
        tags.filter_map(|(_, attributes)| attributes.get(attribute).cloned()).collect()
    }

    /// The text of each paragraph of a part, as an independent reader sees it.
    fn read_paragraphs(xml: &str) -> Vec<String> {
        let mut reader = Reader::from_str(xml);
        let mut paragraphs: Vec<String> = Vec::new();
        let mut is_text = false;
        loop {
            match reader.read_event().expect("the part is well-formed") {
                Event::Start(tag) if tag.name().0 == "w:p" => paragraphs.push(String::new()),
                Event::Empty(tag) if tag.name().0 == "w:p" => paragraphs.push(String::new()),
                Event::Start(tag) if tag.name().0 == "w:t" => is_text = true,
                Event::End(tag) if tag.name().0 == "w:t" => is_text = false,
                Event::Text(text) if is_text => paragraphs.last_mut().expect("text is in a paragraph").push_str(&text),
                Event::GeneralRef(reference) => {
                    let escaped = format!("&{};", &*reference);
                    let text = quick_xml::escape::unescape(&escaped).expect("the reference is known");
                    paragraphs.last_mut().expect("text is in a paragraph").push_str(&text);
                }
                Event::Eof => return paragraphs,
                _ => {}
            }
        }
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        let document = demo::document();
        let first = write(&document);
        for _ in 0..50 {
            // docx-rs's counters advance with every paragraph made in the process.
            drop(docx_rs::Paragraph::new());
            assert!(write(&document) == first, "a further write differs");
        }
        let threads: Vec<_> = (0..4).map(|_| thread::spawn(|| write(&demo::document()))).collect();
        for thread in threads {
            assert!(thread.join().expect("writing does not panic") == first, "another thread's write differs");
        }
    }

    #[test]
    fn a_file_has_exactly_these_parts_in_a_fixed_order() {
        let expected = [
            parts::CONTENT_TYPES,
            "_rels/.rels",
            "docProps/core.xml",
            parts::CUSTOM,
            "word/_rels/document.xml.rels",
            parts::DOCUMENT,
            parts::HEADER,
            parts::FIRST_HEADER,
            "word/media/image1.png",
            "word/settings.xml",
            parts::STYLES,
        ];
        assert_eq!(names(&write(&demo::document())), expected);
    }

    #[test]
    fn every_part_is_well_formed_and_declares_what_it_uses() {
        let docx = write(&demo::document());
        for name in xml_names(&docx) {
            let mut declared: BTreeSet<String> = ["xml", "xmlns"].map(str::to_owned).into();
            for (tag, attributes) in tags(&part(&docx, &name)) {
                // At the root, or at the start of a drawing, before anything uses it.
                declared.extend(attributes.keys().filter_map(|key| key.strip_prefix("xmlns:")).map(str::to_owned));
                for (prefix, _) in attributes.keys().chain([&tag]).filter_map(|name| name.split_once(':')) {
                    assert!(declared.contains(prefix), "{prefix} is not declared in {name}");
                }
            }
        }
    }

    #[test]
    fn every_part_has_a_type_and_every_relationship_a_target() {
        let docx = write(&demo::document());
        let names: BTreeSet<String> = names(&docx).into_iter().collect();
        let overrides = values(&part(&docx, parts::CONTENT_TYPES), "Override", "PartName");
        let mut typed: BTreeSet<String> = overrides.iter().map(|name| name[1..].to_owned()).collect();
        let defaults = values(&part(&docx, parts::CONTENT_TYPES), "Default", "Extension");
        typed.extend(names.iter().filter(|name| defaults.contains(&"png".into()) && is_picture(name)).cloned());
        let mut pointed = BTreeSet::new();
        for (relations, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
            let targets = values(&part(&docx, relations), "Relationship", "Target");
            pointed.extend(targets.iter().map(|target| format!("{folder}{target}")));
        }
        let own: BTreeSet<String> =
            names.into_iter().filter(|name| name != parts::CONTENT_TYPES && !name.contains("_rels/")).collect();
        assert_eq!((&typed, &pointed), (&own, &own));
        let ids = values(&part(&docx, "word/_rels/document.xml.rels"), "Relationship", "Id");
        for (tag, attribute) in [("w:headerReference", "r:id"), ("a:blip", "r:embed")] {
            let used = values(&part(&docx, parts::DOCUMENT), tag, attribute);
            assert!(!used.is_empty() && used.iter().all(|id| ids.contains(id)), "{used:?} points nowhere");
        }
    }

    #[test]
    fn text_is_read_back_equal() {
        let document = demo::document();
        let read = read_paragraphs(&part(&write(&document), parts::DOCUMENT));
        let mut given: Vec<String> =
            document.sections.iter().flat_map(|section| &section.blocks).flat_map(texts).collect();
        // An empty cell, and the hairlines between grids and after the last one.
        given.retain(|text| !text.is_empty());
        let read: Vec<String> = read.into_iter().filter(|text| !text.is_empty()).collect();
        assert_eq!(read, given);
    }

    proptest! {
        #[test]
        fn no_text_becomes_markup(text in "\\PC{0,40}|[ -~]{0,40}|(?s:.){0,40}") {
            let document = demo::with_blocks(vec![PageBlock::Paragraph(bare("body", &text))]);
            let xml = part(&write(&document), parts::DOCUMENT);
            prop_assert_eq!(read_paragraphs(&xml), [allowed(&text).replace(LINE_BREAK, "")]);
            prop_assert!(!xml.contains("<w:instrText"));
        }
    }

    #[test]
    fn the_one_field_is_the_page_number() {
        let docx = write(&demo::document());
        assert!(!part(&docx, parts::DOCUMENT).contains("<w:instrText"));
        assert_eq!(part(&docx, parts::HEADER).matches("<w:instrText>PAGE</w:instrText>").count(), 1);
    }

    #[test]
    fn the_base_is_the_only_default_style() {
        let docx = write(&demo::document());
        let styles = part(&docx, parts::STYLES);
        assert_eq!(values(&styles, "w:style", "w:default"), ["1"]);
        assert!(styles.contains(r#"w:styleId="base" w:default="1" w:customStyle="1"><w:name w:val="VB Chung" />"#));
        assert!(!styles.contains("Normal"));
        assert_eq!(values(&styles, "w:style", "w:styleId").len(), demo::document().styles.len());
    }

    #[test]
    fn no_trace_of_the_machine_is_written() {
        let docx = write(&demo::document());
        for name in xml_names(&docx) {
            let text = part(&docx, &name);
            for trace in ["rsid", "paraId", "creator", "dcterms", "docx-rs", "unknown", "theme="] {
                assert!(!text.contains(trace), "{trace} is in {name}");
            }
        }
    }
}
