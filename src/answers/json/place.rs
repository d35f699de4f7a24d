//! A place in JSON.
//!
//! Owns the names of its parts. Must not know what is there. Every answer that names places uses it.

use serde_json::Value;

use super::text::for_scripts;
use crate::diag::Place;

/// A place; parts that do not apply are left out.
pub(super) fn place(place: &Place) -> Value {
    let parts = [
        ("file", place.file.as_deref().map(for_scripts)),
        ("sheet", place.sheet.as_deref().map(for_scripts)),
        ("cell", place.cell.map(|cell| cell.to_string().into())),
        ("line", place.line.map(Value::from)),
    ];
    let parts = parts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(parts.collect())
}
