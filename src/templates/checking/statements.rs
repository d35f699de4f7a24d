//! Checks tags: if, for, set, include.
//!
//! Owns the scope of variables, and the limits of loops and includes. Must not know a kind of value.

use std::collections::BTreeMap;

use super::Checker;
use super::conditions::{Outcome, shown_by};
use super::kinds::{CheckedValue, ValueKind};
use super::names::Use;
use crate::diag::Diagnostic;
use crate::templates::fields::lookup;
use crate::templates::language::{Expression, ExpressionKind, Spot, SpottedWord, TemplateNode};
use crate::vietnamese::fold;

/// The greatest nesting of loops.
pub(super) const DEEPEST_LOOP: usize = 3;
/// The most includes, repeated ones counted again.
const MOST_INCLUDES: usize = 50;
/// The most variables at a time.
const MOST_VARIABLES: usize = 100;

impl Checker<'_, '_> {
    /// Checks nodes in order.
    pub(super) fn nodes(&mut self, nodes: &[TemplateNode]) {
        for node in nodes {
            match node {
                TemplateNode::Text(_) => {}
                TemplateNode::Output(value) => self.printed(value),
                TemplateNode::If { branches, otherwise } => self.branches(branches, otherwise),
                TemplateNode::For { variable, source, body, otherwise } => {
                    self.for_each(variable, source, body);
                    self.nodes(otherwise);
                }
                TemplateNode::Set { name, value } => self.set(name, value),
                TemplateNode::Include(name) => self.include(name),
            }
        }
    }

    fn branches(&mut self, branches: &[(Expression, Vec<TemplateNode>)], otherwise: &[TemplateNode]) {
        let before = self.scopes.innermost().clone();
        let known = self.scopes.shown.len();
        let mut after = Vec::new();
        for (condition, body) in branches {
            let _any_value_is_a_condition = self.value(condition);
            let behind = self.scopes.shown.len();
            self.scopes.show(shown_by(condition, Outcome::Holds));
            self.nodes(body);
            self.scopes.shown.truncate(behind);
            after.push(std::mem::replace(self.scopes.innermost(), before.clone()));
            self.scopes.show(shown_by(condition, Outcome::Fails));
        }
        self.nodes(otherwise);
        self.scopes.shown.truncate(known);
        for frame in after {
            self.join(frame);
        }
    }

    /// A variable that only one of two branches sets can be missing after them.
    fn join(&mut self, other: BTreeMap<String, CheckedValue>) {
        let frame = self.scopes.innermost();
        for (name, value) in frame.iter_mut() {
            value.can_be_empty |= other.get(name).is_none_or(|other| other.can_be_empty);
        }
        for (name, value) in other {
            let joined = match frame.remove(&name) {
                Some(ours) => {
                    let can_be_empty = ours.can_be_empty;
                    CheckedValue { kind: ours.kind.either(value.kind).unwrap_or(ValueKind::Unknown), can_be_empty }
                }
                None => CheckedValue::optional(value.kind),
            };
            frame.insert(name, joined);
        }
    }

    fn for_each(&mut self, variable: &SpottedWord, source: &Expression, body: &[TemplateNode]) {
        let item = self.items(source);
        let had_loop = std::mem::replace(&mut self.scopes.has_loop, true);
        self.within_loop(variable, item, &source.spot, |checker| checker.nodes(body));
        self.scopes.has_loop = had_loop;
    }

    /// Runs a check with a loop's variable in scope; a loop nested too deeply is reported.
    pub(super) fn within_loop(
        &mut self,
        variable: &SpottedWord,
        item: CheckedValue,
        at: &Spot,
        inside: impl FnOnce(&mut Self),
    ) {
        if self.scopes.loops == DEEPEST_LOOP {
            self.fault(Diagnostic::error("MAU-020").with("most", DEEPEST_LOOP).hint("loops"), at);
        }
        self.refuse_taken(variable);
        let known = self.scopes.shown.len();
        self.scopes.loops += 1;
        self.scopes.frames.push([(variable.text.clone(), item)].into());
        inside(self);
        self.scopes.frames.pop();
        self.scopes.loops -= 1;
        self.scopes.shown.truncate(known);
    }

    /// Reports a loop's variable that would hide another name.
    fn refuse_taken(&mut self, variable: &SpottedWord) {
        let name = variable.text.as_str();
        if lookup("", name).is_some() || self.scopes.variable(name).is_some() {
            self.fault(Diagnostic::error("MAU-019").with("name", name).hint("taken"), &variable.spot);
        }
    }

    /// The kind of a list's items; reported where the value is no list.
    pub(super) fn items(&mut self, source: &Expression) -> CheckedValue {
        let value = match &source.meaning {
            ExpressionKind::Path(words) => self.path(words, Use::List),
            _ => self.value(source),
        };
        match value.kind {
            ValueKind::List(item) => CheckedValue::present(*item),
            ValueKind::Unknown => CheckedValue::unknown(),
            kind => {
                self.report_wrong_kind(source, &kind);
                CheckedValue::unknown()
            }
        }
    }

    fn set(&mut self, name: &SpottedWord, value: &Expression) {
        let text = name.text.as_str();
        let message = Diagnostic::error("MAU-019").with("name", text);
        if lookup("", text).is_some() || self.is_loop_variable(text) {
            return self.fault(message.hint("taken"), &name.spot);
        }
        if mentions(value, text) {
            // The name is defined from here on in any case.
            self.scopes.innermost().insert(text.to_owned(), CheckedValue::unknown());
            return self.fault(message.hint("grows"), &name.spot);
        }
        let found = self.value(value);
        if self.scopes.innermost().len() >= MOST_VARIABLES {
            let message = Diagnostic::error("MAU-020").with("most", MOST_VARIABLES).hint("variables");
            return self.fault(message, &name.spot);
        }
        let below = format!("{text}.");
        self.scopes.shown.retain(|path| path != text && !path.starts_with(&below));
        self.scopes.innermost().insert(text.to_owned(), found);
    }

    /// Whether a name is the variable of a surrounding loop: the next item would overwrite the value that `set` gives
    /// it.
    fn is_loop_variable(&self, name: &str) -> bool {
        let outer = self.scopes.frames.len() - 1;
        self.scopes.frames[..outer].iter().any(|frame| frame.contains_key(name)) && outer > 0
    }

    fn include(&mut self, name: &SpottedWord) {
        let message = Diagnostic::error("MAU-022").with("file", &name.text);
        let pieces = self.context.pieces;
        let Some(nodes) = pieces.get(&name.text) else {
            let names: Vec<&str> = pieces.keys().map(String::as_str).collect();
            let message = if name.text.contains(['/', '\\', ':']) || name.text.contains("..") {
                message.hint("outside")
            } else if names.is_empty() {
                message
            } else {
                let nearest = fold::nearest(&name.text, names.iter().copied());
                message.with("files", names.join(", ")).hint("files").nearest(nearest)
            };
            return self.fault(message, &name.spot);
        };
        self.context.included.insert(name.text.clone());
        if self.including.contains(&name.text) {
            return self.fault(message.hint("circle"), &name.spot);
        }
        self.includes += 1;
        if self.includes > MOST_INCLUDES {
            let message = Diagnostic::error("MAU-020").with("most", MOST_INCLUDES).hint("includes");
            return self.fault(message, &name.spot);
        }
        self.including.push(name.text.clone());
        let had_loop = std::mem::replace(&mut self.scopes.has_loop, false);
        self.scopes.frames.push(BTreeMap::new());
        self.nodes(nodes);
        self.scopes.frames.pop();
        self.scopes.has_loop = had_loop;
        self.including.pop();
    }
}

/// Whether an expression uses this top-level name.
fn mentions(value: &Expression, name: &str) -> bool {
    let among = |expressions: &[&Expression]| expressions.iter().any(|inner| mentions(inner, name));
    match &value.meaning {
        ExpressionKind::Path(words) => words.first().is_some_and(|word| word.text == name),
        ExpressionKind::List(items) => items.iter().any(|item| mentions(item, name)),
        ExpressionKind::Comprehension(inside) => {
            among(&[&inside.element, &inside.source])
                || inside.condition.as_ref().is_some_and(|own| mentions(own, name))
        }
        ExpressionKind::Filter(filter) => {
            mentions(&filter.value, name) || filter.arguments.iter().any(|(_, value)| mentions(value, name))
        }
        ExpressionKind::Test(test) => {
            mentions(&test.value, name) || test.arguments.iter().any(|(_, value)| mentions(value, name))
        }
        ExpressionKind::Not(inner) | ExpressionKind::Negative(inner) => mentions(inner, name),
        ExpressionKind::Operation(operation) => among(&[&operation.left, &operation.right]),
        ExpressionKind::Choice(choice) => among(&[&choice.condition, &choice.yes, &choice.no]),
        ExpressionKind::Text(_) | ExpressionKind::Number | ExpressionKind::Truth(_) | ExpressionKind::Broken => false,
    }
}
