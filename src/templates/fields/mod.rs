//! The fields that a template may use.
//!
//! Owns the one list of them, a row each: its name (Vietnamese without diacritics), where the clerk fills it in, and
//! the function that makes its value. Must not know a template. The check of templates, the help and the notes beside a
//! template are made from this list; the values go to `engine`.

mod addressed;
mod figures;
mod general;
mod lookup;
mod row;
mod tasks;
mod used;
mod values;

use std::sync::LazyLock;

pub(crate) use addressed::LED;
pub(crate) use figures::REVIEW;
pub(crate) use lookup::{FieldShape, filled_in, is_computed, lookup, names_below, part_fields, parts};
pub(crate) use row::AnnexName;
pub use row::TemplateField;
pub(crate) use used::UsedFields;
pub(crate) use values::{FieldValues, PaperValues};

/// The name of the printed title; a template may word it from the other fields.
pub(crate) const TITLE: &str = "ten_goi";
/// The text that is issued with a document, worded for a sentence; available once its template is worded.
pub(crate) const ISSUED_TEXT: &str = "van_ban_kem_theo";
/// The document that a text is issued with; available once that document's template is worded.
pub(crate) const ISSUED_BY: &str = "van_ban_ban_hanh";
/// The annexes, numbered; empty until they are made.
pub(crate) const ANNEXES: &str = "phu_luc";

/// The top-level fields, in the order of the help.
const TOP: [&[TemplateField]; 5] =
    [general::GENERAL, addressed::ADDRESSED, tasks::TASKS, figures::FIGURES, general::REPORTING];

/// Every field, in the order of the help; a list is followed by the fields of its items.
pub(crate) static FIELDS: LazyLock<Vec<TemplateField>> = LazyLock::new(|| {
    let mut fields = Vec::new();
    for list in TOP {
        gather(list, &mut fields);
    }
    fields
});

fn gather(list: &[TemplateField], fields: &mut Vec<TemplateField>) {
    for field in list {
        if !field.is_record() {
            fields.push(*field);
        }
        // The items of a list that is like another are documented there.
        if field.like.is_none() {
            gather(field.inside, fields);
        }
    }
}

/// The text without a full stop or semicolon at its end: the surrounding sentence has its own.
///
/// `None` where nothing is left: an empty text would print a gap.
pub(crate) fn without_end_mark(text: &str) -> Option<String> {
    let kept = text.trim_end_matches(['.', ';', ' ']);
    (!kept.is_empty()).then(|| kept.to_owned())
}

/// The texts joined; `None` where there are none.
fn joined<T: AsRef<str>>(texts: &[T], by: &str) -> Option<String> {
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    (!texts.is_empty()).then(|| texts.join(by))
}
