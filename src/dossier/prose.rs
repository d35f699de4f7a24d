//! The sheet Nội dung: paragraphs by part.
//!
//! Owns which paragraphs belong to which part. Must not know the meaning of a part. Templates ask for a part by its
//! name.

use super::typed_mark::typed_mark;
use crate::contract::{Field, SheetKind};
use crate::diag::Place;
use crate::records::Records;
use crate::vietnamese::fold;
use crate::vietnamese::text::capitalized;

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

/// The paragraph with a capital in front, behind its list mark: a sentence begins there.
pub(super) fn begun(paragraph: String) -> String {
    let mark = typed_mark(&paragraph).map_or(0, str::len);
    let start = paragraph.len() - paragraph[mark..].trim_start().len();
    let first_word = paragraph[start..].split_whitespace().next().unwrap_or_default();
    // «iOffice» is a name, an address has a dot or a sign in it.
    let is_word =
        !first_word.is_empty() && first_word.trim_end_matches([',', ':', ';', '.']).chars().all(char::is_lowercase);
    if is_word { format!("{}{}", &paragraph[..start], capitalized(&paragraph[start..])) } else { paragraph }
}

/// The paragraph with a colon behind «như sau», which announces what follows.
fn announcing(paragraph: String) -> String {
    let bare = paragraph.trim_end_matches(['.', ';', ',', ' ']);
    if bare.ends_with(" như sau") { format!("{bare}:") } else { paragraph }
}

/// Gathers the paragraphs, one per row; a line break inside a cell starts another.
pub(super) fn gather(records: &Records) -> Prose {
    let mut prose = Prose::default();
    for record in records.rows(SheetKind::Prose) {
        let Some(name) = record.text(Field::Part) else { continue };
        let typed = super::cells::paragraphs(record, Field::Content);
        let paragraphs: Vec<String> = typed
            .into_iter()
            .filter(|paragraph| !super::nothing::is_blank_word(paragraph))
            .map(begun)
            .map(announcing)
            .collect();
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
