//! Checks expressions: the kind of each value, and whether it fits its place.
//!
//! Owns which values may be printed, joined and compared. Must not know which names exist. A value that Tera would
//! print as nothing, or as code, is refused here: a gap in a paper to be signed would go unnoticed.

use super::Checker;
use super::Purpose;
use super::conditions::{Outcome, shown_by};
use super::kinds::{CheckedValue, ValueKind};
use super::names::Use;
use crate::diag::Diagnostic;
use crate::templates::fields::names_below;
use crate::templates::language::{Expression, ExpressionKind, Operation, Operator, Test};

/// The tests, and whether each has the argument `pat`.
const TESTS: [(&str, bool); 7] = [
    ("defined", false),
    ("undefined", false),
    ("odd", false),
    ("even", false),
    ("starting_with", true),
    ("ending_with", true),
    ("containing", true),
];
/// The longest expression quoted in a message, in characters.
const LONGEST_QUOTE: usize = 40;

impl Checker<'_, '_> {
    /// Checks what is printed.
    pub(super) fn printed(&mut self, expression: &Expression) {
        let value = self.value(expression);
        if !value.kind.is_printable() {
            return self.report_wrong_kind(expression, &value.kind);
        }
        // With data it is an error only where the workbook does leave it empty.
        if value.can_be_empty && matches!(self.context.purpose, Purpose::Alone) {
            let message = Diagnostic::warning("MAU-016").with("field", self.quoted(expression));
            self.fault(message, &expression.spot);
        }
    }

    /// The value of an expression that must not be empty: Tera would print nothing for it.
    pub(super) fn required_value(&mut self, expression: &Expression) -> CheckedValue {
        let value = self.value(expression);
        if value.can_be_empty {
            let message = Diagnostic::error("MAU-016").with("field", self.quoted(expression));
            self.fault(message, &expression.spot);
        }
        value
    }

    /// The same, for a text or a number.
    pub(super) fn required_text(&mut self, expression: &Expression) -> ValueKind {
        let value = self.required_value(expression);
        if value.kind.is_printable() {
            return value.kind;
        }
        self.report_wrong_kind(expression, &value.kind);
        ValueKind::Unknown
    }

    /// The value of an expression; mistakes inside it are reported.
    pub(super) fn value(&mut self, expression: &Expression) -> CheckedValue {
        match &expression.meaning {
            ExpressionKind::Path(words) => self.path(words, Use::Any),
            ExpressionKind::Text(_) => CheckedValue::present(ValueKind::Text),
            ExpressionKind::Number => CheckedValue::present(ValueKind::Number),
            ExpressionKind::Truth(_) => CheckedValue::present(ValueKind::Truth),
            ExpressionKind::List(items) => self.list(items),
            ExpressionKind::Comprehension(inside) => {
                let item = self.items(&inside.source);
                let mut kind = ValueKind::Unknown;
                self.within_loop(&inside.variable, item, &inside.source.spot, |checker| {
                    if let Some(condition) = &inside.condition {
                        let _any_value_is_a_condition = checker.value(condition);
                        checker.scopes.show(shown_by(condition, Outcome::Holds));
                    }
                    kind = checker.required_text(&inside.element);
                });
                CheckedValue::present(ValueKind::List(Box::new(kind)))
            }
            ExpressionKind::Filter(filter) => self.filter(filter),
            ExpressionKind::Test(test) => self.test(test),
            ExpressionKind::Not(inner) => {
                let _any_value_is_a_condition = self.value(inner);
                CheckedValue::present(ValueKind::Truth)
            }
            ExpressionKind::Negative(inner) => self.number(inner),
            ExpressionKind::Operation(operation) => self.operation(operation),
            ExpressionKind::Choice(choice) => {
                let _any_value_is_a_condition = self.value(&choice.condition);
                let yes = self.shown(&choice.condition, Outcome::Holds, &choice.yes);
                let no = self.shown(&choice.condition, Outcome::Fails, &choice.no);
                self.either(yes, &no, &choice.no)
            }
            ExpressionKind::Broken => CheckedValue::unknown(),
        }
    }

    /// The value of one side of a choice.
    fn shown(&mut self, condition: &Expression, outcome: Outcome, side: &Expression) -> CheckedValue {
        let known = self.scopes.shown.len();
        self.scopes.show(shown_by(condition, outcome));
        let value = self.value(side);
        self.scopes.shown.truncate(known);
        value
    }

    /// The value of a choice between two; reported where no kind fits both.
    pub(super) fn either(&mut self, one: CheckedValue, other: &CheckedValue, at: &Expression) -> CheckedValue {
        let can_be_empty = one.can_be_empty || other.can_be_empty;
        if let Some(kind) = one.kind.either(other.kind.clone()) {
            return CheckedValue { kind, can_be_empty };
        }
        self.report_wrong_kind(at, &other.kind);
        CheckedValue::unknown()
    }

    fn list(&mut self, items: &[Expression]) -> CheckedValue {
        let mut kind = ValueKind::Unknown;
        for item in items {
            let next = self.required_text(item);
            kind = kind.either(next).unwrap_or(ValueKind::Printable);
        }
        CheckedValue::present(ValueKind::List(Box::new(kind)))
    }

    fn number(&mut self, expression: &Expression) -> CheckedValue {
        let value = self.required_value(expression);
        if !matches!(value.kind, ValueKind::Number | ValueKind::Unknown) {
            self.report_wrong_kind(expression, &value.kind);
        }
        CheckedValue::present(ValueKind::Number)
    }

    fn operation(&mut self, operation: &Operation) -> CheckedValue {
        let Operation { operator, left, right } = operation;
        match operator {
            Operator::Logic(joined) => {
                let _any_value_is_a_condition = self.value(left);
                let outcome = match joined {
                    crate::templates::language::Joined::And => Outcome::Holds,
                    crate::templates::language::Joined::Or => Outcome::Fails,
                };
                let _any_value_is_a_condition = self.shown(left, outcome, right);
                CheckedValue::present(ValueKind::Truth)
            }
            Operator::Equality => {
                for side in [left, right] {
                    let kind = self.value(side).kind;
                    if matches!(kind, ValueKind::List(_) | ValueKind::Record(_)) {
                        self.report_wrong_kind(side, &kind);
                    }
                }
                CheckedValue::present(ValueKind::Truth)
            }
            Operator::Order => {
                self.number(left);
                self.number(right);
                CheckedValue::present(ValueKind::Truth)
            }
            Operator::In => {
                let kind = self.value(left).kind;
                if !kind.is_printable() {
                    self.report_wrong_kind(left, &kind);
                }
                let kind = self.required_value(right).kind;
                if !matches!(kind, ValueKind::Text | ValueKind::Unknown) && !is_list_of_texts(&kind) {
                    self.report_wrong_kind(right, &kind);
                }
                CheckedValue::present(ValueKind::Truth)
            }
            Operator::Arithmetic => {
                self.number(left);
                self.number(right)
            }
            Operator::Join => {
                self.required_text(left);
                self.required_text(right);
                CheckedValue::present(ValueKind::Text)
            }
        }
    }

    fn test(&mut self, test: &Test) -> CheckedValue {
        let truth = CheckedValue::present(ValueKind::Truth);
        let value = self.value(&test.value);
        let Some((name, takes_pattern)) = TESTS.into_iter().find(|(name, _)| *name == test.name.text) else {
            let message = Diagnostic::error("MAU-014").with("name", &test.name.text);
            let names = TESTS.map(|(name, _)| name);
            let nearest = crate::vietnamese::fold::nearest(&test.name.text, names);
            let message = message.with("names", names.join(", ")).hint("test").nearest(nearest);
            self.fault(message, &test.name.spot);
            return CheckedValue::unknown();
        };
        self.arguments(&test.name, &test.arguments, if takes_pattern { &["pat"] } else { &[] }, &[]);
        for (_, argument) in &test.arguments {
            self.required_text(argument);
        }
        let fits = match name {
            "odd" | "even" => matches!(value.kind, ValueKind::Number | ValueKind::Unknown),
            "starting_with" | "ending_with" => matches!(value.kind, ValueKind::Text | ValueKind::Unknown),
            "containing" => matches!(value.kind, ValueKind::Text | ValueKind::Unknown) || is_list_of_texts(&value.kind),
            _ => true,
        };
        if !fits {
            self.report_wrong_kind(&test.value, &value.kind);
        }
        truth
    }

    /// Reports a value of a kind that does not fit its place.
    pub(super) fn report_wrong_kind(&mut self, expression: &Expression, kind: &ValueKind) {
        let message = Diagnostic::error("MAU-017").with("expression", self.quoted(expression));
        let message = match kind {
            ValueKind::Unknown => return,
            ValueKind::List(_) => message.hint("list"),
            ValueKind::Record(path) => {
                message.with("example", names_below(path).first().copied().unwrap_or_default()).hint("record")
            }
            ValueKind::Truth => message.hint("condition"),
            ValueKind::Number => message.hint("number"),
            ValueKind::Text | ValueKind::Printable => message.hint("text"),
        };
        self.fault(message, &expression.spot);
    }

    /// An expression as written, cut where it is long.
    pub(super) fn quoted(&self, expression: &Expression) -> String {
        let written = self.written(&expression.spot).split_whitespace().collect::<Vec<_>>().join(" ");
        if written.chars().count() <= LONGEST_QUOTE {
            return written;
        }
        let cut: String = written.chars().take(LONGEST_QUOTE).collect();
        format!("{cut}…")
    }
}

fn is_list_of_texts(kind: &ValueKind) -> bool {
    matches!(kind, ValueKind::List(item) if item.is_printable())
}
