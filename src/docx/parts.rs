//! The parts that docx-rs does not write for us, and the list of all parts.
//!
//! Owns names, content types and relationships, written from one list, so that they match the existing parts. Must not
//! know the text of a document, except its title and language. Its output goes into the package.

use quick_xml::escape::escape;

use super::picture;
use super::text::allowed;
use super::xml::DECLARATION;
use crate::document::Properties;

/// The content types; first in the package.
pub(super) const CONTENT_TYPES: &str = "[Content_Types].xml";
/// The document's text.
pub(super) const DOCUMENT: &str = "word/document.xml";
/// The page number.
pub(super) const HEADER: &str = "word/header1.xml";
/// The id by which sections refer to the page number. docx-rs gives this id to the first header.
pub(super) const HEADER_ID: &str = "rIdHeader1";
/// The blank header of first pages. Some programs print the other header there, too, where none is named.
pub(super) const FIRST_HEADER: &str = "word/header2.xml";
/// The id by which sections refer to the blank header.
pub(super) const FIRST_HEADER_ID: &str = "rIdHeader2";
/// The named styles.
pub(super) const STYLES: &str = "word/styles.xml";
/// The reviewers' comments.
pub(super) const COMMENTS: &str = "word/comments.xml";
/// Custom properties, among them the digest.
pub(super) const CUSTOM: &str = "docProps/custom.xml";

/// Title and language.
pub(super) const CORE: &str = "docProps/core.xml";
/// Word's settings for the file.
pub(super) const SETTINGS: &str = "word/settings.xml";
/// The relationships of the package.
pub(super) const PACKAGE_RELATIONS: &str = "_rels/.rels";
/// The relationships of the text.
pub(super) const DOCUMENT_RELATIONS: &str = "word/_rels/document.xml.rels";

/// A part that is the target of a relationship.
struct PartTarget {
    name: &'static str,
    content_type: &'static str,
    id: &'static str,
    relation: &'static str,
}

/// The targets of the package.
const OF_PACKAGE: [PartTarget; 3] = [
    PartTarget {
        name: DOCUMENT,
        content_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        id: "rId1",
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
    },
    PartTarget {
        name: CORE,
        content_type: "application/vnd.openxmlformats-package.core-properties+xml",
        id: "rId2",
        relation: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    },
    PartTarget {
        name: CUSTOM,
        content_type: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        id: "rId3",
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
    },
];

/// The targets of the text.
const OF_DOCUMENT: [PartTarget; 4] = [
    PartTarget {
        name: STYLES,
        content_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
        id: "rId1",
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles",
    },
    PartTarget {
        name: SETTINGS,
        content_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
        id: "rId2",
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings",
    },
    PartTarget {
        name: HEADER,
        content_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
        id: HEADER_ID,
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header",
    },
    PartTarget {
        name: FIRST_HEADER,
        content_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
        id: FIRST_HEADER_ID,
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header",
    },
];

/// The target of the text where there are comments.
const TO_COMMENTS: [PartTarget; 1] = [PartTarget {
    name: COMMENTS,
    content_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
    id: "rId4",
    relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
}];

/// The parts that not every document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extras {
    pub(super) pictures: usize,
    pub(super) has_comments: bool,
}

impl Extras {
    fn targets(self) -> impl Iterator<Item = &'static PartTarget> {
        OF_DOCUMENT.iter().chain(TO_COMMENTS.iter().filter(move |_| self.has_comments))
    }
}

/// Word's settings for a new file. Without the first, Word would open ours in compatibility mode and lay grids out as
/// in 2007.
const COMPATIBILITY: [(&str, &str); 5] = [
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
];

/// A part with this content, after the XML declaration.
pub(super) fn declared(content: &str) -> Vec<u8> {
    [DECLARATION, content].concat().into_bytes()
}

/// The content types of a document.
pub(super) fn content_types(extras: Extras) -> Vec<u8> {
    let targets = OF_PACKAGE.iter().chain(extras.targets());
    let overrides: Vec<String> = targets
        .map(|target| format!(r#"<Override PartName="/{}" ContentType="{}"/>"#, target.name, target.content_type))
        .collect();
    let relations =
        r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#;
    let xml = r#"<Default Extension="xml" ContentType="application/xml"/>"#;
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    let pictures = picture::content_type(extras.pictures);
    declared(&format!(r#"<Types xmlns="{namespace}">{relations}{xml}{pictures}{}</Types>"#, overrides.concat()))
}

/// The relationships of the package, equal in every document.
pub(super) fn package_relations() -> Vec<u8> {
    relations(OF_PACKAGE.iter(), "", 0)
}

/// The relationships of a document's text.
pub(super) fn document_relations(extras: Extras) -> Vec<u8> {
    relations(extras.targets(), "word/", extras.pictures)
}

/// Relationships to these targets and to this many pictures; names are relative to this folder.
fn relations<'a>(targets: impl Iterator<Item = &'a PartTarget>, folder: &str, pictures: usize) -> Vec<u8> {
    let fixed = targets.map(|PartTarget { name, id, relation, .. }| relationship(id, relation, name, folder));
    let pictures = picture::relations(pictures).map(|(id, relation, name)| relationship(&id, relation, &name, folder));
    let relations: Vec<String> = fixed.chain(pictures).collect();
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    declared(&format!(r#"<Relationships xmlns="{namespace}">{}</Relationships>"#, relations.concat()))
}

fn relationship(id: &str, relation: &str, name: &str, folder: &str) -> String {
    let target = name.strip_prefix(folder).expect("a part points into its own folder");
    format!(r#"<Relationship Id="{id}" Type="{relation}" Target="{target}"/>"#)
}

/// Title and language; no author, company or date, because none of these is given.
pub(super) fn core(properties: &Properties) -> Vec<u8> {
    let (title, language) = (allowed(&properties.title), allowed(&properties.language));
    declared(&format!(
        concat!(
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties""#,
            r#" xmlns:dc="http://purl.org/dc/elements/1.1/">"#,
            "<dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>"
        ),
        escape(title),
        escape(language)
    ))
}

/// Word's settings: a file of the current version, proofed in the document's language.
pub(super) fn settings(language: &str) -> Vec<u8> {
    let compatibility: Vec<String> = COMPATIBILITY
        .iter()
        .map(|(name, value)| {
            let uri = "http://schemas.microsoft.com/office/word";
            format!(r#"<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>"#)
        })
        .collect();
    declared(&format!(
        concat!(
            r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
            r#"<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>"#,
            r#"<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{}</w:compat>"#,
            r#"<w:themeFontLang w:val="{}"/></w:settings>"#
        ),
        compatibility.concat(),
        escape(allowed(language))
    ))
}
