//! A written document as other programs see it: its parts and the text of its paragraphs.
//!
//! Owns reading a .docx without the code of the product. Must not know how it was written.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

/// Every part by name, uncompressed.
pub(crate) fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a document is a zip");
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("every entry can be opened");
        let name = entry.name().expect("every entry has a name").into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("every entry can be read");
        parts.insert(name, content);
    }
    parts
}

/// The text of the body's paragraphs in document order, table cells included; empty ones are left out.
pub(crate) fn paragraphs(bytes: &[u8]) -> Vec<String> {
    let parts = parts(bytes);
    let xml = std::str::from_utf8(&parts["word/document.xml"]).expect("a part is UTF-8");
    let mut reader = Reader::from_str(xml);
    let (mut paragraphs, mut text, mut is_text) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event().expect("a part is well formed") {
            Event::Start(tag) if tag.name().as_ref() == "w:t" => is_text = true,
            Event::End(tag) if tag.name().as_ref() == "w:t" => is_text = false,
            Event::Text(piece) if is_text => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(reference) if is_text => text.push_str(&resolved(&reference)),
            Event::End(tag) if tag.name().as_ref() == "w:p" => {
                let paragraph = std::mem::take(&mut text).replace('\u{a0}', " ");
                if !paragraph.trim().is_empty() {
                    paragraphs.push(paragraph);
                }
            }
            Event::Eof => return paragraphs,
            _ => {}
        }
    }
}

fn resolved(reference: &str) -> String {
    match reference {
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "amp" => "&".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => panic!("a reference that XML does not define: &{other};"),
    }
}
