//! The kind of document that a text of Thông tin chung names.
//!
//! Owns by which of its names a kind is known. Must not know the sheet. `general` reads Loại văn bản and Tên gọi with
//! it, the subject is read without it.

use crate::contract::dictionary;
use crate::decree::kinds::DocumentKind;
use crate::records::{Cell, Located};
use crate::vietnamese::{fold, text};

/// The kind that a text names: by its name, its abbreviation, or the name of a sub-type, which is returned too.
pub(super) fn kind_named(text: &str) -> Option<(DocumentKind, Option<String>)> {
    let typed_key = fold::key(text);
    let is_abbreviation = |kind: &DocumentKind| kind.abbreviation().is_some_and(|short| fold::key(short) == typed_key);
    let named = DocumentKind::parse(text).or_else(|| DocumentKind::ALL.into_iter().find(is_abbreviation));
    if let Some(kind) = named {
        return Some((kind, None));
    }
    let mut types = dictionary().document_types().iter();
    let sub_type = types.find(|kind| kind.variants.iter().any(|name| fold::key(name) == typed_key))?;
    let kind = DocumentKind::parse(sub_type.name)?;
    // "Chương trình hành động" is printed by custom (FORM-02); for all other kinds the kind's own name is the title
    // (FORM-03).
    Some((kind, (kind == DocumentKind::Programme).then(|| text.to_owned())))
}

/// The kind that a cell names.
pub(super) fn named_kind(cell: &Located<Cell>) -> Option<DocumentKind> {
    kind_named(&text::single_breaks(&cell.value.text)).map(|(named, _)| named)
}
