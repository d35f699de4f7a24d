//! A picture: its part, the relationship to it, and the drawing in the text that shows it.
//!
//! Owns the XML of drawings and the numbers of pictures, which follow the order of the document. docx-rs counts per
//! process, and would give the same document different bytes each time. Must not know the content of a picture. Its XML
//! goes into the text.

use quick_xml::escape::escape;

use super::measure::emus;
use super::text::allowed;
use crate::document::{Document, PageBlock, Picture};

/// The type of a relationship to a picture.
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
/// The content type of all pictures.
const CONTENT_TYPE: &str = r#"<Default Extension="png" ContentType="image/png"/>"#;

/// The pictures of a document, in order.
pub(super) fn pictures(document: &Document) -> impl Iterator<Item = &Picture> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| if let PageBlock::Picture(picture) = block { Some(picture) } else { None })
}

/// The content type for this many pictures.
pub(super) fn content_type(pictures: usize) -> &'static str {
    if pictures == 0 { "" } else { CONTENT_TYPE }
}

/// The relationships to this many pictures, as (id, type, part).
pub(super) fn relations(pictures: usize) -> impl Iterator<Item = (String, &'static str, String)> {
    (1..=pictures).map(|number| (id(number), RELATION, name(number)))
}

/// The run that shows a picture, by its number from 1.
pub(super) fn run(number: usize, picture: &Picture) -> String {
    format!("<w:r>{}</w:r>", drawing(number, picture))
}

fn drawing(number: usize, picture: &Picture) -> String {
    let (width, height) = (emus(picture.width), emus(picture.height));
    let (name, description) = (allowed(&picture.name), allowed(&picture.description));
    let frame = format!(
        concat!(
            r#"<wp:extent cx="{}" cy="{}"/><wp:docPr id="{}" name="{}" descr="{}"/>"#,
            r#"<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>"#
        ),
        width,
        height,
        number,
        escape(&name),
        escape(&description),
        A = MAIN
    );
    let look = format!(
        concat!(
            r#"<pic:nvPicPr><pic:cNvPr id="{}" name="{}"/><pic:cNvPicPr/></pic:nvPicPr>"#,
            r#"<pic:blipFill><a:blip r:embed="{}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{}" cy="{}"/></a:xfrm>"#,
            r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>"#
        ),
        number,
        escape(&name),
        id(number),
        width,
        height
    );
    format!(
        concat!(
            r#"<w:drawing><wp:inline xmlns:wp="{}" distT="0" distB="0" distL="0" distR="0">{}"#,
            r#"<a:graphic xmlns:a="{}"><a:graphicData uri="{}"><pic:pic xmlns:pic="{}">{}</pic:pic></a:graphicData>"#,
            "</a:graphic></wp:inline></w:drawing>"
        ),
        INLINE, frame, MAIN, PICTURE, PICTURE, look
    )
}

const INLINE: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// The part of a picture, by its number from 1.
pub(super) fn name(number: usize) -> String {
    format!("word/media/image{number}.png")
}

fn id(number: usize) -> String {
    format!("rIdPicture{number}")
}

#[cfg(test)]
mod tests {
    use super::super::demo::{binary_part, part, picture, with_blocks};
    use super::super::parts::{CONTENT_TYPES, DOCUMENT};
    use super::super::{Fingerprint, fingerprint, write};
    use super::*;

    fn written(pictures: &[&str]) -> Vec<u8> {
        write(&with_blocks(pictures.iter().map(|description| PageBlock::Picture(picture(description))).collect()))
    }

    #[test]
    fn pictures_are_numbered_in_their_order() {
        let docx = written(&["một", "hai"]);
        let text = part(&docx, DOCUMENT);
        let (first, second) = (text.find(r#"descr="một""#), text.find(r#"descr="hai""#));
        assert!(first.is_some() && first < second);
        for number in 1..=2 {
            assert_eq!(text.matches(&format!(r#"<wp:docPr id="{number}" "#)).count(), 1);
            assert_eq!(text.matches(&format!(r#"<a:blip r:embed="rIdPicture{number}"/>"#)).count(), 1);
            assert_eq!(binary_part(&docx, &name(number)), picture("").png);
        }
        assert!(!text.contains("<w:br") && !text.contains("<w:drawing/>"));
        assert_eq!(docx, written(&["một", "hai"]));
    }

    #[test]
    fn a_picture_has_exactly_its_size() {
        // 160 mm by 80 mm, 36,000 units per millimetre.
        let text = part(&written(&["một"]), DOCUMENT);
        assert!(text.contains(r#"<wp:extent cx="5760000" cy="2880000"/>"#));
        assert!(text.contains(r#"<a:ext cx="5760000" cy="2880000"/>"#));
    }

    #[test]
    fn a_description_is_escaped() {
        let text = part(&written(&["\"<a> & \u{b}b\nc\""]), DOCUMENT);
        assert!(text.contains(r#"descr="&quot;&lt;a&gt; &amp; b c&quot;""#), "{text}");
    }

    #[test]
    fn a_document_without_pictures_declares_none() {
        assert!(!part(&written(&[]), CONTENT_TYPES).contains("png"));
        assert_eq!(part(&written(&["a", "b"]), CONTENT_TYPES).matches("png").count(), 2);
    }

    #[test]
    fn the_fingerprint_covers_the_picture() {
        let document = |shade: u8| {
            let mut picture = picture("một");
            picture.png.push(shade);
            write(&with_blocks(vec![PageBlock::Picture(picture)]))
        };
        let (one, other) = (document(1), document(2));
        assert_eq!((fingerprint(&one), fingerprint(&other)), (Fingerprint::Matches, Fingerprint::Matches));
        let custom = |docx: &[u8]| part(docx, super::super::parts::CUSTOM);
        assert_ne!(custom(&one), custom(&other));
    }
}
