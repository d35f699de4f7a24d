//! The sheet Nội dung: paragraphs by part.
//!
//! Owns which paragraphs belong to which part. Must not know the meaning of a part. Templates ask for a part by its
//! name.

use crate::contract::{Field, SheetKind};
use crate::diag::Place;
use crate::records::Records;
use crate::vietnamese::fold;

/// Paragraphs by part, in the order of first appearance.
#[derive(Clone, Debug, Default)]
pub(super) struct Prose {
    parts: Vec<ProsePart>,
}

/// A part of the sheet.
#[derive(Clone, Debug)]
pub struct ProsePart {
    /// Its name, as first typed.
    pub name: String,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<String>,
    /// Where it is first named.
    pub at: Place,
    key: String,
}

impl ProsePart {
    /// Its name as a template field: "Mở đầu" is `mo_dau`.
    #[must_use]
    pub fn field_name(&self) -> String {
        self.key.replace(' ', "_")
    }
}

/// Gathers the paragraphs, one per row; a line break inside a cell starts another.
pub(super) fn gather(records: &Records) -> Prose {
    let mut prose = Prose::default();
    for record in records.rows(SheetKind::Prose) {
        let Some(name) = record.text(Field::Part) else { continue };
        let typed = super::cells::paragraphs(record, Field::Content);
        let paragraphs: Vec<String> =
            typed.into_iter().filter(|paragraph| !super::nothing::is_blank_word(paragraph)).collect();
        if paragraphs.is_empty() {
            continue;
        }
        let key = fold::key(&name.value);
        match prose.parts.iter_mut().find(|part| part.key == key) {
            Some(part) => part.paragraphs.extend(paragraphs),
            None => prose.parts.push(ProsePart { key, name: name.value, paragraphs, at: name.at }),
        }
    }
    prose
}

impl Prose {
    /// The paragraphs of a part; `None` where it has none.
    pub(super) fn part(&self, name: &str) -> Option<&[String]> {
        let key = fold::key(name);
        self.parts.iter().find(|part| part.key == key).map(|part| part.paragraphs.as_slice())
    }

    /// Every part, in the order of first appearance.
    pub(super) fn parts(&self) -> &[ProsePart] {
        &self.parts
    }
}
