//! From a document to the bytes of its .docx.
//!
//! Owns the order of the steps. Must not know how a part is written. Its output is the whole file.

use docx_rs as word;

use super::body::with_sections;
use super::mould::Moulds;
use super::package::{Part, pack};
use super::xml::{Element, parse};
use super::{parts, picture, seal, style, table, tidy};
use crate::document::{Block, Document};

/// The bytes of a .docx: the same document gives the same bytes, in every process and on every machine.
///
/// Holds no date, no author and no trace of the machine; carries the digest that [`super::seal`] checks.
///
/// # Panics
/// When the document has no section, or a paragraph or the first page names a style that it does not have.
#[must_use]
pub fn write(document: &Document) -> Vec<u8> {
    let mut parts = parts::written_by_hand(&document.properties, picture::pictures(document).count());
    parts.extend(built(document));
    parts.extend(picture::parts(document));
    parts.push(seal::stamp(&parts));
    pack(parts)
}

/// The parts that docx-rs writes, as Word wants them.
fn built(document: &Document) -> [Part; 3] {
    let built = tree(document).build();
    let [header] = built.headers.as_slice() else { panic!("one header was set, {} built", built.headers.len()) };
    [
        Part { name: parts::DOCUMENT.into(), bytes: with_rows(&with_pictures(&built.document, document), document) },
        Part { name: parts::HEADER.into(), bytes: tidied(header, |_| ()) },
        Part { name: parts::STYLES.into(), bytes: tidied(&built.styles, |part| style::amend(part, document)) },
    ]
}

/// What `tidy` leaves in the place of a picture. Texts hold no such thing, because theirs is escaped.
const PLACE_OF_A_PICTURE: &str = "<w:drawing/>";

/// The text as Word wants it, with the drawings of its pictures.
fn with_pictures(part: &[u8], document: &Document) -> Vec<u8> {
    let part = tidied(part, |_| ());
    let text = std::str::from_utf8(&part).expect("tidied text is UTF-8");
    let mut pieces = text.split(PLACE_OF_A_PICTURE);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for ((number, picture), rest) in (1..).zip(picture::pictures(document)).zip(pieces) {
        whole.push_str(&picture::drawing(number, picture));
        whole.push_str(rest);
    }
    whole.into_bytes()
}

/// The end of a table's columns and of the table: nothing stands between them where its rows are yet to come. Texts hold
/// no such thing, because theirs is escaped.
const PLACE_OF_ROWS: &str = "</w:tblGrid></w:tbl>";

/// The text with the rows of its tables of data.
fn with_rows(part: &[u8], document: &Document) -> Vec<u8> {
    let text = std::str::from_utf8(part).expect("docx-rs writes UTF-8");
    let mut pieces = text.split(PLACE_OF_ROWS);
    let mut whole = pieces.next().unwrap_or_default().as_bytes().to_vec();
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) if !table::is_empty(table) => Some(table),
        _ => None,
    });
    let mut moulds = Moulds::of(&document.styles);
    let (columns_end, table_end) = PLACE_OF_ROWS.split_at("</w:tblGrid>".len());
    for (table, rest) in tables.zip(pieces) {
        whole.extend_from_slice(columns_end.as_bytes());
        let columns = table::columns(table);
        for row in &table.rows {
            moulds.write(row, &columns, &mut whole);
        }
        whole.extend_from_slice(table_end.as_bytes());
        whole.extend_from_slice(rest.as_bytes());
    }
    whole
}

fn tidied(part: &[u8], amend: impl FnOnce(&mut Element)) -> Vec<u8> {
    let text = std::str::from_utf8(part).expect("docx-rs writes UTF-8");
    let mut root = parse(text);
    amend(&mut root);
    tidy::tidy(&mut root);
    root.to_part()
}

fn tree(document: &Document) -> word::Docx {
    with_sections(word::Docx::new().styles(style::styles(document)), document)
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
    use crate::document::Block;

    /// Every start tag of a part as (name, attributes), whatever it is.
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
            // The counters of docx-rs move on with every paragraph made in the process.
            drop(word::Paragraph::new());
            assert!(write(&document) == first, "a further write differs");
        }
        let threads: Vec<_> = (0..4).map(|_| thread::spawn(|| write(&demo::document()))).collect();
        for thread in threads {
            assert!(thread.join().expect("writing does not panic") == first, "another thread's write differs");
        }
    }

    #[test]
    fn parts_stand_in_a_fixed_order_and_no_other_is_there() {
        let expected = [
            parts::CONTENT_TYPES,
            "_rels/.rels",
            "docProps/core.xml",
            parts::CUSTOM,
            "word/_rels/document.xml.rels",
            parts::DOCUMENT,
            parts::HEADER,
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
                // At the root, or where a drawing begins, before anything in it.
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
        // An empty cell, the lines between grids and after the last one.
        given.retain(|text| !text.is_empty());
        let read: Vec<String> = read.into_iter().filter(|text| !text.is_empty()).collect();
        assert_eq!(read, given);
    }

    proptest! {
        #[test]
        fn no_text_becomes_markup(text in "\\PC{0,40}|[ -~]{0,40}|(?s:.){0,40}") {
            let document = demo::with_blocks(vec![Block::Paragraph(bare("body", &text))]);
            let xml = part(&write(&document), parts::DOCUMENT);
            prop_assert_eq!(read_paragraphs(&xml), [allowed(&text)]);
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
    fn no_trace_of_a_machine_is_left() {
        let docx = write(&demo::document());
        for name in xml_names(&docx) {
            let text = part(&docx, &name);
            for trace in ["rsid", "paraId", "creator", "dcterms", "docx-rs", "unknown", "theme="] {
                assert!(!text.contains(trace), "{trace} stands in {name}");
            }
        }
    }
}
