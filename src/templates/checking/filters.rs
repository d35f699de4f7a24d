//! The filters that a template may use.
//!
//! Owns the argument and result of each. Must not know how it works: `engine` and Tera do. `cost` has the growth of
//! each.

use super::Checker;
use super::kinds::{CheckedValue, ValueKind};
use crate::diag::Diagnostic;
use crate::templates::language::{Expression, ExpressionKind, Filter, SpottedWord};
use crate::vietnamese::fold;

/// A filter: its name, its required arguments and its optional ones.
struct FilterRule {
    name: &'static str,
    needs: &'static [&'static str],
    may: &'static [&'static str],
}

const fn rule(name: &'static str, needs: &'static [&'static str], may: &'static [&'static str]) -> FilterRule {
    FilterRule { name, needs, may }
}

const FILTERS: [FilterRule; 12] = [
    rule("hoac", &["value"], &[]),
    rule("default", &["value"], &[]),
    rule("hoa_dau", &[], &[]),
    rule("thuong_dau", &[], &[]),
    rule("upper", &[], &[]),
    rule("lower", &[], &[]),
    rule("trim", &[], &[]),
    rule("replace", &["from", "to"], &[]),
    rule("length", &[], &[]),
    rule("first", &[], &[]),
    rule("last", &[], &[]),
    rule("join", &[], &["sep"]),
];

impl Checker<'_, '_> {
    /// The result of a filter.
    pub(super) fn filter(&mut self, filter: &Filter) -> CheckedValue {
        let value = self.value(&filter.value);
        let Some(rule) = FILTERS.iter().find(|rule| rule.name == filter.name.text) else {
            let names = FILTERS.each_ref().map(|rule| rule.name);
            let message = Diagnostic::error("MAU-014").with("name", &filter.name.text).with("names", names.join(", "));
            let message = message.nearest(fold::best_match(&filter.name.text, &names));
            self.fault(message, &filter.name.spot);
            return CheckedValue::unknown();
        };
        self.arguments(&filter.name, &filter.arguments, rule.needs, rule.may);
        let argument = |name: &str| filter.arguments.iter().find(|(own, _)| own.text == name).map(|(_, value)| value);
        match rule.name {
            "hoac" | "default" => self.or_else(value, argument("value")),
            "first" | "last" => self.item(filter, value),
            "length" => {
                if !matches!(value.kind, ValueKind::Text | ValueKind::Unknown | ValueKind::List(_)) {
                    self.report_wrong_kind(&filter.value, &value.kind);
                }
                CheckedValue { kind: ValueKind::Number, can_be_empty: value.can_be_empty }
            }
            "join" => {
                match &value.kind {
                    ValueKind::List(item) if item.is_printable() => {}
                    kind => self.report_wrong_kind(&filter.value, &kind.clone()),
                }
                argument("sep").map(|separator| self.required_text(separator));
                CheckedValue { kind: ValueKind::Text, can_be_empty: value.can_be_empty }
            }
            _ => {
                if !matches!(value.kind, ValueKind::Text | ValueKind::Unknown) {
                    self.report_wrong_kind(&filter.value, &value.kind);
                }
                self.replacement(filter);
                CheckedValue { kind: ValueKind::Text, can_be_empty: value.can_be_empty }
            }
        }
    }

    /// `hoac`: the value, or its argument where the value is empty.
    fn or_else(&mut self, value: CheckedValue, argument: Option<&Expression>) -> CheckedValue {
        let Some(argument) = argument else { return CheckedValue { can_be_empty: false, ..value } };
        let other = self.value(argument);
        let can_be_empty = other.can_be_empty;
        CheckedValue { can_be_empty, ..self.either(value, &other, argument) }
    }

    /// `first`, `last`: an item of a list, which is missing in an empty list.
    fn item(&mut self, filter: &Filter, value: CheckedValue) -> CheckedValue {
        match value.kind {
            ValueKind::List(item) => {
                let is_shown = filter.value.path().is_some_and(|path| self.scopes.shown.contains(&path));
                CheckedValue { kind: *item, can_be_empty: !is_shown }
            }
            kind => {
                self.report_wrong_kind(&filter.value, &kind);
                CheckedValue::unknown()
            }
        }
    }

    fn replacement(&mut self, filter: &Filter) {
        for (name, value) in &filter.arguments {
            self.required_text(value);
            // Tera would insert the replacement between all letters.
            if name.text == "from" && matches!(&value.meaning, ExpressionKind::Text(text) if text.is_empty()) {
                let message = Diagnostic::error("MAU-015").with("name", &filter.name.text);
                self.fault(message.with("argument", "from").hint("empty"), &value.spot);
            }
        }
    }

    /// Reports missing and unknown arguments.
    pub(super) fn arguments(
        &mut self,
        name: &SpottedWord,
        given: &[(SpottedWord, Expression)],
        needs: &'static [&'static str],
        may: &'static [&'static str],
    ) {
        for (argument, _) in given {
            let known = || needs.iter().chain(may).copied();
            if known().any(|known| known == argument.text) {
                continue;
            }
            let message = Diagnostic::error("MAU-015").with("name", &name.text).with("argument", &argument.text);
            let nearest = fold::typo_of(&argument.text, known());
            self.fault(message.hint("unknown").nearest(nearest), &argument.spot);
        }
        for needed in needs {
            if !given.iter().any(|(argument, _)| argument.text == *needed) {
                let message = Diagnostic::error("MAU-015").with("name", &name.text).with("argument", needed);
                self.fault(message, &name.spot);
            }
        }
    }
}
