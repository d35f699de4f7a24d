//! The parts that are equal in many documents: written and deflated once.
//!
//! Owns the inputs of each part, by which an existing one is found again. Must not know how it is written. Its parts go
//! into the package.

use std::collections::VecDeque;

use super::package::{Effort, Packer, WrittenPart};
use super::parts::Extras;
use super::style::named;
use super::style_shapes::StyleShapes;
use super::{header, parts};
use crate::document::{Alignment, Document, Style};

/// The shared parts of the documents written so far.
#[derive(Debug)]
pub(super) struct SharedParts {
    packer: Packer,
    package_relations: KeptVersions<()>,
    /// By the parts that not every document has.
    content_types: KeptVersions<Extras>,
    /// By the parts that not every document has.
    document_relations: KeptVersions<Extras>,
    /// By the language.
    settings: KeptVersions<String>,
    /// By the style of the page number, and whether that style is centred.
    header: KeptVersions<(&'static str, bool)>,
    /// By the style of the page number.
    first_header: KeptVersions<&'static str>,
    /// By the styles and the language.
    styles: KeptVersions<(Vec<Style>, String)>,
    style_shapes: StyleShapes,
}

impl Default for SharedParts {
    fn default() -> Self {
        Self {
            packer: Packer::new(Effort::Full),
            package_relations: KeptVersions::default(),
            content_types: KeptVersions::default(),
            document_relations: KeptVersions::default(),
            settings: KeptVersions::default(),
            header: KeptVersions::default(),
            first_header: KeptVersions::default(),
            styles: KeptVersions::default(),
            style_shapes: StyleShapes::default(),
        }
    }
}

impl SharedParts {
    /// The shared parts of a document, in no particular order.
    ///
    /// # Panics
    /// When the document has no section, or its first page names a style that it does not have.
    pub(super) fn of(&mut self, document: &Document, extras: Extras) -> [&WrittenPart; 7] {
        let (styles, language) = (&document.styles, &document.properties.language);
        let number = named(styles, document.sections[0].page.page_number_style);
        let number = (number.id, number.paragraph.alignment == Alignment::Center);
        let pack = &mut self.packer;
        [
            self.content_types.get(
                |known| *known == extras,
                || (extras, pack.part(parts::CONTENT_TYPES, parts::content_types(extras))),
            ),
            self.package_relations
                .get(|()| true, || ((), pack.part(parts::PACKAGE_RELATIONS, parts::package_relations()))),
            self.document_relations.get(
                |known| *known == extras,
                || (extras, pack.part(parts::DOCUMENT_RELATIONS, parts::document_relations(extras))),
            ),
            self.settings.get(
                |known| known == language,
                || (language.clone(), pack.part(parts::SETTINGS, parts::settings(language))),
            ),
            self.header
                .get(|known| *known == number, || (number, pack.part(parts::HEADER, header::part(number.0, number.1)))),
            self.first_header.get(
                |known| *known == number.0,
                || (number.0, pack.part(parts::FIRST_HEADER, header::blank(number.0))),
            ),
            self.styles.get(
                |(known, own)| known == styles && own == language,
                || {
                    let part = pack.part(parts::STYLES, self.style_shapes.part(styles, language));
                    ((styles.clone(), language.clone()), part)
                },
            ),
        ]
    }
}

/// The versions of a part in the last documents, by their inputs.
#[derive(Debug)]
struct KeptVersions<Source>(VecDeque<(Source, WrittenPart)>);

/// The most versions of a part that are kept: enough for several kinds of document written in turns.
const MOST_KEPT: usize = 8;

impl<Source> Default for KeptVersions<Source> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<Source> KeptVersions<Source> {
    /// The part with the same inputs, or else a new one, kept with its inputs.
    fn get(&mut self, is_same: impl Fn(&Source) -> bool, make: impl FnOnce() -> (Source, WrittenPart)) -> &WrittenPart {
        let known = self.0.iter().position(|(known, _)| is_same(known));
        let at = known.unwrap_or_else(|| {
            if self.0.len() == MOST_KEPT {
                self.0.pop_front();
            }
            self.0.push_back(make());
            self.0.len() - 1
        });
        &self.0[at].1
    }
}
