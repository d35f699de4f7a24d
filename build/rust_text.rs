//! Writes tables as Rust source, and reads the TOML that they are made from.
//!
//! Owns how a text and a list are written, and how an entry of TOML is found. Must not know what an entry means. A
//! missing entry stops the build, with the entry's name.

use toml::de::{DeTable, DeValue};

/// A file of TOML.
pub(crate) fn parsed(text: &str) -> DeTable<'_> {
    DeTable::parse(text).unwrap_or_else(|fault| panic!("{fault}")).into_inner()
}

/// The entries of a table, by name.
pub(crate) fn entries<'a>(table: &'a DeTable<'a>) -> impl Iterator<Item = (&'a str, &'a DeValue<'a>)> {
    table.iter().map(|(name, value)| (name.get_ref().as_ref(), value.get_ref()))
}

/// The table of a name.
pub(crate) fn section<'a>(table: &'a DeTable<'a>, name: &str) -> &'a DeTable<'a> {
    as_table(value(table, name).unwrap_or_else(|| panic!("there is no table {name}")), name)
}

/// A value as a table.
pub(crate) fn as_table<'a>(value: &'a DeValue<'a>, name: &str) -> &'a DeTable<'a> {
    value.as_table().unwrap_or_else(|| panic!("{name} is no table"))
}

/// A value as text.
pub(crate) fn as_text<'a>(value: &'a DeValue<'a>, name: &str) -> &'a str {
    value.as_str().unwrap_or_else(|| panic!("{name} is no text"))
}

/// A value as a list of texts.
pub(crate) fn as_texts<'a>(value: &'a DeValue<'a>, name: &str) -> Vec<&'a str> {
    let list = value.as_array().unwrap_or_else(|| panic!("{name} is no list"));
    list.iter().map(|text| as_text(text.get_ref(), name)).collect()
}

/// The entry of a name; `None` where it is left out.
pub(crate) fn value<'a>(table: &'a DeTable<'a>, name: &str) -> Option<&'a DeValue<'a>> {
    table.get(name).map(toml::Spanned::get_ref)
}

/// The text of a name.
pub(crate) fn text<'a>(table: &'a DeTable<'a>, name: &str) -> &'a str {
    as_text(value(table, name).unwrap_or_else(|| panic!("there is no {name}")), name)
}

/// The texts of a name; none where it is left out.
pub(crate) fn texts<'a>(table: &'a DeTable<'a>, name: &str) -> Vec<&'a str> {
    value(table, name).map_or(Vec::new(), |value| as_texts(value, name))
}

/// A list in Rust, one item per line.
pub(crate) fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    format!("&[\n    {}\n]", items.join(",\n    "))
}
