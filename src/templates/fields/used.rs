//! The fields that a template uses.
//!
//! Owns which fields of the list the template's paths belong to, looked up once for all papers. Must not know a value.
//! `values` makes the values of these fields only.

use std::collections::BTreeSet;

use super::{TOP, TemplateField};

/// The fields that the texts of a template use.
#[derive(Debug)]
pub(crate) struct UsedFields {
    /// The paths as the texts use them: `chu_de`, `nhiem_vu[].san_pham`.
    paths: BTreeSet<String>,
    /// The top-level names of the paths.
    names: BTreeSet<String>,
    /// The top-level fields of our list with these names.
    fields: Vec<&'static TemplateField>,
}

impl UsedFields {
    /// The fields of these paths.
    pub(crate) fn of(paths: BTreeSet<String>) -> Self {
        let name = |path: &String| path.split(['.', '[']).next().unwrap_or(path).to_owned();
        let names: BTreeSet<String> = paths.iter().map(name).collect();
        let fields = TOP.iter().flat_map(|list| list.iter()).filter(|field| names.contains(field.name())).collect();
        Self { paths, names, fields }
    }

    /// Whether a text uses this path.
    pub(crate) fn contains(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// The paths, in order.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }

    /// Whether a text uses a top-level field of this name, ours or a part of Nội dung.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The used top-level fields of our list.
    pub(super) fn fields(&self) -> &[&'static TemplateField] {
        &self.fields
    }
}
