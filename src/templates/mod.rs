//! The wording of documents: the language of templates, their check, their fields and the values of these.
//!
//! Owns what a template may contain and use. Must not know millimetres, fonts or XML, nor the components of a document:
//! `draft` makes these of the rendered texts.

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
pub use library::{Asked, ChosenTemplate, Library, TemplateSummary};
pub(crate) use prepared::Prepared;
pub use template::{
    LARGEST_TEMPLATE_FILE, Need, OnlyWhere, Orientation, Origin, Readers, TemplateFile, TemplateFolder,
};

/// Every field that a template may use, in the order of the help.
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
