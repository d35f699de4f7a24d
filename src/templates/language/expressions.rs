//! Parses the inside of a tag as an expression.
//!
//! Owns the parsing of operands, operators, filters and tests. Must not know what a name means. Its output goes to
//! `parser`.

use super::binding::Binding;
use super::fault::Spot;
use super::reader::{RESERVED, Read, TagReader, Unreadable};
use super::token::TagToken;
use super::tree::{Choice, Comprehension, Expression, ExpressionKind, Filter, Operation, Operator, SpottedWord, Test};
use super::{DEEPEST, LONGEST_EXPRESSION};
use crate::diag::Diagnostic;

/// The precedence of `not`.
const NOT: u8 = 5;
/// The precedence of a unary minus.
const MINUS: u8 = 20;
/// The least precedence in the source of a loop inside a list: the `if` after it belongs to the list.
const ABOVE_CHOICE: u8 = 1;

impl TagReader<'_> {
    /// Reads a whole expression.
    pub(super) fn expression(&mut self) -> Read<Expression> {
        self.bound(0)
    }

    fn bound(&mut self, least: u8) -> Read<Expression> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let spot = self.here();
            return Err(self.too_much("nesting", DEEPEST, spot));
        }
        let read = self.operations(least);
        self.depth -= 1;
        read
    }

    fn too_much(&mut self, hint: &'static str, most: usize, spot: Spot) -> Unreadable {
        let message = Diagnostic::error("MAU-020").with("most", most);
        let message = if hint == "nesting" { message.hint("nesting") } else { message.hint("expression") };
        self.faults.add(message, spot);
        Unreadable
    }

    fn step(&mut self) -> Read<()> {
        self.steps += 1;
        if self.steps <= LONGEST_EXPRESSION {
            return Ok(());
        }
        let spot = self.here();
        Err(self.too_much("expression", LONGEST_EXPRESSION, spot))
    }

    fn operations(&mut self, least: u8) -> Read<Expression> {
        let mut left = self.operand()?;
        while let Some(lexeme) = self.peek() {
            if lexeme.token.is_word("if") {
                if least >= ABOVE_CHOICE {
                    break;
                }
                return self.choice(left);
            }
            let Some((binding, tightness)) = Binding::of(&lexeme.token) else { break };
            let is_not = lexeme.token.is_word("not");
            if tightness.0 < least {
                break;
            }
            self.step()?;
            self.at += 1;
            if is_not {
                self.expect_word("in")?;
            }
            left = match binding {
                Binding::Filter => self.filter(left)?,
                Binding::Test => self.test(left)?,
                Binding::Operator(operator) => {
                    let sign = self.here();
                    let right = self.bound(tightness.1)?;
                    // Tera has the same rule.
                    if operator == Operator::Join
                        && matches!(right.meaning, ExpressionKind::Not(_) | ExpressionKind::Negative(_))
                    {
                        let found = self.text[sign.clone()].to_owned();
                        self.faults.add(Diagnostic::error("MAU-010").with("found", found), sign);
                        return Err(Unreadable);
                    }
                    let spot = left.spot.start..right.spot.end;
                    Expression {
                        spot,
                        meaning: ExpressionKind::Operation(Box::new(Operation { operator, left, right })),
                    }
                }
            };
            if is_not {
                left = Expression { spot: left.spot.clone(), meaning: ExpressionKind::Not(Box::new(left)) };
            }
        }
        Ok(left)
    }

    fn operand(&mut self) -> Read<Expression> {
        let Some(lexeme) = self.peek() else { return Err(self.unexpected()) };
        let spot = lexeme.spot.clone();
        let simple = |meaning| Expression { spot: spot.clone(), meaning };
        match &lexeme.token {
            TagToken::Text(text) => {
                self.at += 1;
                Ok(simple(ExpressionKind::Text(text.clone())))
            }
            TagToken::Number(digits) if digits.len() <= 15 => {
                self.at += 1;
                Ok(simple(ExpressionKind::Number))
            }
            TagToken::Name(name) => match name.as_str() {
                "true" | "True" | "false" | "False" => {
                    self.at += 1;
                    Ok(simple(ExpressionKind::Truth(name.eq_ignore_ascii_case("true"))))
                }
                "not" => self.prefixed(NOT, |inner| ExpressionKind::Not(Box::new(inner))),
                "and" | "or" | "is" | "in" | "if" | "else" | "none" | "None" | "null" => Err(self.unexpected()),
                _ => self.path(),
            },
            TagToken::Sign("-") => self.prefixed(MINUS, |inner| ExpressionKind::Negative(Box::new(inner))),
            TagToken::Sign("[") => self.list(),
            TagToken::Sign("(") => {
                self.at += 1;
                let inner = self.bound(0)?;
                self.expect_sign(")")?;
                Ok(inner)
            }
            TagToken::Sign("<") => {
                self.faults.add(Diagnostic::error("MAU-013").with("what", "<"), spot);
                Err(Unreadable)
            }
            TagToken::Number(_) | TagToken::Sign(_) => Err(self.unexpected()),
        }
    }

    /// `not …` and `-…`; two of them in a row are not allowed.
    fn prefixed(&mut self, tightness: u8, wrap: impl Fn(Expression) -> ExpressionKind) -> Read<Expression> {
        let start = self.here().start;
        self.at += 1;
        if self.peek().is_some_and(|next| next.token.is_sign("-") || next.token.is_word("not")) {
            return Err(self.unexpected());
        }
        let inner = self.bound(tightness)?;
        Ok(Expression { spot: start..inner.spot.end, meaning: wrap(inner) })
    }

    fn path(&mut self) -> Read<Expression> {
        let mut words = vec![self.name()?];
        if let Some(lexeme) = self.peek().filter(|lexeme| lexeme.token.is_sign("(")) {
            let spot = words[0].spot.start..lexeme.spot.end - 1;
            let message = Diagnostic::error("MAU-013").with("what", format!("{}(…)", words[0].text));
            let message = if words[0].text == "range" { message.hint("range") } else { message.hint("function") };
            self.faults.add(message, spot);
            return Err(Unreadable);
        }
        while self.take_sign(".") {
            self.step()?;
            words.push(self.name()?);
        }
        let spot = words[0].spot.start..words.last().map_or(0, |word| word.spot.end);
        Ok(Expression { spot, meaning: ExpressionKind::Path(words) })
    }

    fn list(&mut self) -> Read<Expression> {
        let start = self.here().start;
        self.at += 1;
        let mut items = Vec::new();
        while !self.peek().is_some_and(|next| next.token.is_sign("]")) {
            if !items.is_empty() {
                self.expect_sign(",")?;
                if self.peek().is_some_and(|next| next.token.is_sign("]")) {
                    break;
                }
            }
            self.step()?;
            items.push(self.bound(0)?);
            if items.len() == 1 && self.take_word("for") {
                let element = items.remove(0);
                return self.comprehension(start, element);
            }
        }
        self.expect_sign("]")?;
        Ok(Expression { spot: start..self.behind(), meaning: ExpressionKind::List(items) })
    }

    fn comprehension(&mut self, start: usize, element: Expression) -> Read<Expression> {
        let variable = self.variable()?;
        self.expect_word("in")?;
        let source = self.bound(ABOVE_CHOICE)?;
        let condition = if self.take_word("if") { Some(self.bound(ABOVE_CHOICE)?) } else { None };
        self.expect_sign("]")?;
        let inside = Comprehension { element, variable, source, condition };
        Ok(Expression { spot: start..self.behind(), meaning: ExpressionKind::Comprehension(Box::new(inside)) })
    }

    /// The name of a loop's variable.
    pub(super) fn variable(&mut self) -> Read<SpottedWord> {
        let word = self.name()?;
        if RESERVED.contains(&word.text.as_str()) {
            self.faults.add(Diagnostic::error("MAU-019").with("name", &word.text), word.spot);
            return Err(Unreadable);
        }
        Ok(word)
    }

    fn filter(&mut self, value: Expression) -> Read<Expression> {
        let name = self.name()?;
        let arguments = self.arguments()?;
        let spot = value.spot.start..self.behind();
        Ok(Expression { spot, meaning: ExpressionKind::Filter(Box::new(Filter { value, name, arguments })) })
    }

    fn test(&mut self, value: Expression) -> Read<Expression> {
        let is_not = self.take_word("not");
        let name = self.name()?;
        let arguments = self.arguments()?;
        let spot = value.spot.start..self.behind();
        let test = Expression { spot, meaning: ExpressionKind::Test(Box::new(Test { value, name, arguments })) };
        if !is_not {
            return Ok(test);
        }
        Ok(Expression { spot: test.spot.clone(), meaning: ExpressionKind::Not(Box::new(test)) })
    }

    fn arguments(&mut self) -> Read<Vec<(SpottedWord, Expression)>> {
        let mut arguments: Vec<(SpottedWord, Expression)> = Vec::new();
        if !self.take_sign("(") {
            return Ok(arguments);
        }
        while !self.take_sign(")") {
            if !arguments.is_empty() {
                self.expect_sign(",")?;
                if self.take_sign(")") {
                    break;
                }
            }
            let name = self.name()?;
            self.expect_sign("=")?;
            if arguments.iter().any(|(known, _)| known.text == name.text) {
                self.faults.add(Diagnostic::error("MAU-010").with("found", &name.text), name.spot);
                return Err(Unreadable);
            }
            arguments.push((name, self.bound(0)?));
        }
        Ok(arguments)
    }

    fn choice(&mut self, yes: Expression) -> Read<Expression> {
        self.at += 1;
        let condition = self.bound(0)?;
        self.expect_word("else")?;
        let no = self.bound(0)?;
        let spot = yes.spot.start..no.spot.end;
        Ok(Expression { spot, meaning: ExpressionKind::Choice(Box::new(Choice { condition, yes, no })) })
    }
}
