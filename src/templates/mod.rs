//! The wording of documents as text: a template's language, its check, its fields and what they are filled with.
//!
//! Owns what a template may say and ask for. Must not know millimetres, fonts or XML, nor the components of a document:
//! `draft` puts those together of the texts rendered here.

pub(crate) mod blocks;
pub(crate) mod checking;
pub(crate) mod cost;
pub(crate) mod engine;
pub(crate) mod escape;
pub(crate) mod fields;
pub(crate) mod language;
mod library;
pub(crate) mod marks;
mod prepared;
pub(crate) mod template;
pub(crate) mod words;

use crate::diag::{Diagnostics, Reported};

pub use blocks::ColumnContent;
pub use fields::TemplateField;
pub use library::{ChosenTemplate, Library, TemplateSummary};
pub(crate) use prepared::Prepared;
pub use template::{Need, Orientation, Origin, TemplateFile, TemplateFolder};

/// Every field that a template may ask for, in the order of the help.
#[must_use]
pub fn template_fields() -> &'static [TemplateField] {
    &fields::FIELDS
}

/// Checks a template without data: every mistake of every file is in `out`.
///
/// # Errors
/// `MAU-` codes and `TEP-017`.
pub fn check_template(folder: &TemplateFolder, out: &mut Diagnostics) -> Result<(), Reported> {
    let template = template::open(folder, Origin::Own, out)?;
    checking::check(&template, checking::Purpose::Alone, out).map(drop)
}
