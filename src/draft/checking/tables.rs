//! A block that asks for a table of data: source, columns, grouping.
//!
//! Owns what such a block may say. Must not print: tables are the next version's. Its mistakes go with the template's.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::names::nearest_of;
use crate::diag::Diagnostic;
use crate::draft::fields::{Shape, lookup, names_below};
use crate::draft::language::{Faults, Spot};
use crate::vietnamese::fold;

/// The word behind the fence.
pub(super) const NAME: &str = "bang";
/// The keys of a block.
const KEYS: [&str; 3] = ["nguon", "cot", "nhom"];
/// The column that is counted, not read.
const ORDINAL: &str = "stt";

/// Checks a block that stands at this spot, fences included.
pub(super) fn check(text: &str, block: &Spot, faults: &mut Faults) {
    let whole = &text[block.clone()];
    let first = whole.find('\n').map_or(whole.len(), |index| index + 1);
    let last = whole.trim_end().rfind('\n').map_or(first, |index| index + 1).max(first);
    let mut reader = Reader { start: block.start + first, faults };
    let inside = &whole[first..last];
    if let Some(at) = ["{{", "{%"].iter().filter_map(|opening| inside.find(opening)).min() {
        return reader.add(Diagnostic::error("MAU-026").with("what", "{{ … }}").hint("tags"), &(at..at + 2));
    }
    let (root, errors) = DeTable::parse_recoverable(inside);
    for error in &errors {
        let message = Diagnostic::error("MAU-026").with("what", NAME).hint("form");
        reader.add(message, &error.span().unwrap_or_default());
    }
    if errors.is_empty() {
        reader.block(root.get_ref(), &(0..1));
    }
}

struct Reader<'a> {
    start: usize,
    faults: &'a mut Faults,
}

impl Reader<'_> {
    fn add(&mut self, message: Diagnostic, span: &Spot) {
        self.faults.add(message, self.start + span.start..self.start + span.end);
    }

    fn block(&mut self, root: &DeTable, at: &Spot) {
        for (name, _) in root.iter().filter(|(name, _)| !KEYS.contains(&name.get_ref().as_ref())) {
            let typed = name.get_ref().as_ref();
            let message = Diagnostic::error("MAU-026").with("what", typed).with("names", KEYS.join(", "));
            self.add(message.hint("names").nearest(fold::nearest(typed, KEYS)), &name.span());
        }
        let source = root.get("nguon").and_then(|value| self.source(value));
        if root.get("nguon").is_none() || root.get("cot").is_none() {
            self.add(Diagnostic::error("MAU-026").with("what", NAME).hint("form"), at);
        }
        if let Some(value) = root.get("cot") {
            self.columns(value, source);
        }
        if let Some(value) = root.get("nhom").filter(|value| value.get_ref().as_bool().is_none()) {
            self.add(Diagnostic::error("MAU-026").with("what", "nhom").hint("form"), &value.span());
        }
    }

    /// The list that a table is made of, by its path.
    fn source(&mut self, value: &Spanned<DeValue>) -> Option<&'static str> {
        let lists = names_below("").into_iter().filter_map(|name| match lookup("", name) {
            // A list of groups is no table: its own items are lists.
            Some((Shape::Records(path), _)) if name != "nhom" => Some((name, path)),
            _ => None,
        });
        let lists: Vec<(&str, &'static str)> = lists.collect();
        let typed = value.get_ref().as_str().unwrap_or_default();
        let found = lists.iter().find(|(name, _)| *name == typed).map(|(_, path)| *path);
        if found.is_none() {
            let names: Vec<&str> = lists.iter().map(|(name, _)| *name).collect();
            let message = Diagnostic::error("MAU-026").with("what", typed).with("names", names.join(", "));
            self.add(message.hint("names").nearest(fold::nearest(typed, names)), &value.span());
        }
        found
    }

    fn columns(&mut self, value: &Spanned<DeValue>, source: Option<&'static str>) {
        let DeValue::Array(columns) = value.get_ref() else {
            return self.add(Diagnostic::error("MAU-026").with("what", "cot").hint("form"), &value.span());
        };
        let Some(source) = source else { return };
        let names: Vec<&str> = [ORDINAL].into_iter().chain(names_below(source)).collect();
        for column in columns {
            let typed = column.get_ref().as_str().unwrap_or_default();
            if !names.contains(&typed) {
                let nearest = nearest_of(typed, &names);
                let message = Diagnostic::error("MAU-026").with("what", typed).with("names", names.join(", "));
                self.add(message.hint("names").nearest(nearest), &column.span());
            }
        }
    }
}
