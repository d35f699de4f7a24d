//! The names that a template can use at a place.
//!
//! Owns variables, the paths that conditions have shown to be filled, and finding fields. Must not know how a value is
//! used. A name without a field may be a part of Nội dung; where it is very similar to a known name, it is reported as
//! a typing mistake.

use std::collections::BTreeMap;

use super::kinds::{CheckedValue, ValueKind};
use super::{Checker, Purpose};
use crate::diag::Diagnostic;
use crate::templates::fields::{lookup, names_below};
use crate::templates::language::{Spot, SpottedWord};
use crate::vietnamese::fold;

/// The most conditions remembered at one place; no real template has more.
const MOST_SHOWN: usize = 200;
/// The fields of `loop`.
const LOOP: [(&str, ValueKind); 5] = [
    ("index", ValueKind::Number),
    ("index0", ValueKind::Number),
    ("length", ValueKind::Number),
    ("first", ValueKind::Truth),
    ("last", ValueKind::Truth),
];

/// The variables at a place, and the paths known to be filled.
#[derive(Debug)]
pub(super) struct Scopes {
    /// A frame for the text, each loop and each included file.
    pub(super) frames: Vec<BTreeMap<String, CheckedValue>>,
    /// Paths that a surrounding condition has shown to be filled.
    pub(super) shown: Vec<String>,
    /// The number of loops around this place.
    pub(super) loops: usize,
    /// Whether `loop` is defined here.
    pub(super) has_loop: bool,
}

impl Scopes {
    /// Starts without variables.
    pub(super) fn new() -> Self {
        Self { frames: vec![BTreeMap::new()], shown: Vec::new(), loops: 0, has_loop: false }
    }

    /// The variable of this name.
    pub(super) fn variable(&self, name: &str) -> Option<&CheckedValue> {
        self.frames.iter().rev().find_map(|frame| frame.get(name))
    }

    /// The innermost frame, which `set` changes.
    pub(super) fn innermost(&mut self) -> &mut BTreeMap<String, CheckedValue> {
        self.frames.last_mut().expect("the text's own frame is never left")
    }

    /// Records paths as filled.
    pub(super) fn show(&mut self, paths: Vec<String>) {
        let room = MOST_SHOWN.saturating_sub(self.shown.len());
        self.shown.extend(paths.into_iter().take(room));
    }
}

/// The use of a name, where it limits what the name can be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// A list is needed, so a part of Nội dung does not fit.
    List,
    /// Any kind.
    Any,
}

impl Checker<'_, '_> {
    /// The value of a path; an unknown name is reported.
    pub(super) fn path(&mut self, words: &[SpottedWord], used: Use) -> CheckedValue {
        let Some((first, rest)) = words.split_first() else { return CheckedValue::unknown() };
        if first.text == "loop" {
            return self.of_loop(first, rest);
        }
        let mut value = match self.scopes.variable(&first.text) {
            Some(value) => value.clone(),
            None => self.top(first, if rest.is_empty() { used } else { Use::List }),
        };
        let mut path = first.text.clone();
        for word in rest {
            value = self.below(&value, &path, word);
            path = format!("{path}.{}", word.text);
        }
        if value.can_be_empty && self.scopes.shown.contains(&path) {
            value.can_be_empty = false;
        }
        value
    }

    /// The value of a name that is no variable.
    fn top(&mut self, word: &SpottedWord, used: Use) -> CheckedValue {
        let name = word.text.as_str();
        if self.without != Some(name)
            && let Some(found) = lookup("", name)
        {
            self.context.used_paths.insert(name.to_owned());
            return CheckedValue::of(found);
        }
        if let Purpose::Document(parts) = self.context.purpose
            && parts.contains(name)
            && used == Use::Any
        {
            self.context.used_paths.insert(name.to_owned());
            return CheckedValue::present(ValueKind::Text);
        }
        let variables: Vec<String> = self.scopes.frames.iter().flat_map(BTreeMap::keys).cloned().collect();
        let known =
            || names_below("").into_iter().chain(variables.iter().map(String::as_str)).filter(|known| *known != name);
        let typo = fold::typo_of(name, known());
        if typo.is_none() && used == Use::Any && self.without != Some(name) && !name.starts_with("__") {
            self.context.used_paths.insert(name.to_owned());
            if matches!(self.context.purpose, Purpose::Document(_)) {
                return CheckedValue::optional(ValueKind::Text);
            }
            // Reported once, and not again as a value that can be empty.
            if self.doubted.insert(name.to_owned()) {
                self.fault(Diagnostic::warning("MAU-008").with("field", name), &word.spot);
            }
            return CheckedValue::present(ValueKind::Text);
        }
        let nearest = typo.or_else(|| fold::nearest(name, known()));
        let message = Diagnostic::error("MAU-007").with("field", name).nearest(nearest);
        self.fault(message, &word.spot);
        CheckedValue::unknown()
    }

    /// The value of a name after a dot.
    fn below(&mut self, value: &CheckedValue, path: &str, word: &SpottedWord) -> CheckedValue {
        let message = Diagnostic::error("MAU-007").with("field", &word.text).with("within", path);
        match &value.kind {
            ValueKind::Unknown => CheckedValue::unknown(),
            ValueKind::Record(record) => {
                if let Some(found) = lookup(record, &word.text) {
                    self.context.used_paths.insert(format!("{record}.{}", word.text));
                    return CheckedValue::of(found);
                }
                let names = names_below(record);
                let nearest = fold::best_match(&word.text, &names);
                let message = message.with("names", names.join(", ")).hint("within").nearest(nearest);
                self.fault(message, &word.spot);
                CheckedValue::unknown()
            }
            ValueKind::List(_) => {
                self.fault(message.hint("list"), &word.spot);
                CheckedValue::unknown()
            }
            ValueKind::Text | ValueKind::Number | ValueKind::Printable | ValueKind::Truth => {
                self.fault(message.hint("plain"), &word.spot);
                CheckedValue::unknown()
            }
        }
    }

    fn of_loop(&mut self, word: &SpottedWord, rest: &[SpottedWord]) -> CheckedValue {
        let names = LOOP.map(|(name, _)| name);
        let spot: Spot = rest.first().map_or(word.spot.clone(), |word| word.spot.clone());
        let found = match rest {
            [name] if self.scopes.has_loop => LOOP.into_iter().find(|(known, _)| *known == name.text),
            _ => None,
        };
        if let Some((_, kind)) = found {
            return CheckedValue::present(kind);
        }
        let typed = rest.first().map_or("loop", |word| word.text.as_str());
        let message = Diagnostic::error("MAU-007").with("field", typed);
        let message = match rest {
            [_, ..] if self.scopes.has_loop => message
                .with("within", "loop")
                .with("names", names.join(", "))
                .hint("within")
                .nearest(fold::best_match(typed, &names)),
            _ => message.hint("loop"),
        };
        self.fault(message, &spot);
        CheckedValue::unknown()
    }
}
